import Contracts
import DomainModel
import Foundation
import Policy
import ServiceKit
import TestKit
import Testing

/// A service of two messages, enough to try what all services share.
enum Sample {
  static let project: ProjectID = "330382-2024-0007"
  static let definition = ServiceDefinition(
    contract: FundingContract.self, decisions: [AnyDecision(PayDecision.self)], folds: Purse.folds)
}

struct Pay: ProjectCommand {
  static var name: WireName { "funding.sample-pay" }
  static var senders: Set<Role> { [.subdistrict] }
  static var example: Pay { Pay(project: Sample.project, amount: "5.00") }
  struct Reply: Codable, Hashable, Sendable { let total: Money }
  let project: ProjectID
  let amount: Money
  var overdraw = false
}

struct Paid: ProjectEvent {
  static var name: WireName { "funding.sample-paid" }
  static var isWithdrawable: Bool { true }
  static var example: Paid { Paid(project: Sample.project, amount: "5.00", total: "5.00") }
  let project: ProjectID
  let amount: Money
  let total: Money
  var facts: [FactStatement] { [FactStatement(.residentFundsCleared, .money(total))] }
}

struct Purse: Entity {
  static let kind = "purse"
  let project: ProjectID
  var total: Money
  var key: String { project.rawValue }
  static let folds: [Fold] = [
    .on(Paid.self) { event, _, entities in
      let purse = try entities.get(Purse.self, event.project.rawValue) ?? Purse(project: event.project, total: .zero)
      try entities.put(Purse(project: event.project, total: try purse.total.adding(event.amount)))
    }
  ]
}

enum PayDecision: Decision {
  static func look(_ command: Pay, at view: any EntityView) throws -> Money {
    try view.get(Purse.self, command.project.rawValue)?.total ?? .zero
  }
  static func decide(_ command: Pay, seeing total: Money, under ruling: Ruling) throws -> Outcome<Pay.Reply> {
    if command.overdraw { throw Refusal(.gateClosed) }
    let after = try total.adding(command.amount)
    return Outcome([Paid(project: command.project, amount: command.amount, total: after)], reply: .init(total: after))
  }
}

@Suite("The engine")
struct EngineTests {
  @Test("reads the law of Yueqing from the repository")
  func law() throws {
    let law = try Law.yueqing()
    #expect(law.reference.edition == "2024-1")
    #expect(!law.gate("intake.submit-declaration").isEmpty)
  }

  private func bench() throws -> Bench {
    // The sample's own event must be known to be folded again.
    let bench = try Bench(Sample.definition, law: Law.yueqing())
    try bench.openProject(Sample.project)
    return bench
  }

  @Test("answers the same id and content with the same reply, once recorded")
  func repeats() throws {
    let bench = try bench()
    let first = try bench.send(Pay(project: Sample.project, amount: "5.00"), on: "2024-03-01", id: "one")
    let again = try bench.send(Pay(project: Sample.project, amount: "5.00"), on: "2024-03-01", id: "one")
    #expect(first == again)
    #expect(try bench.get(Purse.self, Sample.project.rawValue)?.total == "5.00")
    #expect(throws: Rejected.self) {
      try bench.send(Pay(project: Sample.project, amount: "6.00"), on: "2024-03-01", id: "one")
    }
  }

  @Test("refuses a date in the future and a role that may not send")
  func guards() throws {
    let bench = try bench()
    #expect(try bench.refusal(Pay(project: Sample.project, amount: "5.00"), on: "2030-01-01")?.code == "dated-in-future")
    #expect(throws: Rejected.self) {
      try bench.send(Pay(project: Sample.project, amount: "5.00"), on: "2024-03-01", as: .bank)
    }
  }

  @Test("a withdrawn record is folded away, its fact restated, and the whole folds to the same")
  func withdrawal() throws {
    let bench = try bench()
    try bench.send(Pay(project: Sample.project, amount: "5.00"), on: "2024-03-01")
    try bench.send(Pay(project: Sample.project, amount: "7.00"), on: "2024-03-02")
    let last = bench.engine.headSequence
    try bench.send(
      WithdrawRecord<FundingContract>(project: Sample.project, sequence: last, reason: "重复"), on: "2024-03-03")
    #expect(try bench.get(Purse.self, Sample.project.rawValue)?.total == "5.00")
    #expect(try bench.facts(of: Sample.project)[.residentFundsCleared]?.value == .money("5.00"))
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("records heard facts once, with their source")
  func hearing() throws {
    let bench = try bench()
    try bench.state([FactStatement(.planVoteCarried, .flag(true))], of: Sample.project, on: "2024-04-01")
    let fact = try #require(try bench.facts(of: Sample.project)[.planVoteCarried])
    #expect(fact.source.feed == .voting)
    #expect(fact.on == "2024-04-01")
  }
}
