import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("What a changed pack would have made of decisions")
struct ImpactTests {

  /// Yueqing's law with something changed in its file.
  private static func changed(_ changes: [(String, String)]) throws -> Law {
    let scratch = try ScratchFolder()
    var text = try String(contentsOf: OurPacks.folder.appendingPathComponent("yueqing/2024-1.yaml"), encoding: .utf8)
    for (old, new) in [("  edition: 2024-1", "  edition: 2025-1")] + changes {
      try #require(text.components(separatedBy: old).count == 2, "\(old)")
      text = text.replacing(old, with: new)
    }
    let file = scratch.file("changed.yaml")
    try Data(text.utf8).write(to: file)
    return Law(
      edition: try PackSource(file.path, in: [OurPacks.folder]).edition,
      calendar: try OurPacks.calendar())
  }

  /// An event of a store as services write it.
  private static func event(
    _ sequence: Int, _ name: String, on day: BusinessDate, facts: [FactStatement] = [], receipt: Receipt? = nil,
    data: some Encodable
  ) throws -> (event: RecordedEvent, bytes: Data) {
    func text(_ value: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(value), as: UTF8.self) }
    let service = name.split(separator: ".")[0]
    var json = #"{"id":"\#(service)-5f2a90c1-\#(sequence)","type":"jiugai.\#(name).v1","sequence":\#(sequence),"#
    json += #""effectiveon":"\#(day)","causationid":"c-\#(sequence)","project":"330382-2024-0007","facts":\#(try text(facts)),"#
    if let receipt { json += #""receipt":\#(try text(receipt)),"# }
    json += #""data":\#(try text(data))}"#
    let bytes = Data(json.utf8)
    return (try JSONDecoder().decode(RecordedEvent.self, from: bytes), bytes)
  }

  private struct Nothing: Encodable {}

  /// A notice that hung from Monday 4 March to Wednesday 13 March 2024: exactly seven working days.
  private static func notice() throws -> RecordedStore {
    let edition = try #require(OurPacks.library().edition("yueqing", "2024-1"))
    let gate = edition.gate(of: "voting.close-notice")
    let findings = gate.map { rule -> Finding in
      rule.rule == "notice.minimum-reached"
        ? rule.finding(
          .satisfied, [NamedValue("posted-on", .date("2024-03-04")), NamedValue("last-day", .date("2024-03-13"))])
        : rule.finding(.satisfied)
    }
    let receipt = Receipt(
      step: "voting.close-notice", project: "330382-2024-0007", on: "2024-03-13", edition: edition.identity,
      findings: findings)
    return RecordedStore(
      service: .voting,
      events: [try event(1, "voting.notice-closed", on: "2024-03-13", receipt: receipt, data: Nothing())])
  }

  private static func replay(_ stores: [RecordedStore], _ changes: [(String, String)]) throws -> ImpactReplay {
    try ImpactReplay(stores, under: changed(changes), library: OurPacks.library())
  }

  @Test("an edition that says the same changes nothing, and says how much was looked at")
  func same() throws {
    let replay = try ImpactTests.replay([ImpactTests.notice()], [])
    #expect(replay.differences.isEmpty)
    #expect(replay.replayed == 1)
  }

  @Test("a longer notice would not have been reached, one day less is no difference", arguments: [(6, false), (7, false), (8, true)])
  func notice(_ days: Int, _ differs: Bool) throws {
    let rule = "rule: notice.minimum-reached, force: blocks, workingDays: 7"
    let replay = try ImpactTests.replay([ImpactTests.notice()], [(rule, rule.replacing("7", with: "\(days)"))])
    #expect(replay.differences.map(\.what) == (differs ? ["notice.minimum-reached"] : []))
    #expect(replay.differences.first?.after ?? "violated, stops" == "violated, stops")
    #expect(replay.differences.allSatisfy { $0.citesAfter == [Citation(instrument: "plan", article: "3.3")] })
  }

