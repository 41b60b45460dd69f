import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Approvals

@Suite("A joint session where the document names nobody (Ziyang 5.1)")
struct JointSessionTests {
  private let course: Course

  init() throws {
    course = try Course(under: .ziyang())
    try course.bench.state([FactStatement(.planVersion, .code(Course.plan.rawValue))], of: course.project, on: "2024-04-30")
  }

  @Test("is called by housing or natural resources with whom they choose, held, and comes to an opinion", arguments: [
    Role.housing, .naturalResources,
  ])
  func session(_ convener: Role) throws {
    let invitation = Invitation(organisation: Course.org(.finance), role: .finance, deadline: "2024-05-15")
    try course.bench.send(try Course.call([invitation]), on: "2024-05-06", as: convener)
    try course.bench.send(
      GiveOpinion(project: course.project, consultation: course.first, stance: .agree), on: "2024-05-08", as: .finance)
    try course.bench.send(
      HoldConsultation(project: course.project, consultation: course.first, attended: [], minutes: .sample),
      on: "2024-05-20", as: convener)
    let nothing = PlanningStatement(changesPlanningConditions: false, statesExemption: false)
    try course.bench.send(course.form(nothing), on: "2024-05-22", as: convener)
    #expect(try course.holds(.consultationOpinionFormed))
    let report = try course.bench.ask(ConsultationQuery(project: course.project))
    #expect(report.heldOn == "2024-05-20" && report.seats.map(\.role) == [.finance])
    // The plan names nothing that falls away: no permit does.
    #expect(try !course.holds(.planningPermitExempt))
  }
}
