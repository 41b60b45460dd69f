import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Site survey and plan review")
struct SiteSurveyTests {
  @Test("is answered when everyone asked has commented, late or not")
  func answered() throws {
    let course = try Course.voted()
    let asked = [Role.police, .fireBrigade].map {
      Invitation(organisation: Course.org($0), role: $0, deadline: "2024-03-08")
    }
    let survey = try course.bench.send(
      OpenSiteSurvey(project: course.project, invitations: try Listing(asked), record: .sample), on: "2024-03-01"
    ).survey
    let comment = GiveSiteFeedback(project: course.project, survey: survey, text: "消防通道宽度须复核")
    #expect(try !course.bench.send(comment, on: "2024-03-08", as: .fireBrigade).isLate)
    #expect(try !course.holds(.siteSurveyAnswered))
    let overdue = OverdueOpinionsQuery(project: course.project, asOf: "2024-03-09")
    #expect(try course.bench.ask(overdue).overdue.map(\.role) == [.police])
    #expect(try course.bench.send(comment, on: "2024-03-11", as: .police).isLate)
    #expect(try course.holds(.siteSurveyAnswered))
    #expect(try course.bench.refusal(comment, on: "2024-03-11", as: .finance)?.code == "not-invited")
  }

  @Test("a review of the detailed plan says whether it passed")
  func review() throws {
    let course = try Course.voted()
    let review = RecordPlanReview(
      project: course.project, plan: Course.plan, stage: .detailed, isPassed: true, document: .sample)
    try course.bench.send(review, on: "2024-05-01", as: .renovationOffice)
    #expect(try course.holds(.planReviewPassed))
  }
}
