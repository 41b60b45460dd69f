import Contracts
import DomainModel
import FileStore
import Foundation
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("The engine over either journal")
struct TwoJournalsTests {
  private static let projects: [ProjectID] = ["330382-2024-0007", "330382-2024-0008"]

  /// Payments, overdrafts, withdrawals of what was recorded, heard facts and repeats, in batches of any size.
  ///
  /// - Parameter beside: whether each batch is written while the next is decided, as the loop does when commands wait.
  private func run(_ seed: UInt64, _ rig: EngineRig, beside: Bool = false) throws -> [String] {
    func commit() throws {
      try rig.engine.finishCommit()
      if beside, rig.engine.mayBeginCommit { _ = try rig.engine.beginCommit() } else { try rig.engine.commit() }
    }
    func decide(_ command: some Command, id: String) throws -> CommandAnswer {
      try rig.journal.holdingReads { try rig.decide(command, id: id) }
    }
    var chance = SeededGenerator(seed: seed)
    var told: [String] = []
    for project in Self.projects { try rig.open(project, under: Law.yueqing().reference) }
    for step in 0..<60 {
      let project = Self.projects[Int.random(in: 0...1, using: &chance)]
      let answer: CommandAnswer
      switch Int.random(in: 0..<10, using: &chance) {
      case 0..<5:
        let amount = try Money(fen: Int64.random(in: 1...1_000_000, using: &chance))
        answer = try decide(Pay(project: project, amount: amount), id: "pay-\(step)")
      case 5:
        answer = try decide(Pay(project: project, amount: "1.00", overdraw: true), id: "overdraw-\(step)")
      case 6, 7:
        let sequence = Int64.random(in: 1...max(1, rig.engine.headSequence), using: &chance)
        answer = try decide(
          WithdrawRecord<FundingContract>(project: project, sequence: sequence, reason: "登记有误"), id: "withdraw-\(step)")
      case 8:
        answer = try decide(Pay(project: project, amount: "2.00"), id: "again")
      default:
        try rig.engine.finishCommit()
        try rig.hear(
          type: "jiugai.voting.sample-said.v1", feed: .voting, project: project.rawValue,
          facts: [FactStatement(.planVoteCarried, .flag(Bool.random(using: &chance)))])
        if Bool.random(using: &chance) { try commit() }
        continue
      }
      told.append(text(answer))
      if Int.random(in: 0..<3, using: &chance) == 0 { try commit() }
      if Int.random(in: 0..<25, using: &chance) == 0 {
        try rig.engine.finishCommit()
        rig.engine.abandon()
      }
    }
    try rig.engine.finishCommit()
    try rig.engine.commit()
    return told
  }

  private func text(_ answer: CommandAnswer) -> String {
    switch answer {
    case .accepted(let reply, let first, let last, let isRepeat):
      "\(first)-\(last) \(isRepeat) \(String(decoding: reply, as: UTF8.self))"
    case .refused(let problem, let isRepeat): "\(isRepeat) \(String(decoding: problem, as: UTF8.self))"
    case .rejected(let code, let detail, let pointers): "\(code) \(detail) \(pointers)"
    }
  }

