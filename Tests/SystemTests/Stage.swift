import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

/// An installation in a folder of its own with a client for it. When the test is over, well or not, everything that was
/// started is ended and the folder goes; JIUGAI_KEEP leaves it for a look at the logs.
final class Stage {
  let installation: Installation
  let office: Office
  let folder: URL

  private init(patience: Duration) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-\(UUID().uuidString.prefix(8))")
    installation = Installation(folder: folder)
    try await installation.prepare()
    office = try Office(try installation.connection(), deadline: patience)
  }

  /// Makes an installation, starts some of its services, waits until they answer, and runs the test.
  ///
  /// - Parameter patience: how long a request is tried before it counts as unanswered.
  static func with(
    _ services: [ServiceName] = ServiceName.allCases, patience: Duration = .seconds(30), _ test: (Stage) async throws -> Void
  ) async throws {
    let stage = try await Stage(patience: patience)
    do {
      try stage.installation.start(services)
      try await stage.installation.waitUntilReady(stage.office, services)
      try await test(stage)
    } catch {
      await stage.end(failed: true)
      throw error
    }
    await stage.end(failed: false)
  }

  private func end(failed: Bool) async {
    office.close()
    await installation.endAll()
    if failed || ProcessInfo.processInfo.environment["JIUGAI_KEEP"] != nil { tellLogs() }
    if ProcessInfo.processInfo.environment["JIUGAI_KEEP"] == nil { try? FileManager.default.removeItem(at: folder) }
  }

  /// The last lines of each log: enough to see why a service went.
  private func tellLogs() {
    for service in ServiceName.allCases {
      guard let text = try? String(contentsOf: installation.log(of: service), encoding: .utf8), !text.isEmpty else { continue }
      let last = text.split(separator: "\n").suffix(8).joined(separator: "\n")
      FileHandle.standardError.write(Data("--- \(service.rawValue), \(folder.path)\n\(last)\n".utf8))
    }
  }

  // MARK: Waiting

  /// Asks until the answer is yes, at most for `limit`, and once more when that is over: on a busy machine the sleep between
  /// two questions may take longer than the whole limit.
  func wait(
    until what: Comment, within limit: Duration = .seconds(30), _ isSo: () async throws -> Bool,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    let clock = ContinuousClock()
    let end = clock.now + limit
    while true {
      let isLast = clock.now >= end
      if try await isSo() { return }
      if isLast { break }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("not within \(limit): \(what)", sourceLocation: place)
    throw NotInTime()
  }

  /// Lets a service fall over as by a fault of its own, and waits until it is gone.
  ///
  /// The runtime takes a signal that comes from outside as a crash, tells of it, and goes on; the next one is not caught. One
  /// that came while it still tells would find it holding its own lock.
  func crash(_ service: ServiceName) async throws {
    let log = installation.log(of: service)
    installation.signal(service, SIGABRT)
    try await wait(until: "\(service) has told of its crash", within: .seconds(60)) {
      guard installation.isRunning(service) else { return true }
      return try String(contentsOf: log, encoding: .utf8).contains("Backtrace took")
    }
    try await Task.sleep(for: .milliseconds(200))
    installation.signal(service, SIGABRT)
    try await wait(until: "\(service) has fallen over", within: .seconds(30)) { !installation.isRunning(service) }
  }

  /// Waits until each of the services has read all that the others have recorded, and nothing moves any more.
  func settle(_ services: [ServiceName] = ServiceName.allCases, within limit: Duration = .seconds(60)) async throws {
    var last: [ServiceName: Int64] = [:]
    try await wait(until: "all have heard each other", within: limit) {
      var heads: [ServiceName: Int64] = [:]
      var heard: [Health] = []
      for service in services {
        let health = try await health(service)
        heads[service] = health.head
        heard.append(health)
      }
      defer { last = heads }
      guard heads == last else { return false }
      return heard.allSatisfy { health in
        health.feeds.allSatisfy { position in heads[position.feed].map { position.sequence >= $0 } ?? true }
      }
    }
  }

  func health(_ service: ServiceName) async throws -> Health { try await Health.ask(service, office) }

  func head(_ service: ServiceName) async throws -> Int64 { try await health(service).head }

  /// Bytes of memory that a service's process has in use.
  func memory(of service: ServiceName) throws -> Int {
    let number = try String(contentsOf: folder.appendingPathComponent("\(service.rawValue).pid"), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let status = try String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { throw NotInTime() }
    return kibibytes * 1024
  }

  struct NotInTime: Error {}
}

extension Installation {
  /// Ends whatever runs: politely for ten seconds, then not.
  nonisolated(nonsending) func endAll() async {
    let left = ServiceName.allCases.filter(isRunning)
    for service in left { signal(service, SIGTERM) }
    for _ in 0..<500 where left.contains(where: isRunning) { try? await Task.sleep(for: .milliseconds(20)) }
    for service in left { kill(service) }
  }

  /// Sends a running service a signal without waiting for what it does.
  func signal(_ service: ServiceName, _ signal: Int32) {
    guard isRunning(service),
      let text = try? String(contentsOf: folder.appendingPathComponent("\(service.rawValue).pid"), encoding: .utf8),
      let id = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return }
    _ = Foundation.kill(id, signal)
  }

  /// Asks a service to stop and waits, at most for `limit`; nil when it is still running then.
  func stop(_ service: ServiceName, within limit: Duration) async -> (code: Int32, took: Duration)? {
    let clock = ContinuousClock()
    let begun = clock.now
    signal(service, SIGTERM)
    while clock.now - begun < limit {
      if !isRunning(service) { return (stop(service) ?? 0, clock.now - begun) }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }
}
