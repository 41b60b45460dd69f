import Contracts
import DomainModel
import ServiceKit

/// Lets a halted project go on.
enum ResumeProjectDecision: Decision {
  static func look(_ command: ResumeProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: ResumeProject, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !project.isWithdrawn else { throw Refusal(.projectHalted) }
    guard project.suspendedOn != nil else { throw Refusal(.projectNotHalted) }
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([ProjectResumed(project: command.project, reason: command.reason)])
  }
}
