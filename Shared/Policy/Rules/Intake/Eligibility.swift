import DomainModel

/// Whether a community may be renovated (domain §1; plan 2.1): exclusions, then the place, then title and structure
/// where the pack asks for them, then the build year. Every rule is evaluated; the first of these groups to object
/// decides.
public struct Eligibility: Hashable, Sendable {
  public let outcome: EligibilityOutcome
  /// Whether the community may go on as it is.
  public let mayProceed: Bool
  /// Whether a recorded decision of an office may let it go on.
  public let mayBeDecided: Bool
  /// The year that was judged.
  public let year: Int?
  public let findings: [Finding]

  /// What the pack's conditions say of a community (domain §1).
  public static func of(
    _ community: CommunityCircumstances, under edition: Edition, on day: BusinessDate
  ) -> Eligibility {
    var test = Test(community: community, edition: edition, day: day)
    test.judgeExclusions()
    test.judgePlace()
    test.judge(
      \.eligibility.legalTitle, "eligibility.legal-title", holds: community.hasLegalTitle)
    test.judge(
      \.eligibility.structuralSafety, "eligibility.structural-safety", holds: community.isStructurallySafe)
    let standing = test.judgeYear()
    return test.conclusion(standing)
  }

  /// The test in progress.
  private struct Test {
    let community: CommunityCircumstances
    let edition: Edition
    let day: BusinessDate
    var findings: [Finding] = []
    var objections: [EligibilityOutcome] = []
    /// Whether an office may go past every refusal so far.
    var refusalsMayBeDecided = true
    var isFactMissing = false

    private var terms: EligibilityTerms { edition.file.terms.eligibility }

    // MARK: Exclusions

    mutating func judgeExclusions() {
      for cited in terms.exclusions.value ?? [] {
        let exclusion = cited.item
        var (applies, values) = standing(of: exclusion)
        // Read as one run-on clause: only both together exclude, one alone is for a person (AMB-05).
        if let other = exclusion.together, applies == true {
          guard let partner = community.exclusions[other] else {
            isFactMissing = true
            add(rule(exclusion.fact), .unknown, cited.citations, values)
            continue
          }
          values.append(NamedValue("together-with", .flag(partner)))
          if !partner {
            add(rule(exclusion.fact), .violated, cited.citations, values)
            objections.append(.review)
            continue
          }
        }
        switch applies {
        case nil:
          isFactMissing = true
          add(rule(exclusion.fact), .unknown, cited.citations, values)
        case false?: add(rule(exclusion.fact), .satisfied, cited.citations, values)
        case true?: object(to: exclusion, cited.citations, values)
        }
      }
    }

    private mutating func object(to exclusion: Exclusion, _ cites: [Citation], _ values: [NamedValue]) {
      guard exclusion.effect == .outsideFocus else {
        add(rule(exclusion.fact), .violated, cites, values)
        objections.append(.excluded)
        return
      }
      // The text only says "not in the focus"; what that comes to is our reading (AMB-04).
      let reading = edition.settled(\.eligibility.outsideFocus)
      add(rule(exclusion.fact), .violated, cites + reading.citations, values, origin: reading.origin)
      objections.append(reading.value ?? .review)
    }

    /// Whether a circumstance counts; nil when a fact for that is missing.
    private func standing(of exclusion: Exclusion) -> (Bool?, [NamedValue]) {
      guard let isSo = community.exclusions[exclusion.fact] else { return (nil, []) }
      var values = [NamedValue("listed", .flag(isSo))]
      guard isSo, let years = exclusion.withinYears else { return (isSo, values) }
      guard let planned = community.expropriationPlannedOn else { return (nil, values) }
      values.append(NamedValue("planned-on", .date(planned)))
      // Exactly the last day is within; five years after 29 February is 28 February; a day gone by is within too.
      let window = edition.settled(\.eligibility.expropriationWindow).value ?? .ahead
      guard let bound = try? day.adding(years: window == .ahead ? years : -years) else { return (nil, values) }
      values.append(NamedValue(window == .ahead ? "within-until" : "within-since", .date(bound)))
      return (window == .ahead ? planned <= bound : planned >= bound, values)
    }

    private func rule(_ fact: Exclusion.Circumstance) -> RuleID {
      switch fact {
      case .shantytownPlan: "eligibility.not-on-shantytown-plan"
      case .expropriationPlan: "eligibility.not-on-expropriation-plan"
      case .demolishAndRebuild: "eligibility.not-to-be-rebuilt"
      case .mostlySelfBuilt: "eligibility.not-self-built"
      case .urbanVillage: "eligibility.not-urban-village"
      }
    }

    // MARK: Place, title, structure

    mutating func judgePlace() {
      guard case .stated(let places, let cites) = terms.geography else { return }
      let values = [NamedValue("place", .code(community.geography.rawValue))]
      if let place = places.first(where: { $0.item.code == community.geography }) {
        add("eligibility.place", .satisfied, place.citations, values)
        return
      }
      let outside = edition.settled(\.eligibility.outsideGeography)
      add(
        "eligibility.place", .violated, cites + outside.citations, values, force: .overridable, origin: outside.origin)
      objections.append(outside.value ?? .review)
    }

