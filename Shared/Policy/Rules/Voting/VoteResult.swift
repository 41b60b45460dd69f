import DomainModel

/// What came of a round: its tests, how forms without an opinion were treated, and whether it carried.
public struct VoteResult: Hashable, Sendable {
  /// One test: a part of a whole against what is required.
  public struct Test: Hashable, Sendable {
    public enum Name: String, Sendable {
      case quorumArea = "quorum-area"
      case quorumHeads = "quorum-heads"
      case approveArea = "approve-area"
      case approveHeads = "approve-heads"

      var isArea: Bool { self == .quorumArea || self == .approveArea }
    }

    public let name: Name
    public let part: Int64
    public let of: Int64
    public let required: Share
    public let cites: [Citation]

    /// Inclusive, and not met over nothing (domain §4.3).
    public var isReached: Bool { required.isReached(by: part, of: of) }
  }

  /// The side with more households among explicit forms.
  public enum Majority: Sendable {
    case agree, disagree
    /// As many on one side as on the other.
    case none
  }

  /// The tests that decide, forms without an opinion credited as the rule has it.
  public let tests: [Test]
  /// The same tests with such forms credited to nobody.
  public let explicitTests: [Test]
  public let blankRule: VoteThresholds.BlankRule
  public let blankOrigin: Finding.Origin
  public let majority: Majority
  public let findings: [Finding]

  public var isCarried: Bool { tests.allSatisfy(\.isReached) }
  /// Whether crediting the forms without an opinion changed the result.
  public var isBlankPivotal: Bool { isCarried != explicitTests.allSatisfy(\.isReached) }
}

extension VoteThresholds {
  /// Decides a round.
  ///
  /// - Parameter blankRulePrinted: whether the form told residents how a form without an opinion counts. If it did not,
  ///   such forms are credited to nobody whatever the rule says (domain §4.4, §18.4).
  public func result(of figures: VoteFigures, blankRulePrinted: Bool) -> VoteResult {
    let isOff = blank == .followsMajority && !blankRulePrinted
    let rule = isOff ? .participatesNotApproves : blank
    let origin = isOff ? .recommended : blankOrigin
    let majority = majority(of: figures)
    let credited = figures.creditingBlanks(by: rule, majority: majority)
    let tests = tests(of: credited, heads: heads)
    let explicitTests = self.tests(of: figures, heads: heads)
    var findings = tests.map { $0.finding }
    findings.append(blankFinding(rule, origin: origin, isOff: isOff, majority: majority, figures))
    findings.append(headBases(credited))
    if let advisory { findings.append(advisory.advice(on: credited, heads: heads)) }
    let result = VoteResult(
      tests: tests, explicitTests: explicitTests, blankRule: rule, blankOrigin: origin, majority: majority,
      findings: findings)
    return result
  }

  /// "多数居民" counts residents: the side with more households among those who ticked an opinion (AMB-07).
  private func majority(of figures: VoteFigures) -> VoteResult.Majority {
    let (agreeing, disagreeing) = (figures.households.agreeing, figures.households.disagreeing)
    return agreeing == disagreeing ? .none : agreeing > disagreeing ? .agree : .disagree
  }

  private func tests(of figures: VoteFigures, heads: Heads) -> [VoteResult.Test] {
    let (people, all) = figures.people(heads)
    var tests: [VoteResult.Test] = []
    func test(
      _ name: VoteResult.Test.Name, _ part: Int64, of whole: Int64, _ required: Share?, _ threshold: Threshold
    ) {
      guard let required else { return }
      tests.append(.init(name: name, part: part, of: whole, required: required, cites: threshold.cites))
    }
    if let quorum {
      test(.quorumArea, figures.area.participating, of: figures.roll.area, quorum.area, quorum)
      test(.quorumHeads, people.participating, of: all, quorum.heads, quorum)
    }
    let ofThose = approval.ofParticipating
    test(
      .approveArea, figures.area.agreeing, of: ofThose ? figures.area.participating : figures.roll.area, approval.area,
      approval)
    test(.approveHeads, people.agreeing, of: ofThose ? people.participating : all, approval.heads, approval)
    return tests
  }

