import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("A key of one community")
struct CommunityReachTests {
  private let project = Sample.project
  private let other: ProjectID = "330382-2024-0008"
  private let unheard: ProjectID = "330382-2024-0009"
  private let own: CommunityID = "330382-C00017"

  private func principal(_ roles: Set<Role> = [.subdistrict]) -> Principal {
    Principal(organisation: "org-1", roles: roles, communities: [own])
  }

  /// Two projects of two communities, as intake says.
  private func rig(_ flavour: Flavour) throws -> EngineRig {
    let law = try Law.yueqing()
    let rig = try EngineRig(flavour, laws: [law])
    for (project, community) in [(project, own), (other, "330382-C00018")] {
      try rig.hear(
        ProjectOpened(
          project: project, community: community, edition: law.reference, title: "样例改造", households: 12, buildings: 1),
        on: "2024-01-15")
    }
    try rig.engine.commit()
    return rig
  }

  private func pay(_ rig: EngineRig, _ project: ProjectID, _ principal: Principal) throws -> String {
    let command = Pay(project: project, amount: "1.00")
    let answer = try rig.engine.decide(
      CommandRequest(
        type: Pay.wireType, id: "pay-\(project)-\(principal.communities.count)", source: "urn:jiugai:rig",
        subject: command.subject, effectiveOn: "2024-03-01", body: try JSONEncoder().encode(command),
        principal: principal))
    try rig.engine.commit()
    switch answer {
    case .accepted: return "ok"
    case .refused(let problem, _): return try JSONDecoder().decode(Problem.self, from: problem).code
    case .rejected(let code, _, _): return code.rawValue
    }
  }

  @Test("sends commands for its community's project and no other's", arguments: Flavour.allCases)
  func commands(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    #expect(try pay(rig, project, principal()) == "ok")
    let head = rig.engine.headSequence
    #expect(try pay(rig, other, principal()) == "NOT_AUTHORISED")
    // Intake's word may be on its way: the answer says so, and that it helps to ask again.
    #expect(try pay(rig, unheard, principal()) == "project-unknown")
    #expect(rig.engine.headSequence == head)
    let free = Principal(organisation: "org-1", roles: [.subdistrict])
    #expect(try pay(rig, other, free) == "ok")
    #expect(try rig.engine.get(ProjectRecord.self, other.rawValue)?.community == "330382-C00018")
    let before = try rig.entityBodies()
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
  }

  @Test("a community that another service than intake names is not believed", arguments: Flavour.allCases)
  func owner(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let text = #"{"id":"voting-be9c4002-1","type":"jiugai.voting.sample.v1","subject":"\#(other)","#
      + #""time":"2024-01-01T00:00:00.000Z","sequence":1,"effectiveon":"2024-03-01","organisation":"rig","#
      + #""causationid":"rig","project":"\#(other)","community":"\#(own)","data":{}}"#
    try rig.engine.hear(HeardEvent(feed: .voting, epoch: "be9c4002", sequence: 1, bytes: Data(text.utf8)))
    try rig.engine.commit()
    #expect(try rig.engine.get(ProjectRecord.self, other.rawValue)?.community == nil)
  }

  @Test("asks about its community's project and no other's", arguments: Flavour.allCases)
  func queries(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    func ask<Q: Query>(_ query: Q, _ principal: Principal) throws -> String {
      let handler = try #require(rig.engine.registry.queries[Q.wireType])
      let header = RequestHeader(id: "q-1", source: "urn:jiugai:rig", type: Q.wireType, rid: "q-1")
      let frames = InboundFrames(
        routingID: Data([1]), clientKey: "k", kind: .query, header: header.wire(), body: try JSONEncoder().encode(query))
      let reply = QueryDesk.answer(
        header, frames, handler.decode, handler.handler, rig.journal.reader(), principal, rig.shelf,
        Replies(feed: "funding", epoch: "be9c4001"))
      let told = try ReplyHeader(wire: reply.header)
      if told.status == .refused { return try JSONDecoder().decode(Problem.self, from: reply.body).code }
      return told.code ?? "ok"
    }
    #expect(try ask(FactsQuery<FundingContract>(project: project), principal()) == "ok")
    #expect(try ask(FactsQuery<FundingContract>(project: other), principal()) == "NOT_AUTHORISED")
    #expect(try ask(FactsQuery<FundingContract>(project: unheard), principal()) == "project-unknown")
    // What is of the whole service names all its projects.
    #expect(try ask(ParkedQuery<FundingContract>(), principal()) == "NOT_AUTHORISED")
    #expect(try ask(ParkedQuery<FundingContract>(), Principal(organisation: "org-1", roles: [.subdistrict])) == "ok")
  }

  @Test("sees of a feed its community's projects, the rest as a run of skips", arguments: Flavour.allCases)
  func feeds(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    let free = Principal(organisation: "org-1", roles: [.subdistrict])
    #expect(try pay(rig, project, free) == "ok")
    #expect(try pay(rig, other, free) == "ok")
    let server = FeedServer(feed: .funding, reader: rig.journal.reader())
    func shown(_ principal: Principal) throws -> [String] {
      let page = try server.page(FeedRequest(feed: "funding", consumer: "test", cursor: nil, waitms: 0), for: principal)
      guard case .lines(let body, _, _, _, _, _) = page else { return [] }
      return try FeedPage(body: body).events.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(try shown(free).count == 2)
    let limited = try shown(principal())
    #expect(limited.count == 1 && limited.allSatisfy { $0.contains(project.rawValue) })
  }

  @Test("reaches by subject what is its own", arguments: [
    ("330382-C00017", Principal.Reach.within), ("330382-C00018", .elsewhere), ("330382-2024-0007", .within),
    ("330382-2024-0007/R1", .within), ("330382-2024-0008", .elsewhere), ("330382-2024-0009", .unknown),
    ("330382", .elsewhere), ("330382-2024", .elsewhere), ("", .elsewhere), ("feed/voting", .elsewhere),
    ("330381-C00017", .elsewhere),
  ])
  func reach(_ subject: String, _ expected: Principal.Reach) {
    let homes: [ProjectID: CommunityID] = ["330382-2024-0007": own, "330382-2024-0008": "330382-C00018"]
    #expect(principal().reach(to: subject) { homes[$0] } == expected)
  }

  @Test("reaches by division alone where no community is named", arguments: [
    ("330382-2024-0007", Principal.Reach.within), ("330382", .within), ("330381-2024-0007", .elsewhere),
    ("feed/voting", .within), ("", .within),
  ])
  func division(_ subject: String, _ expected: Principal.Reach) {
    let principal = Principal(organisation: "org-1", roles: [.subdistrict], divisions: ["330382"])
    #expect(principal.reach(to: subject) { _ in nil } == expected)
  }
}
