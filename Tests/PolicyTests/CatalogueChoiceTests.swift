import DomainModel
import Testing

@testable import Policy

/// 四治六改, 十提升 and what lies around: each tier stands on the one below (Ziyang 2.2).
@Suite("Tiers that build on each other")
struct CatalogueChoiceTests {
  private let ziyang: Edition

  init() throws { ziyang = try #require(PackFolder.library().edition("ziyang", "2020-1")) }

  private func findings(_ chosen: Set<CatalogueKey>, inOrder: Set<CatalogueKey> = []) -> [Finding] {
    CatalogueChoice(chosen: chosen, inOrder: inOrder).findings(under: ziyang)
  }

  private func missing(_ findings: [Finding]) -> [String] {
    findings.first { $0.rule == "plan.tiers-cumulative" }?.values.filter { $0.name == "missing" }.map(\.value.text) ?? []
  }

  @Test("basic works alone stand on nothing")
  func basic() {
    let found = findings(["gas"])
    #expect(found.map(\.rule) == ["plan.tiers-cumulative"] && found[0].result == .satisfied)
  }

  @Test("the ten enhancements need basic works, public services around need both, with the article", arguments: [
    (["lift"], ["basic"]), (["nursery"], ["basic", "improvement"]), (["nursery", "lift"], ["basic"]),
    (["nursery", "gas"], ["improvement"]), (["lift", "gas"], []), (["nursery", "lift", "gas"], []),
  ] as [(Set<CatalogueKey>, [String])])
  func cumulative(_ chosen: Set<CatalogueKey>, _ lacking: [String]) throws {
    let found = findings(chosen)
    let tiers = try #require(found.first { $0.rule == "plan.tiers-cumulative" })
    #expect(tiers.result == (lacking.isEmpty ? .satisfied : .violated))
    #expect(tiers.stops == !lacking.isEmpty && tiers.origin == .document)
    #expect(tiers.cites.map(\.description) == ["plan 2.2", "recommended choices.cumulative-tiers"])
    #expect(missing(found) == lacking)
  }

  @Test("a lower tier that is shown to be in order counts as there")
  func shown() {
    #expect(missing(findings(["lift"], inOrder: ["power"])) == [])
    #expect(missing(findings(["nursery"], inOrder: ["power"])) == ["improvement"])
    #expect(missing(findings(["nursery"], inOrder: ["nursery"])) == ["basic", "improvement"])
  }

  @Test("what of a lower tier is left out is told and stops nothing: no recipe for all")
  func leftOut() throws {
    let some = try #require(findings(["lift", "gas"]).first { $0.rule == "plan.lower-tiers-whole" })
    #expect(some.result == .violated && !some.stops)
    #expect(some.values.contains(NamedValue("left-out-count", .count(9))))
    let basics = Set(ziyang.file.catalogue.items.filter { $0.tier == .basic }.map(\.key))
    #expect(basics.count == 10)
    let all = try #require(findings(basics.union(["lift"])).first { $0.rule == "plan.lower-tiers-whole" })
    #expect(all.result == .satisfied && all.cites.map(\.description) == ["plan 2.2"])
  }

  @Test("where tiers stand side by side, or there are none, nothing is asked")
  func others() throws {
    for pack in ["yueqing", "wenzhou", "tiexi", "sichuan"] as [Identifier<SlugKind>] {
      let edition = try #require(PackFolder.library().editions.first { $0.identity.pack == pack })
      #expect(CatalogueChoice(chosen: ["lift"], inOrder: []).findings(under: edition).isEmpty, "\(pack)")
    }
  }
}