  @Test("a rule that goes, one that only advises, and one that is new are each told")
  func rules() throws {
    let summary = "      - {code: G-NOT, rule: notice.summary-attached, force: blocks, cites: [plan 3.3]}\n"
    let gone = try ImpactTests.replay([ImpactTests.notice()], [(summary, "")])
    #expect(gone.differences.map(\.after) == ["no rule"])
    let advice = try ImpactTests.replay([ImpactTests.notice()], [(summary, summary.replacing("blocks", with: "advises"))])
    #expect(advice.differences.map(\.after) == ["satisfied, advises"])
    let more = summary + "      - {code: G-NOT, rule: notice.posted, force: blocks, cites: [plan 9]}\n"
    let new = try ImpactTests.replay([ImpactTests.notice()], [(summary, more)])
    #expect(new.differences.map(\.before) == ["no rule"])
    #expect(new.differences.map(\.after) == ["unknown, stops"], "nobody told of a posted notice")
    #expect(new.differences.first?.citesAfter == [Citation(instrument: "plan", article: "9")])
  }

  @Test("a gate over facts is judged with what was known before the step, to the fen", arguments: [
    ("1/1", 0), ("9/10", 0),
  ])
  func facts(_ ratio: String, _ count: Int) throws {
    let edition = try #require(OurPacks.library().edition("yueqing", "2024-1"))
    let step: WireName = "intake.report-to-city"
    let receipt = Receipt(
      step: step, project: "330382-2024-0007", on: "2024-05-10", edition: edition.identity,
      findings: edition.gate(of: step).map { $0.finding(.satisfied) })
    struct Heard: Encodable {
      let source: SourceRef
      let heardOn: BusinessDate
      let statements: [FactStatement]
    }
    let told = Heard(
      source: SourceRef(feed: .funding, epoch: "5f2a90c1", sequence: 9), heardOn: "2024-05-01",
      statements: [
        FactStatement(.residentFundsPlanned, .money("100.00")), FactStatement(.residentFundsCleared, .money("99.99")),
      ])
    let store = RecordedStore(
      service: .intake,
      events: [
        try ImpactTests.event(1, "intake.facts-heard", on: "2024-05-01", data: told),
        try ImpactTests.event(2, "intake.reported-to-city", on: "2024-05-10", receipt: receipt, data: Nothing()),
      ])
    let rule = "rule: funds.in-place, force: blocks, ratio: 1/1, cites: [plan 3.4]}\n  - step: intake.assess"
    let replay = try ImpactTests.replay([store], [(rule, rule.replacing("1/1", with: ratio))])
    #expect(replay.differences.count == count)
    // Ninety-nine yuan and ninety-nine fen are not a hundred: a stricter reading of the same facts is told.
    let more = try ImpactTests.replay([store], [(rule, rule.replacing("ratio: 1/1", with: "ratio: 10000/10000, pledgeForRest: no"))])
    #expect(more.differences.map(\.what) == ["funds.in-place"])
    #expect(more.differences.map(\.after) == ["violated, stops"])
  }

  @Test("a decision under an edition that is not here is named, not guessed")
  func missing() throws {
    let unknown = PackEdition(
      pack: "yueqing", edition: "2019-1", sha256: try DocumentHash(String(repeating: "0", count: 64)))
    let receipt = Receipt(
      step: "voting.close-notice", project: "330382-2024-0007", on: "2024-03-13", edition: unknown,
      findings: [Finding("notice.complete", .satisfied, cites: [])])
    let store = RecordedStore(
      service: .voting,
      events: [try ImpactTests.event(1, "voting.notice-closed", on: "2024-03-13", receipt: receipt, data: Nothing())])
    let replay = try ImpactTests.replay([store], [])
    #expect(replay.missing == [unknown])
    #expect(replay.differences.isEmpty)
    #expect(ImpactText(language: .zh).text(replay).contains("未安装"))
  }

  @Test("a folder without a journal is refused")
  func folder() throws {
    let scratch = try ScratchFolder()
    #expect(throws: DeskFault.self) { _ = try RecordedStore(folder: scratch.url) }
  }
}
