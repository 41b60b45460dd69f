import Contracts
import DomainModel
import TestKit
import Testing

@testable import Supervision

@Suite("Feeding an evaluation back (Ziyang 4.8)")
struct EvaluationFeedbackTests {
  private let bench: Bench
  static let project: ProjectID = "512000-2021-0001"
  static let paper = DocumentHash.sample

  init() throws {
    bench = try Bench(SupervisionService.definition, law: try .ziyang())
    try bench.openProject(Self.project, on: "2021-01-12")
    try bench.upload(Self.paper)
    try bench.state(
      [
        FactStatement(.planNoticeClosed, .flag(true)), FactStatement(.initiationApproved, .flag(true)),
      ], of: Self.project, on: "2021-06-15")
  }

  private let feedback = ReportEvaluation(project: project, proposals: "建议增设充电位", document: paper)

  /// Accepted, with one questionnaire.
  private func polled() throws {
    try bench.send(
      RecordTender(
        project: Self.project, form: .constructionTender, winner: "sample-builder", contractSum: "100.00",
        document: Self.paper), on: "2021-06-20")
    try bench.send(
      AppointContractor(
        project: Self.project, organisation: "sample-builder", manager: "p-1", managerName: "样例", managerPhone: nil,
        document: Self.paper), on: "2021-06-21")
    try bench.send(
      AppointSupervisor(
        project: Self.project, organisation: "sample-supervisors", manager: "p-2", managerName: "样例", managerPhone: nil,
        document: Self.paper), on: "2021-06-21")
    try bench.send(
      StartConstruction(project: Self.project, plannedFinish: "2021-12-20", order: nil), on: "2021-07-05")
    let held = try bench.send(
      RecordAcceptance(
        project: Self.project,
        parties: [AcceptanceParty(party: .departments, organisation: "district", stance: .agrees)], faults: [],
        minutes: Self.paper), on: "2021-12-16", as: .districtGovernment)
    try bench.send(
      PassAcceptance(project: Self.project, acceptance: held.acceptance, report: Self.paper), on: "2021-12-22", as: .districtGovernment)
    try bench.send(
      RecordQuestionnaires(project: Self.project, rows: [QuestionnaireRow(respondent: "q-1", satisfaction: .very)]),
      on: "2022-03-25")
  }

  @Test("there is nothing to feed back before the evaluation")
  func nothing() throws {
    #expect(try bench.refusal(feedback, on: "2022-04-12", as: .districtGovernment)?.code == "evaluation-missing")
  }

  @Test("an evaluation is fed back by the district and told to the register")
  func fedBack() throws {
    try polled()
    try bench.send(
      Evaluate(
        project: Self.project, evaluator: "district", works: .good, management: .good, report: Self.paper),
      on: "2022-04-08", as: .districtGovernment)
    #expect(throws: Rejected.self) { try bench.send(feedback, on: "2022-04-12", as: .subdistrict) }
    #expect(try bench.refusal(feedback, on: "2022-04-07", as: .districtGovernment)?.code == "dated-before")
    try bench.send(feedback, on: "2022-04-12", as: .districtGovernment)
    #expect(try bench.facts(of: Self.project).holds(.evaluationReported))
  }
}
