import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("Testing and deciding eligibility")
struct EligibilityDecisionTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  private func decide(_ community: CommunityID, _ isAdmitted: Bool) -> DecideEligibilityReview {
    DecideEligibilityReview(
      community: community, isAdmitted: isAdmitted, decidedBy: IntakeScene.decider, deciderName: "王建国",
      reason: "其他区域酌情纳入", evidence: [IntakeScene.paper])
  }

  @Test("needs a survey and an installed edition of the place")
  func needs() throws {
    let community = try scene.community()
    let command = AssessEligibility(community: community, edition: scene.edition)
    #expect(try scene.bench.refusal(command, on: "2024-02-07")?.code == "survey-missing")
    try scene.bench.send(RecordSurvey(community: community, survey: IntakeScene.survey()), on: "2024-02-06")
    let other = PackEdition(pack: "yueqing", edition: "2031-1", sha256: DocumentHash.sample)
    #expect(
      try scene.bench.refusal(AssessEligibility(community: community, edition: other), on: "2024-02-07")?.code
        == "edition-missing")
    #expect(try scene.bench.refusal(command, on: "2024-01-04")?.code == "dated-before")
    #expect(try scene.bench.refusal(command, on: "2029-01-05")?.code == "edition-not-in-force")
    #expect(try scene.bench.refusal(command, on: "2029-01-04") == nil)
  }

  @Test("a community of 2000 may proceed; one of 2001 only with the four conditions")
  func years() throws {
    let old = try scene.surveyed(IntakeScene.survey([IntakeScene.building(year: 2000)]))
    #expect(try scene.assess(old).standing == .priority)
    let new = try scene.surveyed(IntakeScene.survey([IntakeScene.building(year: 2001)]), name: "新区")
    let first = try scene.assess(new)
    #expect(first.standing == .exceptionCandidate && !first.mayProceed && !first.mayBeDecided)
    #expect(try scene.bench.refusal(decide(new, true), on: "2024-02-08", as: .housing)?.code == "review-not-due")
    func checked(_ code: Identifier<SlugKind>, _ isMet: Bool = true) -> ConditionChecked {
      ConditionChecked(condition: code, isMet: isMet, evidence: IntakeScene.paper)
    }
    let three: Listing<ConditionChecked, 8> = [
      checked("incomplete-functions"), checked("inadequate-facilities"), checked("unsound-management"),
      checked("strong-wish", false),
    ]
    #expect(try !scene.assess(new, conditions: three).mayProceed)
    let four: Listing<ConditionChecked, 8> = [
      checked("incomplete-functions"), checked("inadequate-facilities"), checked("unsound-management"),
      checked("strong-wish"),
    ]
    #expect(try scene.assess(new, conditions: four).mayProceed)
  }

  @Test("a condition is the pack's and stands once")
  func conditionNames() throws {
    let community = try scene.surveyed()
    let problem = try scene.bench.refusal(
      AssessEligibility(
        community: community, edition: scene.edition,
        conditions: [
          ConditionChecked(condition: "strong-wish", isMet: true, evidence: IntakeScene.paper),
          ConditionChecked(condition: "strong-wish", isMet: true, evidence: IntakeScene.paper),
          ConditionChecked(condition: "pretty", isMet: true, evidence: IntakeScene.paper),
        ]), on: "2024-02-07")
    #expect(problem?.code == "condition-unknown")
    #expect(problem?.pointers == ["/conditions/1/condition", "/conditions/2/condition"])
  }

  @Test("a place outside may be admitted by a recorded decision, once, with who and why")
  func outside() throws {
    let community = try scene.surveyed(place: .other)
    let report = try scene.assess(community)
    #expect(report.standing == .notEligible && report.mayBeDecided)
    try scene.bench.send(decide(community, true), on: "2024-02-08", as: .renovationOffice)
    let known = try scene.bench.ask(CommunityQuery(community: community)).eligibility
    #expect(known?.isEligible == true)
    #expect(known?.decidedBy == IntakeScene.decider)
    #expect(try !scene.bench.recordedText().contains("王建国"))
    #expect(try scene.bench.refusal(decide(community, false), on: "2024-02-09", as: .housing)?.code == "review-not-due")
    let project = try scene.open(community)
    #expect(try scene.bench.facts(of: project).holds(.eligible))
    #expect(try scene.bench.facts(of: project)[.eligibility]?.value == .code("NOT_ELIGIBLE"))
  }

  @Test("a review may be turned down")
  func turnedDown() throws {
    let flags = ExclusionFlags(
      onShantytownPlan: nil, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
      urbanVillage: false)
    let community = try scene.surveyed(IntakeScene.survey(exclusions: flags))
    #expect(try scene.assess(community).standing == .review)
    try scene.bench.send(decide(community, false), on: "2024-02-08", as: .renovationOffice)
    #expect(try scene.bench.ask(CommunityQuery(community: community)).eligibility?.isEligible == false)
  }

  @Test("an exclusion cannot be decided away, and a decision is about the current survey")
  func excluded() throws {
    let flags = ExclusionFlags(
      onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
      urbanVillage: true)
    let community = try scene.surveyed(IntakeScene.survey(exclusions: flags))
    #expect(try scene.assess(community).standing == .excluded)
    #expect(try scene.bench.refusal(decide(community, true), on: "2024-02-08", as: .housing)?.code == "review-not-due")
    let other = try scene.surveyed(name: "外区", place: .other)
    try scene.assess(other)
    try scene.bench.send(
      RecordSurvey(community: other, survey: IntakeScene.survey(on: "2024-02-08")), on: "2024-02-08")
    #expect(try scene.bench.refusal(decide(other, true), on: "2024-02-09", as: .housing)?.code == "assessment-missing")
  }

  @Test("what changes about a community is told to its project")
  func told() throws {
    let project = try scene.opened()
    let community = try scene.bench.ask(ProjectReportQuery(project: project)).community
    #expect(try scene.bench.facts(of: project).holds(.eligible))
    let flags = ExclusionFlags(
      onShantytownPlan: true, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
      urbanVillage: false)
    try scene.bench.send(
      RecordSurvey(community: community, survey: IntakeScene.survey(exclusions: flags)), on: "2024-02-12")
    try scene.assess(community, on: "2024-02-13")
    #expect(try !scene.bench.facts(of: project).holds(.eligible))
    #expect(try scene.bench.facts(of: project)[.eligibility]?.value == .code("EXCLUDED"))
  }
}
