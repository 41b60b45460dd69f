import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

/// Figures and days that a changed pack moves: shares, subsidies, settlements, deadlines, warranty.
@Suite("What a changed pack would have made of money and days")
struct ImpactFigureTests {
  private static let project = ImpactScene.project
  private static let plan: PlanID = "330382-2024-0007/P1"

  private let scene: ImpactScene

  init() throws { scene = try ImpactScene() }

  private static func figures(_ plan: PlanID = plan) -> (PlanCostsHeard, EstimateComputed) {
    let line = CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: "5000000.00", isExcluded: false)
    return (
      PlanCostsHeard(
        project: project, plan: plan, lines: [line],
        sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), subsidyArea: "20000.00",
        socialCapital: .zero, apportionment: .perHousehold,
        source: SourceRef(feed: .intake, epoch: "5f2a90c1", sequence: 1)),
      EstimateComputed(
        project: project, plan: plan, figures: .example, apportionment: .perHousehold, standing: .example,
        fiscalMoney: [FiscalPart(level: .central, amount: "1000000.00")])
    )
  }

  private static let shares = ("residentShares: {basic: 10/100,", "residentShares: {basic: 20/100,")

  @Test("shares of units follow the changed total, told as one line with the widest")
  func unitShares() throws {
    let (costs, estimate) = Self.figures()
    let fixed = SharesFixed(
      project: Self.project, division: 1, plan: Self.plan, roll: "330382-2024-0007/L1", apportionment: .perHousehold,
      total: "500000.00", units: 2, basis: .estimate)
    let listed = SharesListed(
      project: Self.project, division: 1, first: 1,
      shares: [
        UnitPart(unit: "u-1", weight: 1, amount: "250000.00"), UnitPart(unit: "u-2", weight: 1, amount: "250000.00"),
      ])
    let store = try scene.store(.funding, on: "2024-03-01", costs, estimate, fixed, listed)
    #expect(try scene.differences([store], []) == [])
    let told = try scene.differences([store], [Self.shares])
    #expect(told.contains("residents-collected 500000.00 → 1000000.00"))
    #expect(told.contains("subsidy 4500000.00 → 4000000.00"))
    #expect(told.contains("shares-total 500000.00 → 1000000.00"))
    #expect(told.contains { $0.hasPrefix("unit-shares 2/2: u-") && $0.hasSuffix("500000.00") })
    let key = ("  apportionmentKey: silent", "  apportionmentKey: {value: [area], cites: [plan 3.2]}")
    #expect(try scene.differences([store], [key]) == ["funding.apportionment-key satisfied, blocks → violated, stops"])
  }

  @Test("a level of fiscal money that is left out of the cap moves the estimate")
  func fiscalLevel() throws {
    let (costs, estimate) = Self.figures()
    let store = try scene.store(.funding, on: "2024-03-01", costs, estimate)
    let tight = ("yuanPerSquareMetre: 300.00", "yuanPerSquareMetre: 200.00")
    let leftOut = ("fiscalMoneyInCap: silent", "fiscalMoneyInCap: {value: [county], cites: [plan 6]}")
    #expect(try scene.differences([store], [tight]).contains("residents-total 500000.00 → 1000000.00"))
    let told = try scene.differences([store], [tight, leftOut])
    #expect(told.contains("outside-cap 0.00 → 1000000.00") && !told.contains { $0.hasPrefix("residents-total") })
  }

  @Test("verified accounts and their settlement come out otherwise, and whether the start is in scope")
  func settlement() throws {
    let accounts = VerifiedAccounts(
      basic: "5600000.00", improvement: .zero, enhancement: .zero,
      sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), lifts: .zero, floorArea: "20000.00",
      socialCapital: .zero)
    let verified = FinalAccountsVerified(
      project: Self.project, accounts: accounts, figures: .example, verifiedBy: "yueqing-finance",
      document: .sample, by: .example)
    let settled = SettlementComputed(
      project: Self.project, figures: .example, residentsEstimated: "500000.00", residentsFinal: "560000.00",
      subsidyReceived: "5040000.00", items: 1, isSubsidyEven: true, by: .example)
    let edition = try #require(scene.library.edition("yueqing", "2024-1"))
    let scope = try #require(edition.gate(of: "funding.settle").first { $0.rule == "subsidy.start-in-scope" })
    let found = edition.gate(of: "funding.settle").map { rule in
      rule.rule == scope.rule ? rule.finding(.satisfied, [NamedValue("started", .date("2024-05-01"))]) : rule.finding(.satisfied)
    }
    let store = try scene.store(.funding, on: "2025-02-01", verified, settled, findings: found)
    #expect(try scene.differences([store], []) == [])
    let told = try scene.differences([store], [Self.shares])
    #expect(told.contains("settlement-resident due 60000.00 → due 620000.00"))
    #expect(told.contains("settlement-fiscal even → refund 560000.00"))
    #expect(told.contains("subsidy 5040000.00 → 4480000.00"))
    for (day, differs) in [("2024-05-01", false), ("2024-05-02", true)] {
      let later = ("appliesFrom: {startedOnOrAfter: 2024-01-05", "appliesFrom: {startedOnOrAfter: \(day)")
      #expect(try scene.differences([store], [later]).contains { $0.hasPrefix("subsidy.start-in-scope") } == differs)
    }
  }

  @Test("warranty days, the owners' upkeep and what a defect falls under move with the periods")
  func warranty() throws {
    let passed = AcceptancePassed.example
    let handed = HandoverArranged(
      project: Self.project, handover: "330382-2024-0007/H1", asset: .everythingElse, part: "全部", giver: "a",
      receiver: "b", receiverRole: .ownersBody, lastOfClass: true, upkeepFrom: "2030-04-11", jointAcceptance: nil,
      papers: [])
    let works = try scene.store(.supervision, on: "2025-04-10", passed, handed)
    let periods = """
      warrantyPeriods:
          - {code: waterproofing, zh: 防渗漏, en: Waterproofing, years: 8, cites: [plan 3.8]}
      """
    let told = try scene.differences([works], [("  warrantyPeriods: silent", "  " + periods)])
    #expect(told.contains("warranty-waterproofing 2030-04-10 → 2033-04-10"))
    #expect(told.contains("warranty-pipes-and-equipment 2027-04-10 → none"))
    #expect(told.contains("upkeep-from 2030-04-11 → 2033-04-11"))
    #expect(try scene.differences([works], []) == [])
  }

  @Test("the year's deadline, a notice's last day and a late objection move with their articles")
  func deadlines() throws {
    let posted = NoticePosted(
      project: Self.project, notice: "330382-2024-0007/N1", kind: .plan, planVersion: Self.plan,
      postedOn: "2024-03-04", contents: [], places: [], evidence: [], earliestLastDay: "2024-03-13",
      objectionsOpen: 0)
    let objection = ObjectionRecorded(
      project: Self.project, objection: "330382-2024-0007/O1", notice: "330382-2024-0007/N1", objector: nil,
      letter: nil, channel: .written, withinWindow: false, disposition: nil)
    let voting = try scene.store(.voting, on: "2024-03-20", posted, objection)
    #expect(try scene.differences([voting], []) == [])
    let told = try scene.differences([voting], [("minimum: {workingDays: 7", "minimum: {workingDays: 9")])
    #expect(told == ["earliest-last-day 2024-03-13 → 2024-03-15"])
    let plan = try scene.store(.intake, on: "2024-05-31", AnnualPlanAdopted.example)
    let earlier = try scene.differences([plan], [("deadline: {monthDay: 05-31, planYear", "deadline: {monthDay: 05-30, planYear")])
    #expect(earlier.contains { $0.hasPrefix("annual-plan-deadline ") && $0.contains("-05-31 → ") && $0.hasSuffix("-05-30") })
  }

  @Test("what would no longer be one document, or stands in another tier, is told")
  func plans() throws {
    let opened = InitiationOpened(
      project: Self.project, investment: "9000000.00", figureDate: "2024-05-20", governmentInvestment: true,
      packaging: .allInOne)
    let merged = Finding(
      "documents.merge-allowed", .satisfied, cites: [], values: [NamedValue("simplified", .flag(true))])
    let approvals = try scene.store(.approvals, on: "2024-05-24", opened, findings: [merged])
    let bound = ("maxInclusive: 10000000.00", "maxInclusive: 8999999.99")
    #expect(try scene.differences([approvals], [bound]) == ["documents.merge-allowed satisfied, blocks → violated, stops"])

    let line = CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: "100.00", isExcluded: false)
    let plan = PlanRecorded(
      project: Self.project, plan: Self.plan, document: .sample, lines: [line],
      sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), subsidyArea: "10.00", socialCapital: .zero,
      apportionment: .exclusiveArea, governmentInvestment: true, touchesFacade: false)
    let papers = PlanPapersRecorded(
      project: Self.project, plan: Self.plan, papers: PlanPapers(fundRaising: .sample, longTermManagement: .sample),
      survey: 1, buildings: [])
    let intake = try scene.store(.intake, on: "2024-02-20", plan, papers)
    #expect(try scene.differences([intake], []) == [])
    let lift = ("  compulsory: silent", "  compulsory: {value: [road], cites: [plan 2.3]}")
    #expect(try scene.differences([intake], [lift]) == ["plan.compulsory-items no rule → violated, stops"])
  }
}
