import DomainModel
import Policy
import Testing

@Suite("How far a project is")
struct StageProgressTests {
  let edition: Edition

  init() throws { edition = try YueqingEdition.load() }

  private func facts(_ known: [FactKey: FactValue]) -> ProjectFacts {
    var facts = ProjectFacts(project: "330382-2024-0007")
    for (key, value) in known {
      facts.state(
        key,
        Fact(value: value, on: "2024-03-01", source: SourceRef(feed: key.owner, epoch: "be9c4001", sequence: 1)))
    }
    return facts
  }

  @Test("every stage of the pack has its mark")
  func marks() {
    for cited in edition.file.stages { #expect(StageProgress.marks[cited.item.code.rawValue] != nil) }
    for number in 0...38 {
      #expect(StageProgress.marks["S" + (number < 10 ? "0" : "") + String(number)] != nil)
    }
  }

  @Test("nothing known is no stage")
  func none() {
    #expect(StageProgress.stage(of: facts([:]), under: edition) == nil)
    #expect(StageProgress.ahead(of: facts([:]), under: edition).first?.stage.code == "S00")
  }

  @Test("is the furthest formal stage; informal ones and false flags do not count")
  func furthest() {
    let known = facts([
      .surveyRecorded: .flag(true), .applicationSubmitted: .flag(true), .applicationAgreed: .flag(false),
      .constructionUnitFixed: .flag(true),
    ])
    #expect(StageProgress.stage(of: known, under: edition)?.code == "S05")
    #expect(StageProgress.ahead(of: known, under: edition).first?.stage.code == "S06")
  }

  @Test("takes facts that are no flags as reached")
  func values() {
    let known = facts([.planVersion: .code("330382-2024-0007/P1"), .annualPlanListed: .count(2025)])
    #expect(StageProgress.stage(of: known, under: edition)?.code == "S21")
  }

  @Test("in Wenzhou the money gate is passed by the initiation, and recorded silence ends the site survey")
  func wenzhou() throws {
    let edition = try Pack.wenzhou()
    func step(_ code: StageCode) -> WireName? {
      StageProgress.standings(of: facts([:]), under: edition).first { $0.stage.code == code }?.mark?.step
    }
    #expect(step("S19") == "approvals.open-initiation")
    #expect(StageProgress.standings(of: facts([:]), under: self.edition).first { $0.stage.code == "S19" }?.mark?.step
      == "intake.report-to-city")
    func isReached(_ code: StageCode, _ known: [FactKey: FactValue]) -> Bool? {
      StageProgress.standings(of: facts(known), under: edition).first { $0.stage.code == code }?.isReached
    }
    #expect(isReached("S19", [:]) == false && isReached("S19", [.initiationOpened: .flag(true)]) == true)
    #expect(isReached("S10", [.siteSurveyAnswered: .flag(false), .siteFeedbackOverdue: .count(0)]) == false)
    #expect(isReached("S10", [.siteSurveyAnswered: .flag(false), .siteFeedbackOverdue: .count(2)]) == true)
    #expect(isReached("S10", [.siteSurveyAnswered: .flag(true)]) == true)
    for cited in edition.file.stages { #expect(StageProgress.marks[cited.item.code.rawValue] != nil) }
  }
}
