import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("What an operator does about parked projects", .serialized)
struct ParkedOrderTests {
  typealias Retry = RetryParked<FundingContract>
  typealias Skip = SkipParked<FundingContract>

  private let project = Sample.project
  private let carried = [FactStatement(.planVoteCarried, .flag(true))]

  /// The code of the refusal; nil when it was accepted.
  private func order(_ rig: EngineRig, _ command: some Command, as role: Role = .systemOperator) throws -> String? {
    let answer = try rig.decide(command, as: role)
    try rig.engine.commit()
    switch answer {
    case .accepted: return nil
    case .refused(let problem, _): return try JSONDecoder().decode(Problem.self, from: problem).code
    case .rejected(let code, _, _): return code.rawValue
    }
  }

  private func skip(_ source: SourceRef, reason: Text<500> = "对方已重新发布该记录") -> Skip {
    Skip(project: project, feed: source.feed, epoch: source.epoch, sequence: source.sequence, reason: reason)
  }

  @Test("a retry records what an edition, installed since, lets be heard; once and in order", arguments: Flavour.allCases)
  func retry(_ flavour: Flavour) throws {
    let law = try Law.yueqing()
    let rig = try EngineRig(flavour, laws: [])
    try rig.hear(type: "jiugai.intake.sample.v1", feed: .intake, project: project.rawValue, edition: law.reference)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(try order(rig, Retry(project: project)) == nil)
    #expect(try rig.parked().map(\.reason) == ["edition-not-installed"], "the vote's feed waits for nothing of its own")
    #expect(try rig.engine.facts(of: project)[.planVoteCarried] != nil)

    rig.shelf.install(law)
    #expect(try order(rig, Retry(project: project)) == nil)
    #expect(try rig.parked().isEmpty)
    #expect(try rig.engine.get(ProjectRecord.self, project.rawValue)?.edition == law.reference)
    #expect(try order(rig, Retry(project: project)) == "not-parked")
    let (before, events) = (try rig.entityBodies(), try rig.eventBodies())
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
    #expect(events.filter { $0.contains("facts-heard") }.count == 2)
  }

  @Test("packs are looked at anew before a retry; a faulty one refuses it and changes nothing", arguments: Flavour.allCases)
  func refreshed(_ flavour: Flavour) throws {
    let law = try Law.yueqing()
    let rig = try EngineRig(flavour, laws: [])
    try rig.hear(type: "jiugai.intake.sample.v1", feed: .intake, project: project.rawValue, edition: law.reference)
    try rig.engine.commit()
    rig.shelf.onRefresh { shelf in
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-no-packs-\(UUID().uuidString)")
      _ = try PackLibrary(folder: folder, knownRules: nil)
      shelf.install(law)
    }
    #expect(try order(rig, Retry(project: project)) == "packs-faulty")
    #expect(try rig.parked().count == 1)
    rig.shelf.onRefresh { $0.install(law) }
    #expect(try order(rig, Retry(project: project)) == nil)
    #expect(try rig.parked().isEmpty)
  }

  @Test("a skip records the reason and lets go what waited behind", arguments: Flavour.allCases)
  func skipped(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let blocked = try rig.hear(
      type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, critical: true)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    let head = rig.engine.headSequence
    #expect(try order(rig, skip(blocked)) == nil)
    #expect(try rig.parked().isEmpty)
    #expect(try rig.engine.facts(of: project)[.planVoteCarried] != nil)
    let record = try #require(try rig.eventBodies().first { $0.contains("funding.parked-skipped") })
    #expect(record.contains("对方已重新发布该记录") && record.contains(#""sequence":1"#) && record.contains("unknown-critical"))
    #expect(rig.engine.headSequence == head + 2)
    // Heard again, as after a rewound cursor, it would park again; it is not doubled by a second skip.
    #expect(try order(rig, skip(blocked)) == "not-parked")
    let before = try rig.entityBodies()
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
  }

