import DomainModel
import Testing

@testable import Policy

/// The worked examples of the domain (§9.4), with the wrong answers that a careless reading gives.
@Suite("Sharing the cost by Yueqing's formula")
struct FundingSubsidyFormulaTests {
  static func terms(collectsExcess: Bool = true, cap: Money = "300.00") -> SubsidyTerms {
    SubsidyTerms(
      basic: "10/100", improvement: "30/100", enhancement: "70/100", capPerSquareMetre: cap, excluded: ["lift"],
      collectsExcess: collectsExcess, cites: ["plan 5.2.1"], collectsExcessOrigin: .recommended,
      collectsExcessCites: ["recommended funding.collectExcess"])
  }

  func computed(
    basic: Money, improvement: Money = .zero, enhancement: Money = .zero, lifts: Money = .zero, shared: Money = .zero,
    area: Area, social: Money = .zero, terms: SubsidyTerms = terms()
  ) throws -> SubsidyComputation {
    try SubsidyFormula(terms).computed(
      SubsidyFormula.Costs(
        basic: basic, improvement: improvement, enhancement: enhancement, excluded: lifts, shared: shared),
      area: area, socialCapital: social)
  }

  @Test("F1: mixed tiers below the cap")
  func capNotBinding() throws {
    let result = try computed(
      basic: "4000000.00", improvement: "1000000.00", enhancement: "500000.00", area: "20000.00")
    #expect(result.investment == "5500000.00")
    #expect(result.weighted == "1050000.00")
    #expect(result.beforeCap == "4450000.00")
    #expect(result.cap == "6000000.00")
    #expect(result.subsidy == "4450000.00")
    #expect(result.excess == .zero)
    #expect(result.residentsTotal == "1050000.00")
  }

