import Contracts
import DomainModel
import Policy
import Supervision
import TestKit
import Testing

@Suite("Works under the guide of two money gates")
struct WenzhouWorksTests {
  private func contracted(cleared: Money) throws -> Site {
    let site = try Site(under: .wenzhou())
    try site.contracted()
    try site.state(
      [
        Site.permit, Site.investment, Site.simplified, Site.exempt,
        FactStatement(.residentFundsPlanned, .money("1200000.00")),
        FactStatement(.residentFundsCleared, .money(cleared)),
      ], on: "2024-06-10")
    return site
  }

  private func accepted() throws -> Site {
    let site = try contracted(cleared: "1200000.00")
    try site.bench.send(Site.start, on: "2024-07-01")
    try site.bench.send(Site.fire(), on: "2025-04-01")
    try site.bench.send(try Site.acceptance(), on: "2025-04-08")
    try site.bench.send(Site.pass, on: "2025-04-10")
    return site
  }

  @Test("begin with all of the residents' money and not a fen less; no annual plan is asked for")
  func start() throws {
    let refusal = try #require(try contracted(cleared: "1199999.99").refusal(Site.start, on: "2024-07-01"))
    #expect(refusal.stopping == ["funds.in-place"])
    #expect(refusal.finding("funds.in-place")?.articles == ["guide 3.6"])
    #expect(try contracted(cleared: "1200000.00").refusal(Site.start, on: "2024-07-01") == nil)
  }

  @Test("pass without every party, which is told; a fire inspection is needed")
  func acceptance() throws {
    let site = try contracted(cleared: "1200000.00")
    try site.bench.send(Site.start, on: "2024-07-01")
    try site.bench.send(try Site.acceptance(of: [.constructionUnit]), on: "2025-04-08")
    let refusal = try #require(try site.refusal(Site.pass, on: "2025-04-09"))
    #expect(refusal.stopping == ["fire.inspection-passed"])
    #expect(refusal.finding("fire.inspection-passed")?.articles == ["guide 4.7"])
    try site.bench.send(Site.fire(), on: "2025-04-09")
    try site.bench.send(Site.pass, on: "2025-04-10")
    let told = try site.bench.receiptFinding("acceptance.parties-present", of: "supervision.pass-acceptance")
    #expect(told?.result == .violated && told?.force == .advises && told?.articles == ["guide 4.6"])
  }

  @Test("a record of receipt is all that the archive owes (AMB-35)", arguments: [ArchiveStatus.filed, .archived])
  func archive(_ status: ArchiveStatus) throws {
    let site = try accepted()
    let report = try site.bench.send(
      ArchiveProject(project: Site.project, status: status, archive: "wz-archive", receipt: Site.paper, asFormed: true),
      on: "2025-05-01")
    #expect(report.suffices)
    #expect(try site.facts.holds(.archived))
  }

  @Test("two papers file the completion, each missing one told with its article")
  func filing() throws {
    let site = try accepted()
    let one = FileCompletion(
      project: Site.project, materials: [FilingMaterial(kind: .completionReport, document: Site.paper)], warranty: [])
    let refusal = try #require(try site.refusal(one, on: "2025-04-20"))
    #expect(refusal.stopping == ["filing.materials-complete"])
    #expect(refusal.finding("filing.materials-complete")?.articles == ["guide 4.6"])
    let both = FileCompletion(project: Site.project, materials: Site.bothPapers, warranty: [])
    #expect(try site.refusal(both, on: "2025-04-20") == nil)
  }

  @Test("utilities go over after a joint acceptance, by the construction unit")
  func handover() throws {
    let site = try accepted()
    func handing(_ joint: JointUtilityAcceptance?) -> HandOver {
      HandOver(
        project: Site.project, asset: .sharedUtilities, part: "供水管网", giver: "org-unit", receiver: "wz-water",
        receiverRole: .utility, lastOfClass: true, jointAcceptance: joint, papers: [])
    }
    let refusal = try #require(try site.refusal(handing(nil), on: "2025-05-06"))
    #expect(refusal.stopping == ["handover.jointly-accepted"])
    #expect(refusal.finding("handover.jointly-accepted")?.articles == ["guide 3.9"])
    let joint = JointUtilityAcceptance(
      utility: "wz-water", constructionUnit: "org-unit", passed: true, heldOn: "2025-05-05", document: Site.paper)
    #expect(try site.refusal(handing(joint), on: "2025-05-06", as: .constructionUnit) == nil)
  }

