import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("Who runs a round")
struct RoundRunnerTests {
  private func finding(of step: WireName, at place: Neighbourhood) throws -> Finding? {
    let receipts = try place.bench.ask(ReceiptsQuery<VotingContract>(project: place.project)).receipts
    return receipts.last { $0.receipt.step == step }?.receipt.findings.first { $0.rule == "voting.collected-by" }
  }

  private static func law(_ city: String) throws -> Law {
    switch city {
    case "wenzhou": try .wenzhou()
    case "sichuan": try .sichuan()
    case "ziyang": try .ziyang()
    default: try .yueqing()
    }
  }

  @Test(
    "of willingness is told against the bodies that the document names; another stops nothing",
    arguments: [
      ("yueqing", Role.ownersBody, true), ("yueqing", .residentsCommittee, true), ("yueqing", .subdistrict, false),
      ("wenzhou", .residentsCommittee, true), ("sichuan", .ownersBody, true),
      ("sichuan", .residentsCommittee, true), ("sichuan", .subdistrict, false), ("ziyang", .ownersBody, true),
      ("ziyang", .residentsCommittee, false),
    ])
  func willingness(_ city: String, _ role: Role, _ holds: Bool) throws {
    let articles = [
      "yueqing": ["plan 3.1", "plan Annex 3"], "wenzhou": ["guide 3.1"], "sichuan": ["workflow 2.2"],
      "ziyang": ["plan 4.1", "plan 4.2"],
    ]
    let place = try Neighbourhood(law: Self.law(city))
    let roll = try place.sealedRoll(try Neighbourhood.units(1...3))
    let round = try place.bench.send(place.opening(.willingness, on: roll), on: "2024-01-20", as: role).round
    let opened = try #require(try finding(of: "voting.open-round", at: place))
    #expect(opened.result == (holds ? .satisfied : .violated) && opened.force == .advises)
    #expect(opened.cites.map(\.description) == articles[city])
    try place.cast(.agree, 1...3, in: round)
    try place.bench.send(place.closing(round), on: "2024-03-09", as: role)
    #expect(try finding(of: "voting.close-round", at: place)?.result == (holds ? .satisfied : .violated))
  }

  @Test("posts no notice: that is the subdistrict's or the community's (AMB-50)", arguments: [
    (Role.subdistrict, true), (.residentsCommittee, true), (.ownersBody, false),
  ])
  func notice(_ role: Role, _ may: Bool) throws {
    let place = try Neighbourhood()
    guard may else {
      #expect(throws: Rejected.self) { try place.bench.send(try place.posting(), on: "2024-03-04", as: role) }
      return
    }
    #expect(try place.bench.refusal(try place.posting(), on: "2024-03-04", as: role) == nil)
  }

  @Test(
    "of the plan is the owners' body's in Yueqing and the community's in Wenzhou",
    arguments: [(Role.ownersBody, true), (.residentsCommittee, false), (.subdistrict, false)])
  func plan(_ role: Role, _ holds: Bool) throws {
    let place = try Neighbourhood()
    let roll = try place.sealedRoll(try Neighbourhood.units(1...3))
    try place.postedNotice()
    try place.bench.send(place.opening(.plan, on: roll), on: "2024-03-04", as: role)
    let opened = try #require(try finding(of: "voting.open-round", at: place))
    #expect(opened.result == (holds ? .satisfied : .violated))
    #expect(opened.cites.map(\.description) == ["plan 3.3"])
    #expect(opened.values.map(\.value) == [.code("owners-body")])
  }
}
