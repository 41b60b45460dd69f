import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension SystemTests {
  @Suite("Who is let in", .timeLimit(.minutes(4)))
  struct KeyTests {
    @Test("a client that expects another server key gets no answer, and is told what is likely wrong")
    func wrongServerKey() async throws {
      try await Stage.with([.intake]) { stage in
        var connection = try stage.installation.connection()
        let endpoint = try connection.endpoint(of: .intake)
        connection.services["intake"] = .init(endpoint: endpoint.endpoint, key: try connection.endpoint(of: .voting).key)
        let office = try Office(connection, deadline: .seconds(4))
        defer { office.close() }
        let told = await failure { try await Health.ask(.intake, office) }
        #expect(told.contains("public key is not the one configured"), "\(told)")
        #expect(try await stage.health(.intake).acceptingCommands)
      }
    }

    @Test("a key that nobody knows gets no answer; written into principals.yaml it is let in without a restart")
    func lateKey() async throws {
      try await Stage.with([.intake]) { stage in
        let newcomer = try Newcomer(stage)
        let stranger = try Office(try newcomer.connection(), deadline: .seconds(7))
        let told = await failure { try await Health.ask(.intake, stranger) }
        stranger.close()
        #expect(told.contains("does not know this client's key") || told.contains("breaks off the handshake"), "\(told)")

        let office = try Office(try newcomer.connection(), deadline: .seconds(40))
        defer { office.close() }
        // Asked before it is known, and answered once it is.
        async let health = Health.ask(.intake, office)
        try await Task.sleep(for: .seconds(2))
        try newcomer.enter()
        #expect(try await health.service == .intake)
        let registrations = try await Registrations(stage.office)
        try await office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        #expect(try await stage.head(.intake) == 1)
      }
    }

    @Test("a key that is revoked, or taken out, is out at once, on a connection that stands too", arguments: [true, false])
    func removed(_ revoked: Bool) async throws {
      try await Stage.with([.intake]) { stage in
        let newcomer = try Newcomer(stage)
        try newcomer.enter()
        let office = try Office(try newcomer.connection(), deadline: .seconds(30))
        defer { office.close() }
        let registrations = try await Registrations(stage.office)
        try await office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        try newcomer.leave(revoked: revoked)
        // The file is looked at once a second.
        try await stage.wait(until: "the key is out") {
          do {
            _ = try await Health.ask(.intake, office)
            return false
          } catch ClientFault.rejected(let code, _) {
            return code == "NOT_AUTHORISED"
          }
        }
        let head = try await stage.head(.intake)
        await #expect(performing: {
          try await office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day)
        }, throws: rejectedWith("NOT_AUTHORISED"))
        let again = try Office(try newcomer.connection(), deadline: .seconds(4))
        let told = await failure { try await Health.ask(.intake, again) }
        again.close()
        #expect(told.contains("does not answer"), "\(told)")
        #expect(try await stage.head(.intake) == head)
      }
    }

    @Test("a file of principals with a slip changes nothing: who was in stays in")
    func slip() async throws {
      try await Stage.with([.intake]) { stage in
        let file = stage.folder.appendingPathComponent("principals.yaml")
        let sound = try String(contentsOf: file, encoding: .utf8)
        try Data(sound.replacing("roles: [bank]", with: "roles: [banker]").utf8).write(to: file, options: .atomic)
        try await stage.wait(until: "the slip is told") {
          try String(contentsOf: stage.installation.log(of: .intake), encoding: .utf8).contains("principals not taken up")
        }
        let registrations = try await Registrations(stage.office)
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
      }
    }

    @Test("the services themselves may read each other's feeds, and clients only what a type shows them")
    func ownEvents() async throws {
      try await Stage.with([.intake, .voting]) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle([.intake, .voting])
        try await course.vote(stage.office)
        let request = FeedRequest(feed: "voting", consumer: "test", cursor: nil, waitms: 0)
        let answer = try await stage.office.page(of: .voting, as: .ownersBody, request)
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text.contains("voting.round-closed"))
        #expect(!text.contains("ballots-cast") && text.contains(#""skip""#), "ballots are voting's own")
      }
    }

    @Test("a key of one community acts, asks and reads for its projects alone, in every service")
    func community() async throws {
      try await Stage.with([.intake, .voting]) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle([.intake, .voting])
        let registrations = try await Registrations(stage.office)
        let other = try await stage.office.send(
          try registrations.command(1), as: .subdistrict, on: Registrations.day
        ).reply.community
        let newcomer = try Newcomer(stage)
        let office = try Office(try newcomer.connection(), deadline: .seconds(30))
        defer { office.close() }
        func assess(_ community: CommunityID) async throws {
          _ = try await office.ask(CommunityQuery(community: community), as: .subdistrict)
        }
        try newcomer.enter(communities: [course.community])
        try await assess(course.community)
        await #expect(performing: { try await assess(other) }, throws: rejectedWith("NOT_AUTHORISED"))
        _ = try await office.ask(FactsQuery<VotingContract>(project: course.project), as: .subdistrict)
        await #expect(performing: {
          try await office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day)
        }, throws: rejectedWith("NOT_AUTHORISED"))
        // It may speak for the project; a key of the other community may not.
        let suspend = SuspendProject(project: course.project, reason: "管线迁改方案待定", document: nil)
        try await office.send(suspend, as: .subdistrict, on: "2024-02-02")
        let request = FeedRequest(feed: "intake", consumer: "newcomer", cursor: nil, waitms: 0)
        let page = String(decoding: try await office.page(of: .intake, as: .subdistrict, request).body, as: UTF8.self)
        #expect(page.contains(course.community.rawValue) && !page.contains(other.rawValue))

        try newcomer.enter(communities: [other])
        try await stage.wait(until: "the change is taken up") {
          do {
            try await assess(other)
            return true
          } catch ClientFault.rejected("NOT_AUTHORISED", _) { return false }
        }
        let resume = ResumeProject(project: course.project, reason: "方案已定")
        await #expect(performing: {
          try await office.send(resume, as: .subdistrict, on: "2024-02-03")
        }, throws: rejectedWith("NOT_AUTHORISED"))
        // Voting has it from intake whose project it is.
        try await stage.wait(until: "voting has taken up the change") {
          do {
            _ = try await office.ask(FactsQuery<VotingContract>(project: course.project), as: .subdistrict)
            return false
          } catch ClientFault.rejected("NOT_AUTHORISED", _) { return true }
        }
        await #expect(performing: {
          try await office.send(BeginRoll(project: course.project), as: .subdistrict, on: "2024-02-05")
        }, throws: rejectedWith("NOT_AUTHORISED"))
      }
    }

    /// What an error says of itself, or that there was none.
    private func failure(_ body: () async throws -> some Any) async -> String {
      do {
        _ = try await body()
        return "no failure"
      } catch {
        return "\(error)"
      }
    }
  }
}

