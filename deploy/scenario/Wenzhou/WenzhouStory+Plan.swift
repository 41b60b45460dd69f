import ClientKit
import Contracts
import DomainModel
import Foundation

extension WenzhouStory {
  private struct Costs: Decodable {
    let lines: Listing<CostLine, 200>
    let sharedCosts: SharedCosts
  }

  mutating func siteSurvey() async throws {
    say.chapter("四、部门现场踏勘")
    let utility = try story.organisation(of: .utility)
    let record = try await paper("现场踏勘记录", .approvals)
    let wrong = try await invitations(utility, deadline: "2024-06-12")
    try await story.expectRefusal(
      OpenSiteSurvey(project: project, invitations: wrong, record: record), as: .subdistrict, on: "2024-06-05",
      rule: "site-survey.deadline", says: "反馈期限只给了 4 个工作日")
    let opened = try await story.take(
      OpenSiteSurvey(project: project, invitations: try await invitations(utility, deadline: "2024-06-13"), record: record),
      as: .subdistrict, on: "2024-06-05")
    say.told("2024-06-05", .approvals, "街道召集现场踏勘，5 个工作日至 \(opened.deadline?.description ?? "")（端午节放假）", "guide 3.3")
    say.note("名单未列燃气，一并邀请，不作为条件（AMB-47）")
    for role in [Role.enforcement, .naturalResources, .housing, .police] {
      try await story.take(
        GiveSiteFeedback(project: project, survey: opened.survey, text: "原则同意，细节见附件", document: nil), as: role,
        on: "2024-06-11")
    }
    try await story.take(
      GiveSiteFeedback(project: project, survey: opened.survey, text: "雨污管与电缆沟须避让", document: nil), as: .utility,
      on: "2024-06-13")
    let plan = try await designPlan()
    try await story.expectRefusal(
      plan, as: .subdistrict, on: "2024-06-14", rule: "site-survey.answered", says: "消防和通信尚未书面反馈，不能编制设计方案")
    let overdue = try await story.take(
      RecordOverdueFeedback(project: project, survey: opened.survey, reminder: try await paper("催办函", .approvals)),
      as: .subdistrict, on: "2024-06-14")
    say.told("2024-06-14", .approvals, "登记逾期 \(overdue.organisations.count) 家并催办：消防、通信", "guide 3.3")
    let late = try await story.take(
      GiveSiteFeedback(project: project, survey: opened.survey, text: "消防车道净宽须满足要求", document: nil), as: .fireBrigade,
      on: "2024-06-17")
    say.told("2024-06-17", .approvals, "消防补充反馈，\(late.isLate ? "记为逾期" : "按时")", "guide 3.3")
  }

  private func invitations(_ utility: OrganisationID, deadline: BusinessDate) async throws -> Listing<Invitation, 60> {
    var invited: [Invitation] = []
    for role in [Role.enforcement, .naturalResources, .housing, .police, .fireBrigade] {
      invited.append(Invitation(organisation: try story.organisation(of: role), role: role, utility: nil, deadline: deadline))
    }
    for kind in [UtilityKind.water, .power, .broadcasting, .gas] {
      invited.append(Invitation(organisation: utility, role: .utility, utility: kind, deadline: deadline))
    }
    invited.append(Invitation(organisation: "sample-telecom", role: .utility, utility: .telecom, deadline: deadline))
    return try Listing(invited)
  }

  private func designPlan() async throws -> RecordPlan {
    let costs = try JSONDecoder().decode(Costs.self, from: try Data(contentsOf: story.sample("costs.json")))
    return RecordPlan(
      project: project, document: try await paper("小区改造设计方案", .intake), lines: costs.lines,
      sharedCosts: costs.sharedCosts, socialCapital: "0.00", apportionment: .exclusiveArea, governmentInvestment: true,
      papers: PlanPapers(
        fundRaising: try await paper("资金筹集方案", .intake), longTermManagement: try await paper("长效管理机制", .intake),
        maintenanceFund: nil, wallHazards: nil, drawings: [try await paper("方案图纸", .intake)],
        contents: ["engineering-design", "resources", "budget", "fund-raising", "long-term-management"]))
  }

  mutating func design() async throws {
    say.chapter("五、改造设计方案")
    let recorded = try await story.take(try await designPlan(), as: .subdistrict, on: "2024-06-20")
    say.told("2024-06-20", .intake, "设计方案 \(recorded.plan)：总投资 \(recorded.investment) 元；逾期未反馈的部门一直显示", "guide 3.3, guide 3.4")
    say.note("外立面形象改造在温州为完善类 A2.1，居家养老用房为提升类 E3.1（乐清分类不同）")
  }

