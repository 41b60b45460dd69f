import DomainModel
import Policy
import Testing

@Suite("The floor area of the subsidy (plan 5.2.1, domain §9.5)")
struct SubsidyAreaTests {
  let edition: Edition

  init() throws { edition = try PackFolder.yueqing() }

  private func area(_ buildings: SubsidyArea.Building...) throws -> SubsidyArea {
    try SubsidyArea.of(buildings, under: edition)
  }

  private func building(
    permit: Area? = nil, registered: Area? = nil, chosen: FloorAreaBasis? = nil, garage: SubsidyArea.Garage? = nil
  ) -> SubsidyArea.Building {
    SubsidyArea.Building(building: "b-1", permit: permit, registered: registered, chosen: chosen, garage: garage)
  }

  private func garage(
    above: Bool = true, originally: Bool = false, design: Bool = true
  ) -> SubsidyArea.Garage {
    SubsidyArea.Garage(
      area: "700.00", isAboveGround: above, isCountedOriginally: originally, isCountedInDesign: design)
  }

  @Test("F5: 9,500 registered and a ground garage of 700 are 10,200")
  func exampleF5() throws {
    let area = try area(building(registered: "9500.00", garage: garage()))
    #expect(area.total == "10200.00")
    #expect(area.parts[0].garage == "700.00")
    #expect(area.parts[0].basis == .registeredTitle)
  }

  @Test(
    "a garage counts only when all three conditions hold",
    arguments: [(true, false, true), (false, false, true), (true, true, true), (true, false, false)])
  func garageConditions(above: Bool, originally: Bool, design: Bool) throws {
    let area = try area(
      building(registered: "9500.00", garage: garage(above: above, originally: originally, design: design)))
    let counts = above && !originally && design
    #expect(area.total == (counts ? "10200.00" : "9500.00"))
    let finding = area.findings.first { $0.rule == "funding.ground-garage" }
    #expect(finding?.result == (counts ? .satisfied : .violated))
    #expect(finding?.force == .advises)
  }

  @Test("the permit counts by default, the choice where one was made; a difference is shown")
  func choice() throws {
    let byDefault = try area(building(permit: "5000.00", registered: "5100.00"))
    #expect(byDefault.total == "5000.00")
    #expect(byDefault.parts[0].papersDiffer)
    #expect(byDefault.findings.first?.result == .violated)
    #expect(byDefault.findings.first?.origin == .recommended)
    let chosen = try area(building(permit: "5000.00", registered: "5100.00", chosen: .registeredTitle))
    #expect(chosen.total == "5100.00")
    #expect(chosen.findings.first?.origin == .document)
    #expect(try !area(building(permit: "5000.00", registered: "5000.00")).parts[0].papersDiffer)
  }

  @Test("buildings are summed, each by its own paper")
  func sum() throws {
    let area = try area(
      building(permit: "4000.50"), building(registered: "3000.25", garage: garage()),
      building(permit: "1.00", registered: "2.00", chosen: .registeredTitle))
    #expect(area.total == "7702.75")
  }

  @Test("a building without any paper brings nothing and says so")
  func noPaper() throws {
    let area = try area(building())
    #expect(area.total == .zero)
    #expect(area.findings.first?.result == .unknown)
  }

  @Test("a sum beyond the range is thrown, never trapped")
  func overflow() throws {
    let most: Area = "9999999999999.99"
    #expect(throws: ArithmeticFault.overflow) { try area(building(permit: most), building(permit: most)) }
  }
}
