import Foundation

/// The check that every JSON text from outside passes before it is decoded.
///
/// `JSONDecoder` takes duplicate members, `1.0` for an integer, `NaN` in some settings and much else; two readers that
/// differ in what they take can be played against each other. So the wire has one strict profile, checked in one pass.
public enum StrictJSON {
  /// Arrays and objects may be nested this deep.
  public static let maximumDepth = 16
  /// Integers lie within ± this, 2^53.
  public static let maximumInteger: UInt64 = 1 << 53

  /// Returns if the bytes are one JSON value in the strict profile, and, with `keys`, have no other members than those.
  public static func check(_ bytes: Data, keys: KeyTree? = nil) throws(StrictJSONError) {
    // Data's own method does not carry the type of a thrown error through.
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(StrictJSONError) in try check(buffer, keys: keys) }
    }
    try result.get()
  }

  /// The same for bytes that lie in memory.
  public static func check(_ bytes: UnsafeRawBufferPointer, keys: KeyTree? = nil) throws(StrictJSONError) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      throw StrictJSONError(reason: .unexpectedEnd, pointer: "", offset: 0)
    }
    let steps = UnsafeMutablePointer<StrictScanner.Step>.allocate(capacity: maximumDepth + 1)
    defer { steps.deallocate() }
    var scanner = StrictScanner(start: start.assumingMemoryBound(to: UInt8.self), count: bytes.count, steps: steps)
    defer { scanner.keys.deallocate() }
    try scanner.run(keys ?? .any)
  }
}
