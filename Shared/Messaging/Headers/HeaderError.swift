/// Why a header that is good JSON is no header. It names the member, never its value.
public enum HeaderError: Error, Sendable, Equatable {
  case missing(String)
  case wrongType(String)
}

extension HeaderError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let name): "The header has no \(name)."
    case .wrongType(let name): "The header's \(name) is not of the right type."
    }
  }
}
