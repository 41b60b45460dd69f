import ClientKit
import Contracts
import DomainModel
import Foundation

extension YueqingStory {
  private struct Costs: Decodable {
    let lines: Listing<CostLine, 200>
    let sharedCosts: SharedCosts
  }

  mutating func plan() async throws {
    say.chapter("四、制定方案")
    try await story.take(
      CommissionScheme(
        project: project, designer: "sample-design-institute", name: "样例设计院",
        document: try await paper("设计委托合同", .intake)), as: .subdistrict, on: "2024-03-20")
    say.told("2024-03-20", .intake, "委托编制改造方案", "plan 3.2, plan 5.3")
    let costs = try JSONDecoder().decode(Costs.self, from: try Data(contentsOf: story.sample("costs.json")))
    let recorded = try await story.take(
      RecordPlan(
        project: project, document: try await paper("改造设计方案", .intake), lines: costs.lines,
        sharedCosts: costs.sharedCosts, socialCapital: "0.00", apportionment: .exclusiveArea, governmentInvestment: true,
        papers: PlanPapers(
          fundRaising: try await paper("居民资金筹集方案", .intake), longTermManagement: try await paper("长效管理方案", .intake),
          maintenanceFund: try await paper("物业维修资金补建、续筹方案", .intake),
          wallHazards: try await paper("住宅外墙安全隐患整治专项方案", .intake), drawings: [try await paper("方案图纸", .intake)],
          contents: [
            "overview", "engineering-design", "works-content", "resources", "residents-opinions", "implementing-body",
            "investment-estimate", "fund-raising", "maintenance-fund", "long-term-management",
          ])), as: .subdistrict, on: "2024-04-15")
    say.told(
      "2024-04-15", .intake,
      "方案 \(recorded.plan)：总投资（含电梯）\(recorded.investment) 元，补助基数 \(recorded.subsidyBase) 元，面积 \(recorded.subsidyArea) ㎡",
      "plan 3.2, plan 5.2.1")

    let estimate = try await story.take(
      ComputeEstimate(project: project, plan: recorded.plan), as: .subdistrict, on: "2024-04-16")
    let figures = estimate.figures
    say.told(
      "2024-04-16", .funding,
      "资金测算：总投资 \(figures.investment)，居民自筹 \(figures.residentsTotal)，财政补助 \(figures.subsidy)（上限 \(figures.cap)）", "plan 5.2.1")
    say.note("加权比例 \(figures.weightedRate.percentage)；电梯 \(figures.lifts) 元不计入；补助前余额 \(figures.beforeCap)")
    let roll = try await story.roll(of: project)
    let shares = try await story.take(FixShares(project: project, roll: roll.roll), as: .subdistrict, on: "2024-04-16")
    say.told("2024-04-16", .funding, "按专有面积分摊到 \(shares.units) 套，合计 \(shares.total) 元，分毫不差", "plan 3.2")
  }

  mutating func notice() async throws {
    say.chapter("五、方案公示与表决")
    let plan = PlanID(project, 1)
    let contents: [(Identifier<SlugKind>, String)] = [
      ("works-content", "实施内容"), ("estimate", "项目概算"), ("fund-raising", "资金筹集方案"),
      ("long-term-management", "后续长效管理方案"), ("notice-form", "改造意见公示书"),
    ]
    var posted: [NoticeContent] = []
    for (code, name) in contents {
      posted.append(NoticeContent(code: code, document: try await paper(name, .voting, as: .residentsCommittee)))
    }
    let schedule = try await story.take(
      PostNotice(
        project: project, kind: .plan, planVersion: plan, contents: try Listing(posted), places: ["in-community"],
        evidence: [
          NoticeEvidence(
            shows: .hangsAtStart, takenOn: "2024-04-25", document: try await paper("张贴照片", .voting, as: .residentsCommittee))
        ]), as: .residentsCommittee, on: "2024-04-25")
    let days = schedule.countedDays.map { "\($0.month)月\($0.day)日" }.joined(separator: "、")
    say.told("2024-04-25", .voting, "张贴《改造意见公示书》，\(schedule.minimumWorkingDays ?? 0) 个工作日至 \(schedule.earliestLastDay?.description ?? "")", "plan 3.3")
    say.note("计入：\(days)（4月28日调休上班，5月1日至5日放假）")

    let roll = try await story.roll(of: project)
    try await round("ballots-plan.csv", .plan, plan, open: "2024-04-26", close: "2024-04-30", roll: roll.roll)
    let rounds = try await story.office.ask(RoundsQuery(project: project)).rounds
    guard let last = rounds.last else { throw StoryFault("no round was held") }
    try await story.take(
      AttachSummary(
        project: project, notice: schedule.notice, round: last.round,
        summary: try await paper("方案意见汇总表", .voting, as: .residentsCommittee)), as: .residentsCommittee, on: "2024-04-30")
    say.told("2024-04-30", .voting, "《方案意见汇总表》附在公示书后", "plan 3.3")

    let objection = try await story.take(
      RecordObjection(
        project: project, notice: schedule.notice, objector: nil, text: "建议增加非机动车停车位", letter: nil, channel: .oral),
      as: .residentsCommittee, on: "2024-05-06")
    try await story.take(
      RecordObjectionStep(
        project: project, objection: objection.objection, step: .negotiation, actor: .ownersBody, isAgreed: true,
        minutes: nil, requestedInWriting: nil), as: .residentsCommittee, on: "2024-05-07")

    let evidence = NoticeEvidence(
      shows: .hangsAtEnd, takenOn: "2024-05-08", document: try await paper("期满照片", .voting, as: .residentsCommittee))
    try await story.expectRefusal(
      CloseNotice(project: project, notice: schedule.notice, lastDay: "2024-05-07", evidence: [evidence]),
      as: .residentsCommittee, on: "2024-05-08", rule: "notice.minimum-reached", says: "公示只满 6 个工作日，差 1 个")
    let outcome = try await story.take(
      CloseNotice(project: project, notice: schedule.notice, lastDay: "2024-05-08", evidence: [evidence]),
      as: .residentsCommittee, on: "2024-05-09")
    say.told("2024-05-09", .voting, "公示期满：\(outcome.workingDays ?? 0) 个工作日", "plan 3.3")

    try await story.expectRefusal(
      try await declarationPapers(), as: .ownersBody, on: "2024-05-09", rule: "notice.no-open-objection",
      says: "还有 1 件异议没有处理结果")
    try await story.take(
      DisposeObjection(project: project, objection: objection.objection, disposition: .adopted, document: nil),
      as: .residentsCommittee, on: "2024-05-09")
    say.told("2024-05-09", .voting, "异议采纳，办结", "plan 3.3")
  }

