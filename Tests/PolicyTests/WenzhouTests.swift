import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Wenzhou's pack")
struct WenzhouTests {
  private let edition: Edition
  private let yueqing: Edition

  init() throws {
    edition = try #require(PackFolder.library().edition("wenzhou", "2020-1"))
    yueqing = try PackFolder.yueqing()
  }

  private func guide(_ articles: String...) -> [Citation] {
    articles.map { Citation(instrument: "guide", article: $0) }
  }

  @Test("is a trial guide in force since September 2020, with a note on the Civil Code")
  func header() throws {
    #expect(edition.file.pack.status == .trial)
    #expect(edition.file.pack.validity.value == Validity(from: "2020-09-01", until: nil))
    #expect(edition.file.pack.validity.citations == guide("5"))
    let note = try #require(edition.file.pack.legalNote)
    #expect(note.zh.contains("民法典第二百七十八条") && note.en.contains("278"))
    #expect(yueqing.file.pack.legalNote == nil)
    let library = try PackFolder.library()
    #expect(library.edition(of: "wenzhou", on: "2020-08-31") == nil)
    #expect(library.edition(of: "wenzhou", on: "2020-09-01") == edition)
  }

  // MARK: Eligibility and votes

  @Test("takes communities of before 2000, and leaves the year 2000 to a person (AMB-03)")
  func buildYear() throws {
    let cutoff = edition.stated(\.eligibility.buildCutoff)
    #expect(cutoff.value?.rule == .beforeYear && cutoff.value?.year == 2000 && cutoff.citations == guide("1"))
    func outcome(_ year: Int, _ conditions: [Identifier<SlugKind>: Bool] = [:]) -> EligibilityOutcome {
      let circumstances: [Exclusion.Circumstance] = [
        .shantytownPlan, .expropriationPlan, .demolishAndRebuild, .mostlySelfBuilt, .urbanVillage,
      ]
      return Eligibility.of(
        CommunityCircumstances(
          buildings: [.init(building: "b-1", completionYear: year, area: "100.00")], geography: "other",
          exclusions: Dictionary(uniqueKeysWithValues: circumstances.map { ($0, false) }), conditions: conditions),
        under: edition, on: "2024-03-01"
      ).outcome
    }
    #expect(outcome(1999) == .priority)
    #expect(outcome(2000) == .review)
    #expect(outcome(2001) == .exceptionCandidate)
    #expect(edition.settled(\.eligibility.cutoffYearItself).origin == .recommended)
    #expect(edition.stated(\.eligibility.geography).isSilent)
  }

  @Test("asks two thirds of all area and of all households, twice, without a quorum")
  func thresholds() throws {
    let rounds: [(RoundTerms, String, String)] = [
      (edition.terms.rounds.willingness, "3.1", "Annex 1"), (edition.terms.rounds.plan, "3.4", "Annex 2"),
    ]
    for (round, article, form) in rounds {
      let twoThirds = try Share(2, of: 3)
      #expect(round.quorum.isSilent)
      #expect(round.approval.value.map { [$0.area, $0.heads] } == [twoThirds, twoThirds])
      #expect(round.approval.value?.of == .all && round.approval.citations == guide(article))
      #expect(round.counts.value == .areaAndHouseholds && round.headBasis.value == .household)
      #expect(round.signedBlank.value == .followsMajority && round.signedBlank.citations == guide(form))
    }
    #expect(edition.terms.rounds.plan.oneFormPerHousehold.value == true)
    #expect(edition.terms.rounds.plan.timing.value == .beforeNotice)
    #expect(edition.terms.rounds.willingness.mustSettle.value?.map(\.item.code) == ["fund-raising", "contents"])
  }

