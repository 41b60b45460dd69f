import DomainModel
import Testing

@testable import Policy

@Suite("Ziyang's pack")
struct ZiyangTests {
  private let edition: Edition

  init() throws { edition = try #require(PackFolder.library().edition("ziyang", "2020-1")) }

  private func articles<Value>(_ provision: Provision<Value>) -> [String] { provision.citations.map(\.article) }

  @Test("holds from its date of issue and names no end")
  func standing() throws {
    let header = edition.file.pack
    #expect(header.status == .inForce && header.parent == "sichuan")
    #expect(header.validity.value == Validity(from: "2020-12-17", until: nil))
    #expect(header.territory.value?.division == "512000")
    #expect(articles(header.territory) == ["1.1.3", "2.1"])
    #expect(edition.file.instruments["plan"]?.number == "资府办发〔2020〕73号")
    let library = try PackFolder.library()
    #expect(library.edition(of: "ziyang", on: "2020-12-16") == nil)
    #expect(library.edition(of: "ziyang", on: "2020-12-17") == edition)
    #expect(library.edition(of: "ziyang", on: "2035-01-01") == edition)
  }

  @Test("counts owners alone, two thirds of all of them, and only in principle")
  func willingness() {
    let round = edition.terms.rounds.willingness
    #expect(round.mode.value == .vote && round.counts.value == .heads && round.headBasis.value == .owner)
    #expect(round.approval.value?.heads == "2/3" && round.approval.value?.of == .all)
    #expect(round.approval.value?.area == nil && round.quorum.isSilent)
    #expect(round.softness.value == .inPrinciple && articles(round.softness) == ["4.2"])
    #expect(edition.terms.notices.willingness.required.value == true)
    #expect(edition.terms.notices.willingness.minimum.isSilent && edition.terms.notices.plan.minimum.isSilent)
  }

  @Test("asks residents once about the plan and has it reviewed before it is posted")
  func plan() {
    let round = edition.terms.rounds.plan
    #expect(round.mode.value == .consultation && round.consultation.value?.rounds == 1)
    #expect(round.consultation.value?.answersRequired == false)
    #expect(articles(round.consultation) == ["4.4"] && articles(round.reviews) == ["4.4"])
    #expect(VoteThresholds(edition, \.plan) == nil)
  }

  @Test("gives way to rules from above on how their money comes")
  func upperRules() {
    let upper = edition.stated(\.funding.upperRules)
    #expect(upper.value == .takePrecedence && articles(upper) == ["3.5"])
  }

  @Test("has 4 + 6 + 10 + 12 items in tiers that build on each other, the ten in the improvement tier")
  func catalogue() {
    let items = edition.file.catalogue.items
    #expect(edition.file.catalogue.tierRule.value == .cumulative)
    #expect(items.count { $0.tier == .basic } == 10)
    #expect(items.count { $0.tier == .improvement } == 10)
    #expect(items.count { $0.tier == .enhancement } == 12)
    #expect(edition.file.catalogue.item("lift")?.tier == .improvement)
    #expect(edition.file.catalogue.citations.map(\.article) == ["2.2"])
    for (tier, count) in [("Z1", 10), ("Z2", 10), ("Z3", 12)] {
      #expect(items.map(\.code.rawValue).filter { $0.hasPrefix("\(tier)-") } == (1...count).map { "\(tier)-\($0)" })
    }
  }

  @Test("shares between city and district, the city against the district's money, through the treasury account")
  func money() {
    let funding = edition.terms.funding
    #expect(funding.splits.value?.city == "1/2" && funding.splits.value?.district == "1/2")
    #expect(articles(funding.splits) == ["3.1"])
    #expect(funding.matching.value == .districtMoneyInPlace && articles(funding.matching) == ["3.5"])
    #expect(funding.account.value?.kind == .treasuryThenProject)
    #expect(
      funding.paymentPath.value == [
        "applied", "checked-by-housing", "approved-by-city", "paid-to-treasury-account", "paid-to-project-account",
      ])
    #expect(funding.residentShares.isSilent && funding.subsidyCap.isSilent && funding.gates.isSilent)
    #expect(funding.processAudit.value == .required && funding.auditBy.value == [.audit])
    let outside = funding.outsideProject.value ?? []
    #expect(outside.first { $0.item.code == "household-meters" }?.item.borneBy == [.government, .utility])
    #expect(outside.first { $0.item.code == "commercial-premises" }?.item.borneBy == [.premisesOwner])
    #expect(articles(funding.outsideProject) == ["3.2"])
  }

