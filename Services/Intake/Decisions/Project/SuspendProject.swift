import Contracts
import DomainModel
import ServiceKit

/// Halts a project; other services refuse steps on it from the day they hear of it.
enum SuspendProjectDecision: Decision {
  static func look(_ command: SuspendProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: SuspendProject, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([
      ProjectSuspended(project: command.project, reason: command.reason, document: command.document)
    ])
  }
}
