import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  private func opening(
    _ round: Whole<1, 9>, _ plan: PlanID, _ contents: [Identifier<SlugKind>], on day: BusinessDate
  ) async throws -> OpenConsultationRound {
    var posted: [NoticeContent] = []
    for code in contents {
      posted.append(
        NoticeContent(code: code, document: try await paper("第\(round)轮公示 \(code)", .voting, as: .taskForce)))
    }
    return OpenConsultationRound(
      project: project, round: round, planVersion: plan, contents: try Listing(posted),
      places: ["community-site", "residents-committee"], evidence: [try await shown(.hangsAtStart, day, as: .taskForce)])
  }

  /// Records what residents said in a round.
  private func hear(_ file: String, in round: ConsultationRoundID, on day: BusinessDate) async throws -> [CommentID] {
    var comments: [CommentID] = []
    for row in try story.table(file).rows {
      guard let channel = ObjectionChannel(rawValue: row[2]) else { throw StoryFault("no channel \(row[2])") }
      let standing = try await story.take(
        RecordComment(
          project: project, consultation: round, speaker: RollOwner(person: try PersonID(row[0])),
          text: try Text(row[1]), letter: nil, channel: channel), as: .residentsCommittee, on: day)
      comments.append(standing.comment)
    }
    return comments
  }

  private func sortAndAnswer(
    _ file: String, _ comments: [CommentID], in round: ConsultationRoundID, on day: BusinessDate
  ) async throws {
    let rows = try story.table(file).rows
    try await story.take(
      SortComments(
        project: project, consultation: round,
        comments: try Listing(
          zip(comments, rows).map { comment, row in
            guard let subject = CommentSubject(rawValue: row[3]) else { throw StoryFault("no subject \(row[3])") }
            return SortedComment(comment: comment, subject: subject)
          })), as: .taskForce, on: day)
    let answered = try await story.take(
      AnswerComments(
        project: project, consultation: round,
        answers: try Listing(
          zip(comments, rows).map { comment, row in
            guard let response = CommentResponse(rawValue: row[4]) else { throw StoryFault("no response \(row[4])") }
            return CommentAnswer(
              comment: comment, response: response, reason: row[5].isEmpty ? nil : try Text(row[5]))
          })), as: .residentsCommittee, on: day)
    say.told(
      day, .voting, "意见 \(answered.comments) 条分类整理：采纳 \(answered.adopted)，部分采纳 \(answered.partly)，解释 \(answered.explained)",
      "workflow 4.3")
  }

  private func close(
    _ round: ConsultationRoundID, after plan: PlanID, lastDay: BusinessDate, on day: BusinessDate
  ) async throws {
    try await story.take(
      CloseConsultationRound(
        project: project, consultation: round, lastDay: lastDay, planAfter: plan,
        summary: try await paper("意见汇总 \(round)", .voting, as: .taskForce),
        evidence: [try await shown(.hangsAtEnd, lastDay, as: .taskForce)]), as: .taskForce, on: day)
  }

  mutating func firstRound() async throws {
    say.chapter("七、第一轮征求意见")
    let first = try await recordPlan(1, as: .taskForce, on: "2021-07-26", "初步方案", "workflow 4.2")
    let opened = try await story.take(
      try await opening(
        1, first.plan, ["preliminary-plan", "tier-contents", "who-pays", "management-mechanism"], on: "2021-08-02"),
      as: .taskForce, on: "2021-08-02")
    say.told("2021-08-02", .voting, "\(opened.consultation) 在小区和社区现场公示，含三类内容、出资事项和管理机制", "workflow 4.2")
    let comments = try await hear("comments-1.csv", in: opened.consultation, on: "2021-08-10")
    try await story.expectRefusal(
      try await opening(2, first.plan, ["item-list", "specific-plan", "estimate", "cost-sharing"], on: "2021-08-16"),
      as: .taskForce, on: "2021-08-16", rule: "consultation.comments-sorted", says: "第一轮意见还没有分类整理，不能开第二轮")
    try await sortAndAnswer("comments-1.csv", comments, in: opened.consultation, on: "2021-08-20")
    let second = try await recordPlan(2, as: .taskForce, on: "2021-08-30", "具体方案（含图纸、概算、分摊）", "workflow 4.3")
    try await close(opened.consultation, after: second.plan, lastDay: "2021-08-20", on: "2021-08-31")
  }

  mutating func secondRound() async throws {
    say.chapter("八、第二轮征求意见")
    try await story.expectRefusal(
      try calling(PlanID(project, 2)), as: .naturalResources, on: "2021-09-01", rule: "consultation.rounds-answered",
      says: "第二轮征求意见还没有进行，不能召开联合审查")
    let opened = try await story.take(
      try await opening(2, PlanID(project, 2), ["item-list", "specific-plan", "estimate", "cost-sharing"], on: "2021-09-03"),
      as: .taskForce, on: "2021-09-03")
    let comments = try await hear("comments-2.csv", in: opened.consultation, on: "2021-09-08")
    try await sortAndAnswer("comments-2.csv", comments, in: opened.consultation, on: "2021-09-15")
    let third = try await recordPlan(3, as: .taskForce, on: "2021-09-22", "优化方案", "workflow 4.3")
    try await close(opened.consultation, after: third.plan, lastDay: "2021-09-15", on: "2021-09-23")
    say.told("2021-09-23", .voting, "两轮征求意见均已公示、整理、答复", "workflow 4.2, workflow 4.3")
  }

  func calling(_ plan: PlanID) throws -> CallConsultation {
    var invitations: [Invitation] = []
    for role in [.housing, .developmentReform, .finance, .enforcement] as [Role] {
      invitations.append(
        Invitation(organisation: try organisation(role), role: role, utility: nil, deadline: "2021-10-12"))
    }
    for (organisation, kind) in SichuanStory.utilities {
      invitations.append(Invitation(organisation: organisation, role: .utility, utility: kind, deadline: "2021-10-12"))
    }
    return CallConsultation(project: project, plan: plan, invitations: try Listing(invitations))
  }

  static let utilities: [(OrganisationID, UtilityKind)] = [
    ("sample-power", .power), ("sample-water", .water), ("sample-gas", .gas), ("sample-telecom", .telecom),
    ("sample-broadcasting", .broadcasting),
  ]
}
