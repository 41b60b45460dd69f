import Contracts
import DomainModel
import Policy
import Terminal
import Testing

@testable import Status

@Suite("One project, for an operator")
struct DossierTests {
  private static let source = SourceRef(feed: .funding, epoch: "5f2a90c1", sequence: 40)

  private static let dossier: Dossier = {
    var dossier = Dossier(asOf: DeadlineSample.asOf, deadlines: DeadlineSample.answers)
    dossier.report = Sample.report(isLate: true)
    dossier.outlook = Sample.outlook(Sample.missing, takenBy: [.subdistrict])
    dossier.course = [.init(stage: Sample.applied, order: 5, on: "2024-01-08")]
    let receipt = Receipt(
      step: "intake.submit-application", project: "330382-2024-0007", on: "2024-01-08", edition: nil,
      findings: [Finding("eligibility.not-excluded", .satisfied, cites: [Citation(instrument: "plan", article: "2.1")])]
    )
    dossier.steps = [
      .init(service: .intake, taken: TakenStep(sequence: 31, receipt: receipt, inQuestion: source))
    ]
    dossier.refusals = [
      .init(
        service: .voting,
        given: .init(
          at: Sample.now, organisation: "yueqing-street",
          problem: Problem(
            code: "round-not-open", title: "该轮已结束。", detail: "", retry: .never, step: "voting.cast-ballot")))
    ]
    dossier.parked = [.init(service: .funding, waiting: Sample.waiting)]
    dossier.timeline = [
      .init(
        on: "2024-01-08", service: .intake, what: "intake.application-submitted", value: .flag(true), source: source,
        isWithdrawn: false, isInQuestion: true)
    ]
    return dossier
  }()

  private func page(_ language: Language) -> String {
    DossierText(language, width: 140, articles: ArticleBook { nil }).page(Self.dossier, of: "330382-2024-0007")
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test("says what the next step lacks, from whom, and what was found before, with the articles")
  func chinese() {
    let page = page(.zh)
    for part in [
      "330382-2024-0007　银河小区改造", "逾期列入计划", "S06 申请审核", "还缺 2 项", "由谁办理：乡镇（街道）", "（等居民表决登记）",
      "存疑的步骤", "funding/40", "滞留", "install yueqing/2024-2.yaml", "走过的阶段", "已过的关口", "依据：plan 2.1",
      "不予办理 1 次", "round-not-open", "提交改造申请（存疑）",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("says it in English too")
  func english() {
    let page = page(.en)
    for part in [
      "lacks 2", "Taken by: subdistrict", "(from voting)", "Steps in question", "Gates passed", "Refused once",
      "Records a ballot (voting.cast-ballot)",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test("is trouble where a step is in question, events wait, or something is overdue")
  func trouble() {
    #expect(Self.dossier.hasTrouble)
    #expect(!Dossier(asOf: DeadlineSample.asOf, deadlines: DeadlineAnswers(asOf: DeadlineSample.asOf)).hasTrouble)
  }

  @Test("reads as a document for programs")
  func document() throws {
    let value = try DossierJSON(.en).value(Self.dossier, of: "330382-2024-0007")
    #expect(value["format"] == .string("jiugai-status-project/1"))
    guard case .array(let refusals)? = value["refusals"] else {
      Issue.record("no refusals")
      return
    }
    #expect(refusals.count == 1)
  }
}
