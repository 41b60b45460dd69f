import Contracts
import DomainModel
import Policy
import ServiceKit

/// The running count of a round. Every form moves its counters by its own weight, so that the last of ten thousand
/// costs as much as the first.
struct Tally: Entity {
  static let kind = "tally"
  let round: RoundID
  var figures: VoteFigures
  /// Standing forms, one for each unit at most.
  var forms = OpinionCount()
  /// Without a signature.
  var unsigned = 0
  /// Signed forms beside the standing one of their unit.
  var replaced = 0
  /// The latest date on a form.
  var lastSignedOn: BusinessDate?

  var key: String { round.rawValue }

  /// Forms that came back in any state.
  var returned: Int { Int(forms.participating) + unsigned + replaced }

  /// Moves what a unit, and through it a head, says.
  fileprivate mutating func move(
    _ unit: RollEntry, from old: VoteOpinion?, to new: VoteOpinion?, head oldHead: VoteOpinion?,
    to newHead: VoteOpinion?
  ) {
    forms.move(1, from: old, to: new)
    figures.area.move(unit.exclusiveArea?.hundredths ?? 0, from: old, to: new)
    if unit.countsAsHousehold { figures.households.move(1, from: old, to: new) }
    figures.heads.move(1, from: oldHead, to: newHead)
  }
}

/// The signed forms of one unit in one round. The last by its date, then by arrival, stands; all are kept.
struct UnitForms: Entity {
  static let kind = "unit-forms"
  let key: String
  /// In the order of arrival.
  private(set) var forms: [Form] = []

  struct Form: Codable, Hashable, Sendable {
    let ballotNo: Identifier<SlugKind>
    let opinion: VoteOpinion
    let signedOn: BusinessDate
  }

  init(key: String) {
    self.key = key
  }

  static func key(_ round: RoundID, _ unit: UnitID) -> String { EntityKey.joined(round.rawValue, unit.rawValue) }

  var standing: Form? {
    // Of equal dates `max` gives the first it meets: the later arrival.
    forms.reversed().max { $0.signedOn < $1.signedOn }
  }

  mutating func add(_ form: Form) { forms.append(form) }

  mutating func strike(_ ballotNo: Identifier<SlugKind>) { forms.removeAll { $0.ballotNo == ballotNo } }
}

/// What the units of one head returned, for heads that hold several.
struct HeadVote: Entity {
  static let kind = "head-vote"
  let key: String
  var forms = HeadForms()

  static func key(_ round: RoundID, _ head: String) -> String { "\(round)/\(head)" }
}

/// A form by its number: what makes a number count once.
struct EnteredBallot: Entity {
  static let kind = "ballot"
  let round: RoundID
  let ballotNo: Identifier<SlugKind>
  let unit: UnitID
  let isSigned: Bool
  var isStruck = false

  var key: String { EnteredBallot.key(round, ballotNo) }

  static func key(_ round: RoundID, _ ballotNo: Identifier<SlugKind>) -> String {
    EntityKey.joined(round.rawValue, ballotNo.rawValue)
  }
}

extension Opinion {
  /// What the form says for the count; nil when it is void.
  var counted: VoteOpinion? {
    switch self {
    case .agree: .agree
    case .disagree: .disagree
    case .blank: .blank
    case .unsigned: nil
    }
  }
}

extension Tally {
  static let folds: [Fold] = [
    .on(RoundOpened.self) { event, _, entities in
      guard let roll = try entities.get(Roll.self, event.roll.rawValue) else {
        throw FoldFault.missingEntity(kind: Roll.kind, key: event.roll.rawValue)
      }
      let whole = VoteFigures.Roll(
        area: roll.area.hundredths, heads: Int64(roll.heads), households: Int64(roll.households))
      try entities.put(Tally(round: event.round, figures: VoteFigures(roll: whole)))
    },
    .on(BallotsCast.self) { event, _, entities in
      guard let round = try entities.get(Round.self, event.round.rawValue) else {
        throw FoldFault.missingEntity(kind: Round.kind, key: event.round.rawValue)
      }
      try entities.update(Tally.self, event.round.rawValue) { tally in
        for ballot in event.ballots.items { try tally.enter(ballot, in: round, entities) }
      }
    },
    .on(BallotVoided.self) { event, _, entities in
      guard let round = try entities.get(Round.self, event.round.rawValue) else {
        throw FoldFault.missingEntity(kind: Round.kind, key: event.round.rawValue)
      }
      try entities.update(Tally.self, event.round.rawValue) { try $0.strike(event.ballotNo, in: round, entities) }
    },
  ]

  private mutating func enter(_ ballot: Ballot, in round: Round, _ entities: any EntityEditor) throws {
    try entities.put(
      EnteredBallot(
        round: round.id, ballotNo: ballot.ballotNo, unit: ballot.unit, isSigned: ballot.opinion.counted != nil))
    lastSignedOn = max(lastSignedOn ?? ballot.signedOn, ballot.signedOn)
    guard let opinion = ballot.opinion.counted else {
      unsigned += 1
      return
    }
    let isFirst = try change(ballot.unit, in: round, entities) {
      $0.add(UnitForms.Form(ballotNo: ballot.ballotNo, opinion: opinion, signedOn: ballot.signedOn))
    }
    if !isFirst { replaced += 1 }
  }

  private mutating func strike(
    _ ballotNo: Identifier<SlugKind>, in round: Round, _ entities: any EntityEditor
  ) throws {
    let key = EnteredBallot.key(round.id, ballotNo)
    guard let ballot = try entities.get(EnteredBallot.self, key) else {
      throw FoldFault.missingEntity(kind: EnteredBallot.kind, key: key)
    }
    try entities.update(EnteredBallot.self, key) { $0.isStruck = true }
    guard ballot.isSigned else {
      unsigned -= 1
      return
    }
    _ = try change(ballot.unit, in: round, entities) { $0.strike(ballotNo) }
    let left = try entities.get(UnitForms.self, UnitForms.key(round.id, ballot.unit))?.forms ?? []
    if !left.isEmpty { replaced -= 1 }
  }

  /// Changes a unit's forms and moves the counters by what that changed; whether it had none before.
  private mutating func change(
    _ unit: UnitID, in round: Round, _ entities: any EntityEditor, _ change: (inout UnitForms) -> Void
  ) throws -> Bool {
    let unitKey = RolledUnit.key(round.roll, unit)
    guard let rolled = try entities.get(RolledUnit.self, unitKey) else {
      throw FoldFault.missingEntity(kind: RolledUnit.kind, key: unitKey)
    }
    let key = UnitForms.key(round.id, unit)
    var forms = try entities.get(UnitForms.self, key) ?? UnitForms(key: key)
    let old = forms.standing?.opinion
    change(&forms)
    let new = forms.standing?.opinion
    try entities.put(forms)
    guard rolled.sharesHead else {
      move(rolled.entry, from: old, to: new, head: old, to: new)
      return old == nil
    }
    let headKey = HeadVote.key(round.id, rolled.head)
    var head = try entities.get(HeadVote.self, headKey) ?? HeadVote(key: headKey)
    let before = head.forms.opinion
    head.forms.move(from: old, to: new)
    try entities.put(head)
    move(rolled.entry, from: old, to: new, head: before, to: head.forms.opinion)
    return old == nil
  }
}
