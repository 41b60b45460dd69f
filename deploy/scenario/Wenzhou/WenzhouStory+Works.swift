import ClientKit
import Contracts
import DomainModel
import Foundation

extension WenzhouStory {
  mutating func permits() async throws {
    say.chapter("十一、项目报建")
    try await story.take(
      ApproveDocument(
        project: project, covers: [.projectProposal, .feasibilityStudy, .preliminaryDesign], number: "鹿发改审样〔2024〕1号",
        document: try await paper("三合一批复", .approvals, as: .developmentReform)), as: .developmentReform, on: "2024-11-05")
    say.told("2024-11-05", .approvals, "项目建议书、可研、初步设计合并审批", "guide 4.4")
    try await story.take(
      UploadDrawings(
        project: project, drawings: [try await paper("施工图", .approvals)], designer: "sample-design-consultants",
        complianceStatement: try await paper("施工图合规说明", .approvals), replaces: nil), as: .subdistrict, on: "2024-11-20")
    for material in [PermitMaterial.drawingReviewCertificate, .landApprovalEvidence] {
      try await story.take(
        SubmitPledge(
          project: project, material: material, document: try await paper("承诺书 \(material.rawValue)", .approvals), replaces: nil),
        as: .subdistrict, on: "2024-11-22")
    }
    say.told("2024-11-22", .approvals, "施工图上传联审系统（免于审查），承诺书替代审查合格书和用地证明", "guide 4.5")
    try await story.take(
      RecordTender(
        project: project, form: .epc, winner: "sample-builder", contractSum: "6985000.00",
        document: try await paper("中标通知书", .supervision)), as: .subdistrict, on: "2024-12-03")
    try await story.take(
      AppointContractor(
        project: project, organisation: "sample-builder", manager: "p-manager-1", managerName: "样例经理", managerPhone: nil,
        document: try await paper("施工合同", .supervision)), as: .subdistrict, on: "2024-12-10")
    try await story.take(
      AppointSupervisor(
        project: project, organisation: "sample-supervisors", manager: "p-manager-2", managerName: "样例总监",
        managerPhone: nil, document: try await paper("监理合同", .supervision)), as: .subdistrict, on: "2024-12-10")
    say.told("2024-12-10", .supervision, "设计施工总承包，参建单位人员到位", "guide 3.6, guide 3.7")
    try await story.take(
      IssueConstructionPermit(
        project: project, number: "330302202412200101", document: try await paper("施工许可证", .approvals, as: .housing)),
      as: .housing, on: "2024-12-20")
    say.told("2024-12-20", .approvals, "核发施工许可证", "guide 4.5")
  }

