import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("A feed whose service was restored")
struct RestoredFeedTests {
  typealias Accept = AcceptFeed<FundingContract>

  private static let old = "be9c4002"
  private static let new = "be9c4003"
  private let project = Sample.project
  private let other: ProjectID = "330382-2024-0008"

  /// Funding over the two steps of `Accounts`, so that steps rest on what is heard of supervision.
  private func rig(_ flavour: Flavour) throws -> EngineRig {
    let law = try Law.yueqing()
    let definition = ServiceDefinition(
      contract: FundingContract.self, decisions: Accounts.definition.decisions,
      folds: [.on(Accounts.Verified.self) { _, _, _ in }, .on(Accounts.Settled.self) { _, _, _ in }])
    let rig = try EngineRig(flavour, definition, laws: [law])
    for project in [project, other] { try rig.open(project, under: law.reference) }
    return rig
  }

  @discardableResult
  private func hear(
    _ rig: EngineRig, _ project: ProjectID, passed: Bool, at place: (String, Int64)? = nil
  ) throws -> SourceRef {
    let source = try rig.hear(
      type: "jiugai.supervision.sample.v1", feed: .supervision, project: project.rawValue,
      facts: [FactStatement(.acceptancePassed, .flag(passed))], at: place)
    try rig.engine.commit()
    return source
  }

  private func accept(
    _ rig: EngineRig, epoch: Identifier<SlugKind> = "be9c4003", after: Int64, feed: ServiceName = .supervision
  ) throws -> String? {
    let answer = try rig.decide(
      Accept(feed: feed, epoch: epoch, after: after, hash: ChainDigest.sample, reason: "从备份恢复"), as: .systemOperator)
    try rig.engine.commit()
    switch answer {
    case .accepted: return nil
    case .refused(let problem, _): return try JSONDecoder().decode(Problem.self, from: problem).code
    case .rejected(let code, _, _): return code.rawValue
    }
  }

  private func passed(_ rig: EngineRig, _ project: ProjectID) throws -> FactValue? {
    try rig.engine.facts(of: project)[.acceptancePassed]?.value
  }

  private func expectFolded(_ rig: EngineRig) throws {
    let before = try rig.entityBodies()
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
  }

  @Test("what was heard beyond the copy is taken back, what stands is as before, and reading goes on", arguments: Flavour.allCases)
  func beyond(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    try hear(rig, project, passed: true)
    try hear(rig, other, passed: true)
    let lost = try hear(rig, project, passed: false)
    #expect(try passed(rig, project) == .flag(false))
    #expect(try accept(rig, after: 2) == nil)
    #expect(try passed(rig, project) == .flag(true), "the earlier word stands again")
    #expect(try passed(rig, other) == .flag(true))
    let cursor = try #require(try rig.journal.cursor(feed: "supervision"))
    #expect(cursor.epoch == Self.new && cursor.sequence == 2 && cursor.hash == ChainDigest.sample.bytes)
    #expect(rig.engine.takeAcceptedFeeds() == [.supervision])
    #expect(rig.engine.takeAcceptedFeeds().isEmpty)
    #expect(try rig.eventBodies().filter { $0.contains("feed-accepted") && $0.contains("从备份恢复") }.count == 1)
    #expect(try rig.eventBodies().filter { $0.contains("hearing-withdrawn") }.count == 1, "only the project that heard it")
    // The same number again, in the new epoch, is another event.
    let again = try hear(rig, project, passed: false, at: (Self.new, 3))
    #expect(again != lost)
    #expect(try passed(rig, project) == .flag(false))
    #expect(try rig.engine.facts(of: project)[.acceptancePassed]?.source == again)
    try expectFolded(rig)
  }