/// A subdistrict with a key pair of its own that stands in no file yet.
struct Newcomer {
  private let folder: URL
  private let principals: URL
  private let pair: CurveKeyPair
  private let original: String
  private let base: Connection

  init(_ stage: Stage) throws {
    folder = stage.folder
    principals = folder.appendingPathComponent("principals.yaml")
    original = try String(contentsOf: principals, encoding: .utf8)
    base = try stage.installation.connection()
    pair = try CurveKeyPair.generate()
    _ = try CertificateFile.write(pair, name: "newcomer", in: folder.appendingPathComponent("clients"))
  }

  /// The installation's connection with the new key in the place of the subdistrict's and the operator's.
  func connection() throws -> Connection {
    var connection = base
    let client = Connection.Client(
      certificate: "clients/newcomer.key_secret", source: "urn:jiugai:newcomer", organisation: "newcomer")
    connection.clients[Role.subdistrict.rawValue] = client
    connection.clients[Role.systemOperator.rawValue] = client
    return connection
  }

  func enter() throws { try write(original + entry + "    roles: [subdistrict, \(Role.systemOperator.rawValue)]\n") }

  /// Lets it in until a day.
  func enter(expires day: BusinessDate) throws {
    try write(original + entry + "    roles: [subdistrict, \(Role.systemOperator.rawValue)]\n    expires: \(day)\n")
  }

  /// Lets it in for these communities alone.
  func enter(communities: [CommunityID]) throws {
    let list = communities.map(\.rawValue).joined(separator: ", ")
    try write(original + entry + "    roles: [subdistrict]\n    communities: [\(list)]\n")
  }

  func leave(revoked: Bool) throws { try write(revoked ? original + entry + "    revoked: yes\n" : original) }

  private var entry: String {
    "  - key: '\(pair.publicKey)'\n    organisation: newcomer\n    source: 'urn:jiugai:newcomer'\n"
  }

  private func write(_ text: String) throws { try Data(text.utf8).write(to: principals, options: .atomic) }
}
