import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records goods given or work done with their value. No account holds them: they pay for nothing.
enum RecordContributionDecision: Decision {
  static func look(_ command: RecordContribution, at view: any EntityView) throws {}

  static func decide(
    _ command: RecordContribution, seeing: Void, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard command.value > .zero else { throw Refusal(.amountMissing, pointers: ["/value"]) }
    let money = try ruling.law().edition.stated(\.funding.residentMoney)
    return Outcome(
      [
        ContributionRecorded(
          project: command.project, kind: command.kind, giver: command.giver, what: command.what, value: command.value,
          evidence: command.evidence)
      ],
      findings: [
        Finding(
          "funding.contribution-foreseen",
          money.value?.contains { $0.item.code.rawValue == command.kind.rawValue } == true ? .satisfied : .violated,
          force: .advises, cites: money.citations, values: [NamedValue("kind", .code(command.kind.rawValue))])
      ])
  }
}
