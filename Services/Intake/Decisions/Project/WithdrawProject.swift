import Contracts
import DomainModel
import ServiceKit

/// Gives a project up for good, suspended or not; its community may open another.
enum WithdrawProjectDecision: Decision {
  static func look(_ command: WithdrawProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: WithdrawProject, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !project.isWithdrawn else { throw Refusal(.projectHalted) }
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([
      ProjectWithdrawn(project: command.project, reason: command.reason, document: command.document)
    ])
  }
}
