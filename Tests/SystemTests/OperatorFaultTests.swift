import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension OperatorTests {
  /// Faults as they befall an installation. Who sees to them knows the doctor and the page that it names, nothing else: what is
  /// typed here is read from those pages.
  @Suite("An operator led by the doctor and the runbooks", .timeLimit(.minutes(5)))
  struct OperatorFaultTests {
    private static let pair: [ServiceName] = [.intake, .voting]

    private func doctor(_ shell: OperatorShell) async throws -> DoctorSays {
      let (_, output) = try await shell.type("jiugai-status doctor --json 2>/dev/null")
      return try JSONDecoder().decode(DoctorSays.self, from: Data(output.utf8))
    }

    /// What is wrong with the services that run here; the others are not up in a test of two.
    private func faults(_ shell: OperatorShell) async throws -> [String] {
      let up = Self.pair.map(\.rawValue)
      return try await doctor(shell).findings.filter { $0.service.map(up.contains) ?? true }.map { "\($0.code) \($0.service ?? "")" }
    }

    private func withShell(
      _ services: [ServiceName] = pair, service: String = "voting", _ test: (Stage, OperatorShell) async throws -> Void
    ) async throws {
      try await Stage.with(services) { stage in
        let shell = try OperatorShell(stage, service: service)
        try await Afterwards.run({ try await test(stage, shell) }, then: { await shell.leave() })
      }
    }

    @Test("starts a service that went down")
    func down() async throws {
      try await withShell { stage, shell in
        try await stage.settle(Self.pair)
        #expect(try await faults(shell) == [])
        stage.installation.kill(.voting)
        let page = try await doctor(shell).page(of: "down")
        #expect(try await faults(shell) == ["down voting"])
        #expect(try await shell.type(page.command("systemctl status")).status == 3)
        #expect(try await shell.type(page.command("journalctl")).output.contains("serving"))
        try await shell.type(page.command("systemctl start"))
        try await stage.installation.waitUntilReady(stage.office, Self.pair)
        #expect(try await faults(shell) == [])
      }
    }

    @Test("comes in again when the operators' key was revoked")
    func revoked() async throws {
      try await withShell { stage, shell in
        let connection = try stage.installation.connection()
        let client = try connection.client(for: .systemOperator)
        let key = try CertificateFile.readPublicKey(at: connection.folder.appendingPathComponent(client.certificate))
        let principals = stage.folder.appendingPathComponent("principals.yaml")
        var text = try String(contentsOf: principals, encoding: .utf8)
        let entry = try #require(text.components(separatedBy: "\n  - ").first { $0.contains(key) })
        try text.replacing(entry, with: "key: '\(key)'\n    revoked: yes\n").write(
          to: principals, atomically: true, encoding: .utf8)
        try await stage.wait(until: "nobody lets the operator in", within: .seconds(20)) {
          try await shell.type("jiugai-status --json").output.contains("key-revoked")
        }
        let said = try await doctor(shell)
        #expect(said.exitCode == 2 && said.findings.first?.code == "operator-missing", "\(said)")
        let page = try said.page(of: "down")

        let (made, printed) = try await shell.type(
          page.command("jiugai keys new"), ["ORGANISATION": client.organisation])
        #expect(made == 0, "\(printed)")
        // Of what is printed the first entry goes into the one file, the second into the other.
        let lines = printed.components(separatedBy: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("  - key:") })
        text = try String(contentsOf: principals, encoding: .utf8)
        try (text + "\n" + lines[first..<(first + 4)].joined(separator: "\n") + "\n").write(
          to: principals, atomically: true, encoding: .utf8)
        let second = try #require(lines.firstIndex { $0.contains(#""operator": {"#) })
        let object = "{" + lines[second..<(second + 5)].joined(separator: "\n") + "}"
        var file = try #require(
          try JSONSerialization.jsonObject(with: Data(contentsOf: stage.installation.connectionFile)) as? [String: Any])
        var clients = try #require(file["clients"] as? [String: Any])
        clients.merge(try #require(try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: Any])) { $1 }
        file["clients"] = clients
        try JSONSerialization.data(withJSONObject: file).write(to: stage.installation.connectionFile)
        try await stage.wait(until: "the new key is let in", within: .seconds(20)) { try await faults(shell) == [] }
      }
    }

    @Test("gives a parked project the edition that it waits for")
    func parked() async throws {
      try await withShell([], service: "funding") { stage, shell in
        let (course, packs) = try await stage.parkedInFunding()
        // That the editions differ is the cause, and stands before what it leads to.
        let codes = try await doctor(shell).findings.filter { $0.service == "funding" }.map(\.code)
        #expect(codes == ["packs-differ", "parked"])
        let page = try await doctor(shell).page(of: "parked")
        let words = ["PROJECT": course.project.rawValue]
        #expect(try await shell.type(page.command("jiugai-status parked list")).output.contains(course.project.rawValue))
        let (_, shown) = try await shell.type(page.command("jiugai-status parked show"), words)
        let law = Installation.root.appendingPathComponent("Shared/Policy/Packs/yueqing")
        let edition = try #require(
          FileManager.default.contentsOfDirectory(atPath: law.path).first { shown.contains("yueqing/\($0)") },
          "the page of the project does not say which file: \(shown)")
        let file = law.appendingPathComponent(edition)
        let sum = try await shell.type(page.command("sha256sum"), ["FILE": "'\(file.path)'"]).output.prefix(64)
        #expect(shown.contains(sum.prefix(12)), "\(shown)")
        try FileManager.default.createDirectory(
          at: packs.appendingPathComponent("yueqing"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: file, to: packs.appendingPathComponent("yueqing/\(edition)"))
        try await shell.type(page.command("jiugai-status parked retry"), words)
        #expect(try await stage.health(.funding).parkedProjects == 0)
        #expect(try await doctor(shell).findings.filter { $0.service == "funding" && $0.code == "parked" }.isEmpty)
      }
    }

    @Test("puts a sound copy in the place of a store that somebody changed, and the readers go on")
    func tampered() async throws {
      try await withShell { stage, shell in
        let course = try await Course.opened(stage.office)
        try await stage.settle(Self.pair)
        try await course.vote(stage.office)
        try await stage.settle(Self.pair)
        let place = shell.backups.appendingPathComponent("voting")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        func backup(_ name: String) async throws {
          #expect(try await shell.type("jiugai-backup voting '\(place.path)/\(name)'").status == 0)
        }
        try await backup("one")
        // Recorded after the backup, and lost with it.
        try await stage.office.send(BeginRoll(project: course.project), as: .residentsCommittee, on: "2024-03-05")
        try await stage.settle(Self.pair)

        // An event that is voting's own, which no other machine is shown.
        #expect(await stage.installation.stop(.voting, within: .seconds(30))?.code == 0)
        let event = try await Tampering.alter(stage.installation.store(of: .voting), #""u-7""#, #""u-8""#)
        try stage.installation.start([.voting])
        try await stage.installation.waitUntilReady(stage.office, Self.pair)

        #expect(try await faults(shell) == ["store-faulty voting"])
        let page = try await doctor(shell).page(of: "store-faulty")
        let (found, report) = try await shell.type(page.command("jiugai-voting --config"))
        #expect(found == 1 && report.contains("event-altered") && report.contains("\(event)"), "\(report)")
        try await shell.type(page.command("systemctl stop"))
        let copies = try await shell.type(page.command("ls")).output.split(separator: "\n")
        let copy = ["TIME": String(try #require(copies.last))]
        let (sound, verified) = try await shell.type(page.command("jiugai-status verify --stores"), copy)
        #expect(sound == 0, "\(verified)")
        let (restored, said) = try await shell.type(page.command("jiugai-restore"), copy)
        #expect(restored == 0, "\(said)")
        try await shell.type(page.command("systemctl start"))
        try await stage.installation.waitUntilReady(stage.office, Self.pair)

        // What was lost is known to intake; the restore says so, and nobody's store is faulty.
        try await stage.wait(until: "intake has stopped at the new epoch") {
          try await stage.health(.intake).feeds.first { $0.feed == .voting }?.stopped != nil
        }
        #expect(try await faults(shell) == ["feed-stopped intake"])
        #expect(try await shell.type(page.command("jiugai-status feed list")).output.contains("EPOCH_CHANGED"))
        let told = try await shell.type(page.command("jiugai-status feed accept"), ["…": "存储被改动，从备份恢复"]).output
        #expect(told.contains("✓ intake"), "\(told)")
        try await stage.wait(until: "intake reads on") { try await faults(shell) == [] }
        #expect(try await shell.type(page.command("jiugai-voting --config")).status == 0)
        // What was put aside is as it was found.
        let aside = try FileManager.default.contentsOfDirectory(
          atPath: stage.folder.appendingPathComponent("stores").path).first { $0.hasPrefix("voting.lost-") }
        let time = try #require(aside?.dropFirst("voting.lost-".count))
        let (kept, evidence) = try await shell.type(
          page.command("jiugai-status verify --service"), ["TIME": String(time)])
        #expect(kept == 1 && evidence.contains("event-altered"), "\(evidence)")
      }
    }

    @Test(
      "makes room on a full disk", .enabled("a file system cannot be mounted from an image here", LargeDisk.canMount))
    func full() async throws {
      try await Stage.with([]) { stage in
        let disk = try LargeDisk(stage)
        let shell = try OperatorShell(stage, service: "intake")
        defer { disk.end() }
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        func alarms() async throws -> [String] { try await doctor(shell).findings.filter { $0.service == "intake" }.map(\.code) }
        #expect(try await alarms() == [])
        try await disk.fill()
        #expect(try await alarms() == ["disk-low"])
        let page = try await doctor(shell).page(of: "disk-low")
        let line = try page.command("df -h /var/lib/jiugai")
        #expect(try await disk.run(line.replacing("/var/lib/jiugai", with: stage.installation.store(of: .intake).path)).contains("100%"))
        // Nothing in the store's folder: what else is there, is what fills it.
        #expect(page.steps.contains { $0.contains("Delete nothing in a store's folder") })
        try await disk.makeRoom()
        try await stage.wait(until: "there is room") { try await alarms() == [] }
        let registrations = try await Registrations(stage.office)
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
      }
    }
  }
}
