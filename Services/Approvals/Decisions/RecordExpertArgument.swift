import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records an expert argument. Passed without the floor affirmed it would allow what the plan forbids, and is refused;
/// the experts' names go to the vault.
enum RecordExpertArgumentDecision: Decision {
  static func look(_ command: RecordExpertArgument, at view: any EntityView) throws -> Int {
    try view.nextNumber("\(command.project)/\(ExpertArgumentItem.letter)")
  }

  static func decide(
    _ command: RecordExpertArgument, seeing number: Int, under ruling: Ruling
  ) throws -> Outcome<ExpertArgumentReport> {
    let persons = command.experts.map(\.person)
    guard !persons.isEmpty, Set(persons).count == persons.count, !command.drawings.isEmpty else {
      throw Refusal(.expertsMissing, pointers: ["/experts", "/drawings"])
    }
    guard command.baselineDate <= ruling.effectiveOn else {
      throw Refusal(.baselineDatedAhead, pointers: ["/baselineDate"])
    }
    try ruling.passGate(
      adding: ExpertArgumentTest(try ruling.edition()).findings(
        isPassed: command.isPassed, keepsExistingFireSafety: command.keepsExistingFireSafety,
        baselineDate: command.baselineDate))
    let id = ExpertArgumentID(command.project, number)
    return Outcome(
      [
        ExpertArgumentRecorded(
          project: command.project, argument: id, clause: command.clause, reason: command.reason,
          experts: Listing(capped: persons), isPassed: command.isPassed, baseline: command.baseline,
          baselineDate: command.baselineDate, keepsExistingFireSafety: command.keepsExistingFireSafety,
          drawings: command.drawings, report: command.report)
      ],
      reply: ExpertArgumentReport(argument: id),
      persons: command.experts.map { PersonRecord(person: $0.person, for: .office, personal: ["name": $0.name.value]) })
  }
}
