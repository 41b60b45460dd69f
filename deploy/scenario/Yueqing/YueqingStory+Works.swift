import ClientKit
import Contracts
import DomainModel
import Foundation

extension YueqingStory {
  mutating func works() async throws {
    say.chapter("十、施工与过程监督")
    try await story.take(
      SetUpSitePlatform(project: project, channels: [.office, .hotline, .onlineGroup], participants: [], photos: []),
      as: .subdistrict, on: "2025-02-26")
    try await story.take(
      StartConstruction(project: project, plannedFinish: "2025-11-30", order: nil), as: .subdistrict, on: "2025-03-03")
    say.told("2025-03-03", .supervision, "开工；现场沟通协调平台已设立", "plan 3.6")
    try await story.take(
      RegisterResidentSupervisor(
        project: project, person: "p-hp00101", kind: .civilianSupervisor, name: "样例监理员", phone: nil), as: .subdistrict,
      on: "2025-03-10")
    let ticket = try await story.take(
      OpenTicket(
        project: project, category: .noise, channel: .hotline, building: "b-2", reporter: nil, reporterName: nil,
        reporterPhone: nil, text: "早上六点开始切割，影响休息"), as: .subdistrict, on: "2025-04-11")
    try await story.take(
      ResolveTicket(project: project, ticket: ticket.ticket, outcome: .solved, handedTo: nil, document: nil),
      as: .subdistrict, on: "2025-04-12")
    say.told("2025-04-12", .supervision, "现场反映 \(ticket.ticket) 次日解决", "plan 3.6")
    try await story.take(
      RecordConcealedWorks(
        project: project, part: "雨污分流管沟", building: nil, inspectedOn: "2025-05-20", coveredOn: "2025-05-21", passed: true,
        parties: [WorksParty(role: .supervisor, organisation: "sample-supervisors")], photos: []), as: .subdistrict,
      on: "2025-05-21")
    try await story.take(
      ReportProgress(project: project, hundredths: 5000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .subdistrict, on: "2025-06-30")
    say.told("2025-06-30", .supervision, "形象进度 50 %", "plan 5.6")
    try await payResidents()
    try await story.take(
      ReportProgress(project: project, hundredths: 10000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .subdistrict, on: "2025-10-20")
    say.told("2025-10-20", .supervision, "形象进度 100 %", "plan 5.6")
  }

  /// A part of the works is paid out of the residents' money once half of them is done.
  private func payResidents() async throws {
    let paid = try await pay("1200000.00", from: .resident, on: ["2025-07-02", "2025-07-04", "2025-07-07", "2025-07-09"], bank: "PAY2025000001")
    say.told("2025-07-09", .funding, "进度款 \(paid.amount) 元（居民资金）：申请、复核、审批、支付四步办结", "plan Annex 2")
  }

  /// One disbursement in its four steps by four offices.
  private func pay(_ amount: Money, from fund: Fund, on days: [BusinessDate], bank: BankReference) async throws -> DisbursementReport {
    let asked = try await story.take(
      RequestDisbursement(
        project: project, category: .works, payee: "sample-builder", purpose: .projectCosts,
        parts: [FundPart(fund: fund, amount: amount)], invoice: try await paper("发票 \(bank)", .funding)),
      as: .subdistrict, on: days[0])
    try await story.take(CheckDisbursement(disbursement: asked.disbursement, opinion: nil), as: .housing, on: days[1])
    try await story.take(ApproveDisbursement(disbursement: asked.disbursement, opinion: nil), as: .finance, on: days[2])
    return try await story.take(
      PayDisbursement(disbursement: asked.disbursement, transaction: bank), as: .bank, on: days[3])
  }

  /// The treasury's money arrives and pays for more of the finished works, never beyond contract and progress.
  private func paySubsidy() async throws {
    try await story.take(
      RecordSubsidyReceipt(
        project: project, transaction: "FIN2025000001", amount: "7600000.00", clearedOn: "2025-11-24", level: .county,
        allocation: try await paper("财政补助资金下达文件", .funding, as: .finance)), as: .finance, on: "2025-11-24")
    let paid = try await pay("6800000.00", from: .fiscal, on: ["2025-11-25", "2025-11-27", "2025-11-28", "2025-12-01"], bank: "PAY2025000002")
    say.told("2025-12-01", .funding, "财政补助 7600000.00 元到账，支付工程款 \(paid.amount) 元；累计不超过合同价与进度", "plan 5.2.1, plan Annex 2")
  }

  mutating func acceptance() async throws {
    say.chapter("十一、竣工验收与备案")
    let parties: [(AcceptancePartyKind, OrganisationID)] = [
      (.constructionUnit, try story.organisation(of: .subdistrict)), (.departments, try story.organisation(of: .housing)),
      (.participatingUnits, "sample-builder"),
    ]
    let present = parties.map { AcceptanceParty(party: $0.0, organisation: $0.1, stance: .agreesOnceFixed) }
    let residents = AcceptanceParty(
      party: .residentRepresentatives, organisation: try story.organisation(of: .ownersBody), stance: .agreesOnceFixed)
    let held = try await story.take(
      RecordAcceptance(
        project: project, parties: try Listing(present + [residents]),
        faults: [AcceptanceFault(what: "3幢落水管接口渗水", building: "b-3", photos: [])],
        minutes: try await paper("联合验收纪要", .supervision),
        technicalRules: try await paper("竣工验收技术要求", .supervision)), as: .subdistrict, on: "2025-11-03")
    say.told("2025-11-03", .supervision, "联合验收 \(held.acceptance)：发现 \(held.defects.count) 处问题", "plan 3.7, plan 4.6")
    let report = PassAcceptance(
      project: project, acceptance: held.acceptance, report: try await paper("工程竣工验收报告", .supervision))
    try await story.expectRefusal(
      report, as: .subdistrict, on: "2025-11-04", rule: "fire.inspection-passed", says: "消防查验未合格，不能编制竣工验收报告")
    try await story.take(
      PassFireInspection(
        project: project, passed: true,
        parties: [WorksParty(role: .contractor, organisation: "sample-builder")],
        document: try await paper("消防查验记录", .supervision)), as: .subdistrict, on: "2025-11-06")
    for defect in held.defects {
      try await story.take(
        FixDefect(project: project, defect: defect, by: "sample-builder", photos: []), as: .subdistrict, on: "2025-11-10")
      try await story.take(
        RecheckDefect(project: project, defect: defect, passed: true, checkedBy: "sample-supervisors", photos: []),
        as: .subdistrict, on: "2025-11-12")
    }
    try await story.take(report, as: .subdistrict, on: "2025-11-18")
    say.told("2025-11-18", .supervision, "消防查验合格，问题整改复查完毕，竣工验收通过", "plan 4.7")
    try await paySubsidy()
    try await story.take(
      RecordPlanningVerification(project: project, outcome: .notNeeded, document: nil), as: .subdistrict, on: "2025-11-20")
    try await story.take(
      FileCompletion(
        project: project,
        materials: [
          FilingMaterial(kind: .completionReport, document: try await paper("工程竣工验收报告", .supervision)),
          FilingMaterial(kind: .qualityWarranty, document: try await paper("工程质量保修书", .supervision)),
        ], warranty: []), as: .subdistrict, on: "2025-12-02")
    say.told("2025-12-02", .supervision, "竣工验收备案：只交竣工验收报告和质量保修书；无需规划核实", "plan 4.6")
  }

  mutating func accounts() async throws {
    say.chapter("十二、竣工财务决算")
    let verified = try await story.take(
      VerifyFinalAccounts(
        project: project,
        accounts: VerifiedAccounts(
          basic: "6850000.00", improvement: "1080000.00", enhancement: "295000.00",
          sharedCosts: SharedCosts(other: "548000.00", contingency: "210000.00"), lifts: "1195000.00",
          floorArea: "30464.56", socialCapital: "0.00"),
        verifiedBy: try story.organisation(of: .finance), document: try await paper("竣工财务决算审核报告", .funding, as: .finance),
        reason: nil), as: .finance, on: "2026-01-20")
    let figures = verified.figures
    say.told(
      "2026-01-20", .funding, "核定总投资 \(figures.investment)：居民 \(figures.residentsTotal)，财政 \(figures.subsidy)", "plan 3.7, plan 5.2.1")
    let settled = try await story.take(Settle(project: project, ruleOverrides: []), as: .renovationOffice, on: "2026-02-03")
    say.told(
      "2026-02-03", .funding,
      "清算：居民测算 \(settled.residentsEstimated)，决算 \(settled.residentsFinal)，\(settled.items) 项多退少补待审批", "plan 5.2.1")
    let items = try await story.office.ask(SettlementQuery(project: project, limit: 500), as: .finance).items
    try await story.take(
      ApproveSettlementItem(project: project, items: Listing(capped: items.map(\.line.item))), as: .finance, on: "2026-02-05")
    say.told("2026-02-05", .funding, "逐项审批退补 \(items.count) 项", "plan 5.2.1")
  }

  mutating func afterwards() async throws {
    say.chapter("十三、移交、长效管理与后评估")
    try await story.take(
      ArchiveProject(
        project: project, status: .archived, archive: try story.organisation(of: .archive),
        receipt: try await paper("归档接收证明", .supervision), asFormed: true), as: .subdistrict, on: "2026-02-10")
    try await story.handOverEverything(of: project, accepted: "2026-02-20", on: "2026-02-25", taken: "2026-02-26")
    say.told("2026-02-26", .supervision, "按资产类别移交并接管；资料归档", "plan 3.8")
    try await story.take(
      FixManagementMode(
        project: project, mode: .propertyCompany, manager: "sample-property",
        covenant: try await paper("居民公约", .supervision), decision: try await paper("业主大会选聘决定", .supervision)),
      as: .subdistrict, on: "2026-03-05")
    try await import_("questionnaires", "questionnaires.csv", ["--on", "2026-03-20", "--as", "subdistrict"], records: .supervision)
    let evaluated = try await story.take(
      Evaluate(
        project: project, evaluator: try story.organisation(of: .renovationOffice), works: .good, management: .good,
        report: try await paper("后评估报告", .supervision, as: .renovationOffice)), as: .renovationOffice, on: "2026-04-15")
    say.told(
      "2026-04-15", .supervision,
      "后评估：\(evaluated.questionnaires) 份问卷，满意 \(evaluated.satisfied.map { "\($0)" } ?? "—")，改善 \(evaluated.improved.map { "\($0)" } ?? "—")（比率为本系统口径）",
      "plan 3.9")
  }
}
