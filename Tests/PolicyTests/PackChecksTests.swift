import Testing

@testable import Policy

@Suite("The parts of a pack speak of each other rightly")
struct PackChecksTests {
  @Test(
    "refuses a reference to what the pack does not hold",
    arguments: [
      ("forms: {individual: plan-ballot,", "forms: {individual: plan-balot,", "rounds.plan"),
      ("{number: 2, form: design-plan,", "{number: 2, form: design,", "packages[1].items[1]"),
      ("package: declaration, cites", "package: declarations, cites", "gates[8].gate[0]"),
      ("items: [happiness-station,", "items: [happy-station,", "catalogue.items"),
      ("hazardPlan: {value: [exterior-walls]", "hazardPlan: {value: [exterior-wall]", "survey.hazardPlan"),
      ("excludedItems: {value: [lift]", "excludedItems: {value: [lifts]", "catalogue.items"),
      ("recommended: acceptance.rectification", "recommended: acceptance.rectifications", "gates[25].gate[2]"),
      ("{code: F3.1, key", "{code: G3.1, key", "catalogue.items[47]"),
    ])
  func references(change: (old: String, new: String, path: String)) throws {
    let fault = try PackText.yueqing().replacing(change.old, with: change.new).onlyFault()
    #expect(fault.code == .unknownReference)
    #expect(fault.path == change.path)
    #expect(fault.line > 0)
  }

  @Test("names the default that was probably meant")
  func nearestDefault() throws {
    let fault = try PackText.yueqing().replacing("recommended: acceptance.rectification", with: "recommended: acceptance.rectifications").onlyFault()
    #expect(fault.en.contains("did you mean acceptance.rectification"))
  }

  @Test(
    "refuses what is given twice",
    arguments: [
      ("{code: A1.2, key: wall-leak", "{code: A1.1, key: wall-leak"),
      ("{code: A1.2, key: wall-leak", "{code: A1.2, key: roof-leak"),
      ("{code: S01, id: in-database", "{code: S00, id: in-database"),
      ("{code: S01, id: in-database", "{code: S01, id: survey"),
      ("step: supervision.archive\n", "step: supervision.hand-over\n"),
      ("    case: plan\n", "    case: willingness\n"),
    ])
  func repeated(change: (old: String, new: String)) throws {
    #expect(try PackText.yueqing().replacing(change.old, with: change.new).onlyFault().code == .repeated)
  }

  @Test("refuses a code that is not of its tier")
  func tier() throws {
    let fault = try PackText.yueqing().replacing("key: lift, tier: enhancement", with: "key: lift, tier: basic").onlyFault()
    #expect(fault.code == .wrongValue)
    #expect(fault.en.contains("E3.1"))
  }

  @Test(
    "refuses what stands out of order",
    arguments: [
      ("code: S17, id: declared, order: 9", "code: S17, id: declared, order: 5", "stages[11]"),
      ("maxInclusive: 10000000.00", "maxInclusive: 30000000.00", "approvals.bands"),
      ("validity: {from: 2024-01-05, until: 2029-01-04", "validity: {from: 2024-01-05, until: 2023-01-04", "pack.validity"),
    ])
  func order(change: (old: String, new: String, path: String)) throws {
    let fault = try PackText.yueqing().replacing(change.old, with: change.new).onlyFault()
    #expect(fault.code == .wrongOrder)
    #expect(fault.path == change.path)
  }

  @Test("refuses rules in force that do not say since when")
  func validity() throws {
    let fault = try PackText.yueqing().replacing(
      "validity: {from: 2024-01-05, until: 2029-01-04, cites: [plan 6]}", with: "validity: silent"
    ).onlyFault()
    #expect(fault.code == .wrongValue)
    #expect(fault.path == "pack.validity")
  }

  @Test("keeps the name of our own defaults for them")
  func reserved() throws {
    let text = try PackText.yueqing().replacing("instruments:\n  plan:\n", with: "instruments:\n  recommended: {title: 甲}\n  plan:\n")
    #expect(try text.onlyFault().code == .wrongName)
  }
}
