import Approvals
import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Review by the city's renovation office")
struct CityReviewTests {
  private let bench: Bench
  private let project: ProjectID = "220302-2020-0001"
  private let plan: PlanID = "220302-2020-0001/P1"

  init() throws {
    bench = try Bench(ApprovalsService.definition, law: .tiexi())
    try bench.openProject(project, on: "2020-12-16")
    try bench.upload(.sample)
    try bench.state([FactStatement(.planVersion, .code(plan.rawValue))], of: project, on: "2021-01-25")
  }

  private func review(
    _ stage: ReviewedPlan, _ isPassed: Bool = true, reasons: Text<1000>? = nil, plan: PlanID? = nil
  ) -> RecordPlanReview {
    RecordPlanReview(
      project: project, plan: plan ?? self.plan, stage: stage, isPassed: isPassed, reasons: reasons, document: .sample)
  }

  private func refusal(_ command: some Command, on day: BusinessDate) throws -> Problem? {
    try bench.refusal(command, on: day, as: .cityRenovationOffice)
  }

  @Test("is two states: the preliminary plan, then the community's")
  func twice() throws {
    let early = try #require(try refusal(review(.detailed), on: "2021-02-01"))
    #expect(early.findings.filter(\.stops).map(\.rule) == ["review.preliminary-passed"])
    #expect(early.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 6.3", "plan 6.4"])
    try bench.send(review(.preliminary), on: "2021-02-08", as: .cityRenovationOffice)
    #expect(try bench.facts(of: project).holds(.preliminaryReviewPassed))
    #expect(try bench.facts(of: project)[.planReviewPassed] == nil)
    try bench.send(review(.detailed), on: "2021-03-05", as: .cityRenovationOffice)
    #expect(try bench.facts(of: project).holds(.planReviewPassed))
    #expect(try bench.facts(of: project)[.planReviewVersion]?.value == .code(plan.rawValue))
  }

  @Test("returns a plan with reasons; without them it is refused")
  func returned() throws {
    #expect(try refusal(review(.preliminary, false), on: "2021-02-01")?.code == "review-reasons-missing")
    try bench.send(review(.preliminary, false, reasons: "补充供暖管线"), on: "2021-02-01", as: .cityRenovationOffice)
    #expect(try bench.facts(of: project)[.preliminaryReviewPassed]?.value == .flag(false))
    let still = try #require(try refusal(review(.detailed), on: "2021-02-02"))
    #expect(still.findings.first(where: \.stops)?.result == .violated)
    try bench.send(review(.preliminary), on: "2021-02-08", as: .cityRenovationOffice)
    let reviews = try bench.ask(PlanReviewsQuery(project: project)).reviews
    #expect(reviews.map(\.isPassed) == [false, true])
    #expect(reviews.first?.reasons == "补充供暖管线")
  }

  @Test("is of the valid version, once, in the order of days")
  func order() throws {
    #expect(try refusal(review(.preliminary, plan: "220302-2020-0001/P9"), on: "2021-02-08")?.code == "plan-not-current")
    try bench.send(review(.preliminary), on: "2021-02-08", as: .cityRenovationOffice)
    #expect(try refusal(review(.preliminary), on: "2021-02-09")?.code == "plan-reviewed-already")
    #expect(try refusal(review(.detailed), on: "2021-02-07")?.code == "dated-before")
  }

  @Test("is the city office's: the district's own office may not review its plan")
  func office() throws {
    #expect(throws: Rejected.self) {
      try bench.send(review(.preliminary), on: "2021-02-08", as: .renovationOffice)
    }
  }

  @Test("of the preliminary plan opens the initiation, which runs beside the rest")
  func initiation() throws {
    let opening = OpenInitiation(
      project: project, investment: "9000000.00", figureDate: "2021-02-20", governmentInvestment: true, packaging: .separate)
    let early = try #require(try bench.refusal(opening, on: "2021-02-22", as: .subdistrict))
    #expect(early.findings.filter(\.stops).map(\.rule) == ["review.preliminary-passed"])
    try bench.send(review(.preliminary), on: "2021-02-08", as: .cityRenovationOffice)
    #expect(try bench.refusal(opening, on: "2021-02-22", as: .subdistrict) == nil)
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try bench.send(review(.preliminary, false, reasons: "补充"), on: "2021-02-01", as: .cityRenovationOffice)
    try bench.send(review(.preliminary), on: "2021-02-08", as: .cityRenovationOffice)
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }
}
