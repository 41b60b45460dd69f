import Foundation
import Synchronization

/// Keys of a terminal that sends them one by one.
public enum Keyboard {
  /// A key that means something here.
  public enum Key: Hashable, Sendable {
    case quit, up, down, pageUp, pageDown, home, end, refresh
  }

  /// The keys of one read, in order; what means nothing is left out.
  public static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      guard byte == 0x1B else {
        if let key = plain(byte) { keys.append(key) }
        continue
      }
      // Escape, then `[` or `O`, figures, and a letter or a tilde; anything else is the Escape key itself.
      guard let kind = rest.first, kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else { continue }
      let sequence = rest.dropFirst()
      guard let end = sequence.firstIndex(where: { $0 >= 0x40 && $0 <= 0x7E }) else { break }
      if let key = named(Array(sequence[...end])) { keys.append(key) }
      rest = sequence[(end + 1)...]
    }
    return keys
  }

  /// Keys as they are pressed, for as long as somebody listens. A thread of its own waits for them: a read that waits
  /// would hold up others.
  public static func presses() -> AsyncStream<Key> {
    AsyncStream(bufferingPolicy: .bufferingNewest(64)) { continuation in
      let listener = Listener()
      continuation.onTermination = { _ in listener.end() }
      Thread.detachNewThread {
        while !listener.isOver {
          var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
          guard poll(&descriptor, 1, 200) > 0 else { continue }
          var bytes = [UInt8](repeating: 0, count: 64)
          let count = read(0, &bytes, bytes.count)
          if count < 0, errno == EINTR { continue }
          // The terminal is gone.
          guard count > 0 else { break }
          for key in keys(in: Array(bytes[..<count])) { continuation.yield(key) }
        }
        continuation.yield(.quit)
        continuation.finish()
      }
    }
  }

  /// Whether anybody still listens.
  private final class Listener: Sendable {
    private let over = Mutex(false)
    var isOver: Bool { over.withLock { $0 } }
    func end() { over.withLock { $0 = true } }
  }

  private static func plain(_ byte: UInt8) -> Key? {
    switch byte {
    // q, Q, Ctrl-C, Ctrl-D
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x03, 0x04: .quit
    case UInt8(ascii: "k"): .up
    case UInt8(ascii: "j"), 0x0D, 0x0A: .down
    case UInt8(ascii: " "), UInt8(ascii: "f"): .pageDown
    case UInt8(ascii: "b"): .pageUp
    case UInt8(ascii: "g"): .home
    case UInt8(ascii: "G"): .end
    case UInt8(ascii: "r"), 0x0C: .refresh
    default: nil
    }
  }

  private static func named(_ sequence: [UInt8]) -> Key? {
    switch String(decoding: sequence, as: UTF8.self) {
    case "A": .up
    case "B": .down
    case "5~": .pageUp
    case "6~": .pageDown
    case "H", "1~": .home
    case "F", "4~": .end
    default: nil
    }
  }
}
