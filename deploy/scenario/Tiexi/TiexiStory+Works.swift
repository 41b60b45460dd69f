import ClientKit
import Contracts
import DomainModel
import Foundation

extension TiexiStory {
  /// What runs beside the plan: feasibility study, initiation, budget and tender (plan 6.4).
  mutating func preparation() async throws {
    say.chapter("五、可研、立项、预算审核、招投标（与方案同时推进）")
    let plan = try await story.office.ask(PlanQuery(project: project, plan: nil))
    try await story.take(
      OpenInitiation(
        project: project, investment: plan.investment, figureDate: "2021-03-26", governmentInvestment: true,
        packaging: .separate), as: .subdistrict, on: "2021-03-26")
    if meets(.tenderEarly) {
      try await story.expectRefusal(
        try await tender(), as: .subdistrict, on: "2021-03-29", rule: "initiation.approved", says: "立项未批复，不能招标")
    }
    let documents: [(InitiationDocument, String, BusinessDate)] = [
      (.projectProposal, "项目建议书批复", "2021-03-30"), (.feasibilityStudy, "可行性研究报告批复", "2021-04-02"),
      (.preliminaryDesign, "初步设计批复", "2021-04-09"),
    ]
    for (document, name, day) in documents {
      try await story.take(
        ApproveDocument(
          project: project, covers: [document], number: try Text("样发改〔2021〕\(document.place + 1)号"),
          document: try await paper(name, .approvals, as: .developmentReform)), as: .developmentReform, on: day)
    }
    try await story.take(
      UploadDrawings(
        project: project, drawings: [try await paper("施工图", .approvals)], designer: "sample-design-institute",
        complianceStatement: try await paper("施工图合规说明", .approvals)), as: .subdistrict, on: "2021-04-12")
    say.told("2021-04-12", .approvals, "区发改局批复可研、立项和初步设计；施工图完成", "plan 5.3, plan 6.4")
    try await story.take(
      ReviewBudget(
        project: project, plan: self.plan, amount: sample.budget, parts: try Listing(sample.sources),
        document: try await paper("预算审核报告", .funding, as: .finance)), as: .finance, on: "2021-04-14")
    say.told("2021-04-14", .funding, "区财政局审定预算 \(sample.budget) 元，\(sample.sources.count) 个资金来源", "plan 5.4, plan 7.4")
    try await story.take(try await tender(), as: .subdistrict, on: "2021-04-20")
    try await story.take(
      AppointContractor(
        project: project, organisation: "sample-builder", manager: "p-tx-manager-1", managerName: "样例经理",
        document: try await paper("施工合同", .supervision)), as: .subdistrict, on: "2021-04-23")
    try await story.take(
      AppointSupervisor(
        project: project, organisation: "sample-supervisors", manager: "p-tx-manager-2", managerName: "样例总监",
        document: try await paper("监理合同", .supervision)), as: .subdistrict, on: "2021-04-23")
    say.told("2021-04-23", .supervision, "招标，合同价 \(sample.contract) 元；施工、监理单位确定", "plan 6.4, plan 6.5")
    try await money()
  }

  /// The account, and what residents and the others pay in.
  private func money() async throws {
    try await story.take(
      RegisterAccount(
        project: project, bank: "样例银行铁西支行", number: "6222000000000021", holder: try story.organisation(of: .subdistrict)),
      as: .subdistrict, on: "2021-04-01")
    if sample.through == .demolition { return }
    if story.isAlone {
      try await story.imports("deposits", "deposits.csv", for: project, ["--on", "2021-04-28", "--as", "subdistrict"], records: .funding)
    } else {
      for rows in try sample.deposits().chunks(of: 500) {
        try await story.take(
          RecordDeposits(project: project, purpose: .projectCosts, rows: try Listing(rows)), as: .subdistrict, on: "2021-04-28")
      }
    }
    for (source, level) in [(BudgetSource.central, TreasuryLevel.central), (.provincial, .provincial), (.district, .county)] {
      try await story.take(
        RecordSubsidyReceipt(
          project: project, transaction: try Identifier("FIN-\(level.rawValue)"), amount: sample.amount(source),
          clearedOn: "2021-04-29", level: level, allocation: try await paper("资金下达文件 \(level.rawValue)", .funding, as: .finance)),
        as: .finance, on: "2021-04-29")
    }
    let known = try await story.office.ask(SourcesQuery(project: project))
    let received = try Money.sum(known.received.map(\.amount))
    say.told("2021-04-29", .funding, "居民、原产权单位、管线单位、社会资本和财政资金到账 \(received) 元", "plan 5.4, plan 7.4")
  }

  /// Lists projects in the year's plan and names the pilot.
  func annualPlan(of projects: [ProjectID]) async throws {
    let adopted = try await story.take(
      AdoptAnnualPlan(
        planYear: TiexiStory.planYear, projects: try Listing(projects),
        document: try await paper("年度改造计划", .intake, as: .housing), overrides: []), as: .housing, on: "2021-04-26")
    say.told("2021-04-26", .intake, "列入 2021 年度改造计划（\(adopted.listed) 个小区）", "plan 5.1")
  }

