import Contracts
import DomainModel
import Policy
import TestKit
import Testing
import Voting

@Suite("The signature under a plan")
struct SignatureTests {
  private let bench: Bench
  private let project: ProjectID = "220302-2020-0001"
  private let plan: PlanID = "220302-2020-0001/P2"
  private let paper = DocumentHash.sample

  init() throws {
    bench = try Bench(VotingService.definition, law: .tiexi())
    try bench.openProject(project, on: "2020-12-16")
    try bench.upload(paper)
  }

  private func reviewed(preliminary: Bool = true, detailed: Bool? = true, version: PlanID? = nil) throws {
    var facts = [
      FactStatement(.planVersion, .code(plan.rawValue)), FactStatement(.preliminaryReviewPassed, .flag(preliminary)),
    ]
    if let detailed {
      facts += [
        FactStatement(.planReviewPassed, .flag(detailed)),
        FactStatement(.planReviewVersion, .code((version ?? plan).rawValue)),
      ]
    }
    try bench.state(facts, of: project, on: "2021-03-05")
  }

  private static let members = [
    PlanSignatory(person: "p-1", name: "陈立", capacity: .committeeMember, signedOn: "2021-03-09"),
    PlanSignatory(person: "p-2", name: "王岚", capacity: .committeeMember, signedOn: "2021-03-10"),
  ]
  private static let representative = PlanSignatory(
    person: "p-3", name: "李敏", capacity: .residentRepresentative, choice: .electedByResidents, signedOn: "2021-03-10")

  private func signing(
    _ signatories: [PlanSignatory] = members, plan: PlanID? = nil, pages: [DocumentHash] = [.sample]
  ) throws -> ConfirmSignatures {
    ConfirmSignatures(
      project: project, planVersion: plan ?? self.plan, signatories: try Listing(signatories), pages: try Listing(pages))
  }

  private func refusal(_ command: some Command, on day: BusinessDate = "2021-03-10", as role: Role = .subdistrict) throws -> Problem? {
    try bench.refusal(command, on: day, as: role)
  }

  private func stops(_ problem: Problem?) -> [RuleID] { problem?.findings.filter(\.stops).map(\.rule) ?? [] }

  @Test("records who signed in which capacity, and tells the others how many and which version")
  func signed() throws {
    try reviewed()
    let report = try bench.send(try signing(Self.members + [Self.representative]), on: "2021-03-10")
    #expect(report == SignatureReport(planVersion: plan, committeeMembers: 2, representatives: 1))
    let facts = try bench.facts(of: project)
    #expect(facts.holds(.planSigned) && facts[.planSigned]?.on == "2021-03-10")
    #expect(facts[.planSignedVersion]?.value == .code(plan.rawValue))
    let answer = try bench.ask(SignaturesQuery(project: project))
    #expect(answer.planVersion == plan && answer.counts && answer.signatures.count == 3)
    #expect(answer.signatures.last?.choice == .electedByResidents)
    #expect(try bench.events(PlanSigned.self).map(\.representatives.value) == [1])
  }

  @Test("keeps names in the vault and out of every record")
  func names() throws {
    try reviewed()
    try bench.send(try signing(), on: "2021-03-10")
    #expect(try bench.vault(of: "p-1") == ["name": "陈立"])
    #expect(try !bench.recordedText().contains("陈立"))
    #expect(SignaturesRecorded.readers == .own)
  }

  @Test("waits for both city reviews, each with its article")
  func beforeReview() throws {
    let nothing = try #require(try refusal(try signing()))
    #expect(nothing.code == "gate-closed" && nothing.retry == .later)
    #expect(stops(nothing) == ["review.preliminary-passed", "review.plan-passed", "plan.version-exists"])
    try reviewed(detailed: nil)
    let one = try #require(try refusal(try signing()))
    #expect(stops(one) == ["review.plan-passed"])
    #expect(one.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 6.4"])
    try reviewed(detailed: false)
    #expect(stops(try refusal(try signing())) == ["review.plan-passed"])
    try reviewed()
    #expect(try refusal(try signing()) == nil)
  }