  @Test("a second event that cannot be heard is told as such once the first is skipped", arguments: Flavour.allCases)
  func next(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let first = try rig.hear(
      type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, critical: true)
    let second = try rig.hear(
      type: "jiugai.voting.nor-this.v9", feed: .voting, project: project.rawValue, critical: true)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    #expect(try order(rig, skip(second)) == "parked-behind")
    #expect(try order(rig, skip(first)) == nil)
    #expect(try rig.parked().map(\.reason) == ["unknown-critical", "behind"])
    #expect(try rig.parked().first?.detail.contains("nor-this") == true)
    #expect(try order(rig, skip(second)) == nil)
    #expect(try rig.parked().isEmpty)
  }

  @Test("two orders in one batch are one: the second finds nothing", arguments: Flavour.allCases)
  func together(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let blocked = try rig.hear(
      type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, critical: true)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    try rig.engine.commit()
    let answers = try [
      rig.decide(Retry(project: project), as: .systemOperator), rig.decide(skip(blocked), as: .systemOperator),
      rig.decide(skip(blocked), as: .systemOperator), rig.decide(Retry(project: project), as: .systemOperator),
    ]
    try rig.engine.commit()
    let accepted = answers.map { if case .accepted = $0 { true } else { false } }
    #expect(accepted == [true, true, false, false])
    #expect(try rig.eventBodies().filter { $0.contains("funding.parked-skipped") }.count == 1)
    #expect(try rig.parked().isEmpty)
  }

  @Test("are the operator's alone", arguments: [Role.subdistrict, .housing, .audit])
  func operators(_ role: Role) throws {
    let rig = try EngineRig(.memory, laws: [])
    #expect(try order(rig, Retry(project: project), as: role) == "NOT_AUTHORISED")
    let source = SourceRef(feed: .voting, epoch: "be9c4002", sequence: 1)
    #expect(try order(rig, skip(source), as: role) == "NOT_AUTHORISED")
  }

  @Test("events of no project are seen to alike", arguments: Flavour.allCases)
  func formless(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [])
    try rig.engine.hear(HeardEvent(feed: .voting, epoch: "be9c4002", sequence: 900, bytes: Data(#"{"id":7}"#.utf8)))
    try rig.engine.commit()
    #expect(try order(rig, Retry(project: nil)) == nil)
    #expect(try rig.parked().count == 1)
    #expect(
      try order(rig, Skip(project: nil, feed: .voting, epoch: "be9c4002", sequence: 900, reason: "无内容")) == nil)
    #expect(try rig.parked().isEmpty)
  }

  @Test("the queries tell which event stops a project, why, and how many wait", arguments: Flavour.allCases)
  func told(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [])
    try rig.hear(type: "jiugai.voting.not-yet-known.v9", feed: .voting, project: project.rawValue, critical: true)
    try rig.hear(type: "jiugai.voting.sample.v1", feed: .voting, project: project.rawValue, facts: carried)
    // Sorted before voting, and only behind.
    try rig.hear(type: "jiugai.approvals.sample.v1", feed: .approvals, project: project.rawValue)
    try rig.engine.commit()
    let answer = try rig.journal.reader().read { snapshot in
      try rig.engine.answer(
        ParkedQuery<FundingContract>(), in: snapshot, principal: Principal(organisation: "rig", roles: [.systemOperator]),
        today: "2024-03-01", laws: { _ in nil })
    }
    let waiting = try #require(try JSONDecoder().decode(Parked.self, from: answer).projects.first)
    #expect(waiting.feed == .voting && waiting.sequence == 1 && waiting.epoch == "be9c4002" && waiting.events == 3)
    #expect(waiting.reason == "unknown-critical")
    let detail = try rig.journal.reader().read { snapshot in
      try rig.engine.answer(
        ParkedEventsQuery<FundingContract>(project: project), in: snapshot,
        principal: Principal(organisation: "rig", roles: [.systemOperator]), today: "2024-03-01", laws: { _ in nil })
    }
    let events = try JSONDecoder().decode(ParkedEvents.self, from: detail)
    #expect(events.count == 3)
    #expect(events.events.map(\.reason) == ["behind", "unknown-critical", "behind"])
    #expect(events.events.map(\.type)[1] == "jiugai.voting.not-yet-known.v9")
  }
}
