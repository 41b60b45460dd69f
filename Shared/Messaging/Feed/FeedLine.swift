import Foundation

/// One line of a page.
public enum FeedLine: Sendable, Equatable {
  /// `bytes` are the stored bytes that the chain was made over.
  case event(sequence: Int, bytes: Data)
  /// A run of events that this reader may not see or did not ask for; `hash` is the chain's at `last`.
  case skip(first: Int, last: Int, hash: ChainHash)

  /// A skip as a line of a page, without the line end.
  public static func skipLine(first: Int, last: Int, hash: ChainHash) -> Data {
    Data("{\"skip\":[\(first),\(last)],\"hash\":\"\(hash.hex)\"}".utf8)
  }

  /// Reads one line; `nil` if it is neither.
  init?(_ bytes: Data) throws(StrictJSONError) {
    try StrictJSON.check(bytes)
    let line: FeedLine? = bytes.withUnsafeBytes { buffer in
      guard var members = JSONSlice(whole: buffer).members() else { return nil }
      var sequence: Int?
      var skip: [Int]?
      var hash: ChainHash?
      while let (name, value) = members.next() {
        switch name {
        // CloudEvents would have the sequence as a string; both are taken.
        case "sequence": sequence = value.integer() ?? value.text().flatMap { Int($0) }
        case "skip": skip = value.elements()?.compactMap { $0.integer() }
        case "hash": hash = value.text().flatMap { ChainHash(hex: $0) }
        default: break
        }
      }
      if let skip, sequence == nil {
        guard skip.count == 2, skip[0] > 0, skip[0] <= skip[1], let hash else { return nil }
        return .skip(first: skip[0], last: skip[1], hash: hash)
      }
      guard let sequence, sequence > 0 else { return nil }
      return .event(sequence: sequence, bytes: bytes)
    }
    guard let line else { return nil }
    self = line
  }
}