  @Test("is for the valid version: another is refused, and a later version needs signatures of its own")
  func versions() throws {
    try reviewed()
    let other = try #require(try refusal(try signing(plan: "220302-2020-0001/P1")))
    #expect(other.code == "plan-not-current")
    try bench.send(try signing(), on: "2021-03-10")
    #expect(try refusal(try signing())?.code == "plan-signed-already")
    try bench.state([FactStatement(.planVersion, .code("220302-2020-0001/P3"))], of: project, on: "2021-03-12")
    #expect(try !bench.ask(SignaturesQuery(project: project)).counts)
    #expect(stops(try refusal(try posting("220302-2020-0001/P3"), on: "2021-03-15")) == ["voting.plan-signed"])
    try bench.send(try signing(plan: "220302-2020-0001/P3"), on: "2021-03-16")
    #expect(try refusal(try posting("220302-2020-0001/P3", on: "2021-03-17"), on: "2021-03-17") == nil)
  }

  private func posting(_ plan: PlanID, on day: BusinessDate = "2021-03-15") throws -> PostNotice {
    PostNotice(
      project: project, kind: .plan, planVersion: plan, contents: [NoticeContent(code: "community-plan", document: paper)],
      places: ["in-community"], evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: day, document: paper)])
  }

  @Test("comes before the notice, which has no shortest time here")
  func notice() throws {
    try reviewed()
    let early = try #require(try refusal(try posting(plan), on: "2021-03-15"))
    #expect(stops(early) == ["voting.plan-signed"])
    #expect(early.findings.first(where: \.stops)?.cites.map(\.description) == ["plan 6.4"])
    try bench.send(try signing(), on: "2021-03-10")
    let schedule = try bench.send(try posting(plan), on: "2021-03-15")
    #expect(schedule.minimumWorkingDays == nil && schedule.earliestLastDay == nil)
    let ending = CloseNotice(
      project: project, notice: schedule.notice, lastDay: "2021-03-15",
      evidence: [NoticeEvidence(shows: .hangsAtEnd, takenOn: "2021-03-15", document: paper)])
    #expect(try refusal(ending, on: "2021-03-16") == nil)
  }

  @Test("of a representative says how they were chosen")
  func choice() throws {
    try reviewed()
    let silent = PlanSignatory(person: "p-4", capacity: .residentRepresentative, signedOn: "2021-03-10")
    let problem = try #require(try refusal(try signing([silent])))
    #expect(stops(problem) == ["signature.choice-recorded"])
    #expect(problem.findings.first(where: \.stops)?.origin == .recommended)
    #expect(try refusal(try signing([Self.representative])) == nil)
  }

  @Test("under another version than the one reviewed is told and counts")
  func deepened() throws {
    try reviewed(version: "220302-2020-0001/P1")
    try bench.send(try signing(), on: "2021-03-10")
    let receipts = try bench.ask(ReceiptsQuery<VotingContract>(project: project)).receipts
    let finding = receipts.last?.receipt.findings.first { $0.rule == "signature.reviewed-version" }
    #expect(finding?.result == .violated && finding?.force == .advises)
  }

  @Test("needs somebody, each once, a page, and a day that has come")
  func malformed() throws {
    try reviewed()
    #expect(try refusal(try signing([]))?.code == "signatories-missing")
    #expect(try refusal(try signing(pages: []))?.code == "signed-page-missing")
    let twice = try #require(try refusal(try signing(Self.members + [Self.members[0]])))
    #expect(twice.code == "signatory-repeated" && twice.pointers == ["/signatories/2/person"])
    let early = try #require(try refusal(try signing(), on: "2021-03-09"))
    #expect(early.code == "signed-after-recorded" && early.pointers == ["/signatories/1/signedOn"])
    #expect(try bench.events(SignaturesRecorded.self).isEmpty)
  }

  @Test("is sent by those whom the draft names, and a vote is not offered")
  func senders() throws {
    try reviewed()
    #expect(throws: Rejected.self) { try bench.send(try signing(), on: "2021-03-10", as: .ownersBody) }
    #expect(throws: Rejected.self) { try bench.send(try signing(), on: "2021-03-10", as: .housing) }
    try bench.send(try signing(), on: "2021-03-10", as: .renovationOffice)
  }

  @Test("is not foreseen in a city that votes")
  func elsewhere() throws {
    let place = try Neighbourhood()
    let command = ConfirmSignatures(
      project: place.project, planVersion: place.plan, signatories: try Listing(Self.members), pages: [place.paper])
    #expect(try place.bench.refusal(command, on: "2024-03-05")?.code == "signature-not-foreseen")
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try reviewed()
    try bench.send(try signing(), on: "2021-03-10")
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }
}
