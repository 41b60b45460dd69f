import Foundation

/// A value inside a JSON text that `StrictJSON` has passed; reading it relies on that.
struct JSONSlice {
  private let bytes: UnsafeRawBufferPointer

  /// The value of a whole text.
  init(whole text: UnsafeRawBufferPointer) {
    var start = 0
    var end = text.count
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
    bytes = UnsafeRawBufferPointer(rebasing: text[start..<end])
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isNull: Bool { bytes.first == 0x6E }

  /// The string, or `nil` if the value is none.
  func text() -> String? {
    guard bytes.first == 0x22 else { return nil }
    return Self.unescaped(UnsafeRawBufferPointer(rebasing: bytes[1..<(bytes.count - 1)]))
  }

  /// The integer, or `nil` if the value is none.
  func integer() -> Int? {
    guard let first = bytes.first, first == 0x2D || first &- 0x30 < 10 else { return nil }
    var magnitude = 0
    for byte in bytes where byte != 0x2D { magnitude = magnitude * 10 + Int(byte - 0x30) }
    return first == 0x2D ? -magnitude : magnitude
  }

  /// The truth value, or `nil` if the value is none.
  func flag() -> Bool? {
    switch bytes.first {
    case 0x74: true
    case 0x66: false
    default: nil
    }
  }

  /// The members in their order, or `nil` if the value is no object.
  func members() -> Members? {
    bytes.first == 0x7B ? Members(bytes) : nil
  }

  /// The elements in their order, or `nil` if the value is no array.
  func elements() -> [JSONSlice]? {
    guard bytes.first == 0x5B else { return nil }
    var elements: [JSONSlice] = []
    var position = 1
    while true {
      Self.skip(bytes, &position)
      if bytes[position] == 0x5D { return elements }
      elements.append(Self.value(bytes, &position))
    }
  }

  /// Walks over the members of an object.
  struct Members {
    private let bytes: UnsafeRawBufferPointer
    private var position = 1

    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
    }

    mutating func next() -> (name: String, value: JSONSlice)? {
      JSONSlice.skip(bytes, &position)
      guard bytes[position] == 0x22 else { return nil }
      let name = JSONSlice.value(bytes, &position).text() ?? ""
      JSONSlice.skip(bytes, &position)
      return (name, JSONSlice.value(bytes, &position))
    }
  }

  // MARK: Walking

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Passes over white space, commas and colons: the strict check has seen that they are where they belong.
  fileprivate static func skip(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) {
    while isSpace(bytes[position]) || bytes[position] == 0x2C || bytes[position] == 0x3A { position += 1 }
  }

  fileprivate static func value(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> JSONSlice {
    let start = position
    var depth = 0
    repeat {
      switch bytes[position] {
      case 0x22:
        position += 1
        while bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
        position += 1
      case 0x7B, 0x5B:
        depth += 1
        position += 1
      case 0x7D, 0x5D:
        depth -= 1
        position += 1
      default:
        position += 1
        // Inside an object or array every byte is passed over alike; a lone number or word ends where its letters do.
        if depth == 0 { while position < bytes.count, isWord(bytes[position]) { position += 1 } }
      }
    } while depth > 0
    return JSONSlice(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 26 }

  // MARK: Texts

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The text between two quotes.
  static func unescaped(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var text = ""
    var position = 0
    func unit(at place: Int) -> UInt16 {
      bytes[place..<(place + 4)].reduce(0) { $0 << 4 | UInt16(hexValue($1) ?? 0) }
    }
    while position < bytes.count {
      if bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
        units.append(unit(at: position + 2))
        position += 6
        continue
      }
      text += String(decoding: units, as: UTF16.self)
      units.removeAll(keepingCapacity: true)
      if bytes[position] == 0x5C {
        switch bytes[position + 1] {
        case 0x6E: text += "\n"
        case 0x74: text += "\t"
        case let letter: text.unicodeScalars.append(UnicodeScalar(letter))
        }
        position += 2
      } else {
        let end = bytes[position...].firstIndex(of: 0x5C) ?? bytes.count
        text += String(decoding: bytes[position..<end], as: UTF8.self)
        position = end
      }
    }
    return text + String(decoding: units, as: UTF16.self)
  }
}
