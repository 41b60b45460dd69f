import Contracts
import DomainModel
import FileStore

/// The decisions that all services share.
enum StandingDecisions {
  static func all(of contract: any ServiceContract.Type) -> [AnyDecision] { decisions(contract) }

  private static func decisions<C: ServiceContract>(_ contract: C.Type) -> [AnyDecision] {
    [
      AnyDecision(WithdrawRecordDecision<C>.self), AnyDecision(ConfirmStepDecision<C>.self),
      AnyDecision(DiscloseDecision<C>.self), AnyDecision(ErasePersonDecision<C>.self),
      AnyDecision(FindPersonDecision<C>.self), AnyDecision(HoldPersonDecision<C>.self),
      AnyDecision(ReleasePersonDecision<C>.self),
      AnyDecision(RetryParkedDecision<C>.self), AnyDecision(SkipParkedDecision<C>.self),
      AnyDecision(AcceptFeedDecision<C>.self), AnyDecision(DiscloseDocumentDecision<C>.self),
    ]
  }
}

/// What the standing decisions see beside entities. Only the engine's own view has it.
protocol JournalView: EntityView {
  /// An event of this journal, committed or of the batch in hand: what it is and who it is about.
  func recorded(_ sequence: Int64) throws -> RecordedEvent?
  /// The facts of a project as they are without one of its events.
  func facts(of project: ProjectID, without sequence: Int64) throws -> ProjectFacts
  /// This journal's reference to one of its events.
  func reference(_ sequence: Int64) -> SourceRef
  /// The events of a project that wait, in the order of feed, epoch and number.
  func parked(of subject: String) throws -> [ParkedRecord]
  /// Why a person's data is in the vault.
  func holdings(of person: PersonID) throws -> [VaultHolding]
  /// Whether a document is here, whole, and a record of one of these streams or of a person in these matters names it.
  func holds(_ document: DocumentHash, in scopes: Set<String>) throws -> Bool
  /// How far a feed was read; nil when it never was.
  func position(in feed: ServiceName) throws -> CursorRecord?
  /// The projects of which something was recorded that was heard of a feed after one of its events.
  func projects(hearing feed: ServiceName, epoch: String, after: Int64, through last: Int64) throws -> Set<ProjectID>
}

/// An event as read back.
struct RecordedEvent {
  let event: any Event
  let stamp: EventStamp
  let receipt: Receipt?
}

extension EntityView {
  var journal: any JournalView {
    guard let view = self as? any JournalView else { preconditionFailure("standing decisions run in the engine") }
    return view
  }
}

enum WithdrawRecordDecision<C: ServiceContract>: Decision {
  struct Sight {
    let recorded: RecordedEvent
    let isWithdrawn: Bool
    let source: SourceRef
    let facts: ProjectFacts
    let steps: [(step: StepRecord, because: SourceRef)]
  }

  static func look(_ command: WithdrawRecord<C>, at view: any EntityView) throws -> Sight {
    let journal = view.journal
    guard let recorded = try journal.recorded(command.sequence), recorded.event.concerns == command.project else {
      throw Refusal(.recordUnknown, pointers: ["/sequence"])
    }
    let source = journal.reference(command.sequence)
    return Sight(
      recorded: recorded, isWithdrawn: try view.get(Withdrawal.self, Withdrawal.key(command.sequence)) != nil,
      source: source, facts: try journal.facts(of: command.project, without: command.sequence),
      steps: try view.steps(of: command.project, doubtedBy: [source]))
  }

  static func decide(_ command: WithdrawRecord<C>, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard type(of: sight.recorded.event).isWithdrawable, !sight.isWithdrawn else {
      throw Refusal(.recordFinal, pointers: ["/sequence"])
    }
    return Outcome(try events(command, sight))
  }

  static func events(_ command: WithdrawRecord<C>, _ sight: Sight) throws -> [any Event] {
    let restated = sight.recorded.event.facts.compactMap { statement in
      sight.facts[statement.key].map { FactStatement(statement.key, $0.value, on: $0.on) }
    }
    let withdrawn = RecordWithdrawn<C>(
      project: command.project, sequence: command.sequence, reason: command.reason, restated: Listing(capped: restated))
    let questioned = sight.steps.map {
      StepQuestioned<C>(
        project: command.project, step: $0.step.receipt.step, sequence: $0.step.sequence, because: $0.because)
    }
    return [withdrawn] + questioned
  }
}

enum ConfirmStepDecision<C: ServiceContract>: Decision {
  static func look(_ command: ConfirmStep<C>, at view: any EntityView) throws -> StepRecord? {
    try view.get(StepRecord.self, StepRecord.key(command.project, command.sequence))
  }

  static func decide(_ command: ConfirmStep<C>, seeing step: StepRecord?, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard let step, step.inQuestion != nil else { throw Refusal(.stepNotQuestioned, pointers: ["/sequence"]) }
    return Outcome([StepConfirmed<C>(project: command.project, sequence: step.sequence, reason: command.reason)])
  }
}
