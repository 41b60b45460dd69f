import Contracts
import DomainModel
import ServiceKit

/// What is seen of a round when forms come in, and what becomes of each form. Forms of one command see those before
/// them.
struct BallotBox {
  /// What is seen of a unit.
  private struct Unit {
    /// Who may sign for it.
    let owners: [PersonID]
    let isUnsold: Bool
    /// The date of the form that stands.
    var standing: BusinessDate?
  }

  let round: Round
  private var units: [UnitID: Unit] = [:]
  private var usedNumbers: Set<Identifier<SlugKind>> = []

  init(_ round: RoundID, of project: ProjectID, for ballots: [Ballot], at view: any EntityView) throws {
    self.round = try view.round(round, of: project)
    for ballot in ballots {
      if try view.get(EnteredBallot.self, EnteredBallot.key(round, ballot.ballotNo)) != nil {
        usedNumbers.insert(ballot.ballotNo)
      }
      guard units[ballot.unit] == nil,
        let entry = try view.get(RolledUnit.self, RolledUnit.key(self.round.roll, ballot.unit))?.entry
      else { continue }
      units[ballot.unit] = Unit(
        owners: entry.owners.items, isUnsold: entry.isUnsold,
        standing: try view.get(UnitForms.self, UnitForms.key(round, ballot.unit))?.standing?.signedOn)
    }
  }

  /// What becomes of a form that is entered on `day`.
  ///
  /// - Throws: `Refusal`, with pointers into the form, when it cannot be entered.
  mutating func put(_ ballot: Ballot, on day: BusinessDate) throws(Refusal) -> BallotOutcome {
    try requireEntry(of: ballot, on: day)
    usedNumbers.insert(ballot.ballotNo)
    guard ballot.opinion.counted != nil else { return .void }
    let earlier = units[ballot.unit]?.standing
    if let earlier, ballot.signedOn < earlier { return .outdated }
    units[ballot.unit]?.standing = ballot.signedOn
    return earlier == nil ? .counted : .replacesEarlier
  }

  private func requireEntry(of ballot: Ballot, on day: BusinessDate) throws(Refusal) {
    guard round.isOpen else { throw Refusal(.roundNotOpen, pointers: ["/round"]) }
    if usedNumbers.contains(ballot.ballotNo) { throw Refusal(.ballotNumberUsed, pointers: ["/ballotNo"]) }
    guard let unit = units[ballot.unit] else { throw Refusal(.unitNotInRoll, pointers: ["/unit"]) }
    try requireDate(of: ballot, on: day)
    guard ballot.opinion != .unsigned else { return }
    guard let signer = ballot.signer else { throw Refusal(.signerMissing, pointers: ["/signer"]) }
    // The roll need not list the developer as owner of what it has not sold; whoever signs for it is recorded.
    if !unit.owners.contains(signer), !(unit.owners.isEmpty && unit.isUnsold) {
      throw Refusal(.signerNotOwner, pointers: ["/signer"])
    }
  }

  /// Opening and closing day are both included (domain §18.4).
  private func requireDate(of ballot: Ballot, on day: BusinessDate) throws(Refusal) {
    if ballot.signedOn < round.opensOn {
      throw Refusal(.ballotEarly, values: [NamedValue("opens", .date(round.opensOn))], pointers: ["/signedOn"])
    }
    if let closes = round.closesOn, ballot.signedOn > closes {
      throw Refusal(.ballotLate, values: [NamedValue("closes", .date(closes))], pointers: ["/signedOn"])
    }
    if ballot.signedOn > day { throw Refusal(.signedAfterRecorded, pointers: ["/signedOn"]) }
  }
}