  private func blankFinding(
    _ rule: BlankRule, origin: Finding.Origin, isOff: Bool, majority: VoteResult.Majority, _ figures: VoteFigures
  ) -> Finding {
    Finding(
      "voting.signed-blank", .satisfied, force: .advises, origin: origin,
      cites: isOff ? [.ours("rounds.counting.blankRuleUnprinted")] : blankCites,
      values: [
        NamedValue("counts-as", .code(rule.code)), NamedValue("majority", .code("\(majority)")),
        NamedValue("blank-households", .count(figures.households.blank)),
        NamedValue("blank-area", .hundredths(figures.area.blank)),
      ])
  }

  /// Owners and households are counted side by side; that they would decide differently is told (AMB-08).
  private func headBases(_ figures: VoteFigures) -> Finding {
    let byOwners = tests(of: figures, heads: .owners).allSatisfy(\.isReached)
    let byHouseholds = tests(of: figures, heads: .households).allSatisfy(\.isReached)
    return Finding(
      "voting.head-bases-agree", byOwners == byHouseholds ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [.ours("rounds.counting.bothHeadBases")],
      values: [
        NamedValue("carried-by-owners", .flag(byOwners)), NamedValue("carried-by-households", .flag(byHouseholds)),
        NamedValue("heads", .count(figures.roll.heads)), NamedValue("households", .count(figures.roll.households)),
      ])
  }
}

extension VoteThresholds.Threshold {
  /// Whether an agreement would reach this figure too; it binds nobody.
  fileprivate func advice(on figures: VoteFigures, heads: VoteThresholds.Heads) -> Finding {
    let (people, all) = figures.people(heads)
    let wholeArea = ofParticipating ? figures.area.participating : figures.roll.area
    let wholePeople = ofParticipating ? people.participating : all
    let reachesArea = area?.isReached(by: figures.area.agreeing, of: wholeArea) ?? true
    let reachesHeads = self.heads?.isReached(by: people.agreeing, of: wholePeople) ?? true
    return Finding(
      "voting.advisory-threshold", reachesArea && reachesHeads ? .satisfied : .violated, force: .advises, cites: cites,
      values: [
        NamedValue("agreeing-area", .hundredths(figures.area.agreeing)), NamedValue("of-area", .hundredths(wholeArea)),
        NamedValue("agreeing-heads", .count(people.agreeing)), NamedValue("of-heads", .count(wholePeople)),
      ] + (area.map { [NamedValue("required-area", .share($0))] } ?? [])
        + (self.heads.map { [NamedValue("required-heads", .share($0))] } ?? []))
  }
}

extension VoteResult.Test {
  /// The test with its figures, and what is missing.
  fileprivate var finding: Finding {
    let least = required.least(of: of)
    func value(_ number: Int64) -> FactValue { name.isArea ? .hundredths(number) : .count(number) }
    guard let rule = try? RuleID("voting.\(name.rawValue)") else {
      preconditionFailure("the names of the tests are rule ids")
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
  /// The people that a city counts, and how many there are.
  fileprivate func people(_ heads: VoteThresholds.Heads) -> (OpinionCount, all: Int64) {
    switch heads {
    case .owners: (self.heads, roll.heads)
    case .households: (households, roll.households)
    }
  }

  /// The figures with forms without an opinion where the rule puts them.
  fileprivate func creditingBlanks(
    by rule: VoteThresholds.BlankRule, majority: VoteResult.Majority
  ) -> VoteFigures {
    let side: FormOpinion?
    switch (rule, majority) {
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

extension VoteThresholds.BlankRule {
  /// As the packs write it.
  public var code: String {
    switch self {
    case .followsMajority: "follows-majority"
    case .participatesNotApproves: "participates-not-approves"
    case .notParticipating: "not-participating"
    }
  }
}

extension FactValue {
  /// An area given in hundredths of a square metre.
  static func hundredths(_ number: Int64) -> FactValue {
    // Sums of a roll's areas were checked when it was sealed.
    (try? Area(hundredths: number)).map(FactValue.area) ?? .count(number)
  }
}

extension Citation {
  /// One of our own defaults, by its path.
  static func ours(_ path: String) -> Citation { Citation(instrument: "recommended", article: path) }
}
