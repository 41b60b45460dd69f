import ClientKit
import Contracts
import DomainModel
import Foundation

/// Five services on loopback in a folder of their own: made, started, killed and looked after by the demo and the tests.
public final class Installation {
  public let workplace: Workplace
  private var running: [ServiceName: Process] = [:]
  /// Folders of executables for services that are to run another build than the rest.
  public var otherPrograms: [ServiceName: URL] = [:]

  /// - Parameters:
  ///   - folder: where keys, settings, stores and logs go; made when missing.
  ///   - programs: the folder of the built executables.
  public init(folder: URL, programs: URL = Installation.builtPrograms()) {
    workplace = Workplace(folder: folder, programs: programs)
  }

  public var folder: URL { workplace.folder }

  public var programs: URL { workplace.programs }

  /// The executables in the folder that JIUGAI_PROGRAMS names, those beside this one, or those of a debug build of this checkout.
  public static func builtPrograms() -> URL {
    if let named = ProcessInfo.processInfo.environment["JIUGAI_PROGRAMS"] { return URL(fileURLWithPath: named) }
    if let own = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent(),
      FileManager.default.isExecutableFile(atPath: own.appendingPathComponent("jiugai-intake").path)
    {
      return own
    }
    return root.appendingPathComponent(".build/debug")
  }

  /// The checkout that this source stands in.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  public var connectionFile: URL { workplace.connectionFile }

  public func connection() throws -> Connection { try workplace.connection() }

  public func store(of service: ServiceName) -> URL { folder.appendingPathComponent("stores/\(service.rawValue)") }

  public func log(of service: ServiceName) -> URL { folder.appendingPathComponent("logs/\(service.rawValue).log") }

  // MARK: Making

  /// Makes keys, settings and `connection.json`; a folder that has them is left as it is.
  public func prepare() async throws {
    guard !FileManager.default.fileExists(atPath: connectionFile.path) else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (status, output) = try await Installation.run(
      programs.appendingPathComponent("jiugai"), ["keys", "installation", folder.path, "--any-port", "--prefix", "sample"])
    guard status == 0 else { throw InstallationFault("jiugai keys installation ended with \(status): \(output)") }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("logs"), withIntermediateDirectories: true)
  }

  // MARK: Running

  public func start(_ services: [ServiceName] = ServiceName.allCases) throws {
    for service in services where running[service]?.isRunning != true {
      let process = Process()
      process.executableURL = (otherPrograms[service] ?? programs).appendingPathComponent("jiugai-\(service.rawValue)")
      process.arguments = ["--config", folder.appendingPathComponent("config/\(service.rawValue).yaml").path]
      let log = log(of: service)
      if !FileManager.default.fileExists(atPath: log.path) {
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
      }
      let handle = try FileHandle(forWritingTo: log)
      try handle.seekToEnd()
      process.standardError = handle
      process.standardOutput = handle
      process.standardInput = FileHandle.nullDevice
      try process.run()
      running[service] = process
      try "\(process.processIdentifier)\n".write(
        to: folder.appendingPathComponent("\(service.rawValue).pid"), atomically: true, encoding: .utf8)
    }
  }

  public func isRunning(_ service: ServiceName) -> Bool { running[service]?.isRunning == true }

  /// Whether a service of this folder runs that another process started: its number stands in the folder.
  public func runsAlready(_ service: ServiceName) -> Bool {
    guard
      let noted = try? String(contentsOf: folder.appendingPathComponent("\(service.rawValue).pid"), encoding: .utf8),
      let pid = Int32(noted.trimmingCharacters(in: .whitespacesAndNewlines)),
      let line = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/cmdline"))
    else { return false }
    let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return words.first?.hasSuffix("/jiugai-\(service.rawValue)") == true
      && words.contains(folder.appendingPathComponent("config/\(service.rawValue).yaml").path)
  }

  /// Ends a service as a power cut would.
  public func kill(_ service: ServiceName) {
    guard let process = running[service], process.isRunning else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    running[service] = nil
  }

  /// Asks a service to stop and waits for it; gives its exit code, or nil when it was not running.
  @discardableResult
  public func stop(_ service: ServiceName) -> Int32? {
    guard let process = running[service], process.isRunning else { return nil }
    process.terminate()
    process.waitUntilExit()
    running[service] = nil
    return process.terminationStatus
  }

  public func stopAll() {
    for process in running.values where process.isRunning { process.terminate() }
    for process in running.values { process.waitUntilExit() }
    running.removeAll()
  }

  /// Leaves the services running when this process ends.
  public func release() { running.removeAll() }

  /// Waits until every service answers, at most a minute for each: on a busy machine a start takes longer than the
  /// client's patience with one request.
  public func waitUntilReady(_ office: Office, _ services: [ServiceName] = ServiceName.allCases) async throws {
    for service in services {
      let end = ContinuousClock.now + .seconds(60)
      while true {
        do {
          _ = try await Health.ask(service, office)
          break
        } catch ClientFault.noAnswer where ContinuousClock.now < end && running[service]?.isRunning != false {}
      }
    }
  }

  // MARK: Tools

  /// Runs a program to its end and gives its exit code and what it printed, on both of its streams.
  ///
  /// The waiting is done on a thread of its own: Swift's tasks have no more threads than the machine has cores, and one that
  /// waited there for a program would keep everything else waiting with it.
  public static func run(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) async throws
    -> (status: Int32, output: String)
  {
    try await withCheckedThrowingContinuation { ended in
      Thread.detachNewThread { ended.resume(with: Result { try runHere(program, arguments, environment: environment) }) }
    }
  }

  private static func runHere(_ program: URL, _ arguments: [String], environment: [String: String]) throws
    -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Runs `jiugai` against this installation.
  public func desk(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    try await workplace.desk(arguments)
  }
}

public struct InstallationFault: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

extension Health {
  /// Asks a service how it is.
  public static func ask(_ service: ServiceName, _ office: Office) async throws -> Health {
    switch service {
    case .intake: try await office.ask(HealthQuery<IntakeContract>())
    case .voting: try await office.ask(HealthQuery<VotingContract>())
    case .funding: try await office.ask(HealthQuery<FundingContract>())
    case .approvals: try await office.ask(HealthQuery<ApprovalsContract>())
    case .supervision: try await office.ask(HealthQuery<SupervisionContract>())
    }
  }
}
