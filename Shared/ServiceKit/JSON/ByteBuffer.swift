import Foundation

/// Bytes being put together, in memory of their own that is used again and again. An array in a class would be checked for
/// exclusive access and for sharing at every append, which is more work than the appending.
public final class ByteBuffer {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  /// A copy of what is there.
  var data: Data { Data(bytes: start, count: count) }

  /// Forgets what lies behind the first `count` bytes.
  func cut(to count: Int) {
    precondition(count <= self.count, "a buffer is cut to what it holds")
    self.count = count
  }

  private func makeRoom(for more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  private func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// Appends one byte.
  public func append(_ byte: UInt8) {
    makeRoom(for: 1)
    start[count] = byte
    count += 1
  }

  /// Appends bytes that lie elsewhere, not in this buffer.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// Appends the UTF-8 of a text.
  public func append(_ text: String) {
    // Not `withUTF8`, which wants a copy of its own, and copies of texts are counted.
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if isDone == nil { for byte in text.utf8 { append(byte) } }
  }

  /// Appends what stands before a value, and the value: an id, a date, a word, which need no escaping.
  public func append(_ before: String, _ value: String) {
    append(before)
    append(value)
  }

  func append(_ data: Data) {
    data.withUnsafeBytes { append($0.bindMemory(to: UInt8.self)) }
  }

  func append(bigEndian number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { append($0.bindMemory(to: UInt8.self)) }
  }

  /// Appends decimal digits.
  public func appendDigits(of number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var digits = 1
    var power: UInt64 = 10
    while digits < 19, rest >= power {
      digits += 1
      power *= 10
    }
    makeRoom(for: digits)
    for place in (count..<(count + digits)).reversed() {
      start[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Appends a text as JSON has it: in quotes, with an escape for what may not stand in a text as it is.
  public func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { text in
      append(0x22)
      if text.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
        for byte in text { appendEscaped(byte) }
      } else {
        append(text)
      }
      append(0x22)
    }
  }

  private func appendEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      append(0x5C)
      append(byte)
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0..<0x20:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 48 + digit : 87 + digit) }
    default: append(byte)
    }
  }

  /// Whether the bytes of one range sort before those of another.
  func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let order = memcmp(start + left.lowerBound, start + right.lowerBound, min(left.count, right.count))
    return order == 0 ? left.count < right.count : order < 0
  }
}