  @Test("plans the year before it designs, reports to three departments, and names the provincial system")
  func annualPlan() throws {
    let plan = edition.terms.annualPlan
    #expect(plan.deadline.isSilent && plan.fiscalAssessment.value == .required)
    #expect(plan.consentBy.value == [.cityGovernment])
    #expect(
      plan.reportTo.value?.map(\.item.code) == ["province-housing", "province-development-reform", "province-finance"])
    #expect(plan.pushSystem.value?.zh == "四川省城镇老旧小区改造计划申报和进度管理系统")
    #expect(plan.recordSystem.value?.code == plan.pushSystem.value?.code)
    #expect(articles(plan.recordSystem) == ["4.2", "Annex 1"])
    let order: (StageCode) -> Int? = { code in edition.stage(code)?.item.order }
    let course: [StageCode] = ["S21", "S12", "S13", "S11", "S16", "S30", "S31", "S35", "S37", "S38"]
    let places = try course.map { try #require(order($0)) }
    #expect(places == [9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
    #expect(order("S24a") == 9 && order("S24") == 13)
  }

  @Test("represents every gate of the domain's table that names it")
  func gates() {
    let represented = Set(edition.file.gates.flatMap(\.gate).map(\.code))
    let expected: Set<GateCode> = [
      "G-ELG", "G-ORG", "G-V1", "G-N1", "G-SYS", "G-FISC", "G-PLANC", "G-ZYR", "G-START", "G-ACC", "G-FILE", "G-FIN",
      "G-EVAL",
    ]
    #expect(expected.subtracting(represented) == [])
  }

  @Test("lays its duties on fifteen items of its list and says what tax relief there is")
  func duties() {
    let cited = Set((edition.file.duties.value ?? []).flatMap(\.citations).map(\.article))
    for item in 1...15 { #expect(cited.contains("Annex \(item)")) }
    let tax = (edition.file.texts.value ?? []).filter { $0.item.code.rawValue.hasPrefix("tax-") }
    #expect(tax.count == 3 && tax.allSatisfy { $0.citations.map(\.article) == ["3.4"] })
  }

  @Test("silence stays silence, shown with our default or with the province's word, never as its own")
  func silence() throws {
    #expect(edition.stated(\.acceptance.rectification).isSilent)
    #expect(edition.settled(\.acceptance.rectification).origin == .recommended)
    #expect(edition.stated(\.construction.designChange).isSilent)
    #expect(edition.stated(\.eligibility.laterBuildConditions).isSilent)
    #expect(try !PackFolder.library().parentReference(\.construction.hotline, of: edition).isSilent)
    #expect(edition.stated(\.construction.hotline).isSilent)
  }

  // MARK: Eligibility

  private func judge(_ change: (inout CommunityCircumstances) -> Void = { _ in }) -> Eligibility {
    var community = CommunityCircumstances(
      buildings: [.init(building: "b-1", completionYear: 1996, area: "5000.00")], geography: "central-urban-area",
      exclusions: Dictionary(uniqueKeysWithValues: Exclusion.Circumstance.allCases.map { ($0, false) }),
      hasLegalTitle: true, isStructurallySafe: true)
    change(&community)
    return Eligibility.of(community, under: edition, on: "2021-03-01")
  }

  @Test("takes in a titled, safe community built by the end of 2000")
  func eligible() {
    #expect(judge().outcome == .priority && judge().mayProceed)
    #expect(judge { $0.hasLegalTitle = false }.outcome == .notEligible)
    #expect(judge { $0.isStructurallySafe = false }.outcome == .notEligible)
    #expect(judge { $0.isStructurallySafe = nil }.outcome == .review)
    #expect(judge { $0.geography = "other" }.outcome == .notEligible)
    let title = judge { $0.hasLegalTitle = false }.findings.first { $0.rule == "eligibility.legal-title" }
    #expect(title?.result == .violated && title?.cites.map(\.article) == ["2.1"])
  }

  @Test("a later build is for review: the text has no exception and no bar")
  func laterBuild() {
    let later = judge { $0.buildings = [.init(building: "b-1", completionYear: 2001, area: "5000.00")] }
    #expect(later.outcome == .review && !later.mayProceed)
    let atBound = judge { $0.buildings = [.init(building: "b-1", completionYear: 2000, area: "5000.00")] }
    #expect(atBound.outcome == .priority)
  }

  @Test(
    "excludes what is listed and to be rebuilt; one of the two alone is for a person",
    arguments: [
      ([.shantytownPlan, .demolishAndRebuild], EligibilityOutcome.excluded),
      ([.expropriationPlan, .demolishAndRebuild], .excluded), ([.shantytownPlan], .review), ([.expropriationPlan], .review),
      ([.demolishAndRebuild], .review), ([.mostlySelfBuilt], .excluded), ([.urbanVillage], .excluded),
    ] as [([Exclusion.Circumstance], EligibilityOutcome)])
  func exclusions(so: [Exclusion.Circumstance], outcome: EligibilityOutcome) {
    let judged = judge { for circumstance in so { $0.exclusions[circumstance] = true } }
    #expect(judged.outcome == outcome)
    #expect(!judged.mayProceed)
  }

  @Test("listed, with nothing known of rebuilding, is for review too")
  func unknownPartner() {
    let judged = judge {
      $0.exclusions[.expropriationPlan] = true
      $0.exclusions[.demolishAndRebuild] = nil
    }
    #expect(judged.outcome == .review)
  }
}
