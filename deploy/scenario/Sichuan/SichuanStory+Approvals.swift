import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  mutating func review() async throws {
    say.chapter("九、方案联合审查")
    let called = try await story.take(try calling(PlanID(project, 3)), as: .naturalResources, on: "2021-09-27")
    for role in [.housing, .developmentReform, .finance, .enforcement] as [Role] {
      try await story.take(
        GiveOpinion(
          project: project, consultation: called.consultation, stance: .agree,
          text: role == .housing ? "消防设施按现行标准补强后同意" : "同意", document: nil, planning: nil, replaces: nil),
        as: role, on: "2021-10-11")
    }
    var attended: [OrganisationID] = []
    for role in [.housing, .developmentReform, .finance, .enforcement] as [Role] {
      attended.append(try organisation(role))
    }
    try await story.take(
      HoldConsultation(
        project: project, consultation: called.consultation,
        attended: try Listing(attended + SichuanStory.utilities.map(\.0)),
        minutes: try await paper("联合审查纪要", .approvals, as: .naturalResources)), as: .naturalResources, on: "2021-10-14")
    try await story.take(
      FormOpinion(
        project: project, consultation: called.consultation,
        document: try await paper("联合审查意见", .approvals, as: .naturalResources),
        planning: PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false),
        simplifications: []), as: .naturalResources, on: "2021-10-20")
    say.told("2021-10-20", .approvals, "自然资源部门组织住建、发改、财政、城管及专营单位联合审查", "workflow 4.4")
    let revised = try await recordPlan(4, as: .constructionUnit, on: "2021-10-27", "修改完善后的方案", "workflow 5.1")
    try await story.take(
      ConfirmRevision(
        project: project, consultation: called.consultation, plan: revised.plan,
        document: try await paper("修改确认单", .approvals, as: .naturalResources)), as: .naturalResources, on: "2021-10-29")
    say.told("2021-10-29", .approvals, "审查意见已写入 \(revised.plan)，据此直接办理审批", "workflow 5.1")
  }

  mutating func approvals() async throws {
    say.chapter("十、项目审批与发包")
    try await story.take(
      DecideCase(
        project: project, matter: .greenSpace, facility: "3幢东侧电动自行车棚", isSafe: true,
        safetyEvidence: try await paper("车棚安全论证", .approvals, as: .naturalResources), isAgreed: true,
        reasons: "占绿十二平方米，就近补植；两轮征求意见已调整位置",
        document: try await paper("一事一议决定", .approvals, as: .naturalResources)), as: .naturalResources, on: "2021-11-02")
    say.told("2021-11-02", .approvals, "车棚占用绿化空间，一事一议解决", "workflow 5.1")
    try await story.take(
      DeclareLand(
        project: project, changesOwnership: false,
        evidence: try await paper("用地权属说明", .approvals, as: .constructionUnit)), as: .constructionUnit, on: "2021-11-03")
    say.told("2021-11-03", .approvals, "不涉及土地权属变化，无需办理用地手续", "workflow 5.1")
    try await story.take(
      OpenInitiation(
        project: project, investment: "3321000.00", figureDate: "2021-10-27", governmentInvestment: true,
        packaging: .separate), as: .constructionUnit, on: "2021-11-05")
    for (document, number, day) in [
      (.projectProposal, "清江发改（样例）〔2021〕1号", "2021-11-12"), (.feasibilityStudy, "清江发改（样例）〔2021〕2号", "2021-11-26"),
      (.preliminaryDesign, "清江发改（样例）〔2021〕3号", "2021-12-20"),
    ] as [(InitiationDocument, Text<80>, BusinessDate)] {
      try await story.take(
        ApproveDocument(
          project: project, covers: [document], number: number,
          document: try await paper("批复 \(document.rawValue)", .approvals, as: .developmentReform)),
        as: .developmentReform, on: day)
    }
    say.told("2021-12-20", .approvals, "立项、可研、初步设计分别批复（文件未设投资分档）", "workflow 5.1")
    try await story.take(
      UploadDrawings(
        project: project, drawings: [try await paper("施工图", .approvals, as: .constructionUnit)],
        designer: "sample-design-institute",
        complianceStatement: try await paper("施工图合规说明", .approvals, as: .constructionUnit), replaces: nil),
      as: .constructionUnit, on: "2022-01-05")
    try await story.take(
      RecordTender(
        project: project, form: .provisionalBudget, winner: "sample-builder", contractSum: "2760000.00",
        document: try await paper("中标通知书", .supervision, as: .constructionUnit),
        provisional: ProvisionalPrice(budget: "3000000.00", discount: 800, reason: "地下管线现状不明，施工图预算无法准确确定")),
      as: .constructionUnit, on: "2022-01-14")
    say.told("2022-01-14", .supervision, "暂定预算价 3000000.00 元下浮 8% 先行发包，合同价 2760000.00 元", "workflow 5.2")
    try await story.take(
      AppointContractor(
        project: project, organisation: "sample-builder", manager: "p-qj-manager-1", managerName: "样例经理",
        managerPhone: nil, document: try await paper("施工合同", .supervision, as: .constructionUnit)), as: .constructionUnit,
      on: "2022-01-20")
    try await story.take(
      AppointSupervisor(
        project: project, organisation: "sample-supervisors", manager: "p-qj-manager-2", managerName: "样例总监",
        managerPhone: nil, document: try await paper("监理合同", .supervision, as: .constructionUnit)), as: .constructionUnit,
      on: "2022-01-20")
    try await story.take(
      IssueConstructionPermit(
        project: project, number: "519901202201250101", document: try await paper("施工许可证", .approvals, as: .housing)),
      as: .housing, on: "2022-01-25")
  }
}
