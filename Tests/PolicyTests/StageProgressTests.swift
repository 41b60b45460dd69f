import DomainModel
import Policy
import Testing

@Suite("How far a project is")
struct StageProgressTests {
  let edition: Edition

  init() throws { edition = try PackFolder.yueqing() }

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
    let edition = try PackFolder.wenzhou()
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

  @Test("counts a signature where it takes the vote's place, and not where it does not")
  func signature() throws {
    let tiexi = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
    let known = facts([.surveyRecorded: .flag(true), .planSigned: .flag(true)])
    #expect(StageProgress.stage(of: known, under: tiexi)?.code == "S15")
    #expect(StageProgress.mark(of: "S15", under: tiexi)?.step == "voting.confirm-signatures")
    #expect(StageProgress.stage(of: known, under: edition)?.code == "S00")
    #expect(StageProgress.mark(of: "S15", under: edition)?.step == "voting.open-round")
  }

  @Test("tells the two city reviews apart")
  func reviews() throws {
    let tiexi = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
    #expect(StageProgress.stage(of: facts([.preliminaryReviewPassed: .flag(true)]), under: tiexi)?.code == "S11")
    #expect(StageProgress.stage(of: facts([.planReviewPassed: .flag(true)]), under: tiexi)?.code == "S11b")
  }

  @Test("does not take what runs beside the stages for how far a project is, and asks for it until it is done")
  func parallel() throws {
    let tiexi = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
    var known: [FactKey: FactValue] = [.preliminaryReviewPassed: .flag(true), .initiationApproved: .flag(true)]
    #expect(StageProgress.stage(of: facts(known), under: tiexi)?.code == "S11")
    known[.demolitionCleared] = .flag(true)
    #expect(StageProgress.stage(of: facts(known), under: tiexi)?.code == "S29")
    let ahead = StageProgress.ahead(of: facts(known), under: tiexi).map(\.stage.code)
    #expect(ahead.contains("S26") && !ahead.contains("S24") && !ahead.contains("S15"))
  }
}
