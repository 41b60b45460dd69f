import Contracts
import DomainModel
import ServiceKit

/// Halts a project; other services refuse steps on it from the day they hear of it.
enum SuspendProjectDecision: Decision {
  static func look(_ command: SuspendProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(_ command: SuspendProject, seeing project: ProjectCase, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([
      ProjectSuspended(project: command.project, reason: command.reason, document: command.document)
    ])
  }
}

/// Lets a halted project go on.
enum ResumeProjectDecision: Decision {
  static func look(_ command: ResumeProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(_ command: ResumeProject, seeing project: ProjectCase, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard !project.isWithdrawn else { throw Refusal(.projectHalted) }
    guard project.suspendedOn != nil else { throw Refusal(.projectNotHalted) }
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([ProjectResumed(project: command.project, reason: command.reason)])
  }
}

/// Gives a project up for good, suspended or not; its community may open another.
enum WithdrawProjectDecision: Decision {
  static func look(_ command: WithdrawProject, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(_ command: WithdrawProject, seeing project: ProjectCase, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard !project.isWithdrawn else { throw Refusal(.projectHalted) }
    try ruling.requireNotBefore(project.changedOn)
    return Outcome([
      ProjectWithdrawn(project: command.project, reason: command.reason, document: command.document)
    ])
  }
}
