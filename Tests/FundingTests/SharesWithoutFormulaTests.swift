import Contracts
import DomainModel
import Funding
import Policy
import TestKit
import Testing

/// No document names a key: the fund-raising plan does, and each city's article leaves it to the plan (domain §9.2).
@Suite("Shares of units where the city has no formula")
struct SharesWithoutFormulaTests {
  private let project = FundingBench.project
  private let fix = FixShares(project: FundingBench.project, roll: FundingBench.roll)

  private func funding(
    _ law: Law, by key: Contracts.ApportionmentKey = .exclusiveArea, weights: Listing<BuildingWeight, 60>? = nil
  ) throws -> FundingBench {
    let funding = try FundingBench(under: law)
    try funding.bench.hear(
      PlanRecorded(
        project: project, plan: FundingBench.plan, document: FundingBench.paper,
        lines: [CostLine(code: "B1.1", key: "road", tier: nil, engineeringCost: "5000000.00", isExcluded: false)],
        sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), subsidyArea: "10000.00", socialCapital: .zero,
        apportionment: key, governmentInvestment: true, touchesFacade: false, buildingWeights: weights), on: "2024-01-20")
    try funding.hearRoll([
      RollUnitLine(unit: "u-1", building: "b-1", area: "60.00", use: .residential, countsAsHousehold: true),
      RollUnitLine(unit: "u-2", building: "b-2", area: "90.00", use: .residential, countsAsHousehold: true),
      RollUnitLine(unit: "g-1", building: "b-2", area: "30.00", use: .garage, countsAsHousehold: false),
    ])
    return funding
  }

  private func pledge(_ funding: FundingBench, residents: Money = "100000.00") throws {
    try funding.bench.send(
      RecordSelfRaisedPlan(
        project: project, plan: FundingBench.plan, total: "120000.00",
        parts: SelfRaisedParts(
          residents: residents, housingReformFund: "20000.00", managementFund: .zero, donations: .zero, other: .zero),
        document: FundingBench.paper), on: "2024-02-01", as: .residentsCommittee)
  }

  private func shares(_ funding: FundingBench) throws -> [UnitID: Money] {
    let units = try funding.bench.ask(SharesQuery(project: project)).units
    return Dictionary(uniqueKeysWithValues: units.map { ($0.unit, $0.share) })
  }

  private func findings(_ funding: FundingBench) throws -> [Finding] {
    try funding.bench.ask(ReceiptsQuery<FundingContract>(project: project)).receipts.last?.receipt.findings.items ?? []
  }

  @Test("Wenzhou divides the residents' own contribution by area, to the fen, as the plan chose")
  func wenzhou() throws {
    let funding = try funding(.wenzhou())
    #expect(try funding.bench.refusal(fix, on: "2024-02-05")?.code == "residents-part-missing")
    try pledge(funding)
    let report = try funding.bench.send(fix, on: "2024-02-05", as: .residentsCommittee)
    // The maintenance fund of the pledge is no household's to raise.
    #expect(report.total == "100000.00" && report.basis == .selfRaisedPlan)
    // 33,333.33 1/3, 50,000 and 16,666.66 2/3: the odd fen goes to the largest remainder.
    #expect(try shares(funding) == ["u-1": "33333.33", "u-2": "50000.00", "g-1": "16666.67"])
    let found = try findings(funding)
    let chosen = found.first { $0.rule == "funding.apportionment" }
    #expect(chosen?.cites.map(\.description) == ["guide 3.4", "guide Annex 5"] && chosen?.origin == .document)
    #expect(found.contains { $0.rule == "funding.apportionment-left-to-plan" && $0.cites.contains("guide 3.4") })
    let key = found.first { $0.rule == "funding.apportionment-key" }
    #expect(key?.result == .satisfied && key?.origin == .recommended)
    let (before, after) = try funding.bench.rebuilt()
    #expect(before == after)
  }

  @Test("by household a garage pays nothing")
  func byHousehold() throws {
    let funding = try funding(.wenzhou(), by: .perHousehold)
    try pledge(funding)
    try funding.bench.send(fix, on: "2024-02-05")
    #expect(try shares(funding) == ["u-1": "50000.00", "u-2": "50000.00", "g-1": .zero])
  }

  @Test("a key that the city does not allow is refused with its article")
  func keyNotAllowed() throws {
    let law = try Law.wenzhou(replacing: [
      "  apportionmentKey: silent": "  apportionmentKey: {value: [household], cites: [guide 3.4]}"
    ])
    let funding = try funding(law)
    try pledge(funding)
    let refusal = try #require(try funding.bench.refusal(fix, on: "2024-02-05"))
    let stop = try #require(refusal.findings.first { $0.stops })
    #expect(stop.rule == "funding.apportionment-key" && stop.cites.map(\.description) == ["guide 3.4"])
  }

  @Test("Tiexi divides the residents' part of the reviewed budget: who benefits pays, building by building")
  func tiexi() throws {
    let weights: Listing<BuildingWeight, 60> = [
      BuildingWeight(building: "b-1", weight: 3), BuildingWeight(building: "b-2", weight: 0),
    ]
    for (given, expected) in [
      (weights, ["u-1": "40000.00", "u-2": "0.00", "g-1": "0.00"]), (nil, ["u-1": "20000.00", "u-2": "20000.00", "g-1": "0.00"]),
    ] as [(Listing<BuildingWeight, 60>?, [UnitID: Money])] {
      let funding = try funding(.tiexi(), by: .perHousehold, weights: given)
      try funding.bench.send(
        ReviewBudget(
          project: project, plan: FundingBench.plan, amount: "5000000.00",
          parts: [
            BudgetPart(source: .district, amount: "4960000.00"), BudgetPart(source: .residents, amount: "40000.00"),
          ], document: FundingBench.paper), on: "2024-02-01", as: .finance)
      let report = try funding.bench.send(fix, on: "2024-02-05", as: .residentsCommittee)
      #expect(report.basis == .reviewedBudget && report.total == "40000.00")
      #expect(try shares(funding) == expected)
      let chosen = try findings(funding).first { $0.rule == "funding.apportionment" }
      #expect(chosen?.cites.map(\.description) == ["plan 7.4"])
    }
  }

  @Test("Ziyang divides the owners' part that the governments' shares leave")
  func ziyang() throws {
    let funding = try funding(.ziyang())
    try funding.bench.send(
      FixGovernmentShares(
        project: project, plan: FundingBench.plan, owners: "60000.00", social: .zero, upper: "1000000.00",
        basis: FundingBench.paper), on: "2024-02-01", as: .districtGovernment)
    let report = try funding.bench.send(fix, on: "2024-02-05", as: .residentsCommittee)
    #expect(report.basis == .governmentShares)
    #expect(try shares(funding) == ["u-1": "20000.00", "u-2": "30000.00", "g-1": "10000.00"])
    let chosen = try findings(funding).first { $0.rule == "funding.apportionment" }
    #expect(chosen?.cites.map(\.description) == ["plan 3.2"])
  }

  @Test("Sichuan divides what the posted cost-sharing plan gives to residents")
  func sichuan() throws {
    let funding = try funding(.sichuan())
    try pledge(funding, residents: "100000.00")
    let report = try funding.bench.send(fix, on: "2024-02-05", as: .residentsCommittee)
    #expect(report.basis == .selfRaisedPlan && report.total == "100000.00")
    let chosen = try findings(funding).first { $0.rule == "funding.apportionment" }
    #expect(chosen?.cites.map(\.description) == ["workflow 4.3"])
    #expect(try Money.sum(Array(shares(funding).values)) == "100000.00")
  }

  @Test("the pledge of another plan version is not divided")
  func otherPlan() throws {
    let funding = try funding(.wenzhou())
    try pledge(funding)
    try funding.bench.state(
      [FactStatement(.planVersion, .code("330382-2024-0007/P2"))], of: project, on: "2024-02-03")
    #expect(try funding.bench.refusal(fix, on: "2024-02-05")?.code == "plan-not-current")
  }

  @Test("a city with a formula divides its estimate and nothing else")
  func formula() throws {
    let funding = try funding(.yueqing())
    #expect(try funding.bench.refusal(fix, on: "2024-02-05")?.code == "estimate-missing")
  }
}
