import ClientKit
import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Scenario
import Testing

extension OperatorTests {
  @Suite("Personal data planted everywhere", .timeLimit(.minutes(15)))
  struct PlantedTests {
    @Test("stands nowhere but in the encrypted vaults, and not even there once the person is erased")
    func planted() async throws {
      try await Stage.with { stage in
        let marks = PlantedMarks()
        let project = try await tell(stage, marks)
        let letters = try await letters(stage, project, marks)
        let answered = try await sendExamples(stage, project, marks)
        try await malformed(stage, project, marks)
        try await stage.settle()

        let search = LeakSearch(marks.planted)
        #expect(marks.planted.count > 900, "planted: \(marks.planted.count)")
        #expect(marks.commands == Set(FieldClasses.commandsWithPersonalFields.map { $0.name.rawValue }))
        try #require(!search.findings(in: "x\(marks.planted[0])x", "a sample").isEmpty)
        let sample = FileManager.default.temporaryDirectory.appendingPathComponent("planted-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: sample, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: sample) }
        try Data("\u{0}x\(marks.planted[0])x".utf8).write(to: sample.appendingPathComponent("file"))
        try #require(try await search.findings(below: sample).findings.count == 1)
        #expect(answered.flatMap { search.findings(in: $0, "an answer") } == [])
        #expect(try await told(stage, project).flatMap { search.findings(in: $0.text, $0.place) } == [])

        // A service that falls over in the middle of work, and one that is killed: what they leave behind is searched too.
        stage.installation.kill(.supervision)
        try await stage.crash(.voting)
        try await expectClean(stage, search, "after a crash")
        _ = stage.installation.stop(.voting)
        try stage.installation.start([.voting, .supervision])
        try await stage.installation.waitUntilReady(stage.office)

        try await erase(stage, project, marks, search, letters)
      }
    }

    // MARK: Planting

    /// The whole story of a project, with a mark in every personal field of every command and of the roll.
    private func tell(_ stage: Stage, _ marks: PlantedMarks) async throws -> ProjectID {
      let story = try Story(
        stage.installation.workplace, city: YueqingStory.city, teller: Teller(isQuiet: true), sharing: stage.office)
      let samples = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-planted-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: samples) }
      try marks.samples(from: story.samples, to: samples)
      story.samples = samples
      story.rewriting = { try marks.plant($0, $1) }
      var yueqing = try YueqingStory(story)
      return try await yueqing.tell()
    }

