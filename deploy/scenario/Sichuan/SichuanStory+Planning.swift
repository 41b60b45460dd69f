import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  private struct Costs: Decodable {
    let lines: Listing<CostLine, 200>
    let sharedCosts: SharedCosts
  }

  mutating func specialPlan() async throws {
    say.chapter("四、综合评估与专项改造规划")
    try await story.take(
      AssessArea(
        project: project, scope: .withinCommunity, isNeeded: true, isFeasible: true,
        document: try await paper("综合评估报告", .intake, as: .housing)), as: .housing, on: "2021-04-12")
    let period = SpecialPlanPeriod(division: "519901", from: 2021, through: 2025)
    let compiled = try await story.take(
      CompileSpecialPlan(
        period: period, projects: [project], document: try await paper("专项改造规划", .intake, as: .housing)), as: .housing,
      on: "2021-04-20")
    try await story.take(
      AdvanceSpecialPlan(
        period: period, stage: .reviewed,
        departments: [try organisation(.developmentReform), try organisation(.finance), try organisation(.naturalResources)],
        document: try await paper("规划审查意见", .intake, as: .districtGovernment)), as: .districtGovernment,
      on: "2021-04-28")
    try await story.take(
      AdvanceSpecialPlan(
        period: period, stage: .published, departments: [],
        document: try await paper("规划公示", .intake, as: .districtGovernment)), as: .districtGovernment, on: "2021-05-10")
    try await story.take(
      AdvanceSpecialPlan(
        period: period, stage: .submitted, departments: [],
        document: try await paper("规划报送函", .intake, as: .housing)), as: .housing, on: "2021-05-20")
    say.told("2021-05-20", .intake, "专项改造规划 \(compiled.plan)：编制、审查、公示、报省", "workflow 3.2")
  }

  mutating func annualPlan() async throws {
    say.chapter("五、年度计划在前，设计在后")
    try await story.take(
      AssignBatches(
        planYear: planYear, lines: [BatchLine(project: project, batch: .implement)],
        document: try await paper("项目分批方案", .intake, as: .housing)), as: .housing, on: "2021-05-25")
    try await story.take(
      AssessFiscalCapacity(
        planYear: planYear, available: "20000000.00",
        projects: [CapacityLine(project: project, amount: "2900000.00", isConfirmed: true)],
        document: try await paper("财政承受能力评估", .intake, as: .districtGovernment)), as: .districtGovernment,
      on: "2021-05-28")
    try await story.take(
      RecordCityConsent(
        project: project, planYear: 2022, document: try await paper("市政府审核意见", .intake, as: .cityGovernment),
        lateReason: nil), as: .cityGovernment, on: "2021-06-04")
    let adopted = try await story.take(
      AdoptAnnualPlan(
        planYear: planYear, projects: [project], document: try await paper("年度改造计划", .intake, as: .housing)),
      as: .housing, on: "2021-06-08")
    say.told("2021-06-08", .intake, "列入 \(adopted.plan)：实施一批，财政承受能力已评估，市政府审核同意", "workflow 3.3")
    let central = ApplyCentralBudget(
      planYear: planYear, projects: [project], amount: "1500000.00", isBundled: false,
      document: try await paper("中央预算内投资申请", .intake, as: .districtGovernment))
    try await story.expectRefusal(
      central, as: .districtGovernment, on: "2021-06-09", rule: "plan.pushed", says: "计划尚未报送推送，还不是全省年度计划，不能申请中央预算内投资")
    for office in ["housing-prov", "ndrc-prov", "finance-prov"] as [Identifier<SlugKind>] {
      try await story.take(
        ReportAnnualPlan(
          planYear: planYear, to: office, document: try await paper("计划报送函 \(office)", .intake, as: .housing)),
        as: .housing, on: "2021-06-11")
    }
    let item = try await story.take(PushAnnualPlan(planYear: planYear), as: .housing, on: "2021-06-15")
    try await story.provinceAnswers(
      RecordPushAnswer(
        planYear: planYear, attempt: item.attempt, isAccepted: true, number: "SC-SAMPLE-PLAN-2022", reasons: nil,
        document: nil), as: .housing, on: "2021-06-17")
    say.told("2021-06-17", .intake, "分别报送三个省级部门，推送省系统并取得回执", "workflow 3.3")
    try await story.take(central, as: .districtGovernment, on: "2021-06-18")
    say.told("2021-06-18", .intake, "申请中央预算内投资 1500000.00 元", "workflow 3.4")
  }

  mutating func constructionUnit() async throws {
    say.chapter("六、确定建设单位，成立工作专班")
    let commission = CommissionScheme(
      project: project, designer: "sample-design-institute", name: "样例规划设计院",
      document: try await paper("设计委托合同", .intake, as: .constructionUnit))
    try await story.expectRefusal(
      commission, as: .constructionUnit, on: "2021-06-21", rule: "construction-unit.fixed", says: "建设单位未定，不能先做方案")
    let unit = try organisation(.constructionUnit)
    try await story.take(
      RequestConstructionUnit(
        project: project, proposed: unit, role: .constructionUnit,
        document: try await paper("确定建设单位请示", .intake, as: .housing)), as: .housing, on: "2021-06-24")
    try await story.take(
      FixConstructionUnit(
        project: project, unit: unit, name: "样例城市更新公司", role: .constructionUnit,
        document: try await paper("县政府批复", .intake, as: .districtGovernment)), as: .districtGovernment,
      on: "2021-06-30")
    say.told("2021-06-30", .intake, "住建部门报请，县政府确定建设单位", "workflow 3.5")
    let seats: [Role] = [.constructionUnit, .subdistrict, .residentsCommittee, .designer, .utility]
    var members = try seats.map { TaskForceMember(role: $0, organisation: try organisation($0)) }
    members.append(
      TaskForceMember(
        role: .residentRepresentative, organisation: try organisation(.ownersBody), person: "p-qj00017", name: "样例丙"))
    try await story.take(
      FormTaskForce(
        project: project, members: try Listing(members),
        document: try await paper("工作专班名单", .intake, as: .constructionUnit)), as: .constructionUnit, on: "2021-07-05")
    say.told("2021-07-05", .intake, "成立工作专班，业主代表自下而上推选", "workflow 4.1")
    try await story.take(commission, as: .constructionUnit, on: "2021-07-08")
  }

  /// Records the next version of the plan from the samples.
  @discardableResult
  func recordPlan(_ number: Int, as role: Role, on day: BusinessDate, _ text: String, _ article: String) async throws
    -> PlanReceived
  {
    let costs = try JSONDecoder().decode(Costs.self, from: try Data(contentsOf: story.sample("plan-\(number).json")))
    let recorded = try await story.take(
      RecordPlan(
        project: project, document: try await paper("改造方案第\(number)稿", .intake, as: role), lines: costs.lines,
        sharedCosts: costs.sharedCosts, socialCapital: "0.00", apportionment: .exclusiveArea, governmentInvestment: true,
        papers: PlanPapers(
          fundRaising: try await paper("资金分摊方案第\(number)稿", .intake, as: role),
          longTermManagement: try await paper("管理机制方案", .intake, as: role), maintenanceFund: nil, wallHazards: nil,
          drawings: [try await paper("方案图纸第\(number)稿", .intake, as: role)],
          contents: ["item-list", "drawings", "estimate", "cost-sharing"])), as: role, on: day)
    say.told(day, .intake, "\(text) \(recorded.plan)：总投资 \(recorded.investment) 元", article)
    return recorded
  }
}
