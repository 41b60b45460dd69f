import Contracts
import DomainModel
import ServiceKit

/// Records the owners' pledge for the remainder; what it is worth, the city's gate says.
enum RecordPledgeDecision: Decision {
  static func look(_ command: RecordPledge, at view: any EntityView) throws {}

  static func decide(_ command: RecordPledge, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    _ = try ruling.law()
    return Outcome([PledgeRecorded(project: command.project, form: command.form, document: command.document)])
  }
}
