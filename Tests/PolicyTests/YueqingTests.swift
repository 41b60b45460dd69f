import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Yueqing's pack")
struct YueqingTests {
  private let edition: Edition

  init() throws {
    edition = try #require(PackFolder.library().edition("yueqing", "2024-1"))
  }

  @Test("holds the 48 items of Annex 1: 28 basic, 9 improvement, 11 enhancement")
  func catalogue() {
    let items = edition.file.catalogue.items
    #expect(items.count == 48)
    #expect(items.count { $0.tier == .basic } == 28)
    #expect(items.count { $0.tier == .improvement } == 9)
    #expect(items.count { $0.tier == .enhancement } == 11)
    #expect(edition.file.catalogue.item("ev-charging")?.code == "B1.5")
    #expect(edition.file.catalogue.item(code: "E2.1")?.key == "care-rooms")
    #expect(edition.file.catalogue.item("facade-image") == nil)
  }

  @Test("numbers its items without a gap in every aspect and tier")
  func numbering() throws {
    for aspect in edition.file.catalogue.aspects {
      for tier in Tier.allCases {
        let digit = try #require(edition.file.catalogue.tiers.value?.first { $0.item.tier == tier }).item.digit
        let codes = edition.file.catalogue.items.map(\.code.rawValue).filter { $0.hasPrefix("\(aspect.code)\(digit).") }
        #expect(codes == (1...codes.count).map { "\(aspect.code)\(digit).\($0)" })
      }
    }
  }

  @Test("has every stage of the domain's table, in its order")
  func stages() {
    let formal = edition.file.stages.filter { $0.item.kind == .formal }.map(\.item)
    let expected: [(StageCode, Int)] = [
      ("S00", 1), ("S02", 2), ("S03", 3), ("S05", 4), ("S06", 5), ("S09", 6), ("S12", 6), ("S16", 7), ("S15", 8),
      ("S17", 9), ("S18", 10), ("S19", 11), ("S20", 12), ("S21", 13), ("S23", 14), ("S24", 15), ("S25", 16),
      ("S26", 17), ("S27", 18), ("S30", 19), ("S31", 20), ("S32", 20), ("S33", 21), ("S34", 22), ("S35", 22),
      ("S36", 23), ("S37", 23),
    ]
    #expect(formal.map(\.code) == expected.map(\.0))
    #expect(formal.map(\.order) == expected.map(\.1))
    #expect(edition.file.stages.filter { $0.item.kind == .informal }.map(\.item.code) == ["S01", "S13", "S22b", "S29"])
    #expect(edition.stage("S28")?.item.kind == .metBefore)
  }

  @Test("represents every gate of the domain's table that names it")
  func gates() {
    let represented = Set(edition.file.gates.flatMap(\.gate).map(\.code))
    let expected: Set<GateCode> = [
      "G-ELG", "G-ORG", "G-V1", "G-APP", "G-SCH", "G-FISC", "G-V2", "G-NOT", "G-PKG", "G-F100", "G-CMP", "G-CONS",
      "G-CODE", "G-SIMP", "G-PEX", "G-BAND", "G-DRAW", "G-START", "G-FIRE", "G-ACC", "G-FILE", "G-FIN", "G-HO",
      "G-EVAL",
    ]
    #expect(represented == expected)
  }

