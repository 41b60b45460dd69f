import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  @Suite("An old copy does not bring erased people back", .timeLimit(.minutes(4)))
  struct RestoredErasureTests {
    @Test("it is not served before it begins an epoch, and begins it without them")
    func restored() async throws {
      try await Stage.with([.intake]) { stage in
        let course = try await Course.opened(stage.office)
        let store = stage.installation.store(of: .intake)
        let copy = stage.folder.appendingPathComponent("copy-of-intake")
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        try FileManager.default.copyItem(at: store, to: copy)
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        #expect(try await held(stage, course) == ["name", "post"])
        try await stage.office.send(
          ErasePerson<IntakeContract>(project: course.project, person: "p-1", reason: "本人申请删除"), as: .subdistrict,
          on: "2024-03-01")
        #expect(try await held(stage, course) == [])
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let log = stage.folder.appendingPathComponent("stores/intake-erasures/erasures.log")
        let noted = try String(contentsOf: log, encoding: .utf8)
        #expect(noted.contains(#""subject":"p-1""#))

        try FileManager.default.removeItem(at: store)
        try FileManager.default.copyItem(at: copy, to: store)
        let program = stage.installation.programs.appendingPathComponent("jiugai-intake")
        let config = ["--config", stage.folder.appendingPathComponent("config/intake.yaml").path]
        let (refused, why) = try await Installation.run(program, config)
        #expect(refused == 70 && why.contains("1 erasures of personal data"), "\(refused) \(why)")
        let (begun, line) = try await Installation.run(program, config + ["--begin-epoch"])
        #expect(begun == 0 && line.contains("1 erasures of personal data were repeated"), "\(line)")
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        #expect(try await held(stage, course) == [])
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let reading = try StoreReading(.intake, of: stage.installation)
        #expect(reading.faults == [])
        #expect(reading.events.filter { $0.type.contains("person-erased") && $0.cause.hasPrefix("erasure-") }.count == 1)
        #expect(try String(contentsOf: log, encoding: .utf8).split(separator: "\n").count == 2, "the repeated one is noted too")
      }
    }

    private func held(_ stage: Stage, _ course: Course) async throws -> [String] {
      try await stage.office.ask(
        PersonHoldingsQuery<IntakeContract>(project: course.project, person: "p-1"), as: .subdistrict
      ).fields.map(\.name.rawValue)
    }
  }
}
