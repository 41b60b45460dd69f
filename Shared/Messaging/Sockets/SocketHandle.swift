import CZeroMQ
import Foundation

/// One libzmq socket and the buffer its frames are received into; lives and dies on one thread.
///
/// It is closed by name, never in `deinit`: that could run on any thread.
final class SocketHandle {
  private let context: MessagingContext
  private var socket: UnsafeMutableRawPointer?
  /// libzmq wants a message to stay where it is, so it lives in memory of its own, never in a Swift value that moves.
  private let message: UnsafeMutablePointer<zmq_msg_t>

  init(_ context: MessagingContext, type: Int32) throws {
    self.context = context
    socket = try context.makeSocket(type)
    message = .allocate(capacity: 1)
    zmq_msg_init(message)
  }

  deinit {
    zmq_msg_close(message)
    message.deallocate()
  }

  /// The raw socket, `nil` once closed.
  var pointer: UnsafeMutableRawPointer? { socket }

  func close() {
    guard let socket else { return }
    self.socket = nil
    context.close(socket)
  }

  // MARK: Options

  func set(_ option: Int32, _ value: Int32) throws {
    var value = value
    try check(zmq_setsockopt(socket, option, &value, MemoryLayout<Int32>.size), "zmq_setsockopt \(option)")
  }

  func set(_ option: Int32, _ value: Int64) throws {
    var value = value
    try check(zmq_setsockopt(socket, option, &value, MemoryLayout<Int64>.size), "zmq_setsockopt \(option)")
  }

  func set(_ option: Int32, _ text: String) throws {
    try check(text.withCString { zmq_setsockopt(socket, option, $0, strlen($0)) }, "zmq_setsockopt \(option)")
  }

  func text(_ option: Int32) throws -> String {
    var buffer = [CChar](repeating: 0, count: 1024)
    var size = buffer.count
    try check(zmq_getsockopt(socket, option, &buffer, &size), "zmq_getsockopt \(option)")
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func bind(_ endpoint: String) throws {
    try check(zmq_bind(socket, endpoint), "zmq_bind \(endpoint)")
  }

  func connect(_ endpoint: String) throws {
    try check(zmq_connect(socket, endpoint), "zmq_connect \(endpoint)")
  }

  func monitor(_ endpoint: String?, events: Int32) throws {
    try check(zmq_socket_monitor(socket, endpoint, events), "zmq_socket_monitor")
  }

  private func check(_ result: Int32, _ call: @autoclosure () -> String) throws {
    guard result == 0 else { throw MessagingError.last(call()) }
  }

  // MARK: Frames

  /// Receives the next frame into the buffer without waiting; `false` when there is none.
  ///
  /// libzmq hands a message over whole: after its first frame the others are there.
  func receive() throws -> Bool {
    guard let socket else { throw MessagingError.terminated }
    while zmq_msg_recv(message, socket, ZMQ_DONTWAIT) < 0 {
      switch zmq_errno() {
      case EINTR: continue
      case EAGAIN: return false
      default: throw MessagingError.last("zmq_msg_recv")
      }
    }
    return true
  }

  /// The bytes of the frame received last; good until the next call of `receive()`.
  var frame: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))
  }

  /// Whether the message of the frame received last goes on.
  var hasMore: Bool { zmq_msg_more(message) != 0 }

  /// The Z85 key that the ZAP handler gave for the sender of this frame; `nil` if libzmq does not tell it here.
  var userID: String? {
    guard let text = zmq_msg_gets(message, "User-Id") else { return nil }
    return String(cString: text)
  }

  /// Skips what is left of the message whose frame was received last.
  func skipRest() throws {
    while hasMore { guard try receive() else { return } }
  }

  /// Sends one frame without waiting; `false` when the socket does not take it.
  func send(_ bytes: UnsafeRawBufferPointer, more: Bool) -> Bool {
    guard let socket else { return false }
    let flags = more ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
    while zmq_send(socket, bytes.baseAddress, bytes.count, flags) < 0 {
      guard zmq_errno() == EINTR else { return false }
    }
    return true
  }

  func send(_ data: Data, more: Bool) -> Bool {
    data.withUnsafeBytes { send($0, more: more) }
  }

  func send(_ text: StaticString, more: Bool) -> Bool {
    send(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), more: more)
  }

  func send(_ bytes: [UInt8], more: Bool) -> Bool {
    bytes.withUnsafeBytes { send($0, more: more) }
  }
}
