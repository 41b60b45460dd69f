import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records an audit of the project's money; what it found stands in its report.
enum RecordAuditDecision: Decision {
  static func look(_ command: RecordAudit, at view: any EntityView) throws {}

  static func decide(_ command: RecordAudit, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    let law = try ruling.law()
    guard command.from <= command.until, command.until <= ruling.effectiveOn else {
      throw Refusal(.periodReversed, pointers: ["/from", "/until"])
    }
    let rule = law.edition.stated(\.funding.processAudit)
    return Outcome(
      [
        AuditRecorded(
          project: command.project, kind: command.kind, from: command.from, until: command.until,
          issues: command.issues,
          findings: command.findings)
      ],
      findings: [
        Finding(
          "funding.process-audit", .satisfied, force: .advises, origin: rule.isSilent ? .recommended : .document,
          cites: rule.citations, values: [NamedValue("issues", .count(Int64(command.issues.value)))])
      ])
  }
}