  @Test("posts the result for five working days, bars late objections, and mediates on a written request")
  func notice() {
    let plan = edition.terms.notices.plan
    #expect(plan.minimum.value?.workingDays == 5 && plan.minimum.citations == guide("3.4"))
    #expect(plan.lateObjections.value == .rejected && plan.lateObjections.citations == guide("Annex 3"))
    #expect(plan.objectionPath.value?.steps == [.negotiation, .writtenMediation])
    #expect(plan.contents.value?.map(\.item.code) == ["notice-form", "room-summary", "design-plan"])
    let masking = edition.terms.notices.masking.value ?? []
    #expect(masking.first { $0.item.field == "id-number" }?.item.onNotice == .removed)
    #expect(masking.allSatisfy { $0.citations.contains(Citation(instrument: "guide", article: "Annex 2")) })
  }

  // MARK: Figures

  @Test("holds the figures of the guide")
  func figures() throws {
    let terms = edition.terms
    #expect(terms.planning.siteSurvey.value?.feedbackWorkingDays == 5)
    #expect(terms.planning.siteSurvey.value?.utilities == ["water", "power", "telecom", "broadcasting"])
    #expect(try terms.annualPlan.deadline.value?.monthDay.date(in: 2025) == BusinessDate("2025-09-30"))
    #expect(terms.annualPlan.deadline.value?.planYear == .next && terms.annualPlan.deadline.citations == guide("3.5"))
    let gates = terms.funding.gates.value ?? []
    #expect(gates.map(\.item.before) == ["approvals.open-initiation", "supervision.start-construction"])
    #expect(try gates.map(\.item.ratio) == [Share(9, of: 10), .whole])
    #expect(gates.map(\.item.pledgeForRest) == [true, false])
    #expect(terms.funding.residentMoney.value?.count == 5)
    #expect(terms.funding.residentShares.isSilent && terms.funding.subsidyCap.isSilent)
    #expect(terms.approvals.bands.value?.map(\.item.maxInclusive) == [Money("10000000.00"), Money("20000000.00")])
    #expect(terms.approvals.bands.value?.map(\.item.merge.count) == [3, 2])
    #expect(terms.acceptance.archiving.value?.mode == .filed)
    #expect(terms.selfGovernance.signingRule.value == .allMembers)
    #expect(terms.selfGovernance.declarationBy.value == [.residentsCommittee])
    #expect(
      terms.longTerm.modes.value?.map(\.item.code) == ["owners-self-management", "commission-based", "property-company"])
  }

  @Test("has every stage of the domain's table, in its order")
  func stages() {
    let formal = edition.file.stages.filter { $0.item.kind == .formal }.map(\.item)
    let expected: [(StageCode, Int)] = [
      ("S00", 1), ("S03", 2), ("S05", 3), ("S09", 4), ("S10", 5), ("S12", 6), ("S15", 7), ("S16", 8), ("S17", 9),
      ("S18", 10), ("S21", 11), ("S23", 12), ("S19", 13), ("S24", 14), ("S25", 15), ("S26", 15), ("S27", 15),
      ("S28", 16), ("S30", 17), ("S31", 18), ("S32", 19), ("S34", 20), ("S35", 20), ("S36", 21), ("S37", 22),
    ]
    #expect(formal.map(\.code) == expected.map(\.0))
    #expect(formal.map(\.order) == expected.map(\.1))
    #expect(
      edition.file.stages.filter { $0.item.kind == .informal }.map(\.item.code) == ["S01", "S02", "S06", "S13", "S22b"])
  }

  @Test("represents every gate of the domain's table that names it")
  func gates() {
    let expected: Set<GateCode> = [
      "G-ELG", "G-V1", "G-SITE", "G-V2", "G-NOT", "G-PKG", "G-PLAN9", "G-CONS", "G-F90", "G-CODE", "G-SIMP", "G-PEX",
      "G-BAND", "G-DRAW", "G-START", "G-FIRE", "G-ACC", "G-FILE", "G-HO", "G-EVAL",
    ]
    #expect(Set(edition.file.gates.flatMap(\.gate).map(\.code)) == expected)
  }

  // MARK: Papers

  @Test("prints the titles of its annexes as they are")
  func forms() {
    let titles = edition.file.forms.value?.map(\.item).map { paper in
      "\(paper.code) \(paper.layout.value?.code.rawValue ?? "-") \(paper.title)"
    }
    #expect(
      titles == [
        "opinion-form annex-1 小区改造居民意见征求书", "plan-ballot annex-2 小区改造方案居民意见签字表",
        "room-summary annex-2 小区同意改造居民房号汇总表", "notice-form annex-3 小区改造居民意见公示书",
        "project-application annex-4 小区改造项目申请表", "design-plan - 小区改造设计方案",
        "pledge annex-5 小区改造居民承诺书", "management-plan annex-6 小区改造后长效管理方案",
        "satisfaction-form annex-7 温州市城镇老旧小区改造满意度调查问卷",
      ])
    let declaration = edition.package("declaration")?.item.items ?? []
    #expect(
      declaration.map(\.form) == [
        "project-application", "design-plan", "notice-form", "pledge", "management-plan", nil,
      ])
    #expect(declaration.filter(\.mandatory).count == 5)
    #expect(edition.package("declaration")?.citations == guide("3.5"))
    #expect(edition.package("first-application") == nil)
  }

  @Test("holds the questionnaire of Annex 7 with its printed options")
  func questionnaire() throws {
    let questions = try #require(edition.stated(\.evaluation.questions).value)
    #expect(
      questions.map(\.item.code) == ["name", "contact", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"])
    #expect(questions.map { $0.item.options?.count ?? 0 } == [0, 0, 2, 5, 5, 4, 2, 8, 4, 4, 0])
    #expect(questions.filter { $0.item.personal == true }.map(\.item.code) == ["name", "contact"])
    #expect(questions.first { $0.item.code == "q6" }?.item.kind == .multiple)
    #expect(questions.first { $0.item.code == "q2" }?.item.options?.map(\.zh).suffix(2) == ["46-60岁", "60周岁以上"])
    #expect(questions.allSatisfy { $0.citations == guide("Annex 7") })
    // The same questions as our template, so that counts mean the same in every city.
    let template = try #require(edition.defaults.file.terms.evaluation.questions.value)
    #expect(template.map { $0.item.options?.map(\.code) } == questions.map { $0.item.options?.map(\.code) })
  }

  // MARK: Catalogue

  @Test("holds the 48 items of section 2: 25 basic, 11 improvement, 12 enhancement")
  func catalogue() throws {
    let items = edition.file.catalogue.items
    #expect(items.count == 48 && Set(items.map(\.key)).count == 48)
    #expect(Tier.allCases.map { tier in items.count { $0.tier == tier } } == [25, 11, 12])
    for aspect in edition.file.catalogue.aspects {
      for digit in 1...3 {
        let codes = items.map(\.code.rawValue).filter { $0.hasPrefix("\(aspect.code)\(digit).") }
        #expect(!codes.isEmpty && codes == (1...codes.count).map { "\(aspect.code)\(digit).\($0)" })
      }
    }
    let union = Set(items.map(\.key)).union(yueqing.file.catalogue.items.map(\.key))
    #expect(union.count == 49)
  }

  @Test("gives four codes another meaning than Yueqing", arguments: ["A2.1", "B2.1", "E2.1", "E3.1"])
  func codes(code: CatalogueCode) throws {
    let here = try #require(edition.file.catalogue.item(code: code))
    let there = try #require(yueqing.file.catalogue.item(code: code))
    #expect(here.key != there.key)
  }

  @Test("shares every other code with Yueqing, or one of them has none")
  func otherCodes() {
    let differing: Set<String> = ["A2.1", "B2.1", "E2.1", "E3.1"]
    for item in edition.file.catalogue.items where !differing.contains(item.code.rawValue) {
      guard let there = yueqing.file.catalogue.item(code: item.code) else { continue }
      #expect(item.key == there.key, "\(item.code)")
    }
  }

  static let differences: [(CatalogueKey, String?, Tier?, String?, Tier?)] = [
    ("facade-image", "A2.1", .improvement, nil, nil), ("underground", "A2.2", .improvement, "A2.1", .improvement),
    ("ev-charging", "B2.1", .improvement, "B1.5", .basic),
    ("pedestrian-safety", "B2.2", .improvement, "B2.1", .improvement), ("age-friendly", nil, nil, "E1.2", .basic),
    ("elderly-kids-ground", "E2.1", .improvement, "E1.3", .basic),
    ("care-rooms", "E3.1", .enhancement, "E2.1", .improvement), ("lift", "E3.2", .enhancement, "E3.1", .enhancement),
  ]

  @Test("differs from Yueqing in these items and in no other", arguments: differences)
  func differs(key: CatalogueKey, code: String?, tier: Tier?, theirCode: String?, theirTier: Tier?) {
    let here = edition.file.catalogue.item(key)
    let there = yueqing.file.catalogue.item(key)
    #expect(here?.code.rawValue == code && here?.tier == tier)
    #expect(there?.code.rawValue == theirCode && there?.tier == theirTier)
  }

  @Test("has the code and tier of Yueqing in all others, with wordings of its own in five")
  func agrees() throws {
    let moved = Set(Self.differences.map(\.0))
    var reworded: [CatalogueKey] = []
    for item in edition.file.catalogue.items where !moved.contains(item.key) {
      let there = try #require(yueqing.file.catalogue.item(item.key))
      #expect(item.code == there.code && item.tier == there.tier, "\(item.key)")
      if item.zh != there.zh { reworded.append(item.key) }
    }
    #expect(reworded == ["facade-tidy", "road", "greening", "landscape", "longterm-mech"])
    #expect(edition.file.catalogue.item("ev-charging")?.zh == "电动车辆充电设施增设")
    #expect(yueqing.file.catalogue.item("ev-charging")?.zh == "公共车位电动车辆充电设施增设")
  }

  // MARK: The county below

  @Test("leaves nothing of its own to Yueqing, whose parent it is: a silent parameter stays silent there")
  func nothingInherited() throws {
    let library = try PackFolder.library()
    #expect(yueqing.file.pack.parent == "wenzhou")
    #expect(library.parentReference(\.planning.siteSurvey, of: yueqing).value?.feedbackWorkingDays == 5)
    #expect(yueqing.settled(\.planning.siteSurvey) == .open)
    #expect(yueqing.settled(\.notices.plan.lateObjections).value == .accepted)
    #expect(yueqing.settled(\.notices.plan.lateObjections).origin == .recommended)
    #expect(yueqing.settled(\.rounds.plan.signedBlank).value == .participatesNotApproves)
    #expect(yueqing.settled(\.selfGovernance.signingRule) == .open)
    #expect(yueqing.gate(of: "intake.record-plan").isEmpty)
    let own = Set(yueqing.file.gates.flatMap(\.gate).map(\.code))
    #expect(own.isDisjoint(with: ["G-SITE", "G-F90", "G-PLAN9"]))
  }

  @Test("cites articles that the guide has")
  func citations() throws {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    let data = try Data(contentsOf: folder.appendingPathComponent("wenzhou/2020-1.yaml"))
    let source = try YAMLSource(data, file: "wenzhou/2020-1.yaml")
    let session = LoadSession(source, standing: .document, knownRules: nil)
    _ = try NodeDecoder(session: session, spot: Spot(root: source.root)).value(PackFile.self)
    // Sections 1 to 5 and their paragraphs; there are Annexes 1 to 7, and the eighth is lost.
    let paragraphs = [1: 0, 2: 6, 3: 10, 4: 8, 5: 4]
    for (citation, spot) in session.citations {
      let article = citation.article
      #expect(citation.instrument == "guide")
      if article.hasPrefix("Annex ") {
        #expect((1...7).map { "Annex \($0)" }.contains(article), "\(spot.path)")
        continue
      }
      let parts = article.split(separator: ".").compactMap { Int($0) }
      let section = try #require(parts.first.flatMap { paragraphs[$0] }, "\(article) at \(spot.path)")
      #expect(parts.count <= 2, "\(article) at \(spot.path)")
      if parts.count == 2 { #expect((1...max(1, section)).contains(parts[1]), "\(article) at \(spot.path)") }
    }
    #expect(session.citations.count > 250)
  }
}
