import Contracts
import DomainModel
import FileStore
import Foundation
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("Parked projects", .serialized)
struct ParkedTests {
  private let project = Sample.project
  private let other: ProjectID = "330382-2024-0008"
  private let carried = [FactStatement(.planVoteCarried, .flag(true))]

  private func facts(_ rig: EngineRig, _ project: ProjectID) throws -> [FactKey] {
    try rig.engine.facts(of: project).all.map(\.key)
  }

  @Test("a critical event of an unknown type parks its project and what comes after it, and no other", arguments: Flavour.allCases)
  func critical(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    try rig.hear(type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, critical: true)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    // Behind it in a later batch, too, and from another feed.
    try rig.hear(
      type: "jiugai.supervision.sample.v1", feed: .supervision, project: project.rawValue,
      facts: [FactStatement(.acceptancePassed, .flag(true))])
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: other.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(Set(try rig.parked().map(\.reason)) == ["unknown-critical", "behind"])
    #expect(try rig.parked().count == 3)
    #expect(try rig.parked().allSatisfy { $0.subject == project.rawValue })
    #expect(try facts(rig, project).isEmpty)
    #expect(try facts(rig, other) == [.planVoteCarried])
    // A retry before the upgrade changes nothing for that feed; another feed has no order to keep with it.
    try rig.engine.retryParked()
    try rig.engine.commit()
    #expect(try rig.parked().map(\.event.feed) == ["voting", "voting"])
    #expect(try facts(rig, project) == [.acceptancePassed])
    #expect(try rig.journal.cursor(feed: "voting")?.sequence == 3)
  }

  @Test("an unknown type that is not critical is learnt from, for its facts stand beside its body", arguments: Flavour.allCases)
  func unknown(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    try rig.hear(type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, facts: carried, data: #"{"new":[1]}"#)
    try rig.engine.commit()
    #expect(try rig.parked().isEmpty)
    #expect(try facts(rig, project) == [.planVoteCarried])
  }

  @Test("an edition that is not installed parks its project until it is, then all is recorded in order", arguments: Flavour.allCases)
  func edition(_ flavour: Flavour) throws {
    let law = try Law.yueqing()
    let rig = try EngineRig(flavour, laws: [])
    try rig.hear(type: "jiugai.intake.sample.v1", feed: .intake, project: project.rawValue, edition: law.reference)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.hear(
      type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue,
      facts: [FactStatement(.planVoteCarried, .flag(false))])
    try rig.engine.commit()
    let first = try #require(try rig.parked().first { $0.reason == "edition-not-installed" })
    #expect(first.detail.contains("yueqing/2024-1.yaml"))
    #expect(first.detail.contains(law.reference.sha256.rawValue))
    #expect(try rig.refusal(Pay(project: project, amount: "1.00")) == nil)

    rig.shelf.install(law)
    try rig.engine.retryParked()
    try rig.engine.commit()
    #expect(try rig.parked().isEmpty)
    #expect(try rig.engine.facts(of: project)[.planVoteCarried]?.value == .flag(false))
    #expect(try rig.engine.get(ProjectRecord.self, project.rawValue)?.edition == law.reference)
    try rig.engine.retryParked()
    try rig.engine.commit()
    let (before, events) = (try rig.entityBodies(), try rig.eventBodies())
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
    #expect(try rig.eventBodies() == events)
  }

  @Test("a known event that does not decode parks its project, and after a retry what follows still waits", arguments: Flavour.allCases)
  func undecodable(_ flavour: Flavour) throws {
    let definition = ServiceDefinition(
      contract: FundingContract.self, decisions: [AnyDecision(PayDecision.self)], folds: Purse.folds,
      reactions: [.to(RoundClosed.self) { _, _ in [] }])
    let rig = try EngineRig(flavour, definition, laws: [Law.yueqing()])
    try rig.hear(type: RoundClosed.wireType, feed: .voting, project: project.rawValue, data: #"{"round":7}"#)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(try rig.parked().map(\.reason) == ["undecodable", "behind"])
    try rig.engine.retryParked()
    try rig.engine.commit()
    #expect(try rig.parked().count == 2)
    #expect(try facts(rig, project).isEmpty)
  }

  @Test("an event that is not of the known form is kept aside and nothing waits behind it", arguments: Flavour.allCases)
  func formless(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    try rig.engine.hear(HeardEvent(feed: .voting, epoch: "be9c4002", sequence: 900, bytes: Data(#"{"id":7}"#.utf8)))
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(try rig.parked().map(\.reason) == ["undecodable"])
    #expect(try facts(rig, project) == [.planVoteCarried])
  }

  @Test("an event is recorded once, however often it is heard", arguments: Flavour.allCases)
  func once(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let text = #"{"id":"voting-be9c4002-5","type":"jiugai.voting.sample.v1","subject":"330382-2024-0007","#
      + #""time":"2024-01-01T00:00:00.000Z","sequence":5,"effectiveon":"2024-03-01","organisation":"rig","causationid":"rig","#
      + #""project":"330382-2024-0007","facts":[{"key":"voting.plan-vote-carried","value":{"flag":true}}],"data":{}}"#
    for round in 0..<3 {
      try rig.engine.hear(HeardEvent(feed: .voting, epoch: "be9c4002", sequence: 5, bytes: Data(text.utf8)))
      try rig.engine.hear(HeardEvent(feed: .voting, epoch: "be9c4002", sequence: 5, bytes: Data(text.utf8)))
      try rig.engine.commit()
      #expect(rig.engine.headSequence == 1, "round \(round)")
    }
  }

  @Test("a fact is believed from its owner alone", arguments: Flavour.allCases)
  func owner(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    try rig.hear(type: "jiugai.supervision.sample.v1", feed: .supervision, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(try facts(rig, project).isEmpty)
  }
}
