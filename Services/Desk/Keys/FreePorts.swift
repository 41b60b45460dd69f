import DomainModel
import Foundation

/// Ports for the five services.
enum FreePorts {
  /// The usual places: ten apart, in the order of the services.
  static func from(base: Int) -> [ServiceName: Int] {
    var ports: [ServiceName: Int] = [:]
    for (index, service) in ServiceName.allCases.enumerated() { ports[service] = base + 10 * index }
    return ports
  }

  /// Ports that nobody on this machine uses at the moment, by chance, and below those that the system gives to outgoing
  /// connections: one of these could take a service's port while it is being started again. All are held until the last
  /// is found, so that none is given twice.
  static func any() throws -> [ServiceName: Int] {
    var held: [Int32] = []
    defer { for descriptor in held { close(descriptor) } }
    var ports: [ServiceName: Int] = [:]
    for service in ServiceName.allCases {
      for _ in 0..<1000 where ports[service] == nil {
        let port = Int.random(in: 15_000..<32_000)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw fault() }
        held.append(descriptor)
        if bind(descriptor, to: port) { ports[service] = port }
      }
      guard ports[service] != nil else { throw fault() }
    }
    return ports
  }

  private static func bind(_ descriptor: Int32, to port: Int) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Foundation.bind(descriptor, $0, length) == 0 }
    }
  }

  private static func fault() -> DeskFault {
    let why = String(cString: strerror(errno))
    return .rejected("no-port", zh: "找不到空闲端口：\(why)。", en: "No free port was found: \(why).")
  }
}
