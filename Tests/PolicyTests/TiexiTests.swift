import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Tiexi's pack")
struct TiexiTests {
  private let edition: Edition

  init() throws {
    edition = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
  }

  private func articles<Value>(_ provision: Provision<Value>) -> [String] { provision.citations.map(\.article) }

  @Test("is a draft without a parent and without days of its own, and says so")
  func standing() throws {
    let header = edition.file.pack
    #expect(header.status == .draft)
    #expect(header.status.mark?.zh.contains("征求意见稿") == true)
    #expect(header.parent == nil)
    #expect(header.validity.isSilent)
    #expect(header.territory.value?.division == "220302")
    #expect(edition.file.instruments["plan"]?.title?.contains("征求意见稿") == true)
    #expect(edition.text("draft")?.item.zh.contains("征求意见稿") == true)
  }

  @Test("is found for any day, since no other edition is in force; a pack in force is found on its days only")
  func found() throws {
    let library = try PackFolder.library()
    #expect(library.edition(of: "tiexi", on: "2020-12-07") == edition)
    #expect(library.edition(of: "tiexi", on: "2030-01-01") == edition)
    #expect(library.edition(of: "yueqing", on: "2024-01-04") == nil)
    #expect(library.edition(of: "yueqing", on: "2024-01-05") != nil)
  }

