import Foundation

/// Writes a flat JSON object, member by member; absent values are left out.
struct HeaderWriter {
  private var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(512)
    bytes.append(0x7B)
  }

  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    begin(name)
    bytes.append(0x22)
    for byte in value.utf8 { append(byte) }
    bytes.append(0x22)
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    begin(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func finish() -> Data {
    bytes.append(0x7D)
    return Data(bytes)
  }

  private mutating func begin(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(0x2C) }
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
    case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    // The other side refuses these; but what goes out is JSON all the same.
    case 0..<0x20: bytes.append(contentsOf: String(format: "\\u%04x", Int(byte)).utf8)
    default: bytes.append(byte)
    }
  }
}
