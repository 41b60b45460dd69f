import Contracts
import DomainModel
import FileStore
import Foundation
import Policy
import TestKit
import Testing

@testable import ServiceKit

@Suite("Refusals across all projects")
struct RefusalLogTests {
  private typealias Log = RefusalLogQuery<FundingContract>

  private func ask(_ query: Log, _ rig: EngineRig, divisions: Set<DivisionCode> = []) throws -> RefusalLog {
    let answer = try rig.journal.reader().read { snapshot in
      try rig.engine.answer(
        query, in: snapshot,
        principal: Principal(organisation: "it", roles: [.systemOperator], divisions: divisions), today: "2029-12-31",
        laws: { _ in nil })
    }
    return try JSONDecoder().decode(RefusalLog.self, from: answer)
  }

  /// Five refusals about two projects, each in a commit of its own.
  private func rig(_ flavour: Flavour) throws -> EngineRig {
    let rig = try EngineRig(flavour, laws: [.yueqing()])
    let projects: [ProjectID] = ["330382-2024-0007", "510100-2024-0001"]
    for project in projects { try rig.open(project, under: Law.yueqing().reference) }
    for number in 0..<5 {
      try rig.decide(Pay(project: projects[number % 2], amount: "5.00", overdraw: true), id: "refused-\(number)")
      try rig.engine.commit()
    }
    return rig
  }

  @Test("are listed newest first, a page at a time, to whom and why", arguments: Flavour.allCases)
  func pages(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    var ids: [String] = []
    var before: Text<300>?
    repeat {
      let page = try ask(Log(before: before, limit: 2), rig)
      #expect(page.refusals.count <= 2)
      ids += page.refusals.map(\.id)
      before = page.next
    } while before != nil
    #expect(ids == (0..<5).reversed().map { "refused-\($0)" })
    let first = try #require(try ask(Log(limit: 1), rig).refusals.first)
    #expect(first.organisation == "org-1" && first.source == "urn:jiugai:rig" && first.code == "gate-closed")
    #expect(first.step == "funding.sample-pay" && first.subject == "330382-2024-0007")
  }

  @Test("are narrowed by project, organisation, code and day", arguments: Flavour.allCases)
  func filters(_ flavour: Flavour) throws {
    let rig = try rig(flavour)
    #expect(try ask(Log(project: "510100-2024-0001", limit: 200), rig).refusals.count == 2)
    #expect(try ask(Log(organisation: "org-2", limit: 200), rig).refusals.isEmpty)
    #expect(try ask(Log(code: "gate-closed", limit: 200), rig).refusals.count == 5)
    #expect(try ask(Log(code: "dated-before", limit: 200), rig).refusals.isEmpty)
    #expect(try ask(Log(since: "2029-12-31", limit: 200), rig).refusals.count == 5)
    #expect(try ask(Log(since: "2030-01-01", limit: 200), rig).refusals.isEmpty)
  }

  @Test("of other divisions are not shown to a key of one")
  func divisions() throws {
    let rig = try rig(.memory)
    #expect(try ask(Log(limit: 200), rig, divisions: ["510100"]).refusals.count == 2)
  }
}
