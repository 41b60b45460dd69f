import CZeroMQ
import ClientKit
import DomainModel
import Foundation
import Messaging

/// A bare DEALER that sends whatever frames it is given, as a broken or hostile program would. It lives on the thread
/// that made it.
final class RawPeer {
  private let context: UnsafeMutableRawPointer
  private let socket: UnsafeMutableRawPointer

  struct Answer {
    let header: ReplyHeader
    let body: Data
  }

  struct Failure: Error { let call: String }

  /// Opens a connection with a client's keys, runs the body and closes it.
  static func with<Result>(
    _ service: ServiceName, of connection: Connection, as role: Role, _ body: (RawPeer) throws -> Result
  ) throws -> Result {
    let peer = try RawPeer(service, of: connection, as: role)
    defer { peer.close() }
    return try body(peer)
  }

  private init(_ service: ServiceName, of connection: Connection, as role: Role) throws {
    let endpoint = try connection.endpoint(of: service)
    let client = try connection.client(for: role)
    let keys = try CertificateFile.readPair(at: connection.folder.appendingPathComponent(client.certificate))
    guard let context = zmq_ctx_new(), let socket = zmq_socket(context, ZMQ_DEALER) else {
      throw Failure(call: "zmq_socket")
    }
    self.context = context
    self.socket = socket
    try set(ZMQ_LINGER, 0)
    try set(ZMQ_CURVE_SERVERKEY, endpoint.key)
    try set(ZMQ_CURVE_PUBLICKEY, keys.publicKey)
    try set(ZMQ_CURVE_SECRETKEY, keys.secretKey)
    guard zmq_connect(socket, endpoint.endpoint) == 0 else { throw Failure(call: "zmq_connect") }
  }

  private func close() {
    zmq_close(socket)
    zmq_ctx_term(context)
  }

  private func set(_ option: Int32, _ value: Int32) throws {
    var value = value
    guard zmq_setsockopt(socket, option, &value, MemoryLayout<Int32>.size) == 0 else { throw Failure(call: "zmq_setsockopt") }
  }

  private func set(_ option: Int32, _ text: String) throws {
    guard zmq_setsockopt(socket, option, text, text.utf8.count) == 0 else { throw Failure(call: "zmq_setsockopt") }
  }

  func send(_ frames: [Data]) throws {
    for (place, frame) in frames.enumerated() {
      let flag = place < frames.count - 1 ? ZMQ_SNDMORE : 0
      let sent = frame.withUnsafeBytes { zmq_send(socket, $0.baseAddress, $0.count, flag) }
      guard sent >= 0 else { throw Failure(call: "zmq_send") }
    }
  }

  /// The next answer, or nil when none comes within the time.
  func answer(within milliseconds: Int32 = 5000) throws -> Answer? {
    try set(ZMQ_RCVTIMEO, milliseconds)
    var frames: [Data] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<8 {
      let length = zmq_recv(socket, &buffer, buffer.count, 0)
      guard length >= 0 else { return nil }
      frames.append(Data(buffer[..<Int(length)]))
      var more: Int32 = 0
      var size = MemoryLayout<Int32>.size
      zmq_getsockopt(socket, ZMQ_RCVMORE, &more, &size)
      if more == 0 { break }
    }
    guard frames.count == 4 else { return nil }
    return Answer(header: try ReplyHeader(wire: frames[2]), body: frames[3])
  }

  /// Sends one message of four frames and gives its answer.
  func ask(_ kind: String, header: Data, body: Data) throws -> Answer? {
    try send([Data(), Data("JG1/\(kind)".utf8), header, body])
    return try answer()
  }
}
