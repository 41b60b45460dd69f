import ClientKit
import Contracts
import DomainModel
import Foundation

extension ZiyangStory {
  private struct Costs: Decodable {
    let lines: Listing<CostLine, 200>
    let sharedCosts: SharedCosts
  }

  /// A version of the plan; the second one takes up what residents said.
  func planVersion() async throws -> RecordPlan {
    let costs = try JSONDecoder().decode(Costs.self, from: try Data(contentsOf: story.sample("costs.json")))
    return RecordPlan(
      project: project, document: try await paper("“一区一策”改造方案", .intake), lines: costs.lines,
      sharedCosts: costs.sharedCosts, socialCapital: "300000.00", apportionment: .exclusiveArea, governmentInvestment: true,
      papers: PlanPapers(
        fundRaising: try await paper("资金筹集方案", .intake), longTermManagement: try await paper("后续管理措施", .intake),
        contents: ["project-design", "budget", "fund-raising", "follow-up-management"]))
  }

  mutating func plan() async throws {
    say.chapter("五、编制方案，公开征求意见")
    let recorded = try await story.take(try await planVersion(), as: .subdistrict, on: "2021-04-20")
    say.told("2021-04-20", .intake, "方案 \(recorded.plan)：总投资 \(recorded.investment) 元", "plan 4.4, plan Annex 1")
    let opened = try await story.take(
      OpenConsultationRound(
        project: project, round: 1, planVersion: recorded.plan,
        contents: [NoticeContent(code: "plan", document: try await paper("改造方案征求意见稿", .voting))],
        places: ["in-community"],
        evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: "2021-04-22", document: try await paper("征求意见照片", .voting))]),
      as: .subdistrict, on: "2021-04-22")
    let comment = try await story.take(
      RecordComment(
        project: project, consultation: opened.consultation, speaker: nil, text: "希望增加非机动车停放和充电", letter: nil,
        channel: .oral), as: .subdistrict, on: "2021-04-26")
    let end = NoticeEvidence(shows: .hangsAtEnd, takenOn: "2021-05-06", document: try await paper("征求意见期满照片", .voting))
    try await story.expectRefusal(
      CloseConsultationRound(
        project: project, consultation: opened.consultation, lastDay: "2021-05-06", planAfter: recorded.plan,
        summary: try await paper("意见汇总", .voting), evidence: [end]), as: .subdistrict, on: "2021-05-07",
      rule: "consultation.comments-sorted", says: "意见尚未汇总，征求意见不能结束")
    try await story.take(
      SortComments(
        project: project, consultation: opened.consultation, comments: [SortedComment(comment: comment.comment, subject: .works)]),
      as: .subdistrict, on: "2021-05-07")
    try await story.take(
      AnswerComments(
        project: project, consultation: opened.consultation,
        answers: [CommentAnswer(comment: comment.comment, response: .adopted, reason: "已列入便民设施")]), as: .subdistrict,
      on: "2021-05-07")
    let improved = try await story.take(try await planVersion(), as: .subdistrict, on: "2021-05-08")
    try await story.take(
      CloseConsultationRound(
        project: project, consultation: opened.consultation, lastDay: "2021-05-06", planAfter: improved.plan,
        summary: try await paper("意见汇总", .voting), evidence: [end]), as: .subdistrict, on: "2021-05-10")
    say.told("2021-05-10", .voting, "公开征求意见结束，汇总完善为 \(improved.plan)", "plan 4.4")
  }

  private func planNotice(_ plan: PlanID, on day: BusinessDate) async throws -> PostNotice {
    PostNotice(
      project: project, kind: .plan, planVersion: plan,
      contents: [NoticeContent(code: "plan", document: try await paper("“一区一策”改造方案公示", .voting))],
      places: ["in-community"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: day, document: try await paper("方案公示照片", .voting))])
  }

  mutating func review() async throws {
    say.chapter("六、方案审查，审查通过后公示")
    let plan = PlanID(project, 2)
    try await story.expectRefusal(
      try await planNotice(plan, on: "2021-05-11"), as: .subdistrict, on: "2021-05-11", rule: "review.current-plan-passed",
      says: "主管部门尚未通过方案审查，不能公示")
    try await story.take(
      RecordPlanReview(
        project: project, plan: plan, stage: .detailed, isPassed: true,
        document: try await paper("方案审查意见", .approvals, as: .housing)), as: .housing, on: "2021-05-12")
    say.told("2021-05-12", .approvals, "主管部门通过方案审查", "plan 4.4")
    try await story.expectRefusal(
      ApproveDocument(
        project: project, covers: [.projectProposal], number: "资发改样〔2021〕1号",
        document: try await paper("项目建议书批复", .approvals, as: .developmentReform)), as: .developmentReform,
      on: "2021-05-13", rule: "notice.complete", says: "方案未公示，立项不能批复")
    let posted = try await story.take(try await planNotice(plan, on: "2021-05-13"), as: .subdistrict, on: "2021-05-13")
    try await story.take(
      CloseNotice(
        project: project, notice: posted.notice, lastDay: "2021-05-25",
        evidence: [
          NoticeEvidence(shows: .hangsAtEnd, takenOn: "2021-05-25", document: try await paper("方案公示期满照片", .voting))
        ]), as: .subdistrict, on: "2021-05-26")
    say.told("2021-05-26", .voting, "方案公示结束", "plan 4.4")
  }

  mutating func approvals() async throws {
    say.chapter("七、立项批复与实施准备")
    let documents: [(InitiationDocument, Text<80>, BusinessDate)] = [
      (.projectProposal, "资发改样〔2021〕1号", "2021-05-27"), (.feasibilityStudy, "资发改样〔2021〕2号", "2021-06-04"),
      (.preliminaryDesign, "资发改样〔2021〕3号", "2021-06-15"),
    ]
    for (document, number, day) in documents {
      try await story.take(
        ApproveDocument(
          project: project, covers: [document], number: number,
          document: try await paper("批复 \(document.rawValue)", .approvals, as: .developmentReform)), as: .developmentReform,
        on: day)
    }
    say.told("2021-06-15", .approvals, "方案审查公示之后批复立项", "plan 4.3, plan 4.4")
    try await story.take(
      UploadDrawings(
        project: project, drawings: [try await paper("施工图", .approvals)], designer: "sample-design-institute",
        complianceStatement: try await paper("施工图合规说明", .approvals), replaces: nil), as: .subdistrict, on: "2021-06-18")
    try await story.take(
      RecordTender(
        project: project, form: .constructionTender, winner: "sample-builder", contractSum: "16400000.00",
        document: try await paper("中标通知书", .supervision)), as: .subdistrict, on: "2021-06-25")
    try await story.expectRefusal(
      StartConstruction(project: project, plannedFinish: "2021-12-20", order: nil), as: .subdistrict, on: "2021-06-26",
      rule: "contractors.appointed", says: "施工、监理单位未确定，不能开工")
    try await story.take(
      AppointContractor(
        project: project, organisation: "sample-builder", manager: "p-manager-1", managerName: "样例经理", managerPhone: nil,
        document: try await paper("施工合同", .supervision)), as: .subdistrict, on: "2021-06-28")
    try await story.take(
      AppointSupervisor(
        project: project, organisation: "sample-supervisors", manager: "p-manager-2", managerName: "样例总监",
        managerPhone: nil, document: try await paper("监理合同", .supervision)), as: .subdistrict, on: "2021-06-28")
    say.told("2021-06-28", .supervision, "招标，确定施工和监理单位，合同价 16400000.00 元", "plan 4.5")
  }
}