  @Test("the same commands and hearings give the same answers, events and entities", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func same(_ seed: UInt64) throws {
    let law = try Law.yueqing()
    let memory = try EngineRig(.memory, laws: [law])
    let sqlite = try EngineRig(.sqlite, laws: [law])
    #expect(try run(seed, memory) == run(seed, sqlite))
    #expect(try memory.eventBodies() == sqlite.eventBodies())
    #expect(try memory.entityBodies() == sqlite.entityBodies())
    #expect(memory.journal.head == sqlite.journal.head)
    #expect(try memory.eventBodies().count > 10)
  }

  @Test(
    "what is decided while the batch before is being written is what it would be after it", arguments: Flavour.allCases,
    [1, 2, 3, 4, 5, 6, 7, 8])
  func beside(_ flavour: Flavour, _ seed: UInt64) throws {
    let law = try Law.yueqing()
    let (plain, beside) = (try EngineRig(.memory, laws: [law]), try EngineRig(flavour, laws: [law]))
    #expect(try run(seed, beside, beside: true) == run(seed, plain))
    #expect(try beside.eventBodies() == plain.eventBodies())
    #expect(try beside.entityBodies() == plain.entityBodies())
    #expect(beside.journal.head == plain.journal.head)
  }

  @Test("a batch that could not be written takes with it what was decided since; both can be sent again")
  func lostBeside() throws {
    let rig = try EngineRig(.memory, laws: [Law.yueqing()])
    let journal = try #require(rig.journal as? MemoryJournal)
    let project = Self.projects[0]
    try rig.open(project, under: Law.yueqing().reference)
    let (head, before) = (rig.engine.headSequence, try rig.eventBodies().count)
    for attempt in 1...2 {
      journal.commitFault = attempt == 1 ? .full : nil
      try rig.decide(Pay(project: project, amount: "1.00"), id: "first")
      #expect(try rig.engine.beginCommit())
      try rig.decide(Pay(project: project, amount: "2.00"), id: "second")
      guard case .accepted(_, head + 1, head + 1, isRepeat: true) = try rig.decide(Pay(project: project, amount: "1.00"), id: "first")
      else { return #expect(Bool(false), "it is known, though it is not stored yet") }
      #expect(try rig.engine.get(Purse.self, project.rawValue)?.total == "3.00")
      #expect(rig.engine.committedHead == head && rig.engine.headSequence == head + 2)
      if attempt == 1 {
        #expect(throws: StoreError.full) { try rig.engine.finishCommit() }
        #expect(rig.engine.headSequence == head && !rig.engine.hasPending)
        #expect(try rig.engine.get(Purse.self, project.rawValue)?.total == nil)
      } else {
        try rig.engine.finishCommit()
        #expect(rig.engine.committedHead == head + 1)
        try rig.engine.commit()
        #expect(rig.engine.committedHead == head + 2)
      }
    }
    #expect(try rig.eventBodies().count == before + 2)
    #expect(try rig.engine.beginCommit() == false, "there is nothing to write")
  }

  @Test("a batch that is dropped forgets what it wanted read from the vault", arguments: Flavour.allCases)
  func droppedInquiry(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    try rig.open(Self.projects[0], under: Law.yueqing().reference)
    #expect(rig.engine.mayBeginCommit)
    let look = Disclose<FundingContract>(project: Self.projects[0], person: "p-1", reason: "核实")
    guard case .accepted = try rig.decide(look) else { return #expect(Bool(false), "it is recorded before it is shown") }
    #expect(!rig.engine.mayBeginCommit, "what is read is read on this thread, once the record of it is written")
    rig.engine.abandon()
    #expect(rig.engine.mayBeginCommit && !rig.engine.hasPending)
  }

  @Test("dropping every entity and folding the journal again gives equal entities", arguments: Flavour.allCases, [11, 12, 13, 14])
  func folded(_ flavour: Flavour, _ seed: UInt64) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    _ = try run(seed, rig)
    let before = try rig.entityBodies()
    try rig.engine.rebuild()
    #expect(try rig.entityBodies() == before)
    #expect(!before.isEmpty)
    // And the engine goes on from there.
    #expect(try rig.refusal(Pay(project: Self.projects[0], amount: "1.00")) == nil)
  }

  @Test("a refused command leaves its neighbours in the batch alone", arguments: Flavour.allCases)
  func neighbours(_ flavour: Flavour) throws {
    let rig = try EngineRig(flavour, laws: [Law.yueqing()])
    let project = Self.projects[0]
    try rig.open(project, under: Law.yueqing().reference)
    let head = rig.engine.headSequence
    try rig.decide(Pay(project: project, amount: "1.00"))
    try rig.decide(Pay(project: project, amount: "1.00", overdraw: true))
    try rig.decide(Pay(project: project, amount: "9999999999999.99"))
    try rig.decide(Pay(project: project, amount: "2.00"))
    try rig.engine.commit()
    #expect(rig.engine.headSequence == head + 2)
    #expect(try rig.engine.get(Purse.self, project.rawValue)?.total == "3.00")
  }
}
