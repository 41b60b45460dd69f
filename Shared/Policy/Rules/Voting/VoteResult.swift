import DomainModel

/// What came of a round: its tests, how forms without an opinion were treated, and whether it carried.
public struct VoteResult: Hashable, Sendable {
  /// One test: a part of a whole against what is required.
  public struct Test: Hashable, Sendable {
    /// The tests of a vote.
    public enum Name: String, Sendable {
      case quorumArea = "quorum-area"
      case quorumHeads = "quorum-heads"
      case approveArea = "approve-area"
      case approveHeads = "approve-heads"
    }

    public let name: Name
    /// Heads, or hundredths of a square metre.
    public let part: Int64
    public let of: Int64
    public let required: Share
    public let cites: [Citation]

    /// Inclusive, and not met over nothing (domain §4.3).
    public var isReached: Bool { required.isReached(by: part, of: of) }
  }

  /// The side with more households among explicit forms.
  public enum Majority: String, Sendable {
    case agree, disagree
    /// As many on one side as on the other.
    case none
  }

  /// The tests that decide, forms without an opinion credited as the rule has it.
  public let tests: [Test]
  /// The same tests with such forms credited to nobody.
  public let explicitTests: [Test]
  public let blank: BlankBallot
  public let blankOrigin: Finding.Origin
  public let majority: Majority
  public let findings: [Finding]

  public var isCarried: Bool { tests.areMet }
  /// Whether crediting the forms without an opinion changed the result.
  public var isBlankPivotal: Bool { tests.areMet != explicitTests.areMet }
}

extension [VoteResult.Test] {
  /// All of them, and a vote without a test carries nothing.
  fileprivate var areMet: Bool { !isEmpty && allSatisfy(\.isReached) }
}

extension VoteThresholds {
  /// Decides a round.
  ///
  /// - Parameter blankRulePrinted: whether the form told residents how a form without an opinion counts. If it did not,
  ///   such forms are credited to nobody whatever the rule says (domain §4.4, §18.4).
  public func result(of figures: VoteFigures, blankRulePrinted: Bool) -> VoteResult {
    let (blank, origin, cites) = blankRule(isPrinted: blankRulePrinted)
    let majority = figures.majority
    let credited = figures.crediting(blank, to: majority)
    let tests = tests(of: credited, by: heads)
    let told = Finding(
      "voting.signed-blank", .satisfied, force: .advises, origin: origin, cites: cites,
      values: [
        NamedValue("counts-as", .code(blank.rawValue)), NamedValue("majority", .code(majority.rawValue)),
        NamedValue("blank-households", .count(figures.households.blank)),
        NamedValue("blank-area", .hundredths(figures.area.blank)),
      ])
    return VoteResult(
      tests: tests, explicitTests: self.tests(of: figures, by: heads), blank: blank, blankOrigin: origin,
      majority: majority, findings: tests.map(\.finding) + [told, basesAgree(credited)] + advice(credited))
  }

  /// What a form without an opinion counts as in this round, and by whose word.
  private func blankRule(isPrinted: Bool) -> (BlankBallot, Finding.Origin, [Citation]) {
    let rule = blank.value ?? .participatesNotApproves
    if rule == .followsMajority, !isPrinted {
      return (.participatesNotApproves, .recommended, [.choice("blank-sentence-missing")])
    }
    return (rule, blank.origin, blank.citations)
  }

  private func tests(of figures: VoteFigures, by heads: HeadBasis) -> [VoteResult.Test] {
    let (people, all) = figures.people(heads)
    var tests: [VoteResult.Test] = []
    func test(
      _ name: VoteResult.Test.Name, _ part: Int64, of whole: Int64, _ required: Share?, _ cites: [Citation]
    ) {
      guard let required else { return }
      tests.append(.init(name: name, part: part, of: whole, required: required, cites: cites))
    }
    if case .stated(let quorum, let cites) = quorum {
      test(.quorumArea, figures.area.participating, of: figures.roll.area, quorum.area, cites)
      test(.quorumHeads, people.participating, of: all, quorum.heads, cites)
    }
    if case .stated(let approval, let cites) = approval {
      let ofThose = approval.of == .participating
      let area = ofThose ? figures.area.participating : figures.roll.area
      test(.approveArea, figures.area.agreeing, of: area, approval.area, cites)
      test(.approveHeads, people.agreeing, of: ofThose ? people.participating : all, approval.heads, cites)
    }
    return tests
  }

