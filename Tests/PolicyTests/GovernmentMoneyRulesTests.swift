import DomainModel
import Testing

@testable import Policy

@Suite("City and district share (Ziyang 3.1, 3.5)")
struct GovernmentMoneyRulesTests {
  private let edition: Edition

  init() throws { edition = try #require(PackFolder.library().edition("ziyang", "2020-1")) }

  @Test("18.0 million with 8.0 from above leaves 5.0 each")
  func example() throws {
    let need = GovernmentNeed(investment: "18000000.00", owners: .zero, social: .zero, upper: "8000000.00")
    let parts = try #require(try need.parts(under: edition))
    #expect(parts.shortfall == "10000000.00" && parts.city == "5000000.00" && parts.district == "5000000.00")
    #expect(parts.findings.map(\.rule) == [GovernmentNeed.rule])
    #expect(parts.findings.first?.cites.map(\.article) == ["3.1"])
  }

  @Test("owners' and social money lower the need before it is split")
  func net() throws {
    let need = GovernmentNeed(investment: "18900000.00", owners: "600000.00", social: "300000.00", upper: "8000000.00")
    #expect(try need.parts(under: edition)?.city == "5000000.00")
  }

  @Test("the odd fen is the district's, and told as our choice")
  func oddFen() throws {
    let parts = try #require(
      try GovernmentNeed(investment: "0.03", owners: .zero, social: .zero, upper: .zero).parts(under: edition))
    #expect(parts.city == "0.01" && parts.district == "0.02")
    let told = try #require(parts.findings.first { $0.rule == "funding.odd-fen" })
    #expect(told.origin == .recommended && told.force == .advises)
  }

  @Test(
    "what others bring may equal the investment and no more",
    arguments: [("10.00", true), ("10.01", false)] as [(Money, Bool)])
  func covered(upper: Money, holds: Bool) throws {
    let need = GovernmentNeed(investment: "10.00", owners: .zero, social: .zero, upper: upper)
    #expect(try need.covered(under: edition).stops == !holds)
    if holds { #expect(try need.parts(under: edition)?.shortfall == .zero) }
  }

  @Test("the city applies for its part and not a fen more", arguments: [("2.00", true), ("2.01", false)] as [(Money, Bool)])
  func part(asked: Money, holds: Bool) throws {
    let finding = try CityShareBounds().part("5.00", before: "3.00", asked: asked, under: edition)
    #expect(finding.stops == !holds && finding.cites.map(\.article) == ["3.1"])
  }

  @Test(
    "the city pays up to the district's money in place: 3.0 million now, and no fen more",
    arguments: [("3000000.00", true), ("3000000.01", false)] as [(Money, Bool)])
  func match(asked: Money, holds: Bool) throws {
    let finding = try #require(
      try CityShareBounds().match(inPlace: "3000000.00", before: .zero, asked: asked, under: edition))
    #expect(finding.stops == !holds && finding.cites.map(\.article) == ["3.5"])
    #expect(finding.values.contains(NamedValue("payable-now", .money("3000000.00"))))
  }

  @Test("the rest follows once the district has brought its own")
  func later() throws {
    let bounds = CityShareBounds()
    #expect(
      try bounds.match(inPlace: "3000000.00", before: "3000000.00", asked: "0.01", under: edition)?.stops == true)
    #expect(
      try bounds.match(inPlace: "5000000.00", before: "3000000.00", asked: "2000000.00", under: edition)?.stops == false)
  }

  @Test("a city whose document names no split, match or states has none")
  func silent() throws {
    let yueqing = try #require(PackFolder.library().edition("yueqing", "2024-1"))
    let need = GovernmentNeed(investment: "10.00", owners: .zero, social: .zero, upper: .zero)
    #expect(try need.parts(under: yueqing) == nil)
    #expect(try CityShareBounds().match(inPlace: .zero, before: .zero, asked: "1.00", under: yueqing) == nil)
    #expect(GovernmentPath(yueqing) == nil)
  }

  @Test("upper money begins with the opinion and goes through both accounts as well")
  func path() throws {
    let path = try #require(GovernmentPath(edition))
    #expect(path.states(of: .cityShare).count == 5)
    #expect(
      path.states(of: .upperSubsidy) == ["opinion-given", "paid-to-treasury-account", "paid-to-project-account"])
    let states = DisbursementPath(path.states(of: .cityShare))
    #expect(states.mayEnter("checked-by-housing", from: "applied"))
    #expect(!states.mayEnter("approved-by-city", from: "applied"))
    #expect(!states.mayEnter("paid-to-project-account", from: "approved-by-city"))
  }
}