  @Test("a step that rests on it is put in question, one that rests on what stands is not", arguments: Flavour.allCases)
  func steps(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    try hear(rig, other, passed: true)
    let lost = try hear(rig, project, passed: true)
    #expect(try rig.refusal(Accounts.Verify(project: other)) == nil)
    let kept = rig.engine.headSequence
    #expect(try rig.refusal(Accounts.Verify(project: project)) == nil)
    let step = rig.engine.headSequence
    #expect(try accept(rig, after: 1) == nil)
    func question(_ project: ProjectID, _ step: Int64) throws -> SourceRef? {
      try #require(try rig.engine.get(StepRecord.self, StepRecord.key(project, step))).inQuestion
    }
    #expect(try question(project, step) == lost)
    #expect(try question(other, kept) == nil)
    #expect(try rig.engine.facts(of: project)[.finalAccountsVerified]?.isInQuestion == true)
    #expect(try rig.refusal(Accounts.Settling(project: project))?.code == "gate-closed")
    #expect(
      try rig.refusal(ConfirmStep<FundingContract>(project: project, sequence: step, reason: "验收有纸质档案")) == nil)
    // Of the event that now has the lost one's number, nothing here rests.
    try hear(rig, other, passed: true, at: (Self.new, 2))
    try rig.hear(
      RecordWithdrawn<SupervisionContract>(project: project, sequence: 2, reason: "登记有误", restated: []),
      at: (Self.new, 3))
    try rig.engine.commit()
    #expect(try question(project, step) == nil)
    try expectFolded(rig)
  }

  @Test("an event of before the restore, withdrawn after it, is found", arguments: Flavour.allCases)
  func withdrawnLater(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    let kept = try hear(rig, project, passed: true)
    try hear(rig, other, passed: true)
    #expect(try rig.refusal(Accounts.Verify(project: project)) == nil)
    let step = rig.engine.headSequence
    #expect(try accept(rig, after: 1) == nil)
    try rig.hear(
      RecordWithdrawn<SupervisionContract>(project: project, sequence: kept.sequence, reason: "登记有误", restated: []),
      at: (Self.new, 2))
    try rig.engine.commit()
    #expect(try passed(rig, project) == nil)
    #expect(try rig.engine.get(StepRecord.self, StepRecord.key(project, step))?.inQuestion == kept)
    try expectFolded(rig)
  }

  @Test("a reader that had not come so far loses nothing and goes on where it stood", arguments: Flavour.allCases)
  func behind(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    try hear(rig, project, passed: true)
    let before = try #require(try rig.journal.cursor(feed: "supervision"))
    #expect(try accept(rig, after: 7) == nil)
    let cursor = try #require(try rig.journal.cursor(feed: "supervision"))
    #expect(cursor.epoch == Self.new && cursor.sequence == 1 && cursor.hash == before.hash)
    #expect(try passed(rig, project) == .flag(true))
    #expect(try rig.eventBodies().allSatisfy { !$0.contains("hearing-withdrawn") })
    // Events of the old epoch go on to be heard as such.
    try hear(rig, other, passed: true, at: (Self.old, 2))
    #expect(try rig.engine.facts(of: other)[.acceptancePassed]?.source.epoch.rawValue == Self.old)
    try expectFolded(rig)
  }

  @Test("what was parked beyond the copy waits no more; what was parked before it does", arguments: Flavour.allCases)
  func parked(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    for project in [other, project] {
      try rig.hear(type: "jiugai.supervision.unknown.v9", feed: .supervision, project: project.rawValue, critical: true)
    }
    try rig.engine.commit()
    #expect(try accept(rig, after: 1) == nil)
    #expect(try rig.parked().map(\.subject) == [other.rawValue])
  }

  @Test("accepting is refused where there is nothing to accept, and to all but the operator")
  func refused() throws {
    let rig = try rig(.memory)
    #expect(try accept(rig, after: 0) == "feed-not-read")
    try hear(rig, project, passed: true)
    #expect(try accept(rig, epoch: "be9c4002", after: 0) == "feed-unchanged")
    #expect(try accept(rig, after: -1) == "record-unknown")
    let answer = try rig.decide(
      Accept(feed: .supervision, epoch: "be9c4003", after: 0, hash: ChainDigest.sample, reason: "无权"), as: .housing)
    guard case .rejected(.notAuthorised, _, _) = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test("a service restored itself names its older events by the epoch in which they were recorded")
  func own() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-epochs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let law = try Law.yueqing()
    func open(_ epoch: String, begins: Bool) throws -> (Engine, SQLiteJournal) {
      var options = StoreOptions(
        folder: folder, feed: "funding", vaultKey: try VaultKey(bytes: Data(repeating: 7, count: 32)),
        makeEpoch: { epoch }, now: { "2024-03-01T08:00:00.000Z" })
      options.beginsEpoch = begins
      let journal = try SQLiteJournal(options)
      return (try Engine(Sample.definition, journal: journal, laws: LawShelf([law])) { "2029-12-31T04:00:00.000Z" }, journal)
    }
    func pay(_ engine: Engine, _ id: String) throws {
      let command = Pay(project: project, amount: "1.00")
      _ = try engine.decide(
        CommandRequest(
          type: Pay.wireType, id: id, source: "urn:jiugai:rig", subject: command.subject, effectiveOn: "2024-03-01",
          body: try JSONEncoder().encode(command), principal: Principal(organisation: "org-1", roles: [.subdistrict])))
      try engine.commit()
    }
    let (first, before) = try open("be9c4001", begins: false)
    try pay(first, "one")
    try before.close()
    let (second, after) = try open("be9c4009", begins: true)
    defer { try? after.close() }
    try pay(second, "two")
    #expect(second.headSequence == 2)
    #expect(second.reference(1).epoch == "be9c4001")
    #expect(second.reference(2).epoch == "be9c4009")
    // A page tells the epoch that the chain begins with; before the restore it had nothing to tell.
    let server = FeedServer(feed: .funding, reader: after.reader())
    let page = try server.page(
      FeedRequest(feed: "funding", consumer: "test", cursor: nil, waitms: 0),
      for: Principal(organisation: "rig", roles: [.service]))
    guard case .lines(let body, let epoch, let origin, _, _, let head) = page else {
      Issue.record("no page")
      return
    }
    #expect(epoch == "be9c4009" && origin == "be9c4001")
    let start = FeedCursor.start(feed: "funding", epoch: epoch, origin: origin)
    let end = try FeedPage(body: body).verified(from: start, head: Int(head.sequence), headhash: head.hash.hexDigits)
    #expect(end.sequence == 2)
    #expect(throws: FeedFault.self) {
      try FeedPage(body: body).verified(
        from: .start(feed: "funding", epoch: epoch), head: Int(head.sequence), headhash: head.hash.hexDigits)
    }
  }
}