  @Test("guards the steps of its course")
  func steps() {
    #expect(
      edition.file.gates.map(\.step.rawValue) == [
        "intake.submit-application", "intake.review-application", "intake.commission-scheme", "voting.open-round",
        "voting.open-round", "voting.post-notice", "voting.close-notice", "intake.submit-declaration",
        "intake.review-declaration", "intake.report-to-city", "intake.assess-fiscal-capacity",
        "intake.record-competitive-review", "intake.adopt-annual-plan", "approvals.hold-consultation",
        "approvals.form-opinion", "approvals.assign-project-code", "approvals.open-initiation",
        "approvals.approve-document", "approvals.confirm-simplified-route", "approvals.confirm-planning-exemption",
        "approvals.issue-construction-permit", "supervision.record-tender", "supervision.start-construction",
        "supervision.pass-fire-inspection", "supervision.record-acceptance", "supervision.pass-acceptance",
        "supervision.file-completion",
        "funding.verify-final-accounts", "funding.settle", "funding.disburse", "supervision.archive",
        "supervision.hand-over", "supervision.evaluate",
      ])
    #expect(edition.gate(of: "voting.open-round", case: "plan").map(\.rule) == ["notice.open"])
    #expect(edition.gate(of: "voting.open-round").isEmpty)
  }

  @Test("asks two thirds to take part and three quarters of them to agree, twice")
  func thresholds() throws {
    for round in [edition.file.terms.rounds.willingness, edition.file.terms.rounds.plan] {
      let (twoThirds, threeQuarters) = (try Share(2, of: 3), try Share(3, of: 4))
      #expect(round.quorum.value.map { [$0.area, $0.heads] } == [twoThirds, twoThirds])
      #expect(round.approval.value.map { [$0.area, $0.heads] } == [threeQuarters, threeQuarters])
      #expect(round.approval.value?.of == .participating)
      #expect(round.advisoryThreshold.value?.of == .all)
      #expect(round.advisoryThreshold.citations == [Citation(instrument: "plan", article: "Annex 3")])
      #expect(round.signedBlank.isSilent)
    }
  }

  @Test("holds the figures of the plan")
  func figures() throws {
    let terms = edition.file.terms
    #expect(terms.notices.plan.minimum.value?.workingDays == 7)
    #expect(terms.notices.plan.lateObjections.isSilent)
    #expect(try terms.funding.residentShares.value?[.basic] == Share(10, of: 100))
    #expect(try terms.funding.residentShares.value?[.improvement] == Share(30, of: 100))
    #expect(try terms.funding.residentShares.value?[.enhancement] == Share(70, of: 100))
    #expect(terms.funding.subsidyCap.value?.yuanPerSquareMetre == Money("300.00"))
    #expect(terms.funding.excludedItems.value == ["lift"])
    #expect(terms.funding.appliesFrom.value?.startedOnOrAfter == BusinessDate("2024-01-05"))
    #expect(terms.funding.gates.value?.map(\.item.ratio) == [Share.whole])
    #expect(terms.approvals.bands.value?.map(\.item.maxInclusive) == [Money("10000000.00"), Money("20000000.00")])
    #expect(terms.approvals.bands.value?.map(\.item.merge.count) == [3, 2])
    #expect(try terms.annualPlan.deadline.value?.monthDay.date(in: 2025) == BusinessDate("2025-05-31"))
    #expect(terms.eligibility.buildCutoff.value?.rule == .byEndOfYear)
  }

  @Test("lists three papers for the application and six for the declaration")
  func packages() {
    #expect(edition.package("first-application")?.item.items.count == 3)
    let declaration = edition.package("declaration")?.item.items ?? []
    #expect(declaration.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(declaration.filter(\.mandatory).count == 5)
    #expect(edition.form("application-short")?.item.title == "城镇老旧小区改造申请表")
    #expect(edition.form("project-application")?.item.title == "改造项目申请表")
  }

  @Test("cites articles that the plan has")
  func citations() throws {
    let source = try YAMLSource(Data(PackText.yueqing().text.utf8), file: PackText.file)
    let session = LoadSession(source, standing: .document, knownRules: nil)
    _ = try NodeDecoder(session: session, spot: Spot(root: source.root)).value(PackFile.self)
    // Sections (1 to 6), their paragraphs, and the numbered points that three of the paragraphs have.
    let paragraphs = [1: 2, 2: 4, 3: 9, 4: 8, 5: 6, 6: 0]
    let points = ["1.2": 4, "2.4": 6, "5.2": 3]
    for (citation, spot) in session.citations {
      let article = citation.article
      if article.hasPrefix("Annex ") {
        #expect((1...3).map { "Annex \($0)" }.contains(article), "\(spot.path)")
        continue
      }
      let parts = article.split(separator: ".").compactMap { Int($0) }
      let section = try #require(parts.first.flatMap { paragraphs[$0] }, "\(article) at \(spot.path)")
      if parts.count > 1 { #expect((1...max(1, section)).contains(parts[1]), "\(article) at \(spot.path)") }
      if parts.count > 2 {
        let most = try #require(points["\(parts[0]).\(parts[1])"], "\(article) at \(spot.path)")
        #expect((1...most).contains(parts[2]), "\(article) at \(spot.path)")
      }
    }
    #expect(session.citations.count > 300)
  }

  @Test("lets only the roles send that the plan names")
  func senders() {
    #expect(edition.senders(of: "intake.submit-application") == [.ownersBody, .residentsCommittee])
    #expect(edition.senders(of: "voting.cast-ballot") == nil)
  }
}
