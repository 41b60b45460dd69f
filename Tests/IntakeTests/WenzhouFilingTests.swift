import Contracts
import DomainModel
import Intake
import Policy
import TestKit
import Testing

@Suite("Filings under a guide with a lead department")
struct WenzhouFilingTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene(under: .wenzhou()) }

  private static let settled: Listing<SettledMatter, 10> = [
    SettledMatter(matter: "fund-raising", document: IntakeScene.paper),
    SettledMatter(matter: "contents", document: IntakeScene.paper),
  ]

  private func application(_ project: ProjectID, settled: Listing<SettledMatter, 10>?) -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .residentsCommittee,
      papers: [FiledPaper(form: "opinion-form", document: IntakeScene.paper)], contact: "p-1", contactName: "陈立",
      contactPhone: "13812345678", advisedByDesigner: false, settled: settled)
  }

  /// Eligible, willing, with a scheme and an answered site survey; a group of two, or what is given.
  private func designed(_ form: SelfGovernanceForm? = .selfGovernanceGroup) throws -> ProjectID {
    let community = try scene.surveyed()
    try scene.assess(community)
    if let form {
      try scene.bench.send(
        RegisterSelfGovernance(
          community: community, form: form, formedOn: "2024-02-08",
          members: [BodyMember(person: "p-1", name: "陈立"), BodyMember(person: "p-2", name: "王岚")],
          hasPartyBranch: false, stampsByResidentsCommittee: form != .ownersCommittee, evidence: [IntakeScene.paper]),
        on: "2024-02-08")
    }
    let project = try scene.open(community)
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    try scene.bench.send(application(project, settled: Self.settled), on: "2024-03-03", as: .residentsCommittee)
    try scene.bench.send(
      CommissionScheme(project: project, designer: "wz-design", name: "设计咨询公司", document: IntakeScene.paper),
      on: "2024-03-05")
    try scene.bench.state([FactStatement(.siteSurveyAnswered, .flag(true))], of: project, on: "2024-03-18")
    return project
  }

  /// Lines by Wenzhou's own codes; lifts are no exception here.
  private func plan(_ project: ProjectID) -> RecordPlan {
    IntakeScene.plan(
      project,
      lines: [
        CostLine(code: "A2.1", key: "facade-image", tier: .improvement, engineeringCost: "900000.00", isExcluded: false),
        CostLine(code: "E3.2", key: "lift", tier: .enhancement, engineeringCost: "800000.00", isExcluded: false),
      ])
  }

  private func voted(_ project: ProjectID) throws {
    try scene.bench.send(plan(project), on: "2024-03-20")
    try scene.bench.state(
      [
        FactStatement(.planVoteCarried, .flag(true)), FactStatement(.planVoteVersion, .code("\(project)/P1")),
        FactStatement(.planNoticeClosed, .flag(true)), FactStatement(.objectionsOpen, .count(0)),
      ], of: project, on: "2024-04-10")
  }

  private func declaration(
    _ project: ProjectID, signers: Listing<PersonID, 50>? = ["p-1", "p-2"], proxy: Bool = true
  ) throws -> SubmitDeclaration {
    SubmitDeclaration(
      project: project, applicant: .residentsCommittee,
      papers: try Listing(
        IntakeScene.declarationForms.map { FiledPaper(form: $0, document: IntakeScene.paper) }),
      signatures: signers.map { BodySignatures(signers: $0, isStampedByResidentsCommittee: proxy) })
  }

  private func refused(_ command: SubmitDeclaration) throws -> Set<RuleID>? {
    try scene.bench.refusal(command, on: "2024-04-11", as: .residentsCommittee)?.stopping
  }

  // MARK: Applying

  @Test("an application says what is settled beside the vote; each matter that is not is told with its article")
  func mattersSettled() throws {
    let community = try scene.surveyed()
    try scene.assess(community)
    let project = try scene.open(community)
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    for settled in [nil, [], [Self.settled[0]]] as [Listing<SettledMatter, 10>?] {
      let refusal = try scene.bench.refusal(
        application(project, settled: settled), on: "2024-03-03", as: .residentsCommittee)
      let missing = refusal?.findings.filter(\.stops) ?? []
      #expect(missing.map(\.rule) == Array(repeating: "application.matters-settled", count: 2 - (settled?.count ?? 0)))
      #expect(missing.allSatisfy { $0.cites.map(\.description) == ["guide 3.1"] })
    }
    try scene.bench.send(application(project, settled: Self.settled), on: "2024-03-03", as: .residentsCommittee)
    #expect(try scene.bench.events(ApplicationSubmitted.self).first?.settled == Self.settled)
  }

  @Test("a community built in 2000 waits for a person, who says why (AMB-03)")
  func yearItself() throws {
    let community = try scene.surveyed(IntakeScene.survey([IntakeScene.building(year: 2000)]))
    let report = try scene.assess(community)
    #expect(report.standing == .review && report.mayBeDecided)
    try scene.bench.send(
      DecideEligibilityReview(
        community: community, isAdmitted: true, decidedBy: IntakeScene.decider, deciderName: "王建国",
        reason: "省级口径为2000年底前", evidence: [IntakeScene.paper]), on: "2024-02-08", as: .housing)
    let decided = try #require(try scene.bench.events(EligibilityReviewDecided.self).last)
    #expect(decided.decidedBy == IntakeScene.decider && decided.isAdmitted)
    #expect(try scene.bench.ask(CommunityQuery(community: community)).eligibility?.isEligible == true)
  }

  @Test("either body may file the first application (AMB-39)", arguments: [Applicant.ownersBody, .residentsCommittee])
  func eitherBody(_ applicant: Applicant) throws {
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    let filed = SubmitApplication(
      project: project, applicant: applicant,
      papers: [FiledPaper(form: "opinion-form", document: IntakeScene.paper)], contact: "p-1", contactName: "陈立",
      contactPhone: "13812345678", advisedByDesigner: false, settled: Self.settled)
    let role: Role = applicant == .ownersBody ? .ownersBody : .residentsCommittee
    #expect(try scene.bench.refusal(filed, on: "2024-03-03", as: role) == nil)
  }

  @Test("only a form that the guide prints may come with an application")
  func unknownForm() throws {
    let project = try designed()
    let other = SubmitApplication(
      project: project, applicant: .residentsCommittee,
      papers: [FiledPaper(form: "application-short", document: IntakeScene.paper)], contact: "p-1", contactName: "陈立",
      contactPhone: "13812345678", advisedByDesigner: false, settled: Self.settled)
    #expect(try scene.bench.refusal(other, on: "2024-03-06", as: .residentsCommittee)?.code == "paper-unknown")
  }

  @Test("a county's community is judged by its prefecture's edition, another prefecture's is not")
  func territory() throws {
    let other = try scene.bench.send(
      RegisterCommunity(
        division: "330400", name: "他市小区", address: "南湖路1号", subdistrict: "南湖街道", residentsCommittee: "南湖社区",
        geography: .other, geographyEvidence: IntakeScene.paper), on: "2024-02-01"
    ).community
    try scene.bench.send(RecordSurvey(community: other, survey: IntakeScene.survey()), on: "2024-02-06")
    let assess = AssessEligibility(community: other, edition: scene.edition)
    #expect(try scene.bench.refusal(assess, on: "2024-02-07")?.code == "edition-of-other-place")
    let own = try scene.surveyed()
    #expect(try scene.assess(own).standing == .priority)
  }

  // MARK: The design plan

  @Test("a design plan waits for the departments, and goes on visibly once the overdue are recorded")
  func siteGate() throws {
    let project = try designed()
    try scene.bench.state([FactStatement(.siteSurveyAnswered, .flag(false))], of: project, on: "2024-03-19")
    let refusal = try #require(try scene.bench.refusal(plan(project), on: "2024-03-20"))
    #expect(refusal.stopping == ["site-survey.answered"])
    #expect(refusal.findings.first(where: \.stops)?.cites.map(\.description) == ["guide 3.3"])
    try scene.bench.state([FactStatement(.siteFeedbackOverdue, .count(2))], of: project, on: "2024-03-20")
    #expect(try scene.bench.refusal(plan(project), on: "2024-03-20") == nil)
    let receipts = try scene.bench.ask(ReceiptsQuery<IntakeContract>(project: project)).receipts
    let kept = receipts.last { $0.receipt.step == "intake.record-plan" }?.receipt.findings
    #expect(kept?.first { $0.rule == "site-survey.answered" }?.values.contains(NamedValue("overdue", .count(2))) == true)
  }

  @Test("a line of Yueqing's catalogue is no line of Wenzhou's")
  func otherCatalogue() throws {
    let project = try designed()
    let refusal = try scene.bench.refusal(IntakeScene.plan(project), on: "2024-03-20")
    // There E3.1 is the lift, and out of the subsidy base; here it is the care rooms.
    #expect(refusal?.code == "catalogue-mismatch")
    #expect(refusal?.pointers == ["/lines/2/key", "/lines/2/isExcluded"])
  }

  // MARK: Signing and filing

  @Test("every member of a group signs, and the residents' committee stamps in its place")
  func signatures() throws {
    let project = try designed()
    try voted(project)
    #expect(try refused(declaration(project, signers: nil)) == ["filing.signed-by-all-members", "filing.stamp-valid"])
    #expect(try refused(declaration(project, signers: ["p-2"])) == ["filing.signed-by-all-members"])
    #expect(try refused(declaration(project, proxy: false)) == ["filing.stamp-valid"])
    let refusal = try scene.bench.refusal(
      declaration(project, signers: ["p-2"]), on: "2024-04-11", as: .residentsCommittee)
    let finding = refusal?.findings.first(where: \.stops)
    #expect(finding?.cites.map(\.description) == ["guide Annex 4", "guide Annex 5"])
    #expect(finding?.values.contains(NamedValue("unsigned", .code("p-1"))) == true)
    try scene.bench.send(declaration(project), on: "2024-04-11", as: .residentsCommittee)
    #expect(try scene.bench.events(DeclarationSubmitted.self).last?.signing == .allMembersProxyStamp)
  }

  @Test("an owners' committee uses its own seal: a stamp in its place is not valid")
  func committeeSeal() throws {
    let project = try designed(.ownersCommittee)
    try voted(project)
    #expect(try refused(declaration(project, proxy: true)) == ["filing.stamp-valid"])
    try scene.bench.send(declaration(project, proxy: false), on: "2024-04-11", as: .residentsCommittee)
    #expect(try scene.bench.events(DeclarationSubmitted.self).last?.signing == .allMembers)
  }

  @Test("a community without a body is stamped for, and flagged so")
  func proxyOnly() throws {
    let project = try designed(nil)
    try voted(project)
    #expect(try refused(declaration(project, signers: [], proxy: false)) == ["filing.stamp-valid"])
    try scene.bench.send(declaration(project, signers: []), on: "2024-04-11", as: .residentsCommittee)
    #expect(try scene.bench.events(DeclarationSubmitted.self).last?.signing == .proxyStamp)
  }

  @Test("only the community declares")
  func declarer() throws {
    let project = try designed()
    try voted(project)
    let byOwners = try IntakeScene.declaration(project)
    #expect(throws: Rejected.self) { try scene.bench.send(byOwners, on: "2024-04-11", as: .ownersBody) }
  }

  @Test("a declaration is filed once, after the initial review, and the annual plan waits for it")
  func filing() throws {
    let project = try designed()
    try voted(project)
    let file = FileDeclaration(project: project, number: "鹿旧改备〔2024〕7号", receipt: IntakeScene.paper)
    #expect(try scene.bench.refusal(file, on: "2024-04-12", as: .housing)?.code == "filing-missing")
    try scene.bench.send(declaration(project), on: "2024-04-11", as: .residentsCommittee)
    let early = try scene.bench.refusal(file, on: "2024-04-12", as: .housing)
    #expect(early?.stopping == ["declaration.initial-review-passed"])
    try scene.bench.send(
      ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), on: "2024-04-15")
    let adopt = IntakeScene.annualPlan([project])
    #expect(
      try scene.bench.refusal(adopt, on: "2024-09-30", as: .cityGovernment)?.stopping == ["declaration.filed"])
    #expect(try scene.bench.refusal(file, on: "2024-04-14", as: .housing)?.code == "dated-before")
    #expect(throws: Rejected.self) { try scene.bench.send(file, on: "2024-04-16", as: .subdistrict) }
    try scene.bench.send(file, on: "2024-04-16", as: .housing)
    #expect(try scene.bench.facts(of: project).holds(.declarationFiled))
    #expect(try scene.bench.refusal(file, on: "2024-04-17", as: .housing)?.code == "declaration-filed-before")
    let late = try scene.bench.refusal(adopt, on: "2024-10-01", as: .cityGovernment)
    #expect(late?.stopping == ["plan.deadline"])
    #expect(late?.findings.first { $0.rule == "plan.deadline" }?.cites.map(\.description) == ["guide 3.5"])
    let adopted = try scene.bench.send(adopt, on: "2024-09-30", as: .cityGovernment)
    #expect(!adopted.isLate && adopted.deadline == "2024-09-30")
    let (before, after) = try scene.bench.rebuilt()
    #expect(before == after)
  }

  @Test("a plan after the deadline needs the county government's reason and stays marked as late")
  func late() throws {
    let project = try designed()
    try voted(project)
    try scene.bench.send(declaration(project), on: "2024-04-11", as: .residentsCommittee)
    try scene.bench.send(
      ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), on: "2024-04-15")
    try scene.bench.send(
      FileDeclaration(project: project, number: "鹿旧改备〔2024〕7号", receipt: IntakeScene.paper), on: "2024-04-16",
      as: .renovationOffice)
    let excused = IntakeScene.annualPlan(
      [project], overrides: [RuleOverride(rule: "plan.deadline", reason: "上级补助计划调整")])
    let adopted = try scene.bench.send(excused, on: "2024-10-08", as: .districtGovernment)
    #expect(adopted.isLate)
  }

  @Test("a declaration of another plan version is filed anew")
  func anotherVersion() throws {
    let project = try designed()
    try voted(project)
    let file = FileDeclaration(project: project, number: "鹿旧改备〔2024〕7号", receipt: IntakeScene.paper)
    let review = ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil)
    try scene.bench.send(declaration(project), on: "2024-04-11", as: .residentsCommittee)
    try scene.bench.send(review, on: "2024-04-15")
    try scene.bench.send(plan(project), on: "2024-04-16")
    let stale = try scene.bench.refusal(file, on: "2024-04-17", as: .housing)
    #expect(stale?.stopping == ["declaration.plan-is-valid-version"])
    try scene.bench.state(
      [FactStatement(.planVoteVersion, .code("\(project)/P2"))], of: project, on: "2024-04-25")
    try scene.bench.send(declaration(project), on: "2024-04-26", as: .residentsCommittee)
    try scene.bench.send(review, on: "2024-04-27")
    try scene.bench.send(file, on: "2024-04-28", as: .housing)
    #expect(try scene.bench.events(DeclarationFiled.self).map(\.plan) == [PlanID(project, 2)])
  }

  @Test("the projects of a prefecture are those of its counties")
  func projectsOfPrefecture() throws {
    let project = try designed()
    for (division, expected) in [("330300", [project]), ("330382", [project]), ("330302", [])] as [(DivisionCode, [ProjectID])] {
      #expect(try scene.bench.ask(ProjectsQuery(division: division, after: nil)).projects.map(\.project) == expected)
    }
  }
}
