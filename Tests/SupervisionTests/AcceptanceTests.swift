import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@Suite("Fire inspection and joint acceptance")
struct AcceptanceTests {
  @Test("the fire inspection waits for the works")
  func fireGate() throws {
    let site = try Site()
    let refused = try #require(try site.refusal(Site.fire(), on: "2025-04-01"))
    #expect(refused.stopping == ["construction.started"])
    #expect(refused.finding("construction.started")?.articles == ["plan 4.7"])
  }

  @Test("the report is made only when the fire inspection is passed; a failed one is recorded")
  func fireFirst() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(try Site.acceptance(), on: "2025-04-08")
    let before = try #require(try site.refusal(Site.pass, on: "2025-04-09"))
    #expect(before.stopping == ["fire.inspection-passed"])
    #expect(before.finding("fire.inspection-passed")?.articles == ["plan 4.7"])
    try site.bench.send(Site.fire(passed: false), on: "2025-04-09")
    #expect(try site.facts[.fireInspectionPassed]?.value == .flag(false))
    #expect(try site.refusal(Site.pass, on: "2025-04-09")?.stopping == ["fire.inspection-passed"])
    try site.bench.send(Site.fire(), on: "2025-04-11")
    #expect(try site.refusal(Site.pass, on: "2025-04-10")?.stopping == ["fire.inspection-passed"])
    try site.bench.send(Site.pass, on: "2025-04-11")
  }

  @Test("is held by technical rules that the housing department set: which, is told where it is not on record")
  func technicalRules() throws {
    for (law, articles) in [(try Law.yueqing(), ["plan 3.7"]), (try Law.wenzhou(), ["guide 3.8"])] {
      let site = try Site(under: law)
      try site.started()
      let plain = try Site.acceptance()
      try site.bench.send(plain, on: "2025-04-08")
      let missing = try site.bench.receiptFinding("acceptance.technical-rules-named", of: "supervision.record-acceptance")
      #expect(missing?.result == .violated && missing?.force == .advises && missing?.articles == articles)
      #expect(missing?.codes("set-by") == ["housing"])
      try site.bench.send(
        RecordAcceptance(
          project: Site.project, parties: plain.parties, minutes: Site.paper, technicalRules: Site.paper),
        on: "2025-04-09")
      let named = try site.bench.receiptFinding("acceptance.technical-rules-named", of: "supervision.record-acceptance")
      #expect(named?.result == .satisfied)
      #expect(try site.bench.ask(AcceptanceQuery(project: Site.project)).acceptances.map(\.technicalRules) == [nil, Site.paper])
    }
  }

  @Test("no acceptance of works that were not started")
  func worksFirst() throws {
    let site = try Site()
    #expect(try site.refusal(try Site.acceptance(), on: "2025-04-08")?.code == "works-not-started")
  }

  @Test(
    "each missing party is named when the acceptance is held, and keeps it from being passed",
    arguments: Site.parties)
  func missingParty(_ party: AcceptancePartyKind) throws {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    let report = try site.bench.send(try Site.acceptance(of: Site.parties.filter { $0 != party }), on: "2025-04-08")
    #expect(report.missing == [party])
    #expect(try site.facts[.acceptancePartiesPresent]?.value == .flag(false))
    let refused = try #require(try site.refusal(Site.pass, on: "2025-04-09"))
    let finding = try #require(refused.finding("acceptance.parties-present"))
    #expect(refused.stopping == ["acceptance.parties-present"])
    #expect(finding.codes("missing") == [party.rawValue])
    #expect(finding.articles == ["plan 4.6", "plan Annex 3"])

    // Another acceptance with everybody there replaces it.
    let second = try site.bench.send(try Site.acceptance(), on: "2025-04-15")
    #expect(second.missing.isEmpty)
    #expect(try site.refusal(Site.pass, on: "2025-04-16")?.code == "acceptance-superseded")
    try site.bench.send(
      PassAcceptance(project: Site.project, acceptance: second.acceptance, report: Site.paper), on: "2025-04-16")
    #expect(try site.facts.holds(.acceptancePassed))
  }

  @Test("what must be put right goes round its loop in order")
  func loop() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    let report = try site.bench.send(try Site.acceptance(faults: ["屋面排水口堵塞", "栏杆松动"]), on: "2025-04-08")
    #expect(report.stage == .issuesOpen)
    #expect(try site.facts[.defectsOpen]?.value == .count(2))
    let refused = try #require(try site.refusal(Site.pass, on: "2025-04-09"))
    #expect(refused.stopping == ["acceptance.defects-closed"])
    #expect(refused.finding("acceptance.defects-closed")?.origin == .recommended)

    func stage() throws -> AcceptanceStage? {
      try site.bench.ask(AcceptanceQuery(project: Site.project)).acceptances.first?.stage
    }
    for defect in report.defects {
      #expect(try stage() == .issuesOpen)
      try site.bench.send(
        FixDefect(project: Site.project, defect: defect, by: "yueqing-build-3"), on: "2025-04-12", as: .contractor)
    }
    #expect(try stage() == .fixed)
    #expect(try site.refusal(Site.pass, on: "2025-04-13")?.stopping == ["acceptance.defects-closed"])
    for defect in report.defects {
      try site.bench.send(
        RecheckDefect(project: Site.project, defect: defect, passed: true, checkedBy: "yueqing-supervision-1"),
        on: "2025-04-14", as: .supervisor)
    }
    #expect(try stage() == .rechecked)
    #expect(try site.refusal(Site.pass, on: "2025-04-13")?.code == "dated-before")
    #expect(try site.bench.send(Site.pass, on: "2025-04-14").stage == .passed)
    #expect(try stage() == .passed)
    #expect(try site.refusal(Site.pass, on: "2025-04-15")?.code == "acceptance-already-passed")
    #expect(try site.refusal(try Site.acceptance(), on: "2025-04-15")?.code == "acceptance-already-passed")
  }

  @Test("a fire inspection failed since keeps the report from being made")
  func fireFailsLater() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    try site.bench.send(try Site.acceptance(), on: "2025-04-08")
    try site.bench.send(Site.fire(passed: false), on: "2025-04-09")
    let refused = try #require(try site.refusal(Site.pass, on: "2025-04-10"))
    #expect(refused.stopping == ["fire.inspection-passed"])
    #expect(refused.finding("fire.inspection-passed")?.articles == ["plan 4.7"])
  }

  @Test("a party that objects is told, not decisive")
  func objection() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    try site.bench.send(try Site.acceptance(stance: .objects), on: "2025-04-08")
    try site.bench.send(Site.pass, on: "2025-04-10")
    let finding = try site.bench.receiptFinding("acceptance.nobody-objects", of: PassAcceptance.name)
    #expect(finding?.result == .violated)
    #expect(finding?.force == .advises)
  }

  @Test("the pack's parties are all words that the messages know")
  func parties() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    #expect(try site.bench.send(try Site.acceptance(of: []), on: "2025-04-08").missing == Site.parties)
  }
}