    mutating func judge(_ parameter: KeyPath<Terms, Provision<Need>>, _ rule: RuleID, holds: Bool?) {
      guard case .stated(.required, let cites) = edition.stated(parameter) else { return }
      guard let holds else {
        isFactMissing = true
        add(rule, .unknown, cites, [])
        return
      }
      add(rule, holds ? .satisfied : .violated, cites, [NamedValue("holds", .flag(holds))])
      if !holds {
        objections.append(.notEligible)
        refusalsMayBeDecided = false
      }
    }

    // MARK: Build year

    /// What the year alone comes to, and whether the community may go on with it.
    mutating func judgeYear() -> (outcome: EligibilityOutcome, mayProceed: Bool) {
      let mixing = edition.settled(\.eligibility.mixedBuildYears)
      let years = Set(community.buildings.map(\.completionYear))
      guard let year = year(mixing.value ?? .majorityOfArea) else {
        isFactMissing = true
        return (.review, false)
      }
      var values = [NamedValue("year", .count(Int64(year))), NamedValue("build-years", .count(Int64(years.count)))]
      if community.yearSet != nil { values.append(NamedValue("set-by-person", .flag(true))) }
      if years.count > 1 {
        add(
          "eligibility.one-build-year", .violated, mixing.citations, values, force: .advises, origin: mixing.origin)
      }
      guard case .stated(let cutoff, let cites) = terms.buildCutoff else {
        // A pack without a cut-off never decides by year (domain §1).
        return (.review, false)
      }
      values.append(NamedValue("cut-off", .count(Int64(cutoff.year))))
      if year < cutoff.year || (year == cutoff.year && cutoff.rule == .byEndOfYear) {
        add("eligibility.build-year", .satisfied, cites, values)
        return (.priority, true)
      }
      if year == cutoff.year, cutoff.rule == .beforeYear {
        let gap = edition.settled(\.eligibility.cutoffYearItself)
        add("eligibility.build-year", .violated, cites + gap.citations, values, origin: gap.origin)
        return (gap.value ?? .review, false)
      }
      add("eligibility.build-year", .violated, cites, values, force: .advises)
      return judgeConditions()
    }

    private func year(_ mixing: MixedBuildYears) -> Int? {
      if let set = community.yearSet { return set }
      switch mixing {
      case .majorityOfArea: return CommunityCircumstances.majorityYear(community.buildings)
      case .oldest: return community.buildings.map(\.completionYear).min()
      case .newest: return community.buildings.map(\.completionYear).max()
      }
    }

    /// A later build may be taken in when every condition is met, each with evidence.
    private mutating func judgeConditions() -> (outcome: EligibilityOutcome, mayProceed: Bool) {
      guard let conditions = terms.laterBuildConditions.value else { return (.review, false) }
      var isMet = true
      for cited in conditions {
        let known = community.conditions[cited.item.code]
        add(
          "eligibility.later-build-condition", known == nil ? .unknown : known == true ? .satisfied : .violated,
          cited.citations, [NamedValue("condition", .code(cited.item.code.rawValue))])
        isMet = isMet && known == true
      }
      guard !isMet else { return (.exceptionCandidate, true) }
      return (edition.settled(\.eligibility.conditionNotMet).value ?? .exceptionCandidate, false)
    }

    // MARK: Conclusion

    func conclusion(_ byYear: (outcome: EligibilityOutcome, mayProceed: Bool)) -> Eligibility {
      let year = year(edition.settled(\.eligibility.mixedBuildYears).value ?? .majorityOfArea)
      func conclude(_ outcome: EligibilityOutcome, proceeds: Bool = false, decidable: Bool = false) -> Eligibility {
        Eligibility(
          outcome: outcome, mayProceed: proceeds, mayBeDecided: decidable, year: year, findings: findings)
      }
      if objections.contains(.excluded) { return conclude(.excluded) }
      if objections.contains(.notEligible) { return conclude(.notEligible, decidable: refusalsMayBeDecided) }
      if objections.contains(.review) { return conclude(.review, decidable: true) }
      // What is missing counts only after every exclusion and refusal that is known (domain §18.4).
      if isFactMissing {
        return conclude(edition.settled(\.eligibility.missingFact).value ?? .review, decidable: true)
      }
      return conclude(byYear.outcome, proceeds: byYear.mayProceed, decidable: byYear.outcome == .review)
    }

    private mutating func add(
      _ rule: RuleID, _ result: Finding.Result, _ cites: [Citation], _ values: [NamedValue], force: Force = .blocks,
      origin: Finding.Origin = .document
    ) {
      findings.append(Finding(rule, result, force: force, origin: origin, cites: cites, values: values))
    }
  }
}
