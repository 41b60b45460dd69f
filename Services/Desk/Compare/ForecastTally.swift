import Contracts
import DomainModel
import Policy

/// What a round would count from a roll and its forms, before anything is sent: the same counting as voting's, over
/// tables.
struct ForecastTally {
  let figures: VoteFigures

  /// - Parameters:
  ///   - units: the roll.
  ///   - ballots: the forms in the order of the file; of two for one unit the later date counts, then the later row.
  ///     Unsigned forms and forms for units that the roll does not hold count for nothing.
  init(_ units: [RollUnit], _ ballots: [Ballot]) {
    var opinions: [UnitID: (on: BusinessDate, opinion: VoteOpinion)] = [:]
    for ballot in ballots {
      guard let opinion = ForecastTally.opinion(of: ballot) else { continue }
      if let known = opinions[ballot.unit], known.on > ballot.signedOn { continue }
      opinions[ballot.unit] = (ballot.signedOn, opinion)
    }
    var area = OpinionCount()
    var households = OpinionCount()
    var forms: [String: HeadForms] = [:]
    var whole: Int64 = 0
    var houses: Int64 = 0
    for unit in units {
      let counted = unit.exclusiveArea?.hundredths ?? 0
      whole += counted
      let isHousehold = unit.countsAsHousehold ?? true
      if isHousehold { houses += 1 }
      let head = ForecastTally.head(of: unit)
      let opinion = opinions[unit.unit]?.opinion
      forms[head, default: HeadForms()].move(from: nil, to: opinion)
      guard let opinion else { continue }
      area[opinion] += counted
      if isHousehold { households[opinion] += 1 }
    }
    var heads = OpinionCount()
    for head in forms.values { if let opinion = head.opinion { heads[opinion] += 1 } }
    figures = VoteFigures(
      roll: .init(area: whole, heads: Int64(forms.count), households: houses), area: area, heads: heads,
      households: households)
  }

  /// The set of the unit's owners; all unsold units are one head (domain §18.4).
  private static func head(of unit: RollUnit) -> String {
    unit.isUnsold == true ? "*unsold" : unit.owners.map(\.person.rawValue).sorted().joined(separator: "+")
  }

  private static func opinion(of ballot: Ballot) -> VoteOpinion? {
    switch ballot.opinion {
    case .agree: .agree
    case .disagree: .disagree
    case .blank: .blank
    case .unsigned: nil
    }
  }
}