  @Test("F2: the cap leaves the excess to the residents")
  func capBinding() throws {
    let result = try computed(basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00")
    #expect(result.weighted == "780000.00")
    #expect(result.beforeCap == "4220000.00")
    #expect(result.subsidy == "3000000.00")
    #expect(result.excess == "1220000.00")
    #expect(result.residentsTotal == "2000000.00")
    // Wrong: stopping at the weighted share, 15.6 %.
    #expect(result.residentsTotal != result.weighted)
  }

  @Test("F3a: social capital lowers the residents' excess first")
  func socialCapitalBelowExcess() throws {
    let result = try computed(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "1000000.00")
    #expect(result.beforeCap == "3220000.00")
    #expect(result.subsidy == "3000000.00")
    #expect(result.excess == "220000.00")
    #expect(result.residentsTotal == "1000000.00")
    // Wrong: taking social capital off the weighted share.
    #expect(result.weighted == "780000.00")
  }

  @Test("F3b: beyond the excess, social capital lowers the subsidy alone")
  func socialCapitalBeyondExcess() throws {
    let result = try computed(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "1500000.00")
    #expect(result.beforeCap == "2720000.00")
    #expect(result.subsidy == "2720000.00")
    #expect(result.excess == .zero)
    #expect(result.residentsTotal == "780000.00")
  }

  @Test("F3c: social capital beyond the need is marked, never paid back by itself")
  func overfunded() throws {
    let result = try computed(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "4500000.00")
    #expect(result.subsidy == .zero)
    #expect(result.overfunded == "280000.00")
    #expect(result.residentsTotal == "780000.00")
    #expect(result.reconciles)
    #expect(result.findings(resting: []).contains { $0.rule == "funding.overfunded" && !$0.stops })
  }

  @Test("F3: just at the need nothing is overfunded")
  func overfundedBound() throws {
    let even = try computed(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "4220000.00")
    #expect(even.overfunded == .zero && even.subsidy == .zero)
    let over = try computed(
      basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", social: "4220000.01")
    #expect(over.overfunded == "0.01")
  }

  @Test("F4: lifts carry no weight")
  func liftsExcluded() throws {
    let result = try computed(
      basic: "3000000.00", improvement: "600000.00", enhancement: "400000.00", lifts: "2000000.00", area: "16000.00")
    #expect(result.investment == "4000000.00")
    #expect(result.weighted == "760000.00")
    #expect(result.subsidy == "3240000.00")
    // Wrong: lifts kept in the third tier.
    let wrong = try computed(
      basic: "3000000.00", improvement: "600000.00", enhancement: "2400000.00", area: "16000.00")
    #expect(wrong.weighted == "2160000.00" && wrong.subsidy == "3840000.00")
    #expect(result.weighted != wrong.weighted)
  }

  @Test("F5: a ground garage newly counted raises the cap")
  func garageCounted() throws {
    let result = try computed(basic: "4400000.00", area: "10200.00")
    #expect(result.weighted == "440000.00")
    #expect(result.subsidy == "3060000.00")
    #expect(result.excess == "900000.00")
    #expect(result.residentsTotal == "1340000.00")
    // Wrong: without the garage.
    let wrong = try computed(basic: "4400000.00", area: "9500.00")
    #expect(wrong.cap == "2850000.00" && wrong.residentsTotal == "1550000.00")
  }

  @Test("F6: shared costs follow the engineering cost")
  func sharedCosts() throws {
    let result = try computed(
      basic: "3000000.00", improvement: "1000000.00", shared: "520000.00", area: "18000.00")
    #expect(result.investment == "4520000.00")
    #expect(result.rate == "3/20")
    #expect(result.weighted == "678000.00")
    #expect(result.subsidy == "3842000.00")
    #expect(result.tiers == ["3390000.00", "1130000.00", .zero])
    // Wrong: the shares over engineering cost alone.
    #expect(result.weighted != "600000.00")
  }

  @Test(
    "F7: estimate and accounts differ both ways",
    arguments: [("5000000.00", "500000.00"), ("5600000.00", "560000.00"), ("4700000.00", "470000.00")]
      as [(Money, Money)])
  func trueUp(investment: Money, residents: Money) throws {
    let result = try computed(basic: investment, area: "20000.00")
    #expect(result.residentsTotal == residents)
  }

  @Test("F8: exactly at the cap, to the fen")
  func capBoundary() throws {
    let result = try computed(basic: "3333333.33", area: "10000.00")
    #expect(result.weighted == "333333.33")
    #expect(result.beforeCap == "3000000.00")
    #expect(result.cap == "3000000.00")
    #expect(result.subsidy == "3000000.00")
    #expect(result.excess == .zero)
    #expect(result.residentsTotal == "333333.33")
  }

  @Test("one fen beyond the cap is the residents'")
  func oneFenBeyondCap() throws {
    let result = try computed(basic: "3333333.34", area: "10000.00")
    #expect(result.weighted == "333333.33")
    #expect(result.excess == "0.01")
    #expect(result.residentsTotal == "333333.34")
    let below = try computed(basic: "3333333.32", area: "10000.00")
    #expect(below.excess == .zero && below.subsidy == "2999999.99")
  }

  @Test(
    "is rounded once, half up", arguments: [("0.05", "0.01"), ("0.04", "0.00"), ("0.15", "0.02")] as [(Money, Money)])
  func roundedHalfUp(investment: Money, residents: Money) throws {
    #expect(try computed(basic: investment, area: "1.00").weighted == residents)
  }

  @Test("tiers rounded apart would lose a fen")
  func roundedOnce() throws {
    // 10 % of 0.05 and 30 % of 0.05 are 0.5 and 1.5 fen: apart 1 + 2, together 2.
    #expect(try computed(basic: "0.05", improvement: "0.05", area: "1.00").weighted == "0.02")
  }

  @Test("the parts make up the investment for any figures")
  func alwaysReconciles() throws {
    var seed: UInt64 = 20_231_204
    func next(_ bound: UInt64) -> Int64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((seed >> 20) % bound)
    }
    for _ in 0..<2000 {
      let result = try computed(
        basic: Money(fen: next(500_000_000)), improvement: Money(fen: next(200_000_000) + 1),
        enhancement: Money(fen: next(200_000_000)), lifts: Money(fen: next(100_000_000)),
        shared: Money(fen: next(90_000_000)), area: Area(hundredths: next(3_000_000) + 1),
        social: Money(fen: next(400_000_000)))
      #expect(result.reconciles)
      #expect(try Money.sum(result.tiers) == result.investment)
      #expect(result.subsidy <= result.cap)
    }
  }

  @Test("costs without works are no base")
  func noCostBase() throws {
    #expect(throws: SubsidyFormula.Fault.noCostBase) {
      try computed(basic: .zero, lifts: "2000000.00", area: "16000.00")
    }
    #expect(throws: SubsidyFormula.Fault.noCostBase) {
      try computed(basic: .zero, shared: "20000.00", area: "16000.00")
    }
    #expect(throws: SubsidyFormula.Fault.noFloorArea) { try computed(basic: "1.00", area: .zero) }
  }

  @Test("the excess is collected beforehand unless the rules say otherwise")
  func collectExcess() throws {
    let figures: (SubsidyTerms) throws -> SubsidyComputation = { terms in
      try computed(
        basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", area: "10000.00", terms: terms)
    }
    #expect(try figures(Self.terms()).residentsCollected == "2000000.00")
    let narrow = try figures(Self.terms(collectsExcess: false))
    #expect(narrow.residentsCollected == "780000.00" && narrow.residentsTotal == "2000000.00")
  }

  @Test("beyond the range of money it throws and does not trap")
  func range() throws {
    let largest = try Money(fen: Money.largest)
    #expect(throws: ArithmeticFault.self) { try computed(basic: largest, shared: "0.01", area: "1.00") }
    #expect(throws: ArithmeticFault.self) { try computed(basic: "1.00", area: Area(hundredths: Money.largest)) }
    #expect(try computed(basic: largest, area: "1.00").reconciles)
  }

  @Test("the receipt shows every figure and its article")
  func receipt() throws {
    let findings = try computed(basic: "4400000.00", area: "10200.00").findings(resting: [])
    let formula = try #require(findings.first { $0.rule == SubsidyFormula.rule })
    #expect(formula.cites.contains("plan 5.2.1"))
    #expect(formula.values.contains(NamedValue("subsidy", .money("3060000.00"))))
    #expect(formula.values.contains(NamedValue("excess", .money("900000.00"))))
    #expect(formula.values.count == 18)
    let excess = try #require(findings.first { $0.rule == "funding.collect-excess" })
    #expect(excess.origin == .recommended)
  }
}
