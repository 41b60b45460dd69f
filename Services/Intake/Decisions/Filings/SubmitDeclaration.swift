import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes the declaration: the plan vote carried and the notice is over without open objection (G-V2, G-NOT). Missing
/// papers do not stop it; the initial review waits for them.
enum SubmitDeclarationDecision: Decision {
  struct Sight {
    let project: ProjectCase
    let plan: PlanVersion?
    let body: OwnersBody?
  }

  static func look(_ command: SubmitDeclaration, at view: any EntityView) throws -> Sight {
    let project = try ProjectCase.of(command.project, at: view)
    return Sight(
      project: project, plan: try project.currentPlan.flatMap { try view.get(PlanVersion.self, $0.rawValue) },
      body: try view.get(OwnersBody.self, project.community.rawValue))
  }

  static func decide(
    _ command: SubmitDeclaration, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<FilingReceived> {
    let project = sight.project
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.declaration?.answeredOn ?? project.declaration?.submittedOn ?? project.openedOn)
    guard project.reportedOn == nil else { throw Refusal(.alreadyReported) }
    // A declaration that was passed is made again only for another plan version.
    guard project.declaration?.isAccepted != true || project.declaration?.plan != project.currentPlan else {
      throw Refusal(.filingAnswered)
    }
    try FilingChecks.applicant(command.applicant, among: \.selfGovernance.declarationBy, under: ruling)
    let edition = try ruling.law().edition
    let package = try FilingChecks.papers(command.papers.items, of: "declaration", under: edition)
    let signatures = PaperSignatures(command.signatures, of: sight.body, under: edition)
    try ruling.passGate(
      adding: package.findings + signatures.findings + [declaredPlan(command, sight.plan)].compactMap { $0 })
    let missing = Listing<Identifier<SlugKind>, 30>(capped: package.missing)
    let event = DeclarationSubmitted(
      project: command.project, applicant: command.applicant, actsForBody: command.applicant == .residentsCommittee,
      plan: project.currentPlan, papers: command.papers, missing: missing,
      replacesPassed: project.declaration?.isAccepted == true, signing: signatures.signing)
    return Outcome([event], reply: FilingReceived(isComplete: missing.isEmpty, missing: missing))
  }

  /// The plan that is filed is the version that stands recorded: a vote counts for no other (domain §4.7).
  private static func declaredPlan(_ command: SubmitDeclaration, _ plan: PlanVersion?) -> Finding? {
    guard let plan, let filed = command.papers.first(where: { $0.form == "design-plan" }) else { return nil }
    return Finding(
      "declaration.plan-is-valid-version", filed.document == plan.content.document ? .satisfied : .violated,
      force: .advises, origin: .recommended, cites: [FilingChecks.planChange],
      values: [NamedValue("plan", .code(plan.plan.rawValue))])
  }
}