  /// Owners and households are counted side by side; that they would decide differently is told (AMB-08).
  private func basesAgree(_ figures: VoteFigures) -> Finding {
    let byOwners = tests(of: figures, by: .owner).areMet
    let byHouseholds = tests(of: figures, by: .household).areMet
    return Finding(
      "voting.head-bases-agree", byOwners == byHouseholds ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [.choice("both-bases-shown")],
      values: [
        NamedValue("carried-by-owners", .flag(byOwners)), NamedValue("carried-by-households", .flag(byHouseholds)),
        NamedValue("heads", .count(figures.roll.heads)), NamedValue("households", .count(figures.roll.households)),
      ])
  }

  /// Whether those who agree would reach the advisory figure too; it binds nobody (AMB-01).
  private func advice(_ figures: VoteFigures) -> [Finding] {
    guard case .stated(let advised, let cites) = advisory else { return [] }
    let tests = VoteThresholds(quorum: .silent, approval: advisory, heads: heads, blank: blank).tests(
      of: figures, by: heads)
    let required =
      (advised.area.map { [NamedValue("required-area", .share($0))] } ?? [])
      + (advised.heads.map { [NamedValue("required-heads", .share($0))] } ?? [])
    let (people, all) = figures.people(heads)
    return [
      Finding(
        "voting.advisory-threshold", tests.areMet ? .satisfied : .violated, force: .advises, cites: cites,
        values: [
          NamedValue("agreeing-area", .hundredths(figures.area.agreeing)),
          NamedValue("all-area", .hundredths(figures.roll.area)), NamedValue("agreeing-heads", .count(people.agreeing)),
          NamedValue("all-heads", .count(all)),
        ] + required)
    ]
  }
}

extension VoteResult.Test {
  /// The test with its figures and what is missing.
  fileprivate var finding: Finding {
    let least = required.least(of: of)
    let rule: RuleID
    let value: (Int64) -> FactValue
    switch name {
    case .quorumArea: (rule, value) = ("voting.quorum-area", FactValue.hundredths)
    case .quorumHeads: (rule, value) = ("voting.quorum-heads", FactValue.count)
    case .approveArea: (rule, value) = ("voting.approve-area", FactValue.hundredths)
    case .approveHeads: (rule, value) = ("voting.approve-heads", FactValue.count)
    }
    return Finding(
      rule, isReached ? .satisfied : .violated, cites: cites,
      values: [
        NamedValue("counted", value(part)), NamedValue("of", value(of)), NamedValue("required", .share(required)),
        NamedValue("least", value(least)), NamedValue("missing", value(max(0, least - part))),
      ])
  }
}

extension VoteFigures {
  /// "多数居民" counts residents: the side with more households among those who ticked an opinion (AMB-07).
  fileprivate var majority: VoteResult.Majority {
    if households.agreeing == households.disagreeing { return .none }
    return households.agreeing > households.disagreeing ? .agree : .disagree
  }

  /// The people that a city counts, and how many there are.
  fileprivate func people(_ heads: HeadBasis) -> (OpinionCount, all: Int64) {
    switch heads {
    case .owner: (self.heads, roll.heads)
    case .household: (households, roll.households)
    }
  }

  /// The figures with forms without an opinion where the rule puts them.
  fileprivate func crediting(_ blank: BlankBallot, to majority: VoteResult.Majority) -> VoteFigures {
    let side: VoteOpinion?
    switch (blank, majority) {
    case (.participatesNotApproves, _), (.followsMajority, .none): return self
    case (.notParticipating, _): side = nil
    case (.followsMajority, .agree): side = .agree
    case (.followsMajority, .disagree): side = .disagree
    }
    var credited = self
    credited.area.move(area.blank, from: .blank, to: side)
    credited.heads.move(heads.blank, from: .blank, to: side)
    credited.households.move(households.blank, from: .blank, to: side)
    return credited
  }
}

extension FactValue {
  /// An area given in hundredths of a square metre.
  static func hundredths(_ number: Int64) -> FactValue {
    // The sums of a roll's areas were checked when it was entered, so that this never falls back.
    (try? Area(hundredths: number)).map(FactValue.area) ?? .count(number)
  }
}

extension Citation {
  /// One of the product's settled choices (domain §18.4), by its code.
  public static func choice(_ code: String) -> Citation {
    Citation(instrument: Recommendation.instrument, article: "choices.\(code)")
  }
}