    /// A letter that is somebody's own, uploaded as what it is, and named by a ticket's and an objection's words.
    private func letters(_ stage: Stage, _ project: ProjectID, _ marks: PlantedMarks) async throws -> DocumentHash {
      let letter = try await stage.office.attach(
        Data("\(marks.mark())的来信\n".utf8), to: .voting, as: .subdistrict, classification: .p2, mediaType: "text/plain")
      let notice = try #require(
        try await stage.office.ask(NoticeQuery(project: project), as: .subdistrict).notice?.schedule.notice)
      try await stage.office.send(
        RecordObjection(
          project: project, notice: notice,
          objector: RollOwner(
            person: "p-planted-1", name: try Text(marks.mark()), phone: try Text(marks.mark()), idNumber: try Text(marks.mark())),
          text: try Text(marks.mark()), letter: letter, channel: .written), as: .subdistrict, on: Instant.now().businessDate)
      try await stage.office.send(
        OpenTicket(
          project: project, category: .noise, channel: .hotline, building: "b-2", reporter: "p-planted-1",
          reporterName: try Text(marks.mark()), reporterPhone: try Text(marks.mark()), text: try Text(marks.mark())),
        as: .subdistrict, on: Instant.now().businessDate)
      return letter
    }

    /// The example of every command that has a personal field, planted and sent for this project. Most are refused: what is
    /// said of a refusal must name nobody either.
    private func sendExamples(_ stage: Stage, _ project: ProjectID, _ marks: PlantedMarks) async throws -> [String] {
      var told: [String] = []
      for type in FieldClasses.commandsWithPersonalFields {
        told.append(try await send(type, stage, project, marks))
      }
      return told
    }

    private func send<C: Command>(
      _ type: C.Type, _ stage: Stage, _ project: ProjectID, _ marks: PlantedMarks
    ) async throws -> String {
      let text = String(decoding: try JSONEncoder().encode(C.example), as: UTF8.self)
        .replacing("330382-2024-0007", with: project.rawValue).replacing("330382-C00017", with: "330382-C00001")
      let body = try marks.plant(C.name, Data(text.utf8))
      let command = try JSONDecoder().decode(C.self, from: body)
      let role = try #require(C.senders.sorted { $0.rawValue < $1.rawValue }.first)
      // What a search or a disclosure finds is told to whoever asked, and to nobody else.
      let isLooking = C.name.rawValue.hasSuffix("find-person")
      do {
        let answer = try await stage.office.deliver(
          .command, C.service, as: role, type: C.wireType, subject: command.subject, body: body,
          effectiveOn: Instant.now().businessDate)
        return isLooking ? "" : String(decoding: answer.body, as: UTF8.self)
      } catch let fault as ClientFault {
        return "\(fault) \(String(reflecting: fault))"
      }
    }

    /// Marks where no command has a field: unknown keys, values of a wrong form, too long, no JSON at all.
    private func malformed(_ stage: Stage, _ project: ProjectID, _ marks: PlantedMarks) async throws {
      let bodies = [
        #"{"\#(marks.mark())":1}"#, #"{"project":"\#(marks.mark())"}"#, marks.mark(),
        #"{"project":"\#(project)","roll":"\#(marks.mark())","units":[{"\#(marks.mark())":"\#(marks.mark())"}]}"#,
        #"{"project":"\#(project)","person":"\#(marks.mark())","reason":"核实"}"#,
      ]
      for service in ServiceName.allCases {
        for type in ["voting.add-roll-units", "\(service.rawValue).disclose", "\(service.rawValue).find-person"] {
          for body in bodies {
            await #expect(throws: ClientFault.self) {
              _ = try await stage.office.deliver(
                .command, service, as: .subdistrict, type: "jiugai.\(type).v1", subject: project.rawValue,
                body: Data(body.utf8), effectiveOn: "2024-03-01")
            }
          }
        }
      }
    }

    // MARK: Searching

    /// What the system tells whoever may ask: every feed, every query, the status tool, a public form.
    private func told(_ stage: Stage, _ project: ProjectID) async throws -> [(place: String, text: String)] {
      var told: [(String, String)] = []
      for service in ServiceName.allCases {
        for role in ["audit", "operator", "subdistrict"] {
          let (_, output) = try await stage.installation.desk(["feed", service.rawValue, "--as", role, "--json"])
          #expect(output.count > 1000, "\(service) as \(role)")
          told.append(("the feed of \(service) for \(role)", output))
        }
      }
      for contract in Catalogue.contracts {
        for query in contract.queries { told += try await answers(query, stage, project) }
      }
      for arguments in [[], ["--json"], ["parked", "list"], ["feed", "list", "--json"]] {
        told.append(("jiugai-status \(arguments)", try await stage.status(arguments).output))
      }
      told.append(("jiugai explain", try await stage.installation.desk(["explain", project.rawValue, "--as", "subdistrict"]).output))
      for form in ["opinion-summary", "plan-notice"] {
        let page = stage.folder.appendingPathComponent("\(form).html")
        _ = try await stage.installation.desk(["form", form, project.rawValue, "--as", "subdistrict", "--out", page.path])
        if let text = try? String(contentsOf: page, encoding: .utf8) { told.append(("the public form \(form)", text)) }
      }
      return told
    }

    private func answers<Q: Query>(
      _ type: Q.Type, _ stage: Stage, _ project: ProjectID
    ) async throws -> [(String, String)] {
      let body = String(decoding: try JSONEncoder().encode(Q.example), as: UTF8.self)
        .replacing("330382-2024-0007", with: project.rawValue).replacing("330382-C00017", with: "330382-C00001")
      let query = try JSONDecoder().decode(Q.self, from: Data(body.utf8))
      guard let role = Q.askers.sorted(by: { $0.rawValue < $1.rawValue }).first(where: { $0 != .service }) else { return [] }
      do {
        let answer = try await stage.office.deliver(
          .query, Q.service, as: role, type: Q.wireType, subject: query.subject, body: Data(body.utf8))
        return [("\(Q.name)", String(decoding: answer.body, as: UTF8.self))]
      } catch let fault as ClientFault {
        return [("\(Q.name)", String(reflecting: fault))]
      }
    }

    /// Every file below the installation: stores with their logs, documents, service logs, outbox, persons.json, settings.
    private func expectClean(_ stage: Stage, _ search: LeakSearch, _ when: Comment) async throws {
      let (files, findings) = try await search.findings(below: stage.folder)
      #expect(files > 40, when)
      #expect(findings == [], when)
    }

    // MARK: Erasing

    private func erase(
      _ stage: Stage, _ project: ProjectID, _ marks: PlantedMarks, _ search: LeakSearch, _ letter: DocumentHash
    ) async throws {
      // Found again by what they say of themselves, in two services.
      let name = try #require(marks.planted.first { $0.hasPrefix(PlantedMarks.beginning) })
      let (status, found) = try await stage.installation.desk(
        ["privacy", "find", "--project", project.rawValue, "--name", name, "--reason", "本人申请查阅", "--as", "subdistrict", "--json"])
      #expect(status == 0 && found.contains("\"person\""), "\(found)")

      let file = stage.folder.deletingLastPathComponent().appendingPathComponent("export-\(UUID().uuidString).json")
      let papers = stage.folder.deletingLastPathComponent().appendingPathComponent("papers-\(UUID().uuidString)")
      defer { for place in [file, papers] { try? FileManager.default.removeItem(at: place) } }
      let whom = ["p-planted-1", "p-hp00001", "p-hp00012"]
      let about = ["--project", project.rawValue, "--as", "subdistrict"]
      let (exported, output) = try await stage.installation.desk(
        ["privacy", "export"] + whom + about + ["--reason", "本人申请", "--to", file.path, "--documents", papers.path])
      #expect(exported == 0, "\(output)")
      #expect(search.findings(in: output, "the export's output") == [])
      let own = try String(contentsOf: file, encoding: .utf8)
      #expect(own.contains(PlantedMarks.beginning) && own.contains("supervision") && own.contains(letter.rawValue))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      let brought = try Data(contentsOf: papers.appendingPathComponent("voting-\(letter)"))
      #expect(String(decoding: brought, as: UTF8.self).hasSuffix("的来信\n"), "the letter itself, as it was uploaded")
      let theirs = Set(marks.planted.filter { own.contains($0) })
      #expect(theirs.count > 8, "\(theirs.count)")

      let before = try await stage.office.ask(RoundsQuery(project: project), as: .subdistrict)
      let (shown, table) = try await stage.installation.desk(["privacy", "show"] + whom + about)
      #expect(shown == 0 && table.contains("异议与意见") && search.findings(in: table, "show") == [], "\(table)")
      let (erased, proof) = try await stage.installation.desk(
        ["privacy", "erase"] + whom + about + ["--reason", "本人申请删除", "--yes", "--json"])
      #expect(erased == 0 && proof.contains("\"erased\": true"), "\(proof)")
      #expect(try await stage.office.ask(RoundsQuery(project: project), as: .subdistrict) == before, "a tally never changes")
      let (_, after) = try await stage.installation.desk(["privacy", "show"] + whom + about)
      #expect(!after.contains("P2"), "\(after)")

      for service in ServiceName.allCases { #expect(await stage.installation.stop(service, within: .seconds(20))?.code == 0) }
      try await expectClean(stage, search, "after the erasure")
      var kept = 0
      for service in ServiceName.allCases {
        #expect(try StoreReading(service, of: stage.installation).faults == [])
        let texts = try vault(of: service, stage)
        kept += texts.filter { search.findings(in: $0, "the vault") != [] }.count
        for text in texts where theirs.contains(text) { Issue.record("\(service) still holds \(text)") }
      }
      #expect(kept > 300, "the others are there still: \(kept)")
    }

    /// Every value that a vault's key opens.
    private func vault(of service: ServiceName, _ stage: Stage) throws -> [String] {
      let key = try VaultKey(file: stage.folder.appendingPathComponent("keys/\(service.rawValue)/vault.key"))
      let journal = try SQLiteJournal(
        StoreOptions(
          folder: stage.installation.store(of: service), feed: service.rawValue, vaultKey: key, makeEpoch: { "ffffffff" },
          now: { "2024-01-01T00:00:00Z" }))
      defer { try? journal.close() }
      return try journal.vaultSubjects().flatMap { try journal.disclose(subject: $0).flatMap { Array($0.fields.values) } }
    }
  }
}
