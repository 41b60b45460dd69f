import ClientKit
import Contracts
import DomainModel
import Foundation

extension YueqingStory {
  mutating func consultation() async throws {
    say.chapter("八、联合会商")
    let route = try await story.take(
      ConfirmSimplifiedRoute(
        project: project,
        declarations: [
          RouteDeclaration(
            item: nil, changesLandOwnership: false, changesLandUse: false, changesBuildingUse: false, addedFloorArea: "0.00",
            structure: .none, garageNewlyCounted: "0.00")
        ], evidence: [try await paper("优化审批范围自查说明", .approvals)]), as: .subdistrict, on: "2024-06-18")
    say.told("2024-06-18", .approvals, "优化审批范围：\(route.isSimplified ? "适用" : "不适用")", "plan 4.1")
    let utilities: [(OrganisationID, UtilityKind)] = [
      ("sample-power", .power), ("sample-water", .water), ("sample-gas", .gas), ("sample-telecom", .telecom),
      ("sample-broadcasting", .broadcasting),
    ]
    let roles: [Role] = [
      .developmentReform, .finance, .naturalResources, .enforcement, .subdistrict, .residentsCommittee,
      .residentRepresentative, .fireBrigade,
    ]
    var invitations: [Invitation] = []
    for role in roles {
      invitations.append(
        Invitation(organisation: try story.organisation(of: role), role: role, utility: nil, deadline: "2024-07-05"))
    }
    for (organisation, kind) in utilities {
      invitations.append(Invitation(organisation: organisation, role: .utility, utility: kind, deadline: "2024-07-05"))
    }
    let called = try await story.take(
      CallConsultation(project: project, plan: PlanID(project, 1), invitations: try Listing(invitations)), as: .housing,
      on: "2024-06-25")
    say.told("2024-06-25", .approvals, "市住建局召集联合会商，邀请 \(invitations.count) 家", "plan 4.3")
    let exempt = PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true)
    // Waste points are among the works: what they do to fire safety and sunlight is asked (plan 2.4.5).
    let facilities: [Role: FacilityStatement] = [
      .fireBrigade: FacilityStatement(affectsFireSafety: false), .naturalResources: FacilityStatement(affectsSunlight: false),
    ]
    for role in roles {
      try await story.take(
        GiveOpinion(
          project: project, consultation: called.consultation, stance: .agree, text: "同意方案", document: nil,
          planning: role == .naturalResources ? exempt : nil, facilities: facilities[role], replaces: nil), as: role, on: "2024-07-02")
    }
    var attended: [OrganisationID] = []
    for role in roles { attended.append(try story.organisation(of: role)) }
    try await story.take(
      HoldConsultation(
        project: project, consultation: called.consultation, attended: try Listing(attended + utilities.map(\.0)),
        minutes: try await paper("会商纪要", .approvals, as: .housing)), as: .housing, on: "2024-07-08")
    let formed = try await story.take(
      FormOpinion(
        project: project, consultation: called.consultation, document: try await paper("会商意见", .approvals, as: .housing),
        planning: exempt, simplifications: ["合并编报项目建议书和可行性研究报告"]), as: .housing, on: "2024-07-10")
    say.told(
      "2024-07-10", .approvals,
      "形成会商意见：\(formed.isExemptionEffective ? "无需办理建设用地、建设工程规划许可证" : "须办理规划许可")", "plan 4.3, plan 4.4")
  }

  mutating func approvals() async throws {
    say.chapter("九、立项与施工许可")
    try await story.take(
      AssignProjectCode(project: project, code: "2407-330382-04-01-000001", system: "工程建设项目审批管理系统2.0", replaces: nil),
      as: .developmentReform, on: "2024-07-15")
    let investment: Money = "10580000.00"
    let documents = try await story.take(
      OpenInitiation(
        project: project, investment: investment, figureDate: "2024-07-15", governmentInvestment: true,
        packaging: .proposalWithFeasibility), as: .subdistrict, on: "2024-07-18")
    say.told(
      "2024-07-18", .approvals, "启动立项：总投资 \(investment) 元（含电梯），超过 1000 万元、不超过 2000 万元，\(documents.packages.count) 份文件",
      "plan 4.4, plan Annex 3")
    try await story.expectRefusal(
      IssueConstructionPermit(
        project: project, number: "330382202407180101", document: try await paper("施工许可证", .approvals, as: .housing)),
      as: .housing, on: "2024-07-19", rule: "documents.band-complete", says: "审批文件未齐，不能核发施工许可证")
    try await story.take(
      ApproveDocument(
        project: project, covers: [.projectProposal, .feasibilityStudy], number: "乐发改样〔2024〕1号",
        document: try await paper("项目建议书暨可研批复", .approvals, as: .developmentReform)), as: .developmentReform,
      on: "2024-08-05")
    try await story.take(
      ApproveDocument(
        project: project, covers: [.preliminaryDesign], number: "乐发改样〔2024〕2号",
        document: try await paper("初步设计批复", .approvals, as: .developmentReform)), as: .developmentReform,
      on: "2024-09-10")
    say.told("2024-09-10", .approvals, "合并批复项目建议书、可研；单独批复初步设计", "plan 4.4")
    try await story.take(
      UploadDrawings(
        project: project, drawings: [try await paper("施工图", .approvals)], designer: "sample-design-institute",
        complianceStatement: try await paper("施工图合规说明", .approvals), replaces: nil), as: .subdistrict, on: "2024-10-08")
    for material in [PermitMaterial.drawingReviewCertificate, .landApprovalEvidence] {
      try await story.take(
        SubmitPledge(
          project: project, material: material,
          document: try await paper("承诺书 \(material.rawValue)", .approvals), replaces: nil), as: .subdistrict,
        on: "2024-10-10")
    }
    say.told("2024-10-10", .approvals, "上传施工图（免于审查），两份承诺书替代审查合格书和用地证明", "plan 4.5")
    try await story.take(
      RecordTender(
        project: project, form: .constructionTender, winner: "sample-builder", contractSum: "8214560.00",
        document: try await paper("中标通知书", .supervision)), as: .subdistrict, on: "2024-11-12")
    say.told("2024-11-12", .supervision, "施工招标，合同价 8214560.00 元", "plan Annex 3")
    try await story.take(
      AppointContractor(
        project: project, organisation: "sample-builder", manager: "p-manager-1", managerName: "样例经理", managerPhone: nil,
        document: try await paper("施工合同", .supervision)), as: .subdistrict, on: "2024-11-20")
    try await story.take(
      AppointSupervisor(
        project: project, organisation: "sample-supervisors", manager: "p-manager-2", managerName: "样例总监",
        managerPhone: nil, document: try await paper("监理合同", .supervision)), as: .subdistrict, on: "2024-11-20")
    try await story.expectRefusal(
      StartConstruction(project: project, plannedFinish: "2025-11-30", order: nil), as: .subdistrict, on: "2024-11-25",
      rule: "permit.issued", says: "没有施工许可证，不能开工")
    try await story.take(
      IssueConstructionPermit(
        project: project, number: "330382202412160101", document: try await paper("施工许可证", .approvals, as: .housing)),
      as: .housing, on: "2024-12-16")
    say.told("2024-12-16", .approvals, "核发施工许可证", "plan 4.5")
  }
}
