import Contracts
import DomainModel
import ServiceKit

/// Strikes a finished project off the register: the last step of its course (Ziyang 5.1). What the pack asks of a project
/// that may go stands in its gate.
enum WriteOffProjectDecision: Decision {
  static func look(_ command: WriteOffProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: WriteOffProject, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard project.writtenOffOn == nil else { throw Refusal(.projectWrittenOff) }
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.listed?.on ?? project.openedOn)
    try ruling.passGate()
    return Outcome([ProjectWrittenOff(project: command.project, document: command.document)])
  }
}
