import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// Services of one folder, as real processes with keys of their own: made for one benchmark and thrown away with it.
final class Rig {
  let folder: URL
  private let programs: URL
  private var processes: [ServiceName: Process] = [:]
  private var endpoints: [ServiceName: String] = [:]
  private let context = Result { try MessagingContext() }
  private let client: CurveKeyPair
  static let source = "urn:jiugai:bench"

  /// - Parameter services: those that exist here; each reads the feeds of the others.
  init(folder: URL, services: [ServiceName]) throws {
    self.folder = folder
    programs = try Rig.programs()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    client = try CurveKeyPair.generate()
    for service in services { endpoints[service] = "tcp://127.0.0.1:\(try Rig.freePort())" }
    try writeKeys(of: services)
    try services.forEach(writeConfiguration)
  }

  private static func programs() throws -> URL {
    if let named = ProcessInfo.processInfo.environment["JIUGAI_PROGRAMS"] { return URL(fileURLWithPath: named) }
    guard let own = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      throw BenchFault("the benchmark does not know where it stands; set JIUGAI_PROGRAMS")
    }
    return own.deletingLastPathComponent()
  }

  // MARK: Files

  func store(of service: ServiceName) -> URL { folder.appendingPathComponent("stores/\(service.rawValue)") }

  private func keys(of service: ServiceName) -> URL { folder.appendingPathComponent("keys/\(service.rawValue)") }

  /// The key of a service's vault, to write into its store while it is not running.
  func vaultKey(of service: ServiceName) throws -> VaultKey {
    try VaultKey(file: keys(of: service).appendingPathComponent("vault.key"))
  }

  private func writeKeys(of services: [ServiceName]) throws {
    var principals = "principals:\n"
    for service in services {
      let pair = try CurveKeyPair.generate()
      for other in services {
        let folder = keys(of: other)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if other == service {
          _ = try CertificateFile.write(pair, name: service.rawValue, in: folder)
          _ = try VaultKey.create(file: folder.appendingPathComponent("vault.key"))
        } else {
          let line = "curve\n    public-key = \"\(pair.publicKey)\"\n"
          try line.write(to: folder.appendingPathComponent("\(service.rawValue).key"), atomically: true, encoding: .utf8)
        }
      }
      principals += """
          - key: "\(pair.publicKey)"
            organisation: \(service.rawValue)
            source: "urn:jiugai:\(service.rawValue)"
            roles: [service]

        """
    }
    principals += """
        - key: "\(client.publicKey)"
          organisation: bench
          source: "\(Rig.source)"
          roles: [\(Role.subdistrict.rawValue), \(Role.systemOperator.rawValue)]
          divisions: ["330382"]
          clerk: clerk-1

      """
    try principals.write(to: folder.appendingPathComponent("principals.yaml"), atomically: true, encoding: .utf8)
  }

  private func writeConfiguration(of service: ServiceName) throws {
    var lines = [
      "listen: \"\(try endpoint(of: service))\"", "store: \"\(store(of: service).path)\"",
      "keys: \"\(keys(of: service).path)\"", "principals: \"\(folder.appendingPathComponent("principals.yaml").path)\"",
      "log-level: notice",
    ]
    for other in ServiceName.allCases where other != service {
      lines.append("feeds.\(other.rawValue).endpoint: \"\(endpoints[other] ?? "")\"")
    }
    let file = folder.appendingPathComponent("\(service.rawValue).yaml")
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// A port that was free a moment ago.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard status == 0 else { throw BenchFault("no free port on loopback") }
    return UInt16(bigEndian: address.sin_port)
  }

  // MARK: Processes

  func start(_ service: ServiceName) throws {
    let process = Process()
    process.executableURL = programs.appendingPathComponent("jiugai-\(service.rawValue)")
    process.arguments = ["--config", folder.appendingPathComponent("\(service.rawValue).yaml").path]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    processes[service] = process
  }

  func stop(_ service: ServiceName) throws {
    guard let process = processes.removeValue(forKey: service) else { return }
    process.terminate()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFault("\(service.rawValue) ended with \(process.terminationStatus)")
    }
  }

  func stopAll() throws {
    for service in processes.keys { try stop(service) }
  }

  func process(of service: ServiceName) -> Int32 { processes[service]?.processIdentifier ?? 0 }

  /// Memory of the process that is in RAM: what is its own and, of files, what it has mapped.
  func residentMiB(of service: ServiceName) -> Int {
    let text = Machine.value(of: "VmRSS", in: "/proc/\(process(of: service))/status") ?? "0"
    return (Int(text.split(separator: " ").first ?? "0") ?? 0) / 1024
  }

  /// Asks until the service answers; nanoseconds from the call.
  func waitUntilReady(_ service: ServiceName) throws -> Int {
    let watch = Stopwatch()
    let line = try pipeline(to: service)
    defer { line.close() }
    _ = try line.ask(Prepared(kind: .ping, header: header("ping", id: "ready").wire(), body: Data("{}".utf8)))
    return watch.nanoseconds
  }

  // MARK: Connections

  func endpoint(of service: ServiceName) throws -> String {
    guard let endpoint = endpoints[service] else { throw BenchFault("there is no \(service.rawValue) here") }
    return endpoint
  }

  func pipeline(to service: ServiceName, connections: Int = 1, inFlight: Int = 32) throws -> Pipeline {
    let key = try CertificateFile.readPublicKey(at: keys(of: service).appendingPathComponent("\(service.rawValue).key"))
    return try Pipeline(
      context: try context.get(), endpoint: try endpoint(of: service), serverKey: key, keys: client,
      connections: connections, inFlight: inFlight)
  }

  private func header(_ type: String, id: String) -> RequestHeader { RequestHeader(id: id, source: Rig.source, type: type) }

  /// Ends what runs and removes the folder.
  func tearDown(keeping: Bool) throws {
    try stopAll()
    try context.get().terminate()
    if !keeping { try FileManager.default.removeItem(at: folder) }
  }
}