  // MARK: Management

  private func mode(
    _ mode: ManagementMode, pledged: ManagementMode? = nil, confirms: Bool? = nil
  ) -> FixManagementMode {
    FixManagementMode(project: Site.project, mode: mode, pledged: pledged, confirmsSame: confirms)
  }

  @Test("three modes are offered, and a covenant is not asked for", arguments: [
    ManagementMode.ownersSelfManagement, .commissionBased, .propertyCompany,
  ])
  func offered(_ chosen: ManagementMode) throws {
    let site = try accepted()
    #expect(try site.refusal(mode(chosen, pledged: chosen), on: "2025-05-10") == nil)
    let told = try site.bench.receiptFinding("management.mode-offered", of: "supervision.fix-management-mode")
    #expect(told?.articles == ["guide Annex 6"])
  }

  @Test("others are not", arguments: [ManagementMode.menuBased, .communityManagement, .interimService])
  func notOffered(_ chosen: ManagementMode) throws {
    let refusal = try accepted().refusal(mode(chosen), on: "2025-05-10")
    #expect(refusal?.code == "mode-not-offered")
  }

  @Test("menu-based and commission-based are one only when confirmed; other pledges agree with the choice (AMB-31)")
  func pledged() throws {
    let site = try accepted()
    for wrong in [
      mode(.commissionBased, pledged: .menuBased), mode(.commissionBased, pledged: .menuBased, confirms: false),
      mode(.propertyCompany, pledged: .menuBased, confirms: true),
      mode(.propertyCompany, pledged: .ownersSelfManagement, confirms: true),
    ] {
      #expect(try site.refusal(wrong, on: "2025-05-10")?.stopping == ["management.mode-as-pledged"])
    }
    try site.bench.send(mode(.commissionBased, pledged: .menuBased, confirms: true), on: "2025-05-10")
    #expect(try site.bench.events(ManagementModeFixed.self).last?.pledged == .menuBased)
    #expect(try site.facts.holds(.managementModeFixed))
  }

  // MARK: Evaluation

  private func row(_ number: Int, age: Int? = nil, involved: Involvement, better: Improvement) throws -> QuestionnaireRow {
    QuestionnaireRow(
      respondent: try PersonID("q-\(number)"), age: try age.map { try Whole($0) }, involvement: involved,
      aspects: [.roads], improvement: better, satisfaction: .very)
  }

  @Test("the questionnaire counts sixty in its fourth band, and a no to Q5 leaves the base of Q6 and Q7")
  func questionnaire() throws {
    let site = try accepted()
    let rows = [
      try row(1, age: 60, involved: .yes, better: .muchBetter), try row(2, age: 61, involved: .yes, better: .same),
      try row(3, age: 46, involved: .no, better: .muchBetter),
    ]
    try site.bench.send(RecordQuestionnaires(project: Site.project, rows: try Listing(rows)), on: "2025-06-01")
    let event = try #require(try site.bench.events(QuestionnairesRecorded.self).last)
    func count(_ question: Int, _ option: Identifier<SlugKind>) -> Int? {
      event.options.first { $0.question.value == question && $0.option == option }?.count.value
    }
    #expect(count(2, "to-60") == 2 && count(2, "over-60") == 1)
    #expect(event.answered.filter { [6, 7].contains($0.question.value) }.map(\.count.value) == [2, 2])
    #expect(event.answered.first { $0.question.value == 8 }?.count.value == 3)
    let report = try site.bench.send(
      Evaluate(
        project: Site.project, evaluator: "org-housing", works: .good, management: .good, report: Site.paper),
      on: "2025-06-10", as: .housing)
    #expect(try report.satisfied == Share(3, of: 3))
    #expect(try report.improved == Share(1, of: 2))
  }

  @Test("an evaluation needs a questionnaire")
  func evaluation() throws {
    let evaluate = Evaluate(
      project: Site.project, evaluator: "org-housing", works: .good, management: .good, report: Site.paper)
    let refusal = try #require(try accepted().refusal(evaluate, on: "2025-06-10", as: .housing))
    #expect(refusal.stopping == ["evaluation.recorded"])
    #expect(refusal.finding("evaluation.recorded")?.articles == ["guide 3.10", "guide Annex 7"])
  }
}
