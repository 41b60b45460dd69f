import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the final accounts where the city's document has no formula: the total is all that anybody asks for.
enum RecordFinalAccountsDecision: Decision {
  static func look(_ command: RecordFinalAccounts, at view: any EntityView) throws -> RecordedAccounts? {
    try view.get(RecordedAccounts.self, command.project.rawValue)
  }

  static func decide(
    _ command: RecordFinalAccounts, seeing before: RecordedAccounts?, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard SubsidyTerms(try ruling.law().edition) == nil else { throw Refusal(.formulaStated) }
    if before != nil, command.reason == nil { throw Refusal(.accountsVerifiedBefore, pointers: ["/reason"]) }
    try ruling.requireNotBefore(before?.on)
    try ruling.passGate()
    return Outcome([
      FinalAccountsRecorded(
        project: command.project, investment: command.investment, reviewedBy: command.reviewedBy,
        document: command.document, reason: command.reason)
    ])
  }
}
