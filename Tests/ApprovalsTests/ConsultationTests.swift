import Contracts
import DomainModel
import TestKit
import Testing

@Suite("The joint consultation")
struct ConsultationTests {
  @Test("waits for the plan vote to be heard of")
  func unknownVote() throws {
    let course = try Course()
    let problem = try #require(try course.bench.refusal(Course.call(), on: "2024-05-06", as: .housing))
    #expect(problem.stops("voting.plan-carried"))
    #expect(problem.retry == .later)
  }

  @Test("is refused on a plan that the vote did not carry")
  func lostVote() throws {
    let course = try Course.voted()
    try course.bench.state([FactStatement(.planVoteCarried, .flag(false))], of: course.project, on: "2024-05-02")
    let problem = try #require(try course.bench.refusal(Course.call(), on: "2024-05-06", as: .housing))
    #expect(problem.stops("voting.plan-carried"))
    #expect(problem.findings.first { $0.rule == "voting.plan-carried" }?.cites.contains("plan 4.3") == true)
  }

  @Test("is called on the valid version alone")
  func otherVersion() throws {
    let course = try Course.voted()
    let call = try Course.call(plan: "330382-2024-0007/P1")
    #expect(try course.bench.refusal(call, on: "2024-05-06", as: .housing)?.code == "plan-not-current")
  }

  @Test("tells everyone of the city's list who was not invited")
  func missing() throws {
    let course = try Course.voted()
    let some = Course.everyone().filter { $0.utility != .gas && $0.role != .finance }
    let problem = try #require(try course.bench.refusal(Course.call(some), on: "2024-05-06", as: .housing))
    let missing = problem.stopping.filter { $0.rule == "consultation.participants-invited" }
    #expect(missing.count == 2)
    #expect(missing.contains { $0.values.contains { $0.value == .code("gas") } })
    #expect(missing.contains { $0.values.contains { $0.value == .code("finance") } })
  }

  @Test("names invitations that are given twice, unclear or too late")
  func badInvitations() throws {
    let course = try Course.voted()
    func code(_ extra: Invitation) throws -> String? {
      try course.bench.refusal(Course.call(Course.everyone() + [extra]), on: "2024-05-06", as: .housing)?.code
    }
    #expect(try code(Course.everyone()[0]) == "invited-twice")
    #expect(try code(Invitation(organisation: "tower", role: .utility, deadline: "2024-05-15")) == "invitation-unclear")
    #expect(
      try code(Invitation(organisation: "police", role: .police, utility: .gas, deadline: "2024-05-15"))
        == "invitation-unclear")
    #expect(try code(Invitation(organisation: "police", role: .police, deadline: "2024-05-05")) == "deadline-passed")
  }

  @Test("is not called twice on the same plan")
  func twice() throws {
    let course = try Course.voted()
    #expect(try course.bench.send(Course.call(), on: "2024-05-06", as: .housing).consultation == course.first)
    #expect(try course.bench.refusal(Course.call(), on: "2024-05-07", as: .housing)?.code == "consultation-open")
  }

  @Test("hears only the invited, each for itself, and planning from natural resources alone")
  func opinions() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    func opinion(_ stance: Stance, planning: PlanningStatement? = nil) -> GiveOpinion {
      GiveOpinion(project: course.project, consultation: course.first, stance: stance, planning: planning)
    }
    #expect(try course.bench.refusal(opinion(.agree), on: "2024-05-08", as: .police)?.code == "not-invited")
    #expect(try course.bench.refusal(opinion(.object), on: "2024-05-08", as: .finance)?.code == "opinion-without-text")
    #expect(
      try course.bench.refusal(opinion(.agree, planning: Course.clean), on: "2024-05-08", as: .finance)?.code
        == "planning-not-theirs")
    #expect(try course.bench.refusal(opinion(.agree), on: "2024-05-05", as: .finance)?.code == "dated-before")
    #expect(try course.bench.send(opinion(.agree), on: "2024-05-15", as: .finance).isLate == false)
    #expect(try course.bench.send(opinion(.agree), on: "2024-05-16", as: .enforcement).isLate)
    // The same organisation again: the later one counts.
    try course.bench.send(
      GiveOpinion(project: course.project, consultation: course.first, stance: .object, text: "预算不足"), on: "2024-05-17",
      as: .finance)
    let report = try course.bench.ask(ConsultationQuery(project: course.project))
    #expect(report.seats.first { $0.role == .finance }?.stance == .object)
    #expect(report.seats.first { $0.role == .enforcement }?.isLate == true)
  }

  @Test("lists who is overdue from the day after the deadline")
  func overdue() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    func overdue(_ day: BusinessDate) throws -> [OverdueOpinion] {
      try course.bench.ask(OverdueOpinionsQuery(project: course.project, asOf: day)).overdue
    }
    try course.bench.send(
      GiveOpinion(project: course.project, consultation: course.first, stance: .agree), on: "2024-05-15", as: .finance)
    try course.bench.send(
      GiveOpinion(project: course.project, consultation: course.first, stance: .agree), on: "2024-05-20", as: .utility)
    #expect(try overdue("2024-05-15").isEmpty)
    let next = try overdue("2024-05-16")
    #expect(next.count == 11)
    #expect(!next.contains { $0.role == .finance })
    #expect(next.first { $0.role == .utility }?.answeredOn == "2024-05-20")
    #expect(next.allSatisfy { $0.daysOverdue == 1 })
    #expect(try overdue("2024-05-20").count == 6)
  }

  @Test("is held once, and shows who stayed away")
  func held() throws {
    let course = try Course.voted().consulted()
    #expect(try course.holds(.consultationHeld))
    let again = HoldConsultation(project: course.project, consultation: course.first, attended: [], minutes: .sample)
    #expect(try course.bench.refusal(again, on: "2024-05-21", as: .housing)?.code == "consultation-held-already")
    let receipts = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    let receipt = try #require(receipts.first { $0.receipt.step == "approvals.hold-consultation" }).receipt
    let away = receipt.findings.filter { $0.rule == "consultation.participants-present" }
    #expect(away.count == 6)
    #expect(away.allSatisfy { $0.force == .advises })
  }

  @Test("goes only where the plan stands unchanged")
  func changedPlan() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    let facts = [
      FactStatement(.planVersion, .code("330382-2024-0007/P3")),
      FactStatement(.planVoteVersion, .code("330382-2024-0007/P3")),
    ]
    try course.bench.state(facts, of: course.project, on: "2024-05-18")
    let hold = HoldConsultation(project: course.project, consultation: course.first, attended: [], minutes: .sample)
    let problem = try #require(try course.bench.refusal(hold, on: "2024-05-20", as: .housing))
    #expect(problem.stops("consultation.plan-current"))
  }

  @Test("is an unknown number for another project")
  func foreign() throws {
    let course = try Course.voted()
    try course.bench.send(Course.call(), on: "2024-05-06", as: .housing)
    try course.bench.openProject("330382-2024-0008")
    let hold = HoldConsultation(project: "330382-2024-0008", consultation: course.first, attended: [], minutes: .sample)
    #expect(try course.bench.refusal(hold, on: "2024-05-20", as: .housing)?.code == "consultation-unknown")
  }
}
