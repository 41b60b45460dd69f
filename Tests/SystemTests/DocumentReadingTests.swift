import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension SystemTests {
  /// Documents brought back from a service over the wire, by who may, in the chunks that it gives.
  @Suite("Reading documents back", .timeLimit(.minutes(3)))
  struct DocumentReadingTests {
    /// A document larger than a chunk that names one community, and one that names none.
    private struct Papers {
      let office: Office
      let community: CommunityID
      let project: ProjectID
      let open: DocumentHash
      let bytes: Data

      init(_ stage: Stage) async throws {
        office = stage.office
        bytes = Data((0..<150_001).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8)) })
        let course = try await Course.opened(stage.office)
        (community, project) = (course.community, course.project)
        open = try await office.attach(bytes, to: .intake, as: .subdistrict)
        try await name(open)
      }

      /// A record of the project that everybody may read names the document.
      func name(_ document: DocumentHash, on day: BusinessDate = "2024-02-02") async throws {
        try await office.send(
          SuspendProject(project: project, reason: "管线迁改方案待定", document: document), as: .subdistrict, on: day)
        try await office.send(
          ResumeProject(project: project, reason: "方案已定"), as: .subdistrict, on: day.adding(days: 1))
      }
    }

    private func desk(_ stage: Stage, _ arguments: [String]) async throws -> (status: Int32, output: String) {
      try await stage.installation.desk(arguments)
    }

    @Test("gives back what was uploaded, whole, from where it was cut off, and never over another file")
    func roundTrip() async throws {
      try await Stage.with([.intake]) { stage in
        let papers = try await Papers(stage)
        let target = stage.folder.appendingPathComponent("back.bin")
        let line = [
          "document", "get", papers.open.rawValue, "--from", "intake", "--project", papers.project.rawValue, "--out", target.path, "--as",
          "subdistrict", "--lang", "en",
        ]
        // As a line that broke after a chunk would leave it.
        let part = stage.folder.appendingPathComponent("back.bin.part")
        try papers.bytes.prefix(65_536).write(to: part)
        let (status, output) = try await desk(stage, line)
        #expect(status == 0 && output.contains("150001 bytes"), "\(output)")
        #expect(try Data(contentsOf: target) == papers.bytes)
        #expect(!FileManager.default.fileExists(atPath: part.path))
        let mode = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int
        #expect(try await desk(stage, line).status == 64, "the file is there")
        #expect(mode == 0o600)

        // What was left is of another document: it is found out at the end, and nothing of it stays.
        try FileManager.default.removeItem(at: target)
        try Data(count: 65_536).write(to: part)
        let (differs, told) = try await desk(stage, line)
        #expect(differs == 2 && told.contains("document-differs"), "\(told)")
        #expect(!FileManager.default.fileExists(atPath: part.path) && !FileManager.default.fileExists(atPath: target.path))
        #expect(try await desk(stage, line).status == 0)
      }
    }

    @Test("refuses stretches that are too long, beyond the end or of no sense, and documents that are not there")
    func bounds() async throws {
      try await Stage.with([.intake]) { stage in
        let papers = try await Papers(stage)
        let found = try await papers.office.find(papers.open, in: .intake, of: papers.project.rawValue, as: .housing)
        #expect(found.size == 150_001 && found.classification == .p1 && found.mediaType == "application/pdf")
        func read(_ offset: Int64, _ length: Int64, by event: Int64 = found.event) async throws -> Data {
          try await papers.office.read(papers.open, from: .intake, by: event, offset: offset, length: length, as: .housing)
        }
        #expect(try await read(150_000, 65_536) == papers.bytes.suffix(1))
        let bad: [(Int64, Int64, String)] = [
          (0, 65_537, "TOO_LARGE"), (0, 0, "TOO_LARGE"), (0, -1, "TOO_LARGE"), (150_001, 1, "SCHEMA_INVALID"), (-1, 1, "SCHEMA_INVALID"),
          (.max >> 11, 65_536, "SCHEMA_INVALID"),
        ]
        for (offset, length, code) in bad {
          await #expect(performing: { _ = try await read(offset, length) }, throws: rejectedWith(code))
        }
        await #expect(performing: { _ = try await read(0, 1, by: 1) }, throws: rejectedWith("NOT_AUTHORISED"))
        await #expect(performing: { _ = try await read(0, 1, by: 99_999) }, throws: rejectedWith("NOT_AUTHORISED"))
        let stray = Office.hash(Data("nowhere".utf8))
        await #expect(performing: {
          _ = try await papers.office.find(stray, in: .intake, of: papers.project.rawValue, as: .housing)
        }, throws: rejectedWith("CONFLICT"))
        // Uploaded, but no record names it.
        let unnamed = try await papers.office.attach(Data("不在任何记录里".utf8), to: .intake, as: .subdistrict)
        await #expect(performing: {
          _ = try await papers.office.find(unnamed, in: .intake, of: papers.project.rawValue, as: .subdistrict)
        }, throws: rejectedWith("NOT_AUTHORISED"))
      }
    }

    @Test("shows a protected document only to who said why, to the same key, and its record says so")
    func protected() async throws {
      try await Stage.with([.intake]) { stage in
        let papers = try await Papers(stage)
        let secret = Data("签字表：样例甲".utf8)
        let roster = try await papers.office.attach(secret, to: .intake, as: .subdistrict, classification: .p2)
        func find(as role: Role, by event: Int64? = nil) async throws -> FoundDocument {
          try await papers.office.find(roster, in: .intake, of: papers.project.rawValue, event: event, as: role)
        }
        // Before a record of the project names it, there is no reason to look at it.
        await #expect(performing: {
          _ = try await papers.office.disclose(roster, of: papers.project, from: .intake, reason: "核对签字", as: .subdistrict)
        }, throws: { ($0 as? ClientFault).map { "\($0)".contains("document-of-other-project") } ?? false })
        try await papers.name(roster, on: "2024-02-10")
        await #expect(performing: { _ = try await find(as: .subdistrict) }, throws: rejectedWith("NOT_AUTHORISED"))
        let target = stage.folder.appendingPathComponent("roster")
        let line = [
          "document", "get", roster.rawValue, "--from", "intake", "--project", papers.project.rawValue, "--out", target.path, "--as",
          "subdistrict", "--lang", "en",
        ]
        let (bare, told) = try await desk(stage, line)
        #expect(bare == 2 && told.contains("intake.disclose-document with a reason"), "\(told)")
        #expect(try await desk(stage, line + ["--reason", "核对签字表原件"]).status == 0)
        #expect(try Data(contentsOf: target) == secret)

        let event = try await papers.office.disclose(roster, of: papers.project, from: .intake, reason: "再看一次", as: .subdistrict)
        #expect(try await find(as: .subdistrict, by: event).classification == .p2)
        await #expect(performing: { _ = try await find(as: .audit, by: event) }, throws: rejectedWith("NOT_AUTHORISED"))
        await #expect(performing: {
          _ = try await papers.office.disclose(roster, of: papers.project, from: .intake, reason: "想看", as: .housing)
        }, throws: rejectedWith("NOT_AUTHORISED"))
        let page = try await papers.office.page(
          of: .intake, as: .audit, FeedRequest(feed: "intake", consumer: "test", cursor: nil, maxevents: 500, waitms: 0))
        let feed = String(decoding: page.body, as: UTF8.self)
        #expect(feed.contains("intake.document-disclosed") && feed.contains("核对签字表原件") && !feed.contains("样例甲"))
      }
    }
  }
}
