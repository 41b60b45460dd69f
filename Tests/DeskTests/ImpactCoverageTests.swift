import DomainModel
import Foundation
import Policy
import Testing

@Suite("What a replay under a changed pack looks at")
struct ImpactCoverageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func sources(_ folder: String) throws -> [(name: String, text: String)] {
    let base = root.appendingPathComponent(folder)
    let found = try #require(FileManager.default.enumerator(atPath: base.path))
    return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOf: base.appendingPathComponent($0), encoding: .utf8))
    }
  }

  /// Every rule that a receipt may hold has its sentences, so the sentences are the list of all rules.
  @Test("every rule is a gate's, is judged again, or is passed over with its reason, and none twice")
  func rules() {
    let told = Set(RuleTexts.all.map(\.rule))
    let gates = Set(RuleRegistry.knownRules.compactMap { try? RuleID($0) })
    let listed = ImpactCoverage.replayed.values.flatMap(\.self) + ImpactCoverage.passedOver.values.flatMap(\.self)
    let counts = Dictionary(grouping: listed, by: \.self).mapValues(\.count)
    #expect(counts.filter { $0.value > 1 }.keys.map(\.rawValue).sorted() == [], "listed twice")
    let left = told.subtracting(gates).subtracting(listed).map(\.rawValue).sorted()
    #expect(left == [], "say in ImpactCoverage how the replay judges these rules, or why not")
    #expect(Set(listed).subtracting(told).map(\.rawValue).sorted() == [], "no such rule is told")
    #expect(Set(listed).intersection(gates).map(\.rawValue).sorted() == [], "gates are judged by GateReplay")
    #expect(ImpactCoverage.Reason.allCases.allSatisfy { ImpactCoverage.passedOver[$0]?.isEmpty == false })
  }

  @Test("what is said to judge a rule again is there")
  func members() throws {
    let text = try Self.sources("Services/Desk/Impact").map(\.text).joined()
    for member in ImpactCoverage.replayed.keys { #expect(text.contains("func \(member)"), "\(member)") }
  }

  /// A decision that gathers findings keeps a receipt, and its findings are of rules that the first test knows.
  @Test("every decision that keeps a receipt is of rules that are accounted for")
  func decisions() throws {
    let known = Set(RuleTexts.all.map(\.rule.rawValue))
    let mention = /(?:Finding\(|\.advice\(|: RuleID = )\s*"([a-z][a-z-]*\.[a-z][a-z-]*)"/
    var keeping = 0
    for service in ["Intake", "Voting", "Funding", "Approvals", "Supervision"] {
      for (name, text) in try Self.sources("Services/\(service)/Decisions") {
        let unknown = text.matches(of: mention).map { String($0.1) }.filter { !known.contains($0) }
        #expect(unknown == [], "\(service)/\(name)")
        if text.contains(": Decision {"), text.contains("passGate(") || text.contains(".require([") || text.contains("findings:") {
          keeping += 1
        }
      }
    }
    #expect(keeping > 80)
  }

  /// A gate that a decision borrows from another step is one that the replay knows to be borrowed.
  @Test("every gate that a step borrows is judged again")
  func borrowed() throws {
    let mention = /judge\(\s*("[a-z.-]+"|[A-Za-z]+\.name|exemptionStep)/
    var found: Set<String> = []
    for service in ["Intake", "Voting", "Funding", "Approvals", "Supervision"] {
      for (_, text) in try Self.sources("Services/\(service)/Decisions") {
        for match in text.matches(of: mention) { found.insert(String(match.1)) }
      }
    }
    // The last records what was lacking at a start that nobody permitted; it is no step and keeps no receipt.
    #expect(
      found == ["\"funding.disburse\"", "HoldConsultation.name", "exemptionStep", "StartConstruction.name"],
      "add the step to ImpactReplay.borrowedGates")
  }
}
