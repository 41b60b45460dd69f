import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  @Suite("Projects that wait", .timeLimit(.minutes(3)))
  struct ParkedTests {
    @Test("go on when the edition is installed and the operator says so, without a restart")
    func retry() async throws {
      try await Stage.with([]) { stage in
        let (course, packs) = try await stage.parkedInFunding()
        let (listed, list) = try await stage.status(["parked", "list", "--lang", "en"])
        #expect(listed == 2, "the three that do not run are silent")
        #expect(list.contains(course.project.rawValue) && list.contains("intake/") && list.contains("not installed"))
        let (_, shown) = try await stage.status(["parked", "show", course.project.rawValue, "--service", "funding", "--json"])
        #expect(shown.contains("edition-not-installed") && shown.contains("jiugai.intake.project-opened.v1"))

        // Too early: nothing changes.
        #expect(try await stage.status(["parked", "retry", "--service", "funding"]).status == 1)
        try FileManager.default.copyItem(
          at: Installation.root.appendingPathComponent("Shared/Policy/Packs/yueqing"),
          to: packs.appendingPathComponent("yueqing"))
        #expect(try await stage.status(["parked", "retry", course.project.rawValue, "--service", "funding"]).status == 0)
        #expect(try await stage.health(.funding).parkedProjects == 0)
        #expect(try await stage.facts(of: course.project, in: .funding).contains(.eligible))
        #expect(await stage.installation.stop(.funding, within: .seconds(30))?.code == 0)
        let reading = try StoreReading(.funding, of: stage.installation)
        #expect(reading.faults == [])
        #expect(Set(reading.events.map(\.cause)).count == reading.events.count, "each event is heard once")
      }
    }

    @Test("are passed over with a reason that stands in the journal")
    func skip() async throws {
      try await Stage.with([]) { stage in
        let course = try await stage.parkedInFunding().course
        let events = try await stage.office.ask(ParkedEventsQuery<FundingContract>(project: course.project))
        let first = try #require(events.events.first)
        #expect(first.reason == "edition-not-installed" && events.count > 1)
        let event = "intake/\(first.sequence)"
        func skip(_ event: String, _ reason: String) async throws -> Int32 {
          try await stage.status([
            "parked", "skip", course.project.rawValue, "--service", "funding", "--event", event, "--reason", reason,
          ]).status
        }
        #expect(try await skip("intake/9999", "没有这一条") == 1)
        #expect(try await skip(event, "") == 64)
        #expect(try await skip(event, "试点项目，不在本系统核算") == 0)
        #expect(try await stage.health(.funding).parkedProjects == 0)
        #expect(try await stage.facts(of: course.project, in: .funding).contains(.eligible))
        #expect(await stage.installation.stop(.funding, within: .seconds(30))?.code == 0)
        let records = try StoreReading(.funding, of: stage.installation).events.filter { $0.type.contains("parked-skipped") }
        #expect(records.count == 1)
        #expect(records.first?.text.contains("试点项目，不在本系统核算") == true)
      }
    }
  }
}

extension Stage {
  /// Gives a service a folder of packs of its own, with our defaults and no city.
  func packsOfItsOwn(_ service: ServiceName) throws -> URL {
    let packs = folder.appendingPathComponent("packs-\(service.rawValue)")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
    let installed = Installation.root.appendingPathComponent("Shared/Policy/Packs")
    for name in try FileManager.default.contentsOfDirectory(atPath: installed.path) where name.hasSuffix(".yaml") {
      try FileManager.default.copyItem(at: installed.appendingPathComponent(name), to: packs.appendingPathComponent(name))
    }
    let config = folder.appendingPathComponent("config/\(service.rawValue).yaml")
    let lines = try String(contentsOf: config, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("packs:") }
    try (lines + ["packs: '\(packs.path)'", ""]).joined(separator: "\n").write(
      to: config, atomically: true, encoding: .utf8)
    return packs
  }

  /// Opens a project under an edition that funding does not have.
  ///
  /// - Returns: the project's course, and the folder in which funding would find the edition.
  func parkedInFunding() async throws -> (course: Course, packs: URL) {
    let packs = try packsOfItsOwn(.funding)
    try installation.start([.intake, .funding])
    try await installation.waitUntilReady(office, [.intake, .funding])
    let course = try await Course.opened(office)
    try await wait(until: "funding has parked the project") { try await health(.funding).parkedProjects == 1 }
    return (course, packs)
  }

  /// Runs `jiugai-status` as the operator.
  func status(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    try await Installation.run(
      installation.programs.appendingPathComponent("jiugai-status"), arguments,
      environment: ["JIUGAI_CONNECTION": installation.connectionFile.path])
  }
}
