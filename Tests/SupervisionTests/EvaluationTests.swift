import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@testable import Supervision

@Suite("Long-term management, questionnaires and evaluation")
struct EvaluationTests {
  private func fix(_ mode: ManagementMode, covenant: DocumentHash? = Site.paper) -> FixManagementMode {
    FixManagementMode(project: Site.project, mode: mode, manager: "lecheng-property", covenant: covenant)
  }

  @Test("Yueqing offers three ways of managing", arguments: [
    ManagementMode.propertyCompany, .ownersSelfManagement, .communityManagement,
  ])
  func modes(_ mode: ManagementMode) throws {
    let site = try Site()
    try site.bench.send(fix(mode), on: "2025-05-01")
    #expect(try site.facts.holds(.managementModeFixed))
    #expect(try site.bench.ask(EvaluationQuery(project: Site.project)).managementMode == mode)
  }

  @Test("a way that the city does not offer, or one without a covenant, is refused")
  func modeRefusals() throws {
    let site = try Site()
    #expect(try site.refusal(fix(.commissionBased), on: "2025-05-01")?.code == "mode-not-offered")
    let refused = try #require(try site.refusal(fix(.propertyCompany, covenant: nil), on: "2025-05-01"))
    #expect(refused.stopping == ["management.covenant-made"])
    #expect(refused.finding("management.covenant-made")?.articles == ["plan 3.9"])
  }

  private func record(_ rows: [QuestionnaireRow]) throws -> RecordQuestionnaires {
    RecordQuestionnaires(project: Site.project, rows: try Listing(rows))
  }

  @Test("counts answers, keeps names out, and lets the first form stand")
  func counting() throws {
    let site = try Site()
    let first = try site.bench.send(
      try record([
        QuestionnaireRow(
          respondent: "q-1", name: "郑国强", contact: "13700000003", sex: .male, age: 60, involvement: .yes,
          aspects: [.roads, .lift], improvement: .muchBetter, satisfaction: .very, comments: "郑国强表示感谢"),
        QuestionnaireRow(
          respondent: "q-2", age: 61, involvement: .no, aspects: [.roads], improvement: .worse, satisfaction: .not),
        QuestionnaireRow(respondent: "q-3", ageBand: .to60, improvement: .bitBetter, satisfaction: .fairly),
        QuestionnaireRow(respondent: "q-4", improvement: .same),
      ]), on: "2025-06-01")
    #expect(first == QuestionnairesReport(counted: 4, repeated: [], total: 4))
    let second = try site.bench.send(
      try record([
        QuestionnaireRow(respondent: "q-1", satisfaction: .not),
        QuestionnaireRow(respondent: "q-5", satisfaction: .soSo),
        QuestionnaireRow(respondent: "q-5", satisfaction: .very),
      ]), on: "2025-06-02")
    #expect(second == QuestionnairesReport(counted: 1, repeated: ["q-1", "q-5"], total: 5))

    let overview = try site.bench.ask(EvaluationQuery(project: Site.project))
    func answered(_ question: Int) -> Int? { overview.questions.first { $0.question == question }?.answered }
    func chosen(_ question: Int, _ option: String) -> Int? {
      overview.questions.first { $0.question == question }?.options.first { $0.option == option }?.count
    }
    #expect(chosen(2, "to-60") == 2)
    #expect(chosen(2, "over-60") == 1)
    #expect(answered(6) == 1)
    #expect(chosen(6, "roads") == 1)
    #expect(answered(7) == 3)
    #expect(chosen(7, "worse") == 0)
    #expect(overview.improved == "2/3")
    #expect(answered(8) == 4)
    #expect(overview.satisfied == "2/4")
    #expect(overview.ratesOrigin == .recommended)
    for word in ["郑国强", "13700000003", "感谢"] { #expect(try !site.bench.recordedText().contains(word)) }
    let (before, after) = try site.bench.rebuilt()
    #expect(before == after)
  }

  @Test("the bands share no age", arguments: [
    (0, AgeBand.to20), (20, .to20), (21, .to35), (35, .to35), (36, .to45), (45, .to45), (46, .to60), (60, .to60),
    (61, .over60), (130, .over60),
  ])
  func bands(_ age: Int, _ band: AgeBand) {
    #expect(AgeBand(age: age) == band)
  }

  @Test("an age outside the band given is refused at its row")
  func contradiction() throws {
    let site = try Site()
    let refused = try site.refusal(
      try record([
        QuestionnaireRow(respondent: "q-1", age: 60, ageBand: .to60),
        QuestionnaireRow(respondent: "q-2", age: 60, ageBand: .over60),
      ]), on: "2025-06-01")
    #expect(refused?.code == "age-band-contradicts")
    #expect(refused?.pointers == ["/rows/1/ageBand"])
  }

  @Test("five hundred forms at once make one event of counts")
  func bulk() throws {
    let site = try Site()
    let rows = try (1...500).map { number in
      QuestionnaireRow(respondent: try PersonID("q-\(number)"), satisfaction: number % 2 == 0 ? .very : .not)
    }
    #expect(try site.bench.send(try record(rows), on: "2025-06-01").total == 500)
    #expect(try site.bench.events(QuestionnairesRecorded.self).count == 1)
    #expect(try site.bench.ask(EvaluationQuery(project: Site.project)).satisfied == "250/500")
  }

  @Test("what goes to the vault holds name, contact, words and answers")
  func vaulted() {
    let record = QuestionnaireCount.vaulted(
      QuestionnaireRow(
        respondent: "q-1", name: "郑国强", contact: "13700000003", age: 60, aspects: [.roads, .lift],
        satisfaction: .very, comments: "很好"))
    #expect(record.person == "q-1")
    #expect(record.personal == [
      "name": "郑国强", "contact": "13700000003", "comments1": "很好", "answers": "q2=to-60;q6=lift,roads;q8=very",
    ])
  }

  @Test("long words are kept in pieces that can be shown")
  func pieces() {
    let text = String(repeating: "字", count: 450)
    let pieces = VaultWords.pieces(text, named: "text")
    #expect(pieces.keys.sorted() == ["text1", "text2", "text3"])
    #expect((pieces["text1"] ?? "") + (pieces["text2"] ?? "") + (pieces["text3"] ?? "") == text)
  }

  private let evaluate = Evaluate(
    project: Site.project, evaluator: "yueqing-renovation", works: .good, management: .adequate, report: Site.paper)

  @Test("is recorded after acceptance and questionnaires, with rates that are ours")
  func evaluation() throws {
    let site = try Site()
    let refused = try #require(try site.refusal(evaluate, on: "2025-07-01", as: .renovationOffice))
    #expect(refused.stopping == ["acceptance.passed", "evaluation.recorded"])
    #expect(refused.finding("evaluation.recorded")?.articles == ["plan 3.9"])
    try site.accepted()
    #expect(try site.refusal(evaluate, on: "2025-07-01", as: .renovationOffice)?.stopping == ["evaluation.recorded"])
    try site.bench.send(try record([QuestionnaireRow(respondent: "q-1", satisfaction: .very)]), on: "2025-06-01")
    let report = try site.bench.send(evaluate, on: "2025-07-01", as: .renovationOffice)
    #expect(report.satisfied == "1/1")
    #expect(report.improved == nil)
    #expect(report.origin == .recommended)
    #expect(try site.facts.holds(.evaluationRecorded))
    #expect(try site.works().stage == .evaluated)
  }
}
