import DomainModel
import Testing

@testable import Policy

/// Readings of single sentences, each under the pack of the city whose sentence it is.
@Suite("Readings of the documents")
struct AmbiguityTests {
  private static func edition(_ pack: Identifier<SlugKind>) throws -> Edition {
    try #require(PackFolder.library().editions.first { $0.identity.pack == pack })
  }

  private func judge(
    _ pack: Identifier<SlugKind>, _ year: Int = 1996, on day: BusinessDate = "2024-03-01",
    _ change: (inout CommunityCircumstances) -> Void = { _ in }
  ) throws -> Eligibility {
    var community = CommunityCircumstances(
      buildings: [.init(building: "b-1", completionYear: year, area: "5000.00")], geography: "urban-core",
      exclusions: Dictionary(uniqueKeysWithValues: Exclusion.Circumstance.allCases.map { ($0, false) }))
    change(&community)
    return Eligibility.of(community, under: try Self.edition(pack), on: day)
  }

  @Test("AMB-03: in Wenzhou 1999 is before 2000 and 2001 after; the year itself is for a person", arguments: [
    (1999, EligibilityOutcome.priority), (2000, .review), (2001, .exceptionCandidate),
  ])
  func yearItself(_ year: Int, _ outcome: EligibilityOutcome) throws {
    let judged = try judge("wenzhou", year)
    #expect(judged.outcome == outcome && judged.mayBeDecided == (year == 2000))
    guard year == 2000 else { return }
    let finding = try #require(judged.findings.first { $0.rule == "eligibility.build-year" })
    #expect(finding.cites.map(\.description).contains("guide 1") && finding.cites.contains("recommended eligibility.cutoffYearItself"))
  }

  @Test("AMB-04: in Wenzhou either list takes a community out, the coming five years included", arguments: [
    ("2029-03-01", EligibilityOutcome.excluded), ("2029-03-02", .priority),
  ] as [(BusinessDate, EligibilityOutcome)])
  func eitherList(_ planned: BusinessDate, _ outcome: EligibilityOutcome) throws {
    #expect(try judge("wenzhou") { $0.exclusions[.shantytownPlan] = true }.outcome == .excluded)
    let expropriation = try judge("wenzhou") {
      $0.exclusions[.expropriationPlan] = true
      $0.expropriationPlannedOn = planned
    }
    #expect(expropriation.outcome == outcome)
  }

  @Test("AMB-37: a project of Ziyang follows the eight steps, in their order")
  func eightSteps() throws {
    let stages = try Self.edition("ziyang").file.stages
    // 组织、意愿申请、计划立项、方案、实施、验收、接管、评价 (plan 4.1 to 4.8), each by its first stage here.
    let steps = ["S02", "S03", "S21", "S12", "S30", "S31", "S35", "S37"]
    let places = try steps.map { code in try #require(stages.first { $0.item.code.rawValue == code }, "\(code)").item.order }
    #expect(places == places.sorted() && Set(places).count == 8)
  }

  @Test("AMB-43: whatever the word, it is the owners who bear the upkeep", arguments: [
    ("wenzhou", UpkeepBearer.residents, "guide 3.9"), ("yueqing", .owners, "plan 3.8"),
  ] as [(Identifier<SlugKind>, UpkeepBearer, Citation)])
  func upkeep(_ pack: Identifier<SlugKind>, _ word: UpkeepBearer, _ cite: Citation) throws {
    let edition = try Self.edition(pack)
    #expect(edition.stated(\.handover.upkeepAfterWarranty).value == word)
    #expect(edition.stated(\.handover.upkeepAfterWarranty).citations == [cite])
    let rest = try #require(
      edition.stated(\.handover.assets).value?.first { $0.item.condition == .afterWarranty }?.item)
    #expect(rest.receivers.contains(.ownersBody))
  }

  @Test("AMB-44: indoor drainage is no item of Yueqing's catalogue and stands outside the project")
  func indoorDrainage() throws {
    let edition = try Self.edition("yueqing")
    #expect(edition.file.catalogue.item("indoor-drainage") == nil)
    let outside = try #require(
      edition.stated(\.funding.outsideProject).value?.first { $0.item.code == "indoor-drainage" })
    #expect(outside.citations == ["plan 2.4.2"])
  }

  @Test("AMB-48: the operator of the property is a property company or a specialist one", arguments: ["wenzhou", "yueqing"])
  func operators(_ pack: String) throws {
    let edition = try Self.edition(Identifier(pack))
    let papers = try #require(
      edition.stated(\.handover.assets).value?.first { $0.item.code == "completion-documents" }?.item)
    #expect(papers.receivers.contains(.propertyCompany) && papers.receivers.contains(.ownersBody))
  }

  @Test("AMB-57: in Yueqing meeting the subsidy conditions puts a community first; lying in the urban core does not")
  func subsidyFirst() throws {
    let edition = try Self.edition("yueqing")
    #expect(edition.stated(\.eligibility.priorities).value?.map(\.item.code) == ["upper-subsidy"])
    let (core, town) = (try judge("yueqing"), try judge("yueqing") { $0.geography = "designated-town" })
    #expect(core.outcome == town.outcome && core.outcome == .priority)
    #expect(!core.findings.contains { $0.rule.rawValue.contains("priority") })
  }
}
