import Contracts
import DomainModel
import Foundation
import Policy
import Terminal
import Testing

@testable import Desk

@Suite("One community under every city")
struct CompareTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folders = [
    OurPacks.folder, root.appendingPathComponent("Tests/SystemTests/FurtherPacks"),
  ]

  private static let library = Result { try PackLibrary(folders: folders, knownRules: RuleRegistry.knownRules) }

  private static func law(_ pack: Identifier<SlugKind>, _ edition: Identifier<SlugKind>) throws -> Law {
    Law(edition: try #require(library.get().edition(pack, edition)), calendar: try OurPacks.calendar())
  }

  /// Domain §4.5: heads and areas of V4, and one round figure of costs.
  private static func community(_ figures: VoteFigures) -> CityForecast.Community {
    CityForecast.Community(
      willingness: figures, plan: figures,
      costs: [("roof-leak", "1000000.00"), ("lift", "500000.00"), ("road", "200000.00")], shared: .zero,
      buildings: [.init(building: "b-1", permit: "1000.00", registered: nil, chosen: nil, garage: nil)],
      socialCapital: .zero, postedOn: "2024-03-04")
  }

  private static let v4 = VoteFigures(
    roll: .init(area: 24_000_00, heads: 300, households: 300),
    area: OpinionCount(agreeing: 13_440_00, disagreeing: 3_360_00), heads: OpinionCount(agreeing: 168, disagreeing: 42),
    households: OpinionCount(agreeing: 168, disagreeing: 42))

  @Test("each city decides by its own shares, with its own articles")
  func votes() throws {
    let yueqing = try CityForecast(CompareTests.community(CompareTests.v4), under: CompareTests.law("yueqing", "2024-1"))
    guard case .held(let result) = yueqing.willingness else {
      Issue.record("Yueqing votes")
      return
    }
    #expect(result.isCarried)
    #expect(result.tests.map(\.name) == [.quorumArea, .quorumHeads, .approveArea, .approveHeads])
    #expect(result.tests.allSatisfy { $0.cites == [Citation(instrument: "plan", article: "3.1")] })
    // 168 of 300 households and 13,440 of 24,000 m² are more than half of all: the invented city's plan vote carries too.
    let other = try CityForecast(CompareTests.community(CompareTests.v4), under: CompareTests.law("bailuzhou", "2025-1"))
    guard case .held(let plan) = other.plan else {
      Issue.record("Bailuzhou votes")
      return
    }
    #expect(plan.isCarried)
    #expect(plan.tests.map(\.part) == [13_440_00, 168])
    #expect(plan.tests[0].cites == [Citation(instrument: "measures", article: "9")])
  }

  @Test("tiers, exclusions, caps, notices and gates are each city's own")
  func money() throws {
    let yueqing = try CityForecast(CompareTests.community(CompareTests.v4), under: CompareTests.law("yueqing", "2024-1"))
    guard case .computed(let bill) = yueqing.bill else {
      Issue.record("Yueqing computes")
      return
    }
    // 1,200,000 of basic works without the lift: a tenth weighted, and all above 300 yuan for 1,000 m² besides.
    #expect(bill.investment == "1200000.00")
    #expect(bill.excluded == "500000.00")
    #expect(bill.subsidy == "300000.00")
    #expect(bill.residentsTotal == "900000.00")
    #expect(yueqing.outsideCatalogue.isEmpty)
    #expect(yueqing.notice?.period.earliestLastDay == "2024-03-13")
    #expect(yueqing.workingDays == 7)
    #expect(yueqing.moneyGates.map(\.step) == ["intake.report-to-city", "supervision.start-construction"])

    let other = try CityForecast(CompareTests.community(CompareTests.v4), under: CompareTests.law("bailuzhou", "2025-1"))
    guard case .computed(let own) = other.bill else {
      Issue.record("Bailuzhou computes")
      return
    }
    // There lifts are basic works and count, roads are not in the catalogue: 1,500,000, a twentieth, 200 yuan for 1,000 m².
    #expect(own.investment == "1500000.00")
    #expect(own.subsidy == "200000.00")
    #expect(other.outsideCatalogue == ["road"])
    #expect(other.notice?.period.earliestLastDay == "2024-03-07")
    #expect(other.moneyGates.isEmpty)
  }

  @Test("a silent city stays silent")
  func silence() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("linhai")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(PackScaffold(id: "linhai", edition: "draft-1").text.utf8).write(to: folder.appendingPathComponent("draft-1.yaml"))
    let library = try PackLibrary(folders: [CompareTests.folders[0], scratch.url], knownRules: nil)
    let law = Law(
      edition: try #require(library.edition("linhai", "draft-1")),
      calendar: try WorkCalendar(folder: CompareTests.root.appendingPathComponent("Shared/Policy/Calendars")))
    let forecast = try CityForecast(CompareTests.community(CompareTests.v4), under: law)
    #expect(forecast.json["willingness"] == .null)
    #expect(forecast.json["money"] == .null)
    #expect(forecast.json["notice"] == .null)
    #expect(forecast.workingDays == nil)
    #expect(forecast.isDraft)
    let text = CityForecastText(.zh, width: 120).text([forecast])
    #expect(text.contains("未规定"))
    #expect(text.contains("linhai（征求意见稿）"))
    #expect(CityForecastText(.en, width: 120).text([forecast]).contains("linhai (draft)"))
  }

  @Test("cities stand beside each other as far as the terminal holds, the others below", arguments: [(80, 2), (120, 1)])
  func narrow(_ width: Int, _ tables: Int) throws {
    let forecasts = try ["sichuan/undated-1", "tiexi/2020-draft", "wenzhou/2020-1", "yueqing/2024-1", "ziyang/2020-1"].map {
      let parts = try $0.split(separator: "/").map { try Identifier<SlugKind>(String($0)) }
      return try CityForecast(CompareTests.community(CompareTests.v4), under: CompareTests.law(parts[0], parts[1]))
    }
    for language in [Language.zh, .en] {
      let text = CityForecastText(language, width: width).text(forecasts)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { TextWidth.of(String($0)) <= width })
      #expect(lines.count { $0.isEmpty } == tables - 1)
      #expect(text.contains(language == .zh ? "无改造内容目录" : "no catalogue"))
    }
    #expect(!CityForecastText(.zh, width: width).text(forecasts).contains("two-consultations"))
  }

  @Test("the tally counts a roll's forms as voting does: last form, sets of owners, garages, unsold units")
  func tally() throws {
    func unit(_ id: UnitID, _ owners: [PersonID], unsold: Bool = false, household: Bool = true) throws -> RollUnit {
      RollUnit(
        unit: id, building: "b-1", roomNo: "1", exclusiveArea: "10.00", owners: try Listing(owners.map { RollOwner(person: $0) }),
        isUnsold: unsold ? true : nil, countsAsHousehold: household ? nil : false)
    }
    let units = [
      try unit("u-1", ["p-1"]), try unit("u-2", ["p-1"]), try unit("u-3", ["p-2", "p-1"]),
      try unit("u-4", [], unsold: true), try unit("u-5", [], unsold: true), try unit("u-6", ["p-3"], household: false),
    ]
    func form(_ number: Identifier<SlugKind>, _ unit: UnitID, _ opinion: Opinion, on day: BusinessDate) -> Ballot {
      Ballot(ballotNo: number, unit: unit, signer: nil, opinion: opinion, signedOn: day)
    }
    let figures = ForecastTally(
      units,
      [
        form("f-1", "u-1", .agree, on: "2024-03-01"), form("f-2", "u-2", .agree, on: "2024-03-02"),
        form("f-3", "u-2", .disagree, on: "2024-03-01"), form("f-4", "u-3", .blank, on: "2024-03-01"),
        form("f-5", "u-3", .unsigned, on: "2024-03-02"), form("f-6", "u-6", .agree, on: "2024-03-01"),
        form("f-7", "u-9", .agree, on: "2024-03-01"),
      ]
    ).figures
    #expect(figures.roll == .init(area: 60_00, heads: 4, households: 5))
    #expect(figures.heads == OpinionCount(agreeing: 2, disagreeing: 0, blank: 1))
    #expect(figures.households == OpinionCount(agreeing: 2, disagreeing: 0, blank: 1))
    #expect(figures.area == OpinionCount(agreeing: 30_00, disagreeing: 0, blank: 10_00))
  }

  @Test("hints mark another tier, the same code for something else, and what a city does not list")
  func hints() throws {
    let (yueqing, other) = (try CompareTests.law("yueqing", "2024-1").edition, try CompareTests.law("bailuzhou", "2025-1").edition)
    let hints = CatalogueHints(yueqing, others: [other])
    func differences(_ key: CatalogueKey) -> [CatalogueHints.Difference] {
      hints.items.first { $0.item.key == key }?.differences ?? []
    }
    #expect(differences("lift").contains(.tier(pack: "bailuzhou", .basic)))
    #expect(!differences("roof-leak").contains(.tier(pack: "bailuzhou", .basic)))
    #expect(differences("roof-leak") == [.wording(pack: "bailuzhou", "屋顶修缮")])
    #expect(differences("wall-leak") == [.missing(pack: "bailuzhou")])
    #expect(hints.conflicts.contains { $0.path == "approvals.joint" })
    #expect(CatalogueHints(yueqing, others: []).items.allSatisfy { $0.differences.isEmpty })
    #expect(CatalogueHintsText(.en).text(hints).contains("bailuzhou"))
  }
}
