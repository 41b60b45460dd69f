import ClientKit
import DomainModel
import Foundation

/// Runs one service of an older build among newer others, and the other way round, through the whole of a project: half of
/// the story with the old program, half with the new one in its place. The ends must be those of a run with new ones alone.
struct UpgradeRun {
  let folder: URL
  let older: URL
  let service: ServiceName
  private let log = Protocol()

  init(folder: URL, older: URL, service: ServiceName) {
    self.folder = folder
    self.older = older
    self.service = service
  }

  /// - Returns: how much did not hold.
  func run() async throws -> Int {
    log.chapter("一、对照：全部用新版")
    let reference = try await tell([], as: "new", steps: nil)
    log.check(reference.reading.count > 50, "\(reference.steps) 步，\(reference.reading.count) 项事实")

    log.chapter("二、旧版 \(service.rawValue) 与新版其余四个同行，半途只升级它")
    try await compare([service], as: "old-among-new", reference)

    log.chapter("三、新版 \(service.rawValue) 与旧版其余四个同行，半途升级那四个")
    try await compare(ServiceName.allCases.filter { $0 != service }, as: "new-among-old", reference)
    return log.failures
  }

  private struct End {
    let reading: ProjectReading
    let steps: Int
  }

  private func compare(_ old: [ServiceName], as name: String, _ reference: End) async throws {
    let end = try await tell(old, as: name, steps: reference.steps)
    let differences = end.reading.differences(from: reference.reading)
    log.check(
      differences.isEmpty && end.steps == reference.steps, "\(end.steps) 步办完，\(end.reading.count) 项事实与对照一致",
      otherwise: differences.prefix(20).joined(separator: "\n"))
  }

  /// - Parameter old: the services that begin with the older program and are given the new one after half of the steps.
  private func tell(_ old: [ServiceName], as name: String, steps: Int?) async throws -> End {
    let programs = Dictionary(uniqueKeysWithValues: old.map { ($0, older) })
    let installation = try await Installation.started(in: folder.appendingPathComponent(name), replacing: programs)
    defer { installation.stopAll() }
    let story = InterruptedStory(installation: installation)
    if let steps, !old.isEmpty {
      _ = try await story.tell(before: steps / 2)
      for service in old {
        let code = installation.stop(service)
        log.check(code == 0, "\(service.rawValue) 停下，换新版")
        installation.otherPrograms[service] = nil
        try installation.start([service])
      }
      try await installation.ready()
    }
    guard let told = try await story.tell() else { throw InstallationFault("the story was broken off") }
    return End(reading: try await installation.reading(of: told.project), steps: told.steps)
  }
}