  @Test("holds 33 items in four areas without tiers, numbered without a gap")
  func catalogue() {
    let items = edition.file.catalogue.items
    #expect(items.count == 33)
    #expect(items.allSatisfy { $0.tier == nil })
    #expect(edition.file.catalogue.tiers.isSilent && edition.file.catalogue.tierRule.isSilent)
    for (area, count) in [("T1", 9), ("T2", 12), ("T3", 7), ("T4", 5)] {
      #expect(
        items.map(\.code.rawValue).filter { $0.hasPrefix("\(area).") } == (1...count).map { "\(area).\($0)" })
    }
    #expect(edition.file.catalogue.citations.map(\.article) == ["4.1", "4.2", "4.3", "4.4"])
    #expect(edition.file.catalogue.item(code: "T2.7")?.key == "ev-charging")
  }

  @Test("lets nothing but a lift depend on conditions, and a lift on four")
  func lift() {
    let items = edition.file.catalogue.items.filter { $0.needs != nil }
    #expect(items.map(\.key) == ["lift"])
    #expect(
      items.first?.needs == [
        "structural-safety-test", "construction-feasible", "residents-agreed", "funds-secured",
      ])
  }

  @Test("has the stages of the domain's table in its order, initiation and tender beside the others")
  func stages() {
    let stages = edition.file.stages.map(\.item)
    let formal = stages.filter { $0.kind == .formal }
    let expected: [(StageCode, Int)] = [
      ("S00", 2), ("S01", 3), ("S09", 4), ("S11", 5), ("S12", 6), ("S11b", 7), ("S15", 8), ("S16", 9), ("S29", 11),
      ("S30", 12), ("S31", 13), ("S33", 13), ("S37", 14), ("S35", 15), ("S36", 15),
    ]
    #expect(formal.map(\.code) == expected.map(\.0))
    #expect(formal.map(\.order) == expected.map(\.1))
    #expect(stages.filter { $0.kind == .parallel }.map(\.code) == ["S24", "S25", "S26"])
    #expect(stages.filter { $0.kind == .parallel }.allSatisfy { $0.order == 10 })
    #expect(stages.filter { $0.kind == .informal }.map(\.code) == ["S03", "S08", "S13", "S21", "S22b", "S02"])
    for code in ["S04", "S05", "S17", "S19", "S20", "S22", "S23", "S27", "S32", "S34", "S38"] as [StageCode] {
      #expect(edition.stage(code) == nil)
    }
  }

  @Test("represents every gate of the domain's table that names it")
  func gates() {
    #expect(
      Set(edition.file.gates.flatMap(\.gate).map(\.code)) == [
        "G-ELG", "G-CITY", "G-SIGN", "G-START", "G-DEM", "G-ACC", "G-FIN", "G-EVAL", "G-HO",
      ])
    #expect(edition.gate(of: "approvals.record-plan-review", case: "preliminary").map(\.code) == ["G-CITY"])
    #expect(
      edition.gate(of: "approvals.record-plan-review", case: "detailed").map(\.rule)
        == ["plan.version-exists", "review.preliminary-passed"])
    #expect(edition.gate(of: "voting.post-notice").contains { $0.rule == "voting.plan-signed" && $0.force == .blocks })
    #expect(edition.gate(of: "voting.close-notice").isEmpty)
  }

  @Test("has the plan signed by committee or representatives, after two reviews and before the notice")
  func signature() {
    let plan = edition.file.terms.rounds.plan
    #expect(plan.mode.value == .signature && articles(plan.mode) == ["6.4"])
    #expect(plan.signers.value == [.ownersBody, .residentRepresentative])
    #expect(plan.timing.value == .beforeNotice)
    #expect(plan.reviews.value?.map(\.item.code) == ["city-preliminary", "city-per-community"])
    #expect(plan.reviews.value?.flatMap(\.citations).map(\.article) == ["6.3", "6.4"])
    #expect(edition.file.terms.selfGovernance.signingRule.value == .committeeOrRepresentatives)
    #expect(edition.file.terms.rounds.willingness.mode.value == RoundMode.none)
    #expect(VoteThresholds(edition, \.plan) == nil && VoteThresholds(edition, \.willingness) == nil)
  }

  @Test("starts pilots in May and the others in June, and is over before July 2022")
  func months() {
    let terms = edition.file.terms.construction
    #expect(terms.startMonths.value == StartMonths(pilot: 5, other: 6))
    #expect(articles(terms.startMonths) == ["6.5"])
    #expect(terms.finishBefore.value == "2022-07-01")
    #expect(articles(terms.finishBefore) == ["3"])
    #expect(terms.demolitionBeforeStart.value == true && articles(terms.demolitionBeforeStart) == ["6.5"])
    #expect(terms.illegalStructures.value == [.enforcement])
  }

  @Test("pays a reward after the evaluation, which is the city office's")
  func reward() {
    let terms = edition.file.terms
    #expect(terms.funding.evaluationLink.value == .rewardAfterEvaluation)
    #expect(articles(terms.funding.evaluationLink) == ["6.6"])
    #expect(terms.evaluation.evaluators.value == [.cityRenovationOffice])
    #expect(terms.acceptance.organiser.value == [.renovationOffice])
    #expect(
      terms.acceptance.parties.value?.map(\.item.code)
        == ["renovation-office", "subdistrict", "residents-committee", "owners-body", "designer", "supervisor", "contractor"])
    #expect(
      terms.funding.sources.value?.map(\.item.code)
        == ["central", "budget", "reward", "residents", "original-owner", "utility", "social-capital"])
  }

  @Test("leaves silent what the draft leaves open")
  func silent() {
    let terms = edition.file.terms
    #expect(terms.eligibility.buildCutoff.isSilent && terms.eligibility.exclusions.isSilent)
    #expect(terms.eligibility.definition.isSilent)
    for round in [terms.rounds.willingness, terms.rounds.plan] {
      #expect(round.quorum.isSilent && round.approval.isSilent && round.signedBlank.isSilent && round.counts.isSilent)
    }
    #expect(terms.notices.plan.minimum.isSilent && terms.notices.plan.lateObjections.isSilent)
    #expect(terms.annualPlan.deadline.isSilent && terms.annualPlan.decidedBy.isSilent)
    #expect(terms.annualPlan.fiscalAssessment.isSilent)
    #expect(terms.funding.residentShares.isSilent && terms.funding.subsidyCap.isSilent && terms.funding.gates.isSilent)
    #expect(terms.approvals.bands.isSilent && terms.approvals.joint.isSilent && terms.approvals.codeSystem.isSilent)
    #expect(terms.construction.hotline.isSilent && terms.construction.designChange.isSilent)
    #expect(terms.acceptance.fireInspection.isSilent && terms.acceptance.archiving.isSilent)
    #expect(terms.handover.warrantyPeriods.isSilent && terms.evaluation.form.isSilent)
    #expect(edition.file.forms.isSilent && edition.file.packages.isSilent)
    #expect(SubsidyTerms(edition) == nil)
  }

  @Test("cites sections and paragraphs that the draft has")
  func citations() throws {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    let data = try Data(contentsOf: folder.appendingPathComponent("tiexi/2020-draft.yaml"))
    let source = try YAMLSource(data, file: "tiexi/2020-draft.yaml")
    let session = LoadSession(source, standing: .document, knownRules: nil)
    _ = try NodeDecoder(session: session, spot: Spot(root: source.root)).value(PackFile.self)
    let paragraphs = [1: 0, 2: 4, 3: 0, 4: 4, 5: 9, 6: 7, 7: 5]
    for (citation, spot) in session.citations where citation.article != "title" {
      let parts = citation.article.split(separator: ".").map { Int($0) }
      let section = try #require(parts.first.flatMap { $0.flatMap { paragraphs[$0] } }, "\(citation) at \(spot.path)")
      #expect(parts.count <= 2, "\(citation) at \(spot.path)")
      if parts.count == 2 {
        let paragraph = try #require(parts[1], "\(citation) at \(spot.path)")
        #expect((1...max(1, section)).contains(paragraph) && section > 0, "\(citation) at \(spot.path)")
      }
    }
    #expect(session.citations.count > 150)
  }

  @Test("lets only those send whom the draft names")
  func senders() {
    #expect(edition.senders(of: "approvals.record-plan-review") == [.cityRenovationOffice])
    #expect(edition.senders(of: "supervision.evaluate") == [.cityRenovationOffice])
    #expect(edition.senders(of: "supervision.record-demolition") == [.enforcement])
    #expect(edition.senders(of: "supervision.record-acceptance") == [.renovationOffice])
    #expect(edition.senders(of: "funding.review-budget") == [.finance])
    #expect(edition.senders(of: "supervision.open-ticket") == nil)
  }
}
