import ClientKit
import Contracts
import DomainModel
import Foundation

extension WenzhouStory {
  private struct Pledge: Decodable {
    let total: Money
    let parts: SelfRaisedParts
  }

  mutating func declaration() async throws {
    say.chapter("八、居民承诺与项目申报")
    let pledge = try JSONDecoder().decode(Pledge.self, from: try Data(contentsOf: story.sample("pledge.json")))
    let signed = try await paper("小区改造居民承诺书", .funding, as: .residentsCommittee)
    try await story.expectRefusal(
      RecordSelfRaisedPlan(project: project, plan: plan, total: "1190000.00", parts: pledge.parts, document: signed),
      as: .residentsCommittee, on: "2024-07-17", rule: "funding.pledged-total", says: "承诺总额与五项之和相差一万元")
    let planned = try await story.take(
      RecordSelfRaisedPlan(project: project, plan: plan, total: pledge.total, parts: pledge.parts, document: signed),
      as: .residentsCommittee, on: "2024-07-17")
    say.told("2024-07-17", .funding, "居民拟自筹 \(planned.total) 元，为五项之和", "guide Annex 5")
    guard let roll = try await story.office.ask(RollQuery(project: project, roll: nil)).roll else {
      throw StoryFault("the roll is gone")
    }
    let shares = try await story.take(
      FixShares(project: project, roll: roll.roll), as: .residentsCommittee, on: "2024-07-17")
    say.told(
      "2024-07-17", .funding, "其中居民出资 \(shares.total) 元按方案选定的面积分摊到 \(shares.units) 套，分毫不差",
      "guide 3.4, guide Annex 5")
    try await story.take(
      RegisterAccount(
        project: project, bank: "样例银行鹿城支行", number: "6222000000000002", holder: try story.organisation(of: .subdistrict),
        reason: nil), as: .subdistrict, on: "2024-07-18")

    try await story.expectRefusal(
      try await filing(signedBy: Array(Self.members.prefix(2))), as: .residentsCommittee, on: "2024-07-18",
      rule: "filing.signed-by-all-members", says: "自治小组还有一人未在申请表、承诺书上签字")
    let received = try await story.take(try await filing(signedBy: Self.members), as: .residentsCommittee, on: "2024-07-19")
    say.told("2024-07-19", .intake, "社区提交申报材料，\(received.isComplete ? "齐全" : "不齐")；全体成员签字，社区代章", "guide 3.5, guide Annex 4")
    try await story.take(
      ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), as: .subdistrict, on: "2024-07-22")
    say.told("2024-07-22", .intake, "街道初审通过", "guide 3.5")
  }

  private func filing(signedBy signers: [PersonID]) async throws -> SubmitDeclaration {
    var papers: [FiledPaper] = []
    for (form, name) in [
      ("project-application", "小区改造项目申请表"), ("design-plan", "小区改造设计方案"), ("notice-form", "小区改造居民意见公示书"),
      ("pledge", "小区改造居民承诺书"), ("management-plan", "小区改造后长效管理方案"),
    ] {
      let role: Role = form == "design-plan" ? .subdistrict : .residentsCommittee
      papers.append(FiledPaper(form: try Identifier(form), document: try await paper(name, .intake, as: role)))
    }
    return SubmitDeclaration(
      project: project, applicant: .residentsCommittee, papers: try Listing(papers),
      signatures: BodySignatures(signers: try Listing(signers), isStampedByResidentsCommittee: true))
  }

  mutating func filingAndConsultation() async throws {
    say.chapter("九、备案、联合会商与年度计划")
    let year = PlanYear(division: "330302", year: 2025)
    let adoption = AdoptAnnualPlan(
      planYear: year, projects: [project], document: try await paper("2025年度实施计划", .intake, as: .districtGovernment), overrides: [])
    try await story.expectRefusal(
      adoption, as: .districtGovernment, on: "2024-07-24", rule: "declaration.filed", says: "尚未报牵头部门备案，不能列入年度计划")
    try await story.take(
      FileDeclaration(project: project, number: "鹿旧改备样〔2024〕1号", receipt: try await paper("备案回执", .intake, as: .housing)),
      as: .housing, on: "2024-07-26")
    say.told("2024-07-26", .intake, "牵头部门备案", "guide 3.5")
    try await consultation()
    let adopted = try await story.take(adoption, as: .districtGovernment, on: "2024-09-27")
    say.told("2024-09-27", .intake, "区政府确定 2025 年度实施计划（期限 \(adopted.deadline?.description ?? "")）", "guide 3.5")
    try await story.take(
      ReportAnnualPlan(
        planYear: year, to: "leading-group-office", document: try await paper("上报函", .intake, as: .renovationOffice)),
      as: .renovationOffice, on: "2024-09-29")
    say.told("2024-09-29", .intake, "上报市区老旧小区改造工作领导小组办公室", "guide 3.5")
  }

  private func consultation() async throws {
    let route = try await story.take(
      ConfirmSimplifiedRoute(
        project: project,
        declarations: [
          RouteDeclaration(
            item: nil, changesLandOwnership: false, changesLandUse: false, changesBuildingUse: false, addedFloorArea: "0.00",
            structure: .none, garageNewlyCounted: "0.00")
        ], evidence: [try await paper("优化审批范围自查说明", .approvals)]), as: .subdistrict, on: "2024-08-01")
    say.told("2024-08-01", .approvals, "优化审批范围：\(route.isSimplified ? "适用" : "不适用")", "guide 4.1")
    let roles: [Role] = [.naturalResources, .subdistrict, .residentsCommittee, .residentRepresentative]
    var invited: [Invitation] = []
    for role in roles {
      invited.append(
        Invitation(organisation: try story.organisation(of: role), role: role, utility: nil, deadline: "2024-08-20"))
    }
    for kind in UtilityKind.allCases {
      invited.append(
        Invitation(organisation: try story.organisation(of: .utility), role: .utility, utility: kind, deadline: "2024-08-20"))
    }
    let called = try await story.take(
      CallConsultation(project: project, plan: plan, invitations: try Listing(invited)), as: .housing, on: "2024-08-06")
    let exempt = PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true)
    for role in roles + [.utility] {
      try await story.take(
        GiveOpinion(
          project: project, consultation: called.consultation, stance: .agree, text: "同意方案", document: nil,
          planning: role == .naturalResources ? exempt : nil, replaces: nil), as: role, on: "2024-08-13")
    }
    var attended: [OrganisationID] = []
    for role in roles + [.utility] { attended.append(try story.organisation(of: role)) }
    try await story.take(
      HoldConsultation(
        project: project, consultation: called.consultation, attended: try Listing(attended),
        minutes: try await paper("会商纪要", .approvals, as: .housing)), as: .housing, on: "2024-08-21")
    let formed = try await story.take(
      FormOpinion(
        project: project, consultation: called.consultation, document: try await paper("会商意见", .approvals, as: .housing),
        planning: exempt, simplifications: ["项目建议书、可行性研究报告、初步设计合并编报"]), as: .housing, on: "2024-08-23")
    say.told(
      "2024-08-23", .approvals,
      "表决通过后、立项前联合会商：\(formed.isExemptionEffective ? "无需办理规划许可" : "须办理规划许可")", "guide 4.3, guide 4.4")
  }

  mutating func fundsAndInitiation() async throws {
    say.chapter("十、资金到位与立项")
    try await story.take(
      AssignProjectCode(project: project, code: "2410-330302-04-01-000001", system: "工程建设项目审批管理系统2.0", replaces: nil),
      as: .developmentReform, on: "2024-10-10")
    try await deposits("deposits-1.csv", on: "2024-10-14")
    let opening = OpenInitiation(
      project: project, investment: "7720000.00", figureDate: "2024-10-14", governmentInvestment: true, packaging: .allInOne)
    try await story.expectRefusal(
      opening, as: .subdistrict, on: "2024-10-15", rule: "funds.in-place", says: "自筹资金差一分钱不足 90%，不能立项")
    try await deposits("deposits-2.csv", on: "2024-10-16")
    try await story.expectRefusal(
      opening, as: .subdistrict, on: "2024-10-17", rule: "funds.remainder-pledged", says: "已到 90%，但其余部分没有承诺")
    try await story.take(
      RecordPledge(
        project: project, form: .allMembersSigned, document: try await paper("剩余资金承诺书", .funding, as: .residentsCommittee),
        replaces: nil), as: .residentsCommittee, on: "2024-10-18")
    let documents = try await story.take(opening, as: .subdistrict, on: "2024-10-18")
    say.told("2024-10-18", .approvals, "业主承诺其余资金开工前到位，启动立项：1000 万元以下，\(documents.packages.count) 份文件", "guide 3.6, guide 4.4")
  }

  /// Imports a bank statement and tells what is in.
  func deposits(_ file: String, on day: BusinessDate) async throws {
    try await import_("deposits", file, ["--on", day.description, "--as", "subdistrict"], records: .funding)
    let account = try await story.office.ask(AccountQuery(project: project))
    say.told(
      day, .funding,
      "到位 \(account.cleared) 元 / \(account.planned?.description ?? "") 元 = \(account.ratio?.percentage ?? "")", "guide 3.6")
  }
}
