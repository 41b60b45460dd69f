import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension OperatorTests {
  @Suite("What tells an operator that something is wrong", .timeLimit(.minutes(4)))
  struct GuardTests {
    private static let pair: [ServiceName] = [.intake, .voting]

    private struct Anchored: Decodable { let sequence: Int64 }

    @Test("an altered event is found over the wire and beside the store, with its place; sound stores are found sound")
    func tampered() async throws {
      try await Stage.with(Self.pair) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle(Self.pair)
        try await course.vote(stage.office)
        try await stage.settle(Self.pair)
        for service in Self.pair {
          let anchor = stage.installation.store(of: service).appendingPathComponent("anchor.json")
          try await stage.wait(until: "an idle service's anchor is at its head") {
            let noted = try JSONDecoder().decode(Anchored.self, from: Data(contentsOf: anchor))
            return try await stage.health(service).head == noted.sequence
          }
        }
        let services = Self.pair.flatMap { ["--service", $0.rawValue] }
        let configs = Self.pair.map { stage.folder.appendingPathComponent("config/\($0).yaml").path }
        let (wire, told) = try await stage.status(["verify", "--lang", "en"] + services)
        #expect(wire == 0 && told.contains("Verdict: sound."), "\(told)")
        #expect(told.contains("tally-is-recount") && told.contains("facts"))
        let (deep, report) = try await stage.status(["verify", "--lang", "en", "--config"] + configs)
        #expect(deep == 0 && report.contains("Verdict: sound."), "\(report)")
        #expect(report.contains("witnesses") && report.contains("entities"))

        // A hand in the store, while the service is away: two letters of a name that everyone may read.
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let place = try await Tampering.alter(stage.installation.store(of: .intake), "小样里改造", "大样里改造")
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])

        let (found, text) = try await stage.status(["verify", "--json", "--service", "intake"])
        #expect(found == 1, "\(text)")
        #expect(text.contains("event-altered") && text.contains("\"place\": \"\(place)\"") && text.contains("Runbooks/store-faulty.md"))
        let (foundDeep, deepText) = try await stage.status(["verify", "--json", "--config"] + configs)
        #expect(foundDeep == 1 && deepText.contains("event-altered") && deepText.contains("\"place\": \"\(place)\""))
        #expect(deepText.contains("entity-differs"), "what the altered event folds to is not what is kept")
        let (sick, doctor) = try await stage.status(["doctor", "--lang", "en"])
        #expect(sick == 2 && doctor.contains("store-faulty") && doctor.contains("Runbooks/store-faulty.md"), "\(doctor)")
      }
    }

    @Test("a crash tells where it was, and nothing that lay in memory")
    func crashed() async throws {
      try await Stage.with([.voting]) { stage in
        let id = try String(contentsOf: stage.folder.appendingPathComponent("voting.pid"), encoding: .utf8)
        let name = try String(contentsOfFile: "/proc/\(id.dropLast())/comm", encoding: .utf8)
        #expect(name == "jiugai-voting\n", "it is still called what it is")
        try await stage.crash(.voting)
        let log = try String(contentsOf: stage.installation.log(of: .voting), encoding: .utf8)
        #expect(log.contains("Program crashed") && log.contains("Thread 0"), "the runtime's own report: \(log)")
        #expect(!log.contains("Registers") && !log.contains("rip 0x"), "\(log)")
      }
    }

    @Test("a foreign key that knocks again and again raises an alarm, and is counted by its fingerprint alone")
    func knocking() async throws {
      try await Stage.with([]) { stage in
        try stage.set("alarm-attempts: 3", of: .intake)
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let newcomer = try Newcomer(stage)
        let connection = try newcomer.connection()
        let stranger = try Office(connection, deadline: .seconds(20))
        defer { stranger.close() }
        async let silence: Void = { _ = try? await Health.ask(.intake, stranger) }()
        let certificate = try connection.client(for: .systemOperator).certificate
        let key = try CertificateFile.readPublicKey(at: connection.folder.appendingPathComponent(certificate))
        try await stage.wait(until: "the attempts are counted", within: .seconds(20)) {
          (try await stage.health(.intake).attempts?.keys.first { $0.code == "KEY_NOT_KNOWN" }?.recent ?? 0) >= 3
        }
        let attempts = try #require(try await stage.health(.intake).attempts)
        #expect(attempts.limit == 3 && attempts.minutes == 10)
        #expect(attempts.keys.first?.key?.rawValue == CurveKeyPair.fingerprint(of: key))
        let (status, page) = try await stage.status(["--lang", "en"])
        #expect(status == 2, "four services are not up")
        #expect(page.contains("The unregistered key \(CurveKeyPair.fingerprint(of: key))"), "\(page)")
        #expect(page.contains("Runbooks/unauthorised.md"))
        await silence
        try await stage.wait(until: "the log tells", within: .seconds(20)) {
          try String(contentsOf: stage.installation.log(of: .intake), encoding: .utf8).contains("somebody tried what they may not")
        }
        let log = try String(contentsOf: stage.installation.log(of: .intake), encoding: .utf8)
        #expect(!log.contains(key))
        #expect(log.split(separator: "\n").count { $0.contains("somebody tried") } <= 2, "a line a minute for each key")
      }
    }

    @Test("a key is refused from the day on which it expires, with that day, and health tells of it before")
    func expired() async throws {
      try await Stage.with([.intake]) { stage in
        let newcomer = try Newcomer(stage)
        let today = Instant.now().businessDate
        try newcomer.enter(expires: today.adding(days: 10))
        let office = try Office(try newcomer.connection(), deadline: .seconds(30))
        defer { office.close() }
        #expect(try await Health.ask(.intake, office).service == .intake)
        let soon = try #require(try await stage.health(.intake).principals?.expiring)
        #expect(soon.map(\.organisation) == ["newcomer"])
        #expect(try await stage.status(["--lang", "en"]).output.contains("is about to expire"))

        try newcomer.enter(expires: today)
        try await stage.wait(until: "the key is out") {
          do {
            _ = try await Health.ask(.intake, office)
            return false
          } catch ClientFault.rejected("NOT_AUTHORISED", let problem) {
            #expect(problem?.detail.contains(today.description) == true)
            return true
          }
        }
        #expect(try await stage.health(.intake).attempts?.keys.contains { $0.code == "KEY_EXPIRED" } == true)
        #expect(try await stage.status(["--lang", "en"]).output.contains("has expired"))
      }
    }

    @Test("what was refused is listed with organisation, key and reason, and what was accepted names them too")
    func attribution() async throws {
      try await Stage.with([.intake]) { stage in
        let course = try await Course.opened(stage.office)
        await #expect(performing: { try await course.apply(stage.office) }, throws: { $0 is ClientFault })
        let (status, text) = try await stage.status(["refusals", "--service", "intake", "--json"])
        #expect(status == 0)
        let connection = try stage.installation.connection()
        let client = try connection.client(for: .ownersBody)
        let key = CurveKeyPair.fingerprint(
          of: try CertificateFile.readPublicKey(at: connection.folder.appendingPathComponent(client.certificate)))
        #expect(text.contains("\"organisation\": \"\(client.organisation)\"") && text.contains("\"key\": \"\(key)\""), "\(text)")
        #expect(text.contains("\"subject\": \"\(course.project)\""))
        #expect(try await stage.status(["refusals", "--service", "intake", "--organisation", "nobody"]).output.contains("没有这样的记录"))
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let events = try StoreReading(.intake, of: stage.installation).events
        #expect(!events.isEmpty && events.allSatisfy { $0.text.contains(#""key":""#) && $0.text.contains(#""organisation":""#) })
      }
    }

    @Test("the doctor leads through a service that is down, a slip in its settings, a wrong mode of its key")
    func doctor() async throws {
      try await Stage.with([.intake]) { stage in
        func doctor() async throws -> (status: Int32, output: String) {
          try await stage.status(
            ["doctor", "--lang", "en", "--config", stage.folder.appendingPathComponent("config/intake.yaml").path])
        }
        #expect(!(try await doctor().output.contains("intake does not answer")))
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        #expect(try await doctor().output.contains("Start jiugai-intake"))

        try stage.set("lissten: 'tcp://127.0.0.1:1'", of: .intake)
        let (status, settings) = try await doctor()
        #expect(status == 2 && settings.contains("1. ✗ The settings of intake cannot be used") && settings.contains("listen"))
        try stage.unset("lissten", of: .intake)

        let secret = stage.folder.appendingPathComponent("keys/intake/intake.key_secret")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: secret.path)
        let open = try await doctor().output
        #expect(open.contains("key-unusable") && open.contains("chmod 600"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret.path)

        let log = stage.installation.store(of: .intake).deletingLastPathComponent()
          .appendingPathComponent("intake-erasures/erasures.log")
        #expect(!(try await doctor().output.contains("erasures-unwritable")))
        try FileManager.default.createDirectory(at: log, withIntermediateDirectories: true)
        #expect(try await doctor().output.contains("erasures-unwritable"), "a folder stands where the log belongs")
        try FileManager.default.removeItem(at: log)
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        #expect(!(try await doctor().output.contains("intake.yaml")))
      }
    }
  }
}

/// Changes a stored event as a hand with an editor would.
enum Tampering {
  struct NotFound: Error {}

  /// Puts one text of equal length in the place of another in the first event that holds it; gives the event's number.
  static func alter(_ store: URL, _ old: String, _ new: String) async throws -> Int {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1] + '/journal.sqlite')
      old, new = sys.argv[2].encode(), sys.argv[3].encode()
      for sequence, body in db.execute('SELECT sequence, bytes FROM event ORDER BY sequence').fetchall():
          if old in body:
              db.execute('UPDATE event SET bytes = ? WHERE sequence = ?', (body.replace(old, new), sequence))
              db.commit()
              print(sequence)
              break
      db.close()
      """
    let (status, output) = try await Installation.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script, store.path, old, new])
    guard status == 0, let place = Int(output.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw NotFound() }
    return place
  }
}

extension Stage {
  /// Adds a line to a service's settings.
  func set(_ line: String, of service: ServiceName) throws {
    let file = folder.appendingPathComponent("config/\(service).yaml")
    try (line + "\n" + String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
  }

  /// Takes a line out of a service's settings.
  func unset(_ key: String, of service: ServiceName) throws {
    let file = folder.appendingPathComponent("config/\(service).yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    try lines.filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}
