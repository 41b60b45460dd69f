import ClientKit
import Contracts
import DomainModel
import Foundation

extension ZiyangStory {
  mutating func works() async throws {
    say.chapter("十、项目实施")
    try await story.take(
      StartConstruction(project: project, plannedFinish: "2021-12-20", order: nil), as: .subdistrict, on: "2021-07-05")
    say.told("2021-07-05", .supervision, "开工", "plan 4.5")
    try await story.take(
      ReportProgress(project: project, hundredths: 5000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .subdistrict, on: "2021-08-31")
    try await secondShare()
    try await payBuilder("8000000.00", on: ["2021-09-15", "2021-09-17", "2021-09-20", "2021-09-22"], bank: "PAY2021000001")
    say.told("2021-09-22", .funding, "按进度支付工程款 8000000.00 元，专款专用", "plan 3.5")
    try await story.take(
      ReportProgress(project: project, hundredths: 10000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .subdistrict, on: "2021-12-10")
    say.told("2021-12-10", .supervision, "形象进度 100 %", "plan 4.5")
  }

  mutating func acceptance() async throws {
    say.chapter("十一、项目验收")
    let district = try story.organisation(of: .districtGovernment)
    let held = try await story.take(
      RecordAcceptance(
        project: project,
        parties: [
          AcceptanceParty(party: .departments, organisation: district, stance: .agreesOnceFixed),
          AcceptanceParty(party: .contractor, organisation: "sample-builder", stance: .agreesOnceFixed),
        ], faults: [AcceptanceFault(what: "主路一处检查井盖松动", building: nil, photos: [])],
        minutes: try await paper("竣工验收纪要", .supervision)), as: .districtGovernment, on: "2021-12-16")
    let pass = PassAcceptance(
      project: project, acceptance: held.acceptance, report: try await paper("竣工验收报告", .supervision))
    try await story.expectRefusal(
      pass, as: .districtGovernment, on: "2021-12-17", rule: "acceptance.defects-closed", says: "问题未整改复查，验收不能通过")
    for defect in held.defects {
      try await story.take(
        FixDefect(project: project, defect: defect, by: "sample-builder", photos: []), as: .subdistrict, on: "2021-12-20")
      try await story.take(
        RecheckDefect(project: project, defect: defect, passed: true, checkedBy: "sample-supervisors", photos: []),
        as: .subdistrict, on: "2021-12-21")
    }
    try await story.take(pass, as: .districtGovernment, on: "2021-12-22")
    say.told("2021-12-22", .supervision, "竣工验收通过", "plan 4.6")
    try await story.take(
      FileCompletion(
        project: project,
        materials: [
          FilingMaterial(kind: .completionReport, document: try await paper("竣工验收报告", .supervision)),
          FilingMaterial(kind: .qualityWarranty, document: try await paper("工程质量保修书", .supervision)),
          FilingMaterial(kind: .fireAcceptance, document: try await paper("消防验收备案", .supervision)),
          FilingMaterial(kind: .constructionPermit, document: try await paper("施工许可证", .supervision)),
          FilingMaterial(kind: .planningVerification, document: try await paper("规划核实", .supervision)),
        ], warranty: []), as: .subdistrict, on: "2021-12-28")
    say.told("2021-12-28", .supervision, "报住房城乡建设主管部门备案", "plan 4.6")
    try await payBuilder("7800000.00", on: ["2021-12-29", "2021-12-30", "2021-12-30", "2021-12-31"], bank: "PAY2021000002")
    try await story.take(
      RecordAudit(
        project: project, kind: .finalAccounts, from: "2021-07-05", until: "2021-12-31", issues: 1,
        findings: try await paper("决算审计报告", .funding, as: .audit), replaces: nil), as: .audit, on: "2022-02-18")
    try await story.take(
      RecordFinalAccounts(
        project: project, investment: "18412600.00", reviewedBy: try story.organisation(of: .audit),
        document: try await paper("决算审计报告", .funding, as: .audit), reason: nil), as: .audit, on: "2022-02-18")
    say.told("2022-02-18", .funding, "决算审计：审定总投资 18412600.00 元", "plan 5.2, plan Annex 13")
  }

  mutating func takeover() async throws {
    say.chapter("十二、档案与项目接管")
    try await story.take(
      ArchiveProject(
        project: project, status: .archived, archive: try story.organisation(of: .archive),
        receipt: try await paper("归档接收证明", .supervision), asFormed: true), as: .subdistrict, on: "2022-02-25")
    let giver = try story.organisation(of: .districtGovernment)
    let handovers: [(AssetKind, Text<60>, Role)] = [
      (.sharedUtilities, "供水、供电、供气、通信管线", .utility), (.everythingElse, "改造项目", .ownersBody),
    ]
    for (asset, part, role) in handovers {
      let arranged = try await story.take(
        HandOver(
          project: project, asset: asset, part: part, giver: giver, receiver: try story.organisation(of: role),
          receiverRole: role, lastOfClass: true, jointAcceptance: nil,
          papers: [try await paper("交付清单 \(asset.rawValue)", .supervision)]), as: .subdistrict, on: "2022-03-01")
      try await story.take(TakeOver(project: project, handover: arranged.handover, receipt: nil), as: role, on: "2022-03-02")
    }
    try await story.take(
      FixManagementMode(
        project: project, mode: .ownersSelfManagement, manager: try story.organisation(of: .ownersBody),
        covenant: try await paper("管理规约", .supervision), decision: try await paper("业主大会议事规则", .supervision)),
      as: .subdistrict, on: "2022-03-04")
    try await story.take(
      RecordFirstInstalment(
        project: project, paidInBefore: false, unitsDue: 240, unitsPaid: 240, amount: "480000.00",
        evidence: try await paper("首期维修资金专户对账单", .funding)), as: .subdistrict, on: "2022-03-10")
    say.told("2022-03-10", .supervision, "交付街道和自治组织接管，自治管理；首期维修资金交齐", "plan 4.7, plan Annex 1")
  }

  mutating func evaluation() async throws {
    say.chapter("十三、绩效评估与销号")
    let evaluate = Evaluate(
      project: project, evaluator: try story.organisation(of: .districtGovernment), works: .good, management: .good,
      report: try await paper("绩效评价报告", .supervision, as: .districtGovernment))
    try await story.expectRefusal(
      evaluate, as: .districtGovernment, on: "2022-03-18", rule: "evaluation.recorded", says: "未开展居民满意度调查，不能评价")
    try await story.imports(
      "questionnaires", "questionnaires.csv", for: project, ["--on", "2022-03-25", "--as", "subdistrict"],
      records: .supervision)
    let evaluated = try await story.take(evaluate, as: .districtGovernment, on: "2022-04-08")
    say.told(
      "2022-04-08", .supervision,
      "绩效评价：\(evaluated.questionnaires) 份问卷，满意 \(evaluated.satisfied.map { "\($0)" } ?? "—")（比率为本系统口径）", "plan 4.8")
    let writeOff = WriteOffProject(
      project: project, document: try await paper("销号表", .intake, as: .districtGovernment))
    try await story.expectRefusal(
      writeOff, as: .districtGovernment, on: "2022-04-11", rule: "evaluation.reported-back", says: "评价结果未反馈市住建局，不能销号")
    try await story.take(
      ReportEvaluation(
        project: project, proposals: "建议增加非机动车充电位", document: try await paper("评价反馈", .supervision, as: .districtGovernment)),
      as: .districtGovernment, on: "2022-04-12")
    try await story.take(writeOff, as: .districtGovernment, on: "2022-04-20")
    say.told("2022-04-20", .intake, "意见建议反馈市住建局，台账销号", "plan 4.8, plan 5.1")
  }
}