  mutating func planVote() async throws {
    say.chapter("六、设计方案表决（二次表决）")
    try await story.expectRefusal(
      try await posting(until: "2024-07-08"), as: .residentsCommittee, on: "2024-06-28", rule: "voting.plan-carried",
      says: "公示的是表决结果，表决通过前不能公示")
    let round = try await cast(.plan, "ballots-plan.csv", open: "2024-07-01", entered: "2024-07-04", on: try await roll().roll)
    try await close(round, "ballots-plan.csv", on: "2024-07-05", cites: "guide 3.4, guide Annex 2")
  }

  private func posting(until last: BusinessDate) async throws -> PostNotice {
    var contents: [NoticeContent] = []
    for (code, name) in [
      ("notice-form", "小区改造居民意见公示书"), ("room-summary", "小区同意改造居民房号汇总表"), ("design-plan", "小区改造设计方案"),
    ] {
      contents.append(
        NoticeContent(code: try Identifier(code), document: try await paper(name, .voting, as: .residentsCommittee)))
    }
    return PostNotice(
      project: project, kind: .plan, planVersion: plan, contents: try Listing(contents), places: ["in-community"],
      evidence: [
        NoticeEvidence(
          shows: .hangsAtStart, takenOn: "2024-07-08", document: try await paper("张贴照片", .voting, as: .residentsCommittee))
      ], printedLastDay: last)
  }

  mutating func notice() async throws {
    say.chapter("七、结果和方案公示")
    try await story.expectRefusal(
      try await posting(until: "2024-07-12"), as: .residentsCommittee, on: "2024-07-08", rule: "notice.period-printed",
      says: "公示书所印期限只有 4 个工作日")
    let schedule = try await story.take(try await posting(until: "2024-07-15"), as: .residentsCommittee, on: "2024-07-08")
    say.told("2024-07-08", .voting, "张贴公示书，\(schedule.minimumWorkingDays ?? 0) 个工作日至 \(schedule.earliestLastDay?.description ?? "")", "guide 3.4")

    let objection = try await story.take(
      RecordObjection(
        project: project, notice: schedule.notice, objector: nil, text: "希望把电动车充电棚移离3幢窗口", letter: nil, channel: .oral),
      as: .residentsCommittee, on: "2024-07-10"
    ).objection
    try await story.take(
      step(objection, .negotiation, agreed: false, writing: nil), as: .residentsCommittee, on: "2024-07-11")
    try await story.expectRefusal(
      step(objection, .mediation, agreed: true, writing: nil), as: .subdistrict, on: "2024-07-12", rule: "objection.path-followed",
      says: "协商不成，请求调解须以书面形式提出")
    try await story.take(
      step(objection, .mediation, agreed: true, writing: try await paper("书面调解申请", .voting)), as: .subdistrict,
      on: "2024-07-12")
    say.told("2024-07-12", .voting, "书面请求后街道调解，双方同意移位", "guide Annex 3")

    let evidence = NoticeEvidence(
      shows: .hangsAtEnd, takenOn: "2024-07-15", document: try await paper("期满照片", .voting, as: .residentsCommittee))
    try await story.expectRefusal(
      CloseNotice(project: project, notice: schedule.notice, lastDay: "2024-07-12", evidence: [evidence]),
      as: .residentsCommittee, on: "2024-07-15", rule: "notice.minimum-reached", says: "公示只满 4 个工作日")
    let late = try await story.take(
      RecordObjection(
        project: project, notice: schedule.notice, objector: nil, text: "不同意围墙改造", letter: nil, channel: .written),
      as: .residentsCommittee, on: "2024-07-16")
    say.told("2024-07-16", .voting, "逾期异议自动处理：\(late.disposition?.rawValue ?? "")", "guide Annex 3")
    let outcome = try await story.take(
      CloseNotice(project: project, notice: schedule.notice, lastDay: "2024-07-15", evidence: [evidence]),
      as: .residentsCommittee, on: "2024-07-16")
    say.told("2024-07-16", .voting, "公示期满：\(outcome.workingDays ?? 0) 个工作日，印明 \(outcome.printedDays) 天", "guide 3.4")
    try await story.take(
      DisposeObjection(project: project, objection: objection, disposition: .settled, document: nil), as: .residentsCommittee,
      on: "2024-07-16")
  }

  private func step(
    _ objection: ObjectionID, _ step: ObjectionStep, agreed: Bool, writing: DocumentHash?
  ) -> RecordObjectionStep {
    RecordObjectionStep(
      project: project, objection: objection, step: step, actor: step == .mediation ? .subdistrict : .residentsCommittee,
      isAgreed: agreed, minutes: nil, requestedInWriting: writing)
  }
}
