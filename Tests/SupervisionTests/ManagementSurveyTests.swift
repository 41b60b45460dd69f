import Contracts
import DomainModel
import Policy
import Supervision
import TestKit
import Testing

@Suite("All owners are asked how to be managed (Wenzhou Annex 6)")
struct ManagementSurveyTests {
  private static func survey(
    asked: Whole<1, 100_000> = 240, answered: Whole<0, 100_000> = 200, own: Whole<0, 100_000> = 60,
    company: Whole<0, 100_000> = 130, notice: DocumentHash? = Site.paper
  ) -> ManagementSurvey {
    ManagementSurvey(
      asked: asked, answered: answered,
      choices: [
        ManagementChoice(mode: .ownersSelfManagement, answers: own),
        ManagementChoice(mode: .propertyCompany, answers: company),
      ], notice: notice)
  }

  private static func fixing(_ survey: ManagementSurvey?, _ mode: ManagementMode = .propertyCompany) -> FixManagementMode {
    FixManagementMode(project: Site.project, mode: mode, covenant: Site.paper, survey: survey)
  }

  private func findings(
    _ survey: ManagementSurvey?, _ mode: ManagementMode = .propertyCompany, under law: Law? = nil
  ) throws -> [RuleID: Finding] {
    let site = try Site(under: try law ?? .wenzhou())
    try site.bench.send(Self.fixing(survey, mode), on: "2025-05-01")
    let rules: [RuleID] = ["management.owners-asked", "management.mode-as-asked", "management.mode-published"]
    return try Dictionary(
      uniqueKeysWithValues: rules.compactMap { rule in
        try site.bench.receiptFinding(rule, of: "supervision.fix-management-mode").map { (rule, $0) }
      })
  }

  @Test("counts, the mode most want, and the notice satisfy the annex")
  func whole() throws {
    let found = try findings(Self.survey())
    #expect(found.count == 3 && found.values.allSatisfy { $0.result == .satisfied && $0.force == .advises })
    #expect(found.values.allSatisfy { $0.articles == ["guide Annex 6"] })
    #expect(try findings(Self.survey(own: 100, company: 100), .ownersSelfManagement)["management.mode-as-asked"]?.result == .satisfied)
  }

  @Test("what is missing is told and stops nothing")
  func missing() throws {
    let none = try findings(nil)
    #expect(none["management.owners-asked"]?.result == .violated)
    #expect(none["management.mode-published"]?.result == .violated)
    #expect(none["management.mode-as-asked"] == nil)
    #expect(try findings(Self.survey(notice: nil))["management.mode-published"]?.result == .violated)
    let other = try findings(Self.survey(own: 101, company: 99))["management.mode-as-asked"]
    #expect(other?.result == .violated && other?.codes("most") == ["owners-self-management"])
  }

  @Test("questionnaires that do not add up are refused", arguments: [
    (240, 241, 0, 0), (240, 200, 100, 101),
  ])
  func contradicts(_ asked: Int, _ answered: Int, _ own: Int, _ company: Int) throws {
    let site = try Site(under: .wenzhou())
    let survey = Self.survey(
      asked: try Whole(asked), answered: try Whole(answered), own: try Whole(own), company: try Whole(company))
    let refused = try site.refusal(Self.fixing(survey), on: "2025-05-01")
    #expect(refused?.code == "mode-survey-contradicts" && refused?.pointers == ["/survey"])
    let fits = Self.survey(asked: 240, answered: 240, own: 120, company: 120)
    #expect(try site.refusal(Self.fixing(fits), on: "2025-05-01") == nil)
  }

  @Test("a city whose document does not ask for it is told nothing, and keeps what is entered")
  func elsewhere() throws {
    #expect(try findings(nil, under: .yueqing()).isEmpty)
    let site = try Site()
    try site.bench.send(Self.fixing(Self.survey()), on: "2025-05-01")
    #expect(try site.bench.events(ManagementModeFixed.self).last?.survey == Self.survey())
  }
}