  func declarationPapers() async throws -> SubmitDeclaration {
    var papers: [FiledPaper] = []
    for (form, name) in [
      ("project-application", "改造项目申请表"), ("design-plan", "改造设计方案"), ("notice-form", "改造意见公示书"),
      ("pledge", "居民承诺书"), ("management-plan", "长效管理方案"),
    ] {
      papers.append(FiledPaper(form: try Identifier(form), document: try await paper(name, .intake, as: .ownersBody)))
    }
    return SubmitDeclaration(project: project, applicant: .ownersBody, papers: try Listing(papers))
  }

  mutating func declaration() async throws {
    say.chapter("六、项目申报，资金到位")
    let received = try await story.take(try await declarationPapers(), as: .ownersBody, on: "2024-05-10")
    say.told("2024-05-10", .intake, "提交申报材料，\(received.isComplete ? "齐全" : "不齐")", "plan 3.4")
    try await story.take(
      ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), as: .subdistrict, on: "2024-05-13")
    say.told("2024-05-13", .intake, "街道初审通过", "plan 3.4")
    try await import_("deposits", "deposits-1.csv", ["--on", "2024-05-14", "--as", "subdistrict"], records: .funding)
    var account = try await story.office.ask(AccountQuery(project: project))
    say.told(
      "2024-05-14", .funding,
      "银行流水入账：到位 \(account.cleared) 元 / \(account.planned?.description ?? "") 元 = \(account.ratio?.percentage ?? "")", "plan 3.1")
    let report = ReportToCity(project: project, document: try await paper("上报函", .intake))
    try await story.expectRefusal(
      report, as: .subdistrict, on: "2024-05-15", rule: "funds.in-place", says: "居民资金到位 \(account.ratio?.percentage ?? "")，须全部到位")
    try await import_("deposits", "deposits-2.csv", ["--on", "2024-05-16", "--as", "subdistrict"], records: .funding)
    account = try await story.office.ask(AccountQuery(project: project))
    say.told("2024-05-16", .funding, "补足最后一笔，全部到位（\(account.completeSince?.description ?? "")）", "plan 3.4, plan 5.3")
    try await story.take(report, as: .subdistrict, on: "2024-05-17")
    say.told("2024-05-17", .intake, "上报市旧改办", "plan 3.4")
  }

  mutating func selection() async throws {
    say.chapter("七、竞争性评审与年度计划")
    let year = PlanYear(division: "330382", year: 2025)
    let estimate = try await story.office.ask(EstimateQuery(project: project))
    guard let subsidy = estimate.estimate?.figures.subsidy else { throw StoryFault("there is no estimate") }
    try await story.take(
      AssessFiscalCapacity(
        planYear: year, available: "60000000.00",
        projects: [CapacityLine(project: project, amount: subsidy, isConfirmed: true)],
        document: try await paper("财政承受能力评估", .intake, as: .renovationOffice)), as: .renovationOffice, on: "2024-05-20")
    say.told("2024-05-20", .intake, "财政承受能力评估：本项目需 \(subsidy) 元", "plan 3.4")
    try await story.take(
      RecordCompetitiveReview(
        project: project, isSelected: true, rank: 1,
        panel: [PanelMember(person: "p-panel-1", name: "样例评委", organisation: try story.organisation(of: .renovationOffice))],
        reasons: "资金率先到位，业主意愿强烈", document: try await paper("竞争性评审意见", .intake, as: .renovationOffice)),
      as: .renovationOffice, on: "2024-05-22")
    say.told("2024-05-22", .intake, "竞争性申报评审入围", "plan 3.4")
    try await story.take(
      RecordCityConsent(
        project: project, planYear: 2025, document: try await paper("市政府批复", .intake, as: .cityGovernment), lateReason: nil),
      as: .cityGovernment, on: "2024-05-28")
    let adopted = try await story.take(
      AdoptAnnualPlan(
        planYear: year, projects: [project], document: try await paper("年度改造计划", .intake, as: .renovationOffice),
        overrides: []), as: .renovationOffice, on: "2024-05-30")
    say.told("2024-05-30", .intake, "列入 2025 年度计划（期限 \(adopted.deadline?.description ?? "")）", "plan 3.4")
  }
}