  mutating func works() async throws {
    say.chapter("十二、施工与过程监督")
    try await story.take(
      SetUpSitePlatform(project: project, channels: [.office, .hotline], participants: [], photos: []), as: .subdistrict,
      on: "2025-02-19")
    try await deposits("deposits-3.csv", on: "2025-02-20")
    let start = StartConstruction(project: project, plannedFinish: "2025-09-30", order: nil)
    try await story.expectRefusal(
      start, as: .subdistrict, on: "2025-02-24", rule: "funds.in-place", says: "自筹资金还差一分钱，不能开工")
    try await deposits("deposits-4.csv", on: "2025-02-25")
    try await story.take(start, as: .subdistrict, on: "2025-02-26")
    say.told("2025-02-26", .supervision, "自筹资金全部到位，开工；现场沟通协调平台已设立", "guide 3.6, guide 3.7")
    let ticket = try await story.take(
      OpenTicket(
        project: project, category: .noise, channel: .hotline, building: "b-3", reporter: nil, reporterName: nil,
        reporterPhone: nil, text: "午休时段仍在切割"), as: .subdistrict, on: "2025-05-12")
    try await story.take(
      ResolveTicket(project: project, ticket: ticket.ticket, outcome: .solved, handedTo: nil, document: nil), as: .subdistrict,
      on: "2025-05-13")
    say.told("2025-05-13", .supervision, "现场反映 \(ticket.ticket) 次日解决", "guide 3.7")
    try await story.take(
      ReportProgress(project: project, hundredths: 10000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .subdistrict, on: "2025-09-16")
    say.told("2025-09-16", .supervision, "形象进度 100 %", "guide 3.7")
  }

  mutating func acceptance() async throws {
    say.chapter("十三、竣工验收与备案")
    let parties: [(AcceptancePartyKind, OrganisationID)] = [
      (.constructionUnit, try story.organisation(of: .subdistrict)), (.departments, try story.organisation(of: .housing)),
      (.participatingUnits, "sample-builder"), (.residentRepresentatives, try story.organisation(of: .residentsCommittee)),
    ]
    let held = try await story.take(
      RecordAcceptance(
        project: project,
        parties: try Listing(parties.map { AcceptanceParty(party: $0.0, organisation: $0.1, stance: .agreesOnceFixed) }),
        faults: [AcceptanceFault(what: "2幢雨水斗堵塞", building: "b-2", photos: [])],
        minutes: try await paper("联合验收纪要", .supervision),
        technicalRules: try await paper("竣工验收技术要求", .supervision)), as: .subdistrict, on: "2025-09-22")
    let report = PassAcceptance(
      project: project, acceptance: held.acceptance, report: try await paper("工程竣工验收报告", .supervision))
    try await story.expectRefusal(
      report, as: .subdistrict, on: "2025-09-23", rule: "fire.inspection-passed", says: "消防查验未合格，不能编制竣工验收报告")
    try await story.take(
      PassFireInspection(
        project: project, passed: true, parties: [WorksParty(role: .contractor, organisation: "sample-builder")],
        document: try await paper("消防查验记录", .supervision)), as: .subdistrict, on: "2025-09-24")
    for defect in held.defects {
      try await story.take(
        FixDefect(project: project, defect: defect, by: "sample-builder", photos: []), as: .subdistrict, on: "2025-09-25")
      try await story.take(
        RecheckDefect(project: project, defect: defect, passed: true, checkedBy: "sample-supervisors", photos: []),
        as: .subdistrict, on: "2025-09-26")
    }
    try await story.take(report, as: .subdistrict, on: "2025-09-28")
    say.told("2025-09-28", .supervision, "消防查验合格、问题整改复查完毕，竣工验收通过", "guide 3.8, guide 4.7")
    try await story.take(
      RecordPlanningVerification(project: project, outcome: .notNeeded, document: nil), as: .subdistrict, on: "2025-10-09")
    try await story.take(
      FileCompletion(
        project: project,
        materials: [
          FilingMaterial(kind: .completionReport, document: try await paper("工程竣工验收报告", .supervision)),
          FilingMaterial(kind: .qualityWarranty, document: try await paper("工程质量保修书", .supervision)),
        ], warranty: []), as: .subdistrict, on: "2025-10-13")
    say.told("2025-10-13", .supervision, "竣工验收备案：两份材料；无需规划核实", "guide 4.6")
  }

  mutating func afterwards() async throws {
    say.chapter("十四、移交、长效管理与后评估")
    try await story.handOverEverything(of: project, accepted: "2025-11-06", on: "2025-11-10", taken: "2025-11-12")
    let archived = try await story.take(
      ArchiveProject(
        project: project, status: .filed, archive: try story.organisation(of: .archive),
        receipt: try await paper("备案回执", .supervision), asFormed: true), as: .subdistrict, on: "2025-11-14")
    say.told("2025-11-14", .supervision, "资料移交，报城建档案馆备案（\(archived.suffices ? "备案即可" : "不足")）；各类资产移交完毕", "guide 3.9")

    let covenant = try await paper("居民公约", .supervision, as: .residentsCommittee)
    let survey = ManagementSurvey(
      asked: 300, answered: 231,
      choices: [
        ManagementChoice(mode: .ownersSelfManagement, answers: 58), ManagementChoice(mode: .commissionBased, answers: 141),
        ManagementChoice(mode: .propertyCompany, answers: 32),
      ], notice: try await paper("管理模式公示", .supervision, as: .residentsCommittee))
    func mode(confirming: Bool?) -> FixManagementMode {
      FixManagementMode(
        project: project, mode: .commissionBased, manager: "sample-property", covenant: covenant, decision: covenant,
        pledged: .menuBased, confirmsSame: confirming, survey: survey)
    }
    try await story.expectRefusal(
      mode(confirming: nil), as: .residentsCommittee, on: "2025-11-20", rule: "management.mode-as-pledged",
      says: "承诺书写“菜单式”，方案选“酬金式”，未确认为同一模式")
    try await story.take(mode(confirming: true), as: .residentsCommittee, on: "2025-11-21")
    say.told("2025-11-21", .supervision, "问卷 231/300，141 户选酬金式：确定酬金式物业服务并公示，经确认与承诺一致", "guide Annex 5, guide Annex 6")
    try await import_(
      "questionnaires", "questionnaires.csv", ["--on", "2026-01-09", "--as", "subdistrict"], records: .supervision)
    let evaluated = try await story.take(
      Evaluate(
        project: project, evaluator: try story.organisation(of: .housing), works: .good, management: .good,
        report: try await paper("后评估报告", .supervision, as: .housing)), as: .housing, on: "2026-01-20")
    say.told(
      "2026-01-20", .supervision,
      "后评估：\(evaluated.questionnaires) 份问卷，满意 \(evaluated.satisfied.map { "\($0)" } ?? "—")，改善 \(evaluated.improved.map { "\($0)" } ?? "—")（比率为本系统口径）",
      "guide 3.10, guide Annex 7")
  }
}
