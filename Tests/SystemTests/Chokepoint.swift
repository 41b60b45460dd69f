import Foundation
import Synchronization

/// A wire with a hand on it: it carries TCP connections to a service and can let them go dead without a word, as a pulled
/// cable does, or cut them.
final class Chokepoint: Sendable {
  /// `tcp://127.0.0.1:PORT`, to be used in place of the service's own endpoint.
  let endpoint: String
  private let listener: Int32
  private let upstream: UInt16
  private let pairs = Mutex<[Pair]>([])

  /// One connection and its continuation to the service.
  private final class Pair: Sendable {
    let client: Int32
    let server: Int32
    /// What arrives from now on is read and thrown away.
    let isDead = Atomic(false)
    private let open = Atomic(2)

    init(client: Int32, server: Int32) {
      self.client = client
      self.server = server
    }

    /// One direction has ended: the other is told; when both have, the sockets go.
    func endOne() {
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
      if open.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
        Foundation.close(client)
        Foundation.close(server)
      }
    }
  }

  struct Failure: Error { let call: String }

  /// - Parameter endpoint: the service's, `tcp://127.0.0.1:5710`.
  init(before endpoint: String) throws {
    guard let port = endpoint.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw Failure(call: "port") }
    upstream = port
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Chokepoint.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listener, generic, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, generic, &length) == 0
      }
    }
    guard bound else { throw Failure(call: "listen") }
    self.listener = listener
    self.endpoint = "tcp://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        take(client)
      }
    }
  }

  /// Lets every present connection go dead: it stays open and nothing comes through any more. New ones work.
  func goDead() { pairs.withLock { for pair in $0 { pair.isDead.store(true, ordering: .releasing) } } }

  /// Cuts every present connection.
  func cut() {
    pairs.withLock { pairs in
      for pair in pairs {
        shutdown(pair.client, Int32(SHUT_RDWR))
        shutdown(pair.server, Int32(SHUT_RDWR))
      }
      pairs.removeAll()
    }
  }

  /// How many connections were carried that have not been cut.
  var count: Int { pairs.withLock(\.count) }

  func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    Foundation.close(listener)
    cut()
  }

  private func take(_ client: Int32) {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Chokepoint.loopback(port: upstream)
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard connected else {
      Foundation.close(client)
      Foundation.close(server)
      return
    }
    let pair = Pair(client: client, server: server)
    pairs.withLock { $0.append(pair) }
    Thread.detachNewThread { Chokepoint.carry(from: client, to: server, pair) }
    Thread.detachNewThread { Chokepoint.carry(from: server, to: client, pair) }
  }

  private static func carry(from source: Int32, to target: Int32, _ pair: Pair) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    carrying: while true {
      let count = recv(source, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      if pair.isDead.load(ordering: .acquiring) { continue }
      var sent = 0
      while sent < count {
        let step = buffer.withUnsafeBytes { send(target, $0.baseAddress?.advanced(by: sent), count - sent, Int32(MSG_NOSIGNAL)) }
        guard step > 0 else { break carrying }
        sent += step
      }
    }
    pair.endOne()
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