  mutating func start() async throws {
    say.chapter("六、拆违，开工")
    if sample.isPilot {
      try await story.take(
        DesignatePilot(
          project: project, isPilot: true, document: try await paper("试点小区名单", .supervision, as: .renovationOffice)),
        as: .renovationOffice, on: "2021-04-27")
    }
    let start = StartConstruction(project: project, plannedFinish: "2021-11-30")
    try await demolish(all: false, on: "2021-04-28")
    if meets(.startsEarly) {
      try await story.expectRefusal(
        start, as: .subdistrict, on: "2021-04-30", rule: "start.month-reached",
        says: sample.isPilot ? "试点小区5月开工，4月不能开工" : "非试点小区6月开工，4月不能开工")
    }
    if meets(.startsBeforeDemolition) || sample.through == .demolition {
      try await story.expectRefusal(
        start, as: .subdistrict, on: sample.startsOn.adding(days: -4), rule: "demolition.cleared", says: "违章建筑没有拆完，不能开工")
    }
    if sample.through == .demolition { return }
    try await demolish(all: true, on: sample.startsOn.adding(days: -1))
    try await story.take(start, as: .subdistrict, on: sample.startsOn)
    let works = try await story.office.ask(WorksQuery(project: project))
    say.told(
      sample.startsOn, .supervision,
      "开工（\(works.isPilot == true ? "试点" : "非试点")）；应在 \(works.finishBefore?.description ?? "—") 之前完成", "plan 3, plan 6.5")
  }

  private func demolish(all: Bool, on day: BusinessDate) async throws {
    let photo = try await paper("拆除照片", .supervision, as: .enforcement)
    // The last structure goes with the second record; a list of none is complete at once.
    let structures = try (0..<sample.structures).map { number in
      let isGone = all || number + 1 < sample.structures
      return IllegalStructureLine(
        structure: try Identifier("w-\(number + 1)"), place: try Text("楼间违章建筑 \(number + 1)"), area: "12.50", removed: isGone,
        after: isGone ? [photo] : [])
    }
    let report = try await story.take(
      RecordDemolition(project: project, structures: try Listing(structures), listComplete: all),
      as: .enforcement, on: day)
    if all { say.told(day, .supervision, "区执法局拆除违章建筑 \(report.known) 处", "plan 5.5, plan 6.5") }
  }

  mutating func works() async throws {
    if sample.through == .demolition { return }
    say.chapter("七、施工与过程监督")
    try await story.take(
      RegisterSelfGovernance(
        community: community, form: .selfGovernanceGroup, formedOn: "2021-07-12",
        members: [BodyMember(person: "p-tx-r1", name: "样例代表", phone: nil, post: "组长")], hasPartyBranch: true,
        stampsByResidentsCommittee: false, evidence: [try await paper("自治小组成立记录", .intake)]), as: .subdistrict,
      on: "2021-07-12")
    say.told("2021-07-12", .intake, "改造过程中组建居民自治小组", "plan 5.2, plan 6.7")
    let ticket = try await story.take(
      OpenTicket(project: project, category: .traffic, channel: .letter, text: "施工车辆堵住出入口"), as: .petition, on: "2021-07-20")
    try await story.take(
      ResolveTicket(project: project, ticket: ticket.ticket, outcome: .solved), as: .petition, on: "2021-07-23")
    say.told("2021-07-23", .supervision, "信访事项 \(ticket.ticket) 三日办结", "plan 5.6")
    try await story.take(ReportProgress(project: project, hundredths: 6000), as: .subdistrict, on: "2021-08-31")
    try await story.take(
      RecordAudit(
        project: project, kind: .processTracking, from: "2021-06-01", until: "2021-08-31", issues: 0,
        findings: try await paper("过程审计报告", .funding, as: .audit)), as: .audit, on: "2021-09-06")
    say.told("2021-09-06", .funding, "区审计局过程审计，无问题", "plan 5.9")
    if sample.through == .construction { return }
    try await story.take(ReportProgress(project: project, hundredths: 10_000), as: .subdistrict, on: "2021-10-29")
    try await pay()
  }

  /// The builder is paid out of the treasury's money, within contract and progress.
  private func pay() async throws {
    let amount = min(sample.contract, try sample.amount(.central).adding(sample.amount(.provincial)))
    let asked = try await story.take(
      RequestDisbursement(
        project: project, category: .works, payee: "sample-builder", purpose: .projectCosts,
        parts: [FundPart(fund: .fiscal, amount: amount)], invoice: try await paper("工程款申请", .funding)), as: .subdistrict,
      on: "2021-11-02")
    try await story.take(CheckDisbursement(disbursement: asked.disbursement), as: .renovationOffice, on: "2021-11-03")
    try await story.take(ApproveDisbursement(disbursement: asked.disbursement), as: .finance, on: "2021-11-04")
    try await story.take(
      PayDisbursement(disbursement: asked.disbursement, transaction: "PAY-1"), as: .bank, on: "2021-11-05")
    say.told("2021-11-05", .funding, "支付工程款 \(amount) 元（财政资金）", "plan 5.4")
  }

  private func tender() async throws -> RecordTender {
    RecordTender(
      project: project, form: .constructionTender, winner: "sample-builder", contractSum: sample.contract,
      document: try await paper("中标通知书", .supervision))
  }
}
