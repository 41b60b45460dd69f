import Approvals
import Contracts
import DomainModel
import Policy
import ServiceKit
import TestKit

/// A project of Yueqing on its way through approvals, as far as a test wants it.
struct Course {
  static let project: ProjectID = "330382-2024-0007"
  static let plan: PlanID = "330382-2024-0007/P2"
  let bench: Bench
  var project: ProjectID { Course.project }
  let first: ConsultationID = "330382-2024-0007/C1"

  init(under law: Law? = nil) throws {
    bench = try Bench(ApprovalsService.definition, law: law ?? Law.yueqing())
    try bench.upload(.sample)
    try bench.openProject(Course.project)
  }

  /// After the plan vote, listed in the annual plan.
  static func voted(facade: Bool? = true, government: Bool = true, under law: Law? = nil) throws -> Course {
    let course = try Course(under: law)
    var facts = [
      FactStatement(.planVersion, .code(plan.rawValue)), FactStatement(.planVoteCarried, .flag(true)),
      FactStatement(.planVoteVersion, .code(plan.rawValue)), FactStatement(.governmentInvestment, .flag(government)),
      FactStatement(.annualPlanListed, .count(2025)),
    ]
    if let facade { facts.append(FactStatement(.planTouchesFacade, .flag(facade))) }
    try course.bench.state(facts, of: project, on: "2024-04-30")
    return course
  }

  /// Everyone of plan 4.3, each by the role's own organisation.
  static func everyone(deadline: BusinessDate = "2024-05-15") -> [Invitation] {
    let roles: [Role] = [
      .developmentReform, .finance, .naturalResources, .enforcement, .subdistrict, .residentsCommittee,
      .residentRepresentative,
    ]
    return roles.map { Invitation(organisation: org($0), role: $0, deadline: deadline) }
      + UtilityKind.allCases.map {
        Invitation(organisation: org(.utility), role: .utility, utility: $0, deadline: deadline)
      }
  }

  static func org(_ role: Role) -> OrganisationID { OrganisationID(stringLiteral: "org-\(role.rawValue)") }

  static func call(_ invitations: [Invitation] = everyone(), plan: PlanID = plan) throws -> CallConsultation {
    CallConsultation(project: project, plan: plan, invitations: try Listing(invitations))
  }

  static let clean = PlanningStatement(
    changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true)

  /// The consultation called, natural resources heard, the meeting held.
  func consulted(_ planning: PlanningStatement? = clean) throws -> Course {
    try bench.send(Course.call(), on: "2024-05-06", as: .housing)
    if let planning {
      try bench.send(
        GiveOpinion(project: project, consultation: first, stance: .agree, planning: planning), on: "2024-05-08",
        as: .naturalResources)
    }
    try bench.send(
      HoldConsultation(
        project: project, consultation: first, attended: [Course.org(.finance), Course.org(.utility)],
        minutes: .sample),
      on: "2024-05-20", as: .housing)
    return self
  }

  /// The opinion formed on what natural resources said.
  @discardableResult
  func formed(_ planning: PlanningStatement = clean) throws -> Course {
    try consulted(planning).bench.send(form(planning), on: "2024-05-22", as: .housing)
    return self
  }

  func form(_ planning: PlanningStatement = clean) -> FormOpinion {
    FormOpinion(project: project, consultation: first, document: .sample, planning: planning, simplifications: [])
  }

  static func declared(
    item: CatalogueKey? = nil, ownership: Bool = false, land: Bool = false, building: Bool = false,
    added: Area = "0.00",
    structure: StructureChange = .none, garage: Area = "0.00"
  ) -> RouteDeclaration {
    RouteDeclaration(
      item: item, changesLandOwnership: ownership, changesLandUse: land, changesBuildingUse: building,
      addedFloorArea: added, structure: structure, garageNewlyCounted: garage)
  }

  @discardableResult
  func route(_ declared: RouteDeclaration = declared(), on day: BusinessDate = "2024-05-10") throws -> RouteDecided {
    try bench.send(
      ConfirmSimplifiedRoute(project: project, declarations: [declared], evidence: [.sample]), on: day)
  }

  func code() throws {
    try bench.send(
      AssignProjectCode(project: project, code: "2024-330382-47-01-123456", system: "投资项目在线审批监管平台3.0"),
      on: "2024-05-23")
  }

  static func opening(
    _ investment: Money, _ packaging: Packaging, government: Bool = true
  ) -> OpenInitiation {
    OpenInitiation(
      project: project, investment: investment, figureDate: "2024-05-20", governmentInvestment: government,
      packaging: packaging)
  }

  /// On the simplified route with an opened initiation.
  static func initiated(_ investment: Money = "9000000.00", _ packaging: Packaging = .allInOne) throws -> Course {
    let course = try voted()
    try course.route()
    try course.formed()
    try course.code()
    try course.bench.send(opening(investment, packaging), on: "2024-05-24")
    return course
  }

  static func approval(_ covers: [InitiationDocument]) throws -> ApproveDocument {
    ApproveDocument(project: project, covers: try Listing(covers), number: "乐发改审〔2024〕37号", document: .sample)
  }

  func approve(_ covers: InitiationDocument..., on day: BusinessDate = "2024-05-28") throws -> DocumentProgress {
    try bench.send(Course.approval(covers), on: day, as: .developmentReform)
  }

  func pledge(_ material: PermitMaterial) -> SubmitPledge {
    SubmitPledge(project: project, material: material, document: .sample)
  }

  func evidence(_ material: PermitMaterial) -> SubmitPermitEvidence {
    SubmitPermitEvidence(project: project, material: material, number: "2024-1", document: .sample)
  }

  var drawings: UploadDrawings {
    UploadDrawings(project: project, drawings: [.sample], designer: "zhedong-design", complianceStatement: .sample)
  }

  var permit: IssueConstructionPermit {
    IssueConstructionPermit(project: project, number: "330382202406200101", document: .sample)
  }

  /// Everything there for the construction permit but the permit.
  static func readyForPermit() throws -> Course {
    let course = try initiated()
    _ = try course.approve(.projectProposal, .feasibilityStudy, .preliminaryDesign)
    try course.bench.send(course.drawings, on: "2024-06-03")
    try course.bench.send(course.pledge(.drawingReviewCertificate), on: "2024-06-04")
    try course.bench.send(course.pledge(.landApprovalEvidence), on: "2024-06-04")
    try course.bench.state(
      [FactStatement(.contractorAppointed, .flag(true)), FactStatement(.supervisorAppointed, .flag(true))], of: project,
      on: "2024-06-10")
    return course
  }

  func holds(_ key: FactKey) throws -> Bool { try bench.facts(of: project).holds(key) }
}

extension Problem {
  /// The findings that stopped the step.
  var stopping: [Finding] { findings.filter(\.stops) }
  func stops(_ rule: RuleID) -> Bool { stopping.contains { $0.rule == rule } }
}
