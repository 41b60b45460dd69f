import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("Closing a round")
struct RoundClosingTests {
  private let place: Neighbourhood
  private let roll: RollID

  init() throws {
    place = try Neighbourhood()
    roll = try place.sealedRoll(try Neighbourhood.units(1...300))
  }

  private func openedRound(_ opening: OpenRound? = nil, on day: BusinessDate = "2024-03-01") throws -> RoundID {
    try place.bench.send(opening ?? place.opening(.willingness, on: roll), on: day).round
  }

  private func report(agree: Int, disagree: Int, blank: Int = 0) throws -> RoundReport {
    let round = try openedRound()
    if agree > 0 { try place.cast(.agree, 1...agree, in: round) }
    if disagree > 0 { try place.cast(.disagree, (agree + 1)...(agree + disagree), in: round) }
    if blank > 0 { try place.cast(.blank, (agree + disagree + 1)...(agree + disagree + blank), in: round) }
    return try place.bench.send(place.closing(round), on: "2024-03-10")
  }

  @Test("carries at exactly two thirds taking part and three quarters of them agreeing")
  func carriesAtTheBound() throws {
    let report = try report(agree: 150, disagree: 50)
    #expect(report.isCarried)
    #expect(report.ratios.map(\.test) == [.quorumArea, .quorumHeads, .approveArea, .approveHeads])
    #expect(try report.ratios.map(\.counted) == [
      Share(1_600_000, of: 2_400_000), Share(200, of: 300), Share(1_200_000, of: 1_600_000), Share(150, of: 200),
    ])
    #expect(try place.bench.facts(of: place.project).holds(.willingnessCarried))
  }

  @Test("does not carry below the quorum, even if all agree")
  func belowQuorum() throws {
    let report = try report(agree: 199, disagree: 0)
    #expect(!report.isCarried)
    #expect(report.ratios.filter { !$0.isReached }.map(\.test) == [.quorumArea, .quorumHeads])
    #expect(try place.bench.facts(of: place.project)[.willingnessCarried]?.value == .flag(false))
  }

  @Test("does not carry one form short of three quarters")
  func belowApproval() throws {
    let report = try report(agree: 149, disagree: 51)
    #expect(report.ratios.filter { !$0.isReached }.map(\.test) == [.approveArea, .approveHeads])
    #expect(!report.isCarried)
  }

  @Test("lets a signed blank take part and not agree, by our default and not by Yueqing's word")
  func blanks() throws {
    let report = try report(agree: 150, disagree: 0, blank: 51)
    #expect(!report.isCarried)
    #expect(report.blanks.treatment == .participatesNotApproves && report.blanks.origin == .recommended)
    #expect(report.heads.blank == 51 && report.explicitRatios.isEmpty)
  }

  @Test("writes the minutes: roll, forms, both tallies, who counted, the scans")
  func minutes() throws {
    let report = try report(agree: 160, disagree: 40)
    let sealed = try #require(try place.bench.events(RollSealed.self).first)
    #expect(report.rollHash == sealed.hash && report.roll == roll)
    #expect(report.forms.issued == 300 && report.forms.agreeing == 160 && report.forms.disagreeing == 40)
    #expect(report.heads.agreeing == 160 && report.households.agreeing == 160 && report.area.agreeing == "12800.00")
    #expect(report.counters.items == ["p-0a11"] && report.scans.items == [place.paper])
    #expect(report.opensOn == "2024-03-01" && report.closedOn == "2024-03-10")
    let asked = try place.bench.ask(RoundReportQuery(project: place.project, round: report.round))
    #expect(asked.report == report)
  }

  @Test("keeps the figures and articles of every test in its receipt, with the chart's figure as advice")
  func receipt() throws {
    _ = try report(agree: 150, disagree: 50)
    let recorded = try place.bench.recordedText()
    for rule in [
      "voting.quorum-area", "voting.quorum-heads", "voting.approve-area", "voting.approve-heads",
      "voting.advisory-threshold", "voting.signed-blank", "voting.head-bases-agree",
    ] { #expect(recorded.contains(rule), "\(rule)") }
    #expect(recorded.contains("plan 3.1") && recorded.contains("plan Annex 3"))
  }

  @Test("waits for the planned last day, and is possible on it")
  func waitsForTheEnd() throws {
    let opening = place.opening(.willingness, on: roll, opensOn: "2024-03-01", closesOn: "2024-03-10")
    let round = try openedRound(opening)
    let early = try #require(try place.bench.refusal(place.closing(round), on: "2024-03-09"))
    #expect(early.code == "round-still-running" && early.retry == .later)
    #expect(try place.bench.refusal(place.closing(round), on: "2024-03-10") == nil)
  }

  @Test("is not dated before the last form that was signed")
  func afterTheForms() throws {
    let round = try openedRound()
    try place.cast(.agree, 1...3, in: round, signedOn: "2024-03-07")
    #expect(try place.bench.refusal(place.closing(round), on: "2024-03-06")?.code == "dated-before")
    #expect(try place.bench.refusal(place.closing(round), on: "2024-03-07") == nil)
  }

  @Test("happens once")
  func once() throws {
    let round = try openedRound()
    try place.bench.send(place.closing(round), on: "2024-03-10")
    #expect(try place.bench.refusal(place.closing(round), on: "2024-03-11")?.code == "round-not-open")
  }

  @Test("needs its scans uploaded first")
  func needsScans() throws {
    let round = try openedRound()
    let missing = CloseRound(
      project: place.project, round: round, counters: [],
      scans: ["a3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"])
    #expect(try place.bench.refusal(missing, on: "2024-03-10")?.code == "document-missing")
  }

  @Test("on a plan tells which version was voted on")
  func planVersion() throws {
    try place.postedNotice()
    let round = try openedRound(place.opening(.plan, on: roll), on: "2024-03-04")
    try place.cast(.agree, 1...240, in: round)
    let report = try place.bench.send(place.closing(round), on: "2024-03-10")
    #expect(report.isCarried && report.planVersion == place.plan)
    let facts = try place.bench.facts(of: place.project)
    #expect(facts.holds(.planVoteClosed) && facts.holds(.planVoteCarried))
    #expect(facts[.planVoteVersion]?.value == .code(place.plan.rawValue))
  }

  @Test("does not serve a later version of the plan: the gate compares them")
  func laterVersion() throws {
    try planVersion()
    let later: PlanID = "330382-2024-0007/P2"
    try place.bench.state([FactStatement(.planVersion, .code(later.rawValue))], of: place.project, on: "2024-03-20")
    let gate = try Law.yueqing().gate("intake.submit-declaration")
    let rule = try #require(gate.first { $0.rule == "voting.plan-carried" })
    let circumstances = Circumstances(facts: try place.bench.facts(of: place.project), on: "2024-03-25")
    #expect(RuleRegistry.finding(under: rule, in: circumstances).result == .violated)
  }

  @Test("under a city whose blanks follow the majority wants it known when they decided")
  func pivotalBlanks() throws {
    // Yueqing's pack with another city's rule on blanks, printed on the form.
    let law = try Law.altered([
      "signedBlank: silent": "signedBlank: {value: follows-majority, cites: [plan 3.1]}"
    ])
    let place = try Neighbourhood(law: law)
    let roll = try place.sealedRoll(try Neighbourhood.units(1...300))
    let opening = place.opening(.willingness, on: roll, blankRulePrinted: true)
    let round = try place.bench.send(opening, on: "2024-03-01").round
    try place.cast(.agree, 1...140, in: round)
    try place.cast(.disagree, 141...160, in: round)
    try place.cast(.blank, 161...220, in: round)
    #expect(try place.bench.refusal(place.closing(round), on: "2024-03-10")?.code == "pivotal-blanks")
    let knowing = CloseRound(
      project: place.project, round: round, counters: [], scans: [], acknowledgesPivotalBlanks: true)
    let report = try place.bench.send(knowing, on: "2024-03-10")
    #expect(report.isCarried && report.blanks.isPivotal && report.blanks.majority == .agree)
    #expect(report.explicitRatios.contains { !$0.isReached })
  }

  @Test("is undone by an upheld objection: the tally opens again, and what was carried no longer is")
  func reopened() throws {
    let notice = try place.postedNotice()
    let round = try openedRound(place.opening(.plan, on: roll), on: "2024-03-04")
    try place.cast(.agree, 1...240, in: round)
    try place.bench.send(place.closing(round), on: "2024-03-08")
    let attach = AttachSummary(project: place.project, notice: notice, round: round, summary: place.paper)
    try place.bench.send(attach, on: "2024-03-08")
    let objection = try place.bench.send(
      RecordObjection(
        project: place.project, notice: notice, objector: nil, text: nil, letter: place.paper, channel: .written),
      on: "2024-03-11"
    ).objection
    let reopen = ReopenRound(project: place.project, round: round, objection: objection, reason: "两份意见表须重新核对")
    #expect(try place.bench.refusal(reopen, on: "2024-03-12")?.code == "objection-not-upheld")
    let adopted = DisposeObjection(
      project: place.project, objection: objection, disposition: .adopted, document: place.paper)
    try place.bench.send(adopted, on: "2024-03-12")
    let before = try place.bench.facts(of: place.project)
    let carriedBy = [FactKey.planVoteCarried, .voteSummaryAttached].compactMap { before[$0]?.source }
    #expect(carriedBy.count == 2)
    try place.bench.send(reopen, on: "2024-03-12")
    let facts = try place.bench.facts(of: place.project)
    for key in [FactKey.planVoteClosed, .planVoteCarried, .voteSummaryAttached] {
      #expect(facts[key]?.value == .flag(false), "\(key)")
    }
    // Whoever rests on the round, or on the summary that was shown, is told.
    let questions = try place.bench.events(StepQuestioned<VotingContract>.self)
    #expect(questions.map(\.step).contains("voting.close-round"))
    #expect(Set(questions.map(\.sequence)).isSuperset(of: Set(carriedBy.map(\.sequence))))
    #expect(Set(questions.map(\.sequence)).count == questions.count)
    let strike = VoidBallot(project: place.project, round: round, ballotNo: "f-1", reason: "签名不实")
    try place.bench.send(strike, on: "2024-03-12")
    let again = try place.bench.send(place.closing(round), on: "2024-03-13")
    #expect(again.isCarried && again.forms.agreeing == 239)
    try place.bench.send(attach, on: "2024-03-13")
    #expect(try place.bench.facts(of: place.project).holds(.voteSummaryAttached))
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    _ = try report(agree: 150, disagree: 50, blank: 10)
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }
}
