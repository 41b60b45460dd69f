import Contracts
import DomainModel
import Policy

extension RoundReport {
  /// The minutes of a round out of its tally and what came of it.
  init(
    _ round: Round, _ tally: Tally, _ result: VoteResult, closedOn: BusinessDate, counters: Listing<PersonID, 20>,
    scans: Listing<DocumentHash, 20>
  ) throws {
    let explicit = result.explicitTests == result.tests ? [] : result.explicitTests
    self.init(
      round: round.id, kind: round.kind, roll: round.roll, rollHash: round.rollHash, planVersion: round.planVersion,
      opensOn: round.opensOn, closedOn: closedOn, forms: try FormCount(tally, issued: round.formsIssued),
      area: try tally.area, heads: try tally.heads, households: try tally.households, blanks: BlankHandling(result),
      ratios: Listing(capped: result.tests.map(VoteRatio.init)),
      explicitRatios: Listing(capped: explicit.map(VoteRatio.init)), isCarried: result.isCarried, counters: counters,
      scans: scans)
  }
}

extension FormCount {
  init(_ tally: Tally, issued: Whole<0, 100_000>) throws {
    self.init(
      issued: try Whole(issued.value), agreeing: try Whole(Int(tally.forms.agreeing)),
      disagreeing: try Whole(Int(tally.forms.disagreeing)), blank: try Whole(Int(tally.forms.blank)),
      unsigned: try Whole(tally.unsigned), replaced: try Whole(tally.replaced))
  }
}

extension Tally {
  var area: Opinions<Area> {
    get throws {
      Opinions(
        all: try Area(hundredths: figures.roll.area), agreeing: try Area(hundredths: figures.area.agreeing),
        disagreeing: try Area(hundredths: figures.area.disagreeing), blank: try Area(hundredths: figures.area.blank))
    }
  }

  var heads: Opinions<Tallied> {
    get throws { try opinions(figures.heads, all: figures.roll.heads) }
  }

  var households: Opinions<Tallied> {
    get throws { try opinions(figures.households, all: figures.roll.households) }
  }

  private func opinions(_ count: OpinionCount, all: Int64) throws -> Opinions<Tallied> {
    Opinions(
      all: try Whole(Int(all)), agreeing: try Whole(Int(count.agreeing)),
      disagreeing: try Whole(Int(count.disagreeing)), blank: try Whole(Int(count.blank)))
  }
}

extension BlankHandling {
  init(_ result: VoteResult) {
    let treatment: BlankTreatment
    switch result.blank {
    case .followsMajority: treatment = .followsMajority
    case .participatesNotApproves: treatment = .participatesNotApproves
    case .notParticipating: treatment = .notParticipating
    }
    let majority: Majority
    switch result.majority {
    case .agree: majority = .agree
    case .disagree: majority = .disagree
    case .none: majority = .none
    }
    self.init(
      treatment: treatment, origin: result.blankOrigin, majority: majority, isPivotal: result.isBlankPivotal)
  }
}

extension VoteRatio {
  init(_ test: VoteResult.Test) {
    let name: Test
    switch test.name {
    case .quorumArea: name = .quorumArea
    case .quorumHeads: name = .quorumHeads
    case .approveArea: name = .approveArea
    case .approveHeads: name = .approveHeads
    }
    // Over nothing there is no fraction, and the test is not met.
    self.init(
      name, counted: try? Share(test.part, of: test.of), required: test.required, isReached: test.isReached)
  }
}
