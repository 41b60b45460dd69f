import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records the audited final accounts of a city whose rules name no shares to compute on them; where they do, the accounts
/// are verified with their figures instead.
enum RecordAuditedAccountsDecision: Decision {
  static func look(_ command: RecordAuditedAccounts, at view: any EntityView) throws -> AuditedAccounts? {
    try view.get(AuditedAccounts.self, command.project.rawValue)
  }

  static func decide(
    _ command: RecordAuditedAccounts, seeing before: AuditedAccounts?, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    guard SubsidyTerms(law.edition) == nil else { throw Refusal(.formulaStated) }
    guard command.investment > .zero else { throw Refusal(.amountMissing, pointers: ["/investment"]) }
    if before != nil, command.reason == nil { throw Refusal(.accountsVerifiedBefore, pointers: ["/reason"]) }
    try ruling.requireNotBefore(before?.on)
    try ruling.passGate()
    return Outcome([
      AuditedAccountsRecorded(
        project: command.project, investment: command.investment, auditedBy: command.auditedBy, report: command.report)
    ])
  }
}
