import Contracts
import DomainModel
import ServiceKit

/// Records the city government's consent, and with it, if it gives one, the reason why the plan may be late.
enum RecordCityConsentDecision: Decision {
  static func look(_ command: RecordCityConsent, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: RecordCityConsent, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.consent?.on ?? project.review?.on ?? project.reportedOn ?? project.openedOn)
    if let listed = project.listed {
      throw Refusal(
        .projectListed,
        values: [
          NamedValue("project", .code(command.project.rawValue)),
          NamedValue("plan-year", .count(Int64(listed.planYear))),
        ])
    }
    try ruling.passGate()
    return Outcome([
      CityConsented(
        project: command.project, planYear: command.planYear, document: command.document,
        lateReason: command.lateReason)
    ])
  }
}
