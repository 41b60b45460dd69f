import Foundation

/// Encodes values as the one JSON form that is stored, hashed and sent: members sorted by name, nothing escaped that
/// need not be. The bytes are those of `JSONEncoder` with `.sortedKeys` and `.withoutEscapingSlashes`, in a fraction of
/// its time: this runs several times for every ballot. What it does not handle is left to `JSONEncoder`, and what writes
/// itself (`CompactWriting`) is let.
final class CompactEncoder {
  private let sink = CompactSink()
  private let general = JSONEncoder()

  init() {
    general.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func encode<Value: Encodable>(_ value: Value) throws -> Data {
    let buffer = begin()
    try append(value)
    return buffer.data
  }

  // MARK: By hand

  /// Begins a text that is written partly by hand: into the buffer returned, with `append(_:)` for its values.
  func begin() -> ByteBuffer {
    sink.bytes.cut(to: 0)
    return sink.bytes
  }

  func append<Value: Encodable>(_ value: Value) throws {
    if let value = value as? any CompactWriting { return value.write(to: sink.bytes) }
    let start = sink.bytes.count
    do { try sink.putWhole(value) } catch is CompactSink.NotHandled {
      sink.bytes.cut(to: start)
      sink.bytes.append(try general.encode(value))
    }
  }
}
