import Foundation

/// Reads the members of a flat JSON object: a strict check first, then a walk that relies on it.
enum HeaderReader {
  struct Member {
    let name: String
    fileprivate let value: JSONSlice

    func text() throws -> String {
      guard let text = value.text() else { throw HeaderError.wrongType(name) }
      return text
    }

    func integer() throws -> Int {
      guard let number = value.integer() else { throw HeaderError.wrongType(name) }
      return number
    }

    func flag() throws -> Bool {
      guard let flag = value.flag() else { throw HeaderError.wrongType(name) }
      return flag
    }
  }

  /// Calls `each` for every member; a member that is `null` is passed over like one that is not there.
  static func read(_ data: Data, _ each: (Member) throws -> Void) throws {
    try StrictJSON.check(data)
    try data.withUnsafeBytes { bytes in
      guard let object = JSONSlice(whole: bytes).members() else { throw HeaderError.wrongType("content") }
      var members = object
      while let (name, value) = members.next() {
        if value.isNull { continue }
        try each(Member(name: name, value: value))
      }
    }
  }
}
