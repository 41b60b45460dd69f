import Contracts
import DomainModel
import Foundation
import Policy
import TestKit
import Testing

@testable import ServiceKit

/// Two steps of which the second rests on the first, under gates of the real pack.
enum Accounts {
  static let definition = ServiceDefinition(
    contract: FundingContract.self, decisions: [AnyDecision(VerifyDecision.self), AnyDecision(SettlingDecision.self)], folds: [])

  struct Verify: ProjectCommand {
    static var name: WireName { "funding.verify-final-accounts" }
    static var senders: Set<Role> { [.subdistrict] }
    static var example: Verify { Verify(project: Sample.project) }
    typealias Reply = Accepted
    let project: ProjectID
  }

  struct Verified: ProjectEvent {
    static var name: WireName { "funding.sample-verified" }
    static var example: Verified { Verified(project: Sample.project) }
    let project: ProjectID
    var facts: [FactStatement] { [FactStatement(.finalAccountsVerified, .flag(true))] }
  }

  struct Settling: ProjectCommand {
    static var name: WireName { "funding.settle" }
    static var senders: Set<Role> { [.subdistrict] }
    static var example: Settling { Settling(project: Sample.project) }
    typealias Reply = Accepted
    let project: ProjectID
  }

  struct Settled: ProjectEvent {
    static var name: WireName { "funding.sample-settled" }
    static var example: Settled { Settled(project: Sample.project) }
    let project: ProjectID
  }

  enum VerifyDecision: Decision {
    static func look(_ command: Verify, at view: any EntityView) throws {}
    static func decide(_ command: Verify, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
      try ruling.passGate()
      return Outcome([Verified(project: command.project)])
    }
  }

  enum SettlingDecision: Decision {
    static func look(_ command: Settling, at view: any EntityView) throws {}
    static func decide(_ command: Settling, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
      try ruling.passGate(judging: ["subsidy.start-in-scope": { $0.finding(.satisfied) }])
      return Outcome([Settled(project: command.project)])
    }
  }
}

@Suite("Doubt about what a step rests on")
struct DoubtTests {
  private let project = Sample.project

  private func verified(_ flavour: Flavour) throws -> (rig: EngineRig, source: SourceRef, step: Int64) {
    let law = try Law.yueqing()
    // The service's own events have to be known to be folded again.
    let definition = ServiceDefinition(
      contract: FundingContract.self, decisions: Accounts.definition.decisions,
      folds: [.on(Accounts.Verified.self) { _, _, _ in }, .on(Accounts.Settled.self) { _, _, _ in }])
    let rig = try EngineRig(flavour, definition, laws: [law])
    try rig.open(project, under: law.reference)
    #expect(try rig.refusal(Accounts.Verify(project: project))?.retry == .later)
    let source = try rig.hear(
      type: "jiugai.supervision.sample.v1", feed: .supervision, project: project.rawValue,
      facts: [FactStatement(.acceptancePassed, .flag(true))])
    try rig.engine.commit()
    #expect(try rig.refusal(Accounts.Verify(project: project)) == nil)
    return (rig, source, rig.engine.headSequence)
  }

  private func question(_ rig: EngineRig, _ step: Int64) throws -> SourceRef? {
    try rig.engine.get(StepRecord.self, StepRecord.key(project, step))?.inQuestion
  }

  @Test("a withdrawn fact questions the step, the next gate refuses, and the step's owner may confirm", arguments: Flavour.allCases)
  func cascade(_ flavour: Flavour) throws {
    let (rig, source, step) = try verified(flavour)
    #expect(try question(rig, step) == nil)
    try rig.hear(
      RecordWithdrawn<SupervisionContract>(project: project, sequence: source.sequence, reason: "验收记录有误", restated: []),
      on: "2024-03-02")
    try rig.engine.commit()
    #expect(try question(rig, step) == source)
    #expect(try rig.engine.facts(of: project)[.acceptancePassed] == nil)
    #expect(try rig.engine.facts(of: project)[.finalAccountsVerified]?.isInQuestion == true)

    let refused = try #require(try rig.refusal(Accounts.Settling(project: project), on: "2024-03-03"))
    #expect(refused.findings.filter(\.stops).map(\.rule) == ["accounts.verified"])
    #expect(refused.findings.first { $0.rule == "accounts.verified" }?.values.map(\.name).contains("in-question") == true)
    #expect(try rig.refusal(Accounts.Verify(project: project), on: "2024-03-03")?.findings.first?.result == .unknown)

    #expect(
      try rig.refusal(
        ConfirmStep<FundingContract>(project: project, sequence: step, reason: "决算不受影响"), on: "2024-03-03") == nil)
    #expect(try question(rig, step) == nil)
    #expect(try rig.refusal(Accounts.Settling(project: project), on: "2024-03-03") == nil)
    // Nothing is left to confirm, and a second confirmation says so.
    #expect(
      try rig.refusal(ConfirmStep<FundingContract>(project: project, sequence: step, reason: "再次"), on: "2024-03-03")?.code
        == "step-not-questioned")
    let before = try rig.entityBodies()
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
  }

  @Test("a step questioned elsewhere questions what rests on it here, and its confirmation clears the fact", arguments: Flavour.allCases)
  func elsewhere(_ flavour: Flavour) throws {
    let (rig, source, step) = try verified(flavour)
    try rig.hear(
      StepQuestioned<SupervisionContract>(
        project: project, step: "supervision.pass-acceptance", sequence: source.sequence,
        because: SourceRef(feed: .voting, epoch: "be9c4002", sequence: 1)))
    try rig.engine.commit()
    #expect(try question(rig, step) == source)
    #expect(try rig.engine.facts(of: project)[.acceptancePassed]?.isInQuestion == true)
    try rig.hear(StepConfirmed<SupervisionContract>(project: project, sequence: source.sequence, reason: "已核实"))
    try rig.engine.commit()
    #expect(try rig.engine.facts(of: project)[.acceptancePassed]?.isInQuestion == false)
    // What was taken here stays in question until its own owner has looked.
    #expect(try question(rig, step) == source)
  }

  @Test("a withdrawal that restates the fact leaves the gate open for a new step", arguments: Flavour.allCases)
  func restated(_ flavour: Flavour) throws {
    let (rig, source, step) = try verified(flavour)
    try rig.hear(
      RecordWithdrawn<SupervisionContract>(
        project: project, sequence: source.sequence, reason: "日期有误",
        restated: [FactStatement(.acceptancePassed, .flag(true), on: "2024-02-01")]),
      on: "2024-03-02")
    try rig.engine.commit()
    #expect(try question(rig, step) == source)
    #expect(try rig.refusal(Accounts.Verify(project: project), on: "2024-03-03") == nil)
    #expect(try rig.refusal(Accounts.Settling(project: project), on: "2024-03-03") == nil)
  }
}
