import DomainModel
import Foundation
import Policy
import Scenario
import TestKit
import Testing

/// The stories pass the gates for real: what `GateCoverageTests` tries rule by rule, services judge here with facts that other
/// services stated.
@Suite("Gates in the stories")
struct GateStoryTests {
  /// A rule of a gate, as a receipt shows that it was judged.
  private struct Judged: Hashable {
    let step: WireName
    let rule: RuleID
  }

  private struct Recorded: Decodable {
    let receipt: Receipt?
  }

  /// Advice that the stories are told as not met, each with why. What stops a step is never among it.
  private static let unmet: [String: [String: String]] = [
    "wenzhou": [
      "supervision.record-acceptance fire.inspection-passed": "the acceptance is held before the inspection, and passed after it"
    ],
    "yueqing": [
      "supervision.record-acceptance fire.inspection-passed": "the acceptance is held before the inspection, and passed after it",
      "voting.close-notice notice.summary-visible": "the notice ends as soon as it may, with the summary on view for less",
    ],
    "ziyang": ["supervision.start-construction permit.issued": "the plan names no construction permit, and none is issued"],
  ]

  @Test("every rule of every gate was satisfied once, with its articles", arguments: City.all.map(\.id.rawValue))
  func satisfied(city: String) async throws {
    let told = try await SimulatedTelling.calm(try #require(City.named(city)))
    let edition = try #require(try Law.ours.get().library.editions.first { $0.identity.pack.rawValue == city })
    var found: [Judged: Set<[Citation]>] = [:]
    for event in told.state.events.values.joined() {
      guard let receipt = try JSONDecoder().decode(Recorded.self, from: Data(event.utf8)).receipt else { continue }
      for finding in receipt.findings where finding.result == .satisfied {
        found[Judged(step: receipt.step, rule: finding.rule), default: []].insert(finding.cites.items)
      }
    }
    var asked = 0
    var missing: [String] = []
    for step in edition.file.gates {
      for rule in step.gate {
        asked += 1
        let steps = [step.step] + (Self.borrowers[step.step] ?? [])
        let cites = steps.compactMap { found[Judged(step: $0, rule: rule.rule)] }.reduce(into: Set()) { $0.formUnion($1) }
        if cites.isEmpty {
          #expect(rule.force == .advises, "\(city) \(step.step) \(rule.rule) stops, and no story passes it")
          missing.append("\(step.step) \(rule.rule)")
        } else {
          #expect(cites.contains { Set($0).isSuperset(of: rule.citations) }, "\(city) \(step.step) \(rule.rule): \(cites)")
        }
      }
    }
    #expect(asked > 20)
    #expect(missing.sorted() == (Self.unmet[city] ?? [:]).keys.sorted(), "\(city)")
  }

  /// Steps that are judged by the gate of another.
  private static let borrowers: [WireName: [WireName]] = [
    "funding.disburse": ["funding.request-disbursement", "funding.approve-disbursement"],
    "approvals.confirm-planning-exemption": ["approvals.form-opinion"],
  ]
}
