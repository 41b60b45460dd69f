import Approvals
import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@Suite("Simplified approval under Wenzhou's guide")
struct WenzhouApprovalTests {
  /// With all of the residents' money in, so that nothing but the documents can stop it.
  private func ready(government: Bool = true) throws -> Course {
    let course = try Course.voted(government: government, under: .wenzhou())
    try course.bench.state(
      [
        FactStatement(.residentFundsPlanned, .money("1200000.00")),
        FactStatement(.residentFundsCleared, .money("1200000.00")),
        FactStatement(.fundsCompleteSince, .date("2024-05-01")),
      ], of: course.project, on: "2024-05-01")
    try course.route()
    try course.formed()
    try course.code()
    return course
  }

  @Test("merges up to and including the bounds of guide 4.4", arguments: [
    ("10000000.00", Packaging.allInOne, true), ("10000000.01", .allInOne, false),
    ("20000000.00", .proposalWithFeasibility, true), ("20000000.01", .proposalWithFeasibility, false),
    ("20000000.01", .separate, true),
  ] as [(Money, Packaging, Bool)])
  func bands(_ investment: Money, _ packaging: Packaging, _ isAllowed: Bool) throws {
    let problem = try ready().bench.refusal(Course.opening(investment, packaging), on: "2024-05-24")
    #expect((problem == nil) == isAllowed)
    guard let problem else { return }
    let finding = try #require(problem.stopping.first { $0.rule == "documents.merge-allowed" })
    #expect(finding.cites.contains("guide 4.4") && finding.origin == .document)
  }

  @Test("does not merge for money that is not the government's (AMB-27)")
  func ownMoney() throws {
    let opening = Course.opening("5000000.00", .proposalWithFeasibility, government: false)
    #expect(try ready(government: false).bench.refusal(opening, on: "2024-05-24")?.stops("documents.merge-allowed") == true)
    let separate = Course.opening("5000000.00", .separate, government: false)
    #expect(try ready(government: false).bench.refusal(separate, on: "2024-05-24") == nil)
  }

  private func confirming(_ statement: PlanningStatement) throws -> (Course, ConfirmPlanningExemption) {
    // The route comes after the opinion, so that the opinion alone leaves the exemption to be confirmed.
    let course = try Course.voted(under: .wenzhou()).formed(statement)
    try course.route(on: "2024-05-24")
    return (course, ConfirmPlanningExemption(project: course.project, consultation: course.first, document: .sample))
  }

  @Test("an exemption is confirmed only where natural resources stated it in the opinion (AMB-29)")
  func exemption() throws {
    let (silent, confirm) = try confirming(
      PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false))
    let problem = try #require(try silent.bench.refusal(confirm, on: "2024-05-25", as: .naturalResources))
    let finding = try #require(problem.stopping.first { $0.rule == "planning.exemption-stated" })
    #expect(finding.cites.map(\.description) == ["guide 4.4"])
    let (stated, again) = try confirming(Course.clean)
    #expect(try stated.bench.refusal(again, on: "2024-05-25", as: .naturalResources) == nil)
    #expect(try stated.holds(.planningPermitExempt))
  }
}
