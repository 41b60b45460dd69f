import DomainModel
import Policy
import Testing

@Suite("Eligibility of a community (plan 2.1)")
struct EligibilityTests {
  let edition: Edition
  let day: BusinessDate = "2024-03-01"

  init() throws { edition = try PackFolder.yueqing() }

  private func community(
    _ year: Int = 1996, place: Identifier<SlugKind> = "urban-core",
    _ change: (inout CommunityCircumstances) -> Void = { _ in }
  ) -> CommunityCircumstances {
    var community = CommunityCircumstances(
      buildings: [.init(building: "b-1", completionYear: year, area: "5000.00")], geography: place,
      exclusions: Dictionary(uniqueKeysWithValues: Exclusion.Circumstance.allCases.map { ($0, false) }))
    change(&community)
    return community
  }

  private func judge(_ community: CommunityCircumstances, on day: BusinessDate? = nil) -> Eligibility {
    Eligibility.of(community, under: edition, on: day ?? self.day)
  }

  private func result(_ rule: RuleID, of eligibility: Eligibility) -> Finding.Result? {
    eligibility.findings.first { $0.rule == rule }?.result
  }

  @Test(
    "goes by the year: 2000 itself belongs, 2001 does not",
    arguments: [
      (1980, EligibilityOutcome.priority), (1999, .priority), (2000, .priority), (2001, .exceptionCandidate),
      (2015, .exceptionCandidate),
    ])
  func cutoff(year: Int, outcome: EligibilityOutcome) {
    let eligibility = judge(community(year))
    #expect(eligibility.outcome == outcome)
    #expect(eligibility.mayProceed == (outcome == .priority))
    #expect(!eligibility.mayBeDecided)
  }

  @Test("a later build goes on only when all four conditions are met, each with evidence")
  func conditions() {
    let codes: [Identifier<SlugKind>] = [
      "incomplete-functions", "inadequate-facilities", "unsound-management", "strong-wish",
    ]
    let all = judge(community(2005) { for code in codes { $0.conditions[code] = true } })
    #expect(all.outcome == .exceptionCandidate)
    #expect(all.mayProceed)
    for missing in codes {
      for known in [false, nil] as [Bool?] {
        let one = judge(
          community(2005) {
            for code in codes { $0.conditions[code] = true }
            $0.conditions[missing] = known
          })
        #expect(one.outcome == .exceptionCandidate)
        #expect(!one.mayProceed, "\(missing) \(String(describing: known))")
        #expect(!one.mayBeDecided)
      }
    }
  }

  @Test(
    "each exclusion excludes by itself",
    arguments: [
      (Exclusion.Circumstance.shantytownPlan, "eligibility.not-on-shantytown-plan", Finding.Origin.recommended),
      (.demolishAndRebuild, "eligibility.not-to-be-rebuilt", .document),
      (.mostlySelfBuilt, "eligibility.not-self-built", .document),
      (.urbanVillage, "eligibility.not-urban-village", .document),
    ] as [(Exclusion.Circumstance, RuleID, Finding.Origin)])
  func exclusion(fact: Exclusion.Circumstance, rule: RuleID, origin: Finding.Origin) {
    let eligibility = judge(community { $0.exclusions[fact] = true })
    #expect(eligibility.outcome == .excluded)
    #expect(!eligibility.mayProceed && !eligibility.mayBeDecided)
    #expect(eligibility.findings.first { $0.rule == rule }?.origin == origin)
  }

  @Test(
    "an expropriation counts when planned within five years, the last day included",
    arguments: [
      ("2024-03-01", "2029-03-01", EligibilityOutcome.excluded), ("2024-03-01", "2029-03-02", .priority),
      ("2024-03-01", "2020-01-01", .excluded),
      // Five years after 29 February is 28 February.
      ("2024-02-29", "2029-02-28", .excluded), ("2024-02-29", "2029-03-01", .priority),
    ] as [(BusinessDate, BusinessDate, EligibilityOutcome)])
  func expropriation(day: BusinessDate, planned: BusinessDate, outcome: EligibilityOutcome) {
    let eligibility = judge(
      community {
        $0.exclusions[.expropriationPlan] = true
        $0.expropriationPlannedOn = planned
      }, on: day)
    #expect(eligibility.outcome == outcome)
  }

  @Test("an expropriation without a date is for a person")
  func expropriationUndated() {
    let eligibility = judge(community { $0.exclusions[.expropriationPlan] = true })
    #expect(eligibility.outcome == .review)
    #expect(eligibility.mayBeDecided)
  }

  @Test(
    "goes by the declared place",
    arguments: [
      ("urban-core", EligibilityOutcome.priority), ("designated-town", .priority), ("other", .notEligible),
    ] as [(Identifier<SlugKind>, EligibilityOutcome)])
  func place(place: Identifier<SlugKind>, outcome: EligibilityOutcome) {
    let eligibility = judge(community(place: place))
    #expect(eligibility.outcome == outcome)
    // Other areas may be taken in as circumstances allow, by a recorded decision.
    #expect(eligibility.mayBeDecided == (outcome == .notEligible))
  }

  @Test("a circumstance that is not known leads to a review", arguments: Exclusion.Circumstance.allCases)
  func missing(fact: Exclusion.Circumstance) {
    let eligibility = judge(community { $0.exclusions[fact] = nil })
    #expect(eligibility.outcome == .review)
    #expect(eligibility.mayBeDecided)
  }

  @Test("what is known to refuse goes before what is missing")
  func orderOfGroups() {
    let excluded = judge(
      community(place: "other") {
        $0.exclusions[.urbanVillage] = true
        $0.exclusions[.mostlySelfBuilt] = nil
      })
    #expect(excluded.outcome == .excluded)
    #expect(result("eligibility.place", of: excluded) == .violated)
    #expect(result("eligibility.not-self-built", of: excluded) == .unknown)
    let outside = judge(community(place: "other") { $0.exclusions[.mostlySelfBuilt] = nil })
    #expect(outside.outcome == .notEligible)
  }

  @Test("mixed years go by most of the floor area, a tie by the later year, and a person may set it")
  func mixedYears() {
    func buildings(_ old: Area, _ new: Area) -> CommunityCircumstances {
      community {
        $0.buildings = [
          .init(building: "b-1", completionYear: 1998, area: old),
          .init(building: "b-2", completionYear: 2003, area: new),
        ]
      }
    }
    #expect(judge(buildings("3000.01", "3000.00")).outcome == .priority)
    #expect(judge(buildings("3000.00", "3000.00")).year == 2003)
    #expect(judge(buildings("3000.00", "3000.01")).outcome == .exceptionCandidate)
    var set = buildings("3000.00", "3000.01")
    set.yearSet = 1998
    #expect(judge(set).outcome == .priority)
  }

  @Test("without buildings there is no year, so a person decides")
  func noBuildings() {
    #expect(judge(community { $0.buildings = [] }).outcome == .review)
  }

  @Test("every finding cites an article or a default of ours")
  func cited() {
    let eligibility = judge(community(2005, place: "other") { $0.exclusions[.shantytownPlan] = true })
    #expect(!eligibility.findings.isEmpty)
    #expect(eligibility.findings.allSatisfy { !$0.cites.isEmpty })
  }
}
