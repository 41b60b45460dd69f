/// What the ZAP handler says about a client's key.
public enum KeyVerdict: Sendable, Equatable {
  /// 200: come in.
  case known
  /// 300: not now. The client tries again by itself and gets in once the key has been added.
  case unknown
  /// 400: never. A socket that heard it does not try again.
  case revoked

  /// The status of RFC 27.
  var status: String {
    switch self {
    case .known: "200"
    case .unknown: "300"
    case .revoked: "400"
    }
  }
}
