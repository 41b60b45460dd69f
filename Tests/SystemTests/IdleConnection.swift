import Foundation

/// A TCP connection that is opened and says nothing.
struct IdleConnection {
  private let socket: Int32

  struct Failure: Error {}

  /// - Parameter endpoint: `tcp://127.0.0.1:5710`.
  init(to endpoint: String) throws {
    guard let port = endpoint.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw Failure() }
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard connected else { throw Failure() }
  }

  func close() { Foundation.close(socket) }
}
