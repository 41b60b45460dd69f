import DomainModel
import Testing

@testable import Policy

/// Whether money of higher levels counts within the 300 yuan (AMB-20). F2: T 5.0 million, area 10,000 m², cap 3.0 million.
@Suite("Fiscal money and the cap")
struct FiscalMoneyInCapTests {
  private static func terms(_ inCap: Set<FiscalLevel>) -> SubsidyTerms {
    SubsidyTerms(
      basic: "10/100", improvement: "30/100", enhancement: "70/100", capPerSquareMetre: "300.00", excluded: ["lift"],
      collectsExcess: true, cites: ["plan 5.2.1"], collectsExcessOrigin: .recommended, collectsExcessCites: [],
      inCap: inCap, inCapOrigin: .document, inCapCites: ["plan 6"])
  }

  private func computed(
    _ fiscal: [FiscalLevel: Money], leavingOut: Set<FiscalLevel> = [], social: Money = .zero
  ) throws -> SubsidyComputation {
    try SubsidyFormula(Self.terms(Set(FiscalLevel.allCases).subtracting(leavingOut))).computed(
      .init(basic: "4000000.00", improvement: "800000.00", enhancement: "200000.00", excluded: .zero, shared: .zero),
      area: "10000.00", socialCapital: social, fiscal: fiscal)
  }

  @Test("money of every level counts by default: central money changes nothing")
  func allCount() throws {
    let without = try computed([:])
    let with = try computed([.central: "1000000.00", .county: "2000000.00"])
    #expect(with.subsidy == "3000000.00" && with.excess == "1220000.00" && with.outsideCap == .zero)
    #expect(with.subsidy == without.subsidy && with.residentsTotal == without.residentsTotal)
    #expect(!with.findings(resting: []).contains { $0.rule == "funding.fiscal-money-in-cap" })
  }

  @Test("money of a level left out comes on top of the cap and lowers the residents' excess first", arguments: [
    ("1000000.00", "4000000.00", "220000.00"), ("1220000.00", "4220000.00", "0.00"),
    ("1220000.01", "4220000.00", "0.00"),
  ] as [(Money, Money, Money)])
  func leftOut(_ central: Money, _ subsidy: Money, _ excess: Money) throws {
    let result = try computed([.central: central, .county: "500000.00"], leavingOut: [.central])
    #expect(result.subsidy == subsidy && result.excess == excess && result.outsideCap == central)
    #expect(result.weighted == "780000.00" && result.reconciles)
    let finding = result.findings(resting: []).first { $0.rule == "funding.fiscal-money-in-cap" }
    #expect(finding?.cites.map(\.description) == ["plan 6"] && finding?.origin == .document && finding?.result == .satisfied)
    #expect(finding?.values.contains(NamedValue("on-top", .code("central"))) == true)
  }

  @Test("more of it than the project needs is marked, never paid back by itself")
  func unused() throws {
    let result = try computed([.central: "4300000.00"], leavingOut: [.central])
    #expect(result.subsidy == "4220000.00" && result.unusedOnTop == "80000.00" && result.reconciles)
    #expect(result.residentsTotal == "780000.00")
    let finding = result.findings(resting: []).first { $0.rule == "funding.fiscal-money-in-cap" }
    #expect(finding?.result == .violated && finding?.stops == false)
    let withSocial = try computed([.central: "4300000.00"], leavingOut: [.central], social: "4500000.00")
    #expect(withSocial.subsidy == .zero && withSocial.overfunded == "280000.00" && withSocial.reconciles)
  }

  @Test("where the document is silent all levels count, by our word")
  func edition() throws {
    let silent = try #require(SubsidyTerms(PackFolder.yueqing()))
    #expect(silent.inCap == Set(FiscalLevel.allCases) && silent.inCapOrigin == .recommended)
    #expect(silent.inCapCites.map(\.description) == ["recommended funding.fiscalMoneyInCap"])
  }
}
