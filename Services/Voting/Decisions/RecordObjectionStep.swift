import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Records a step towards settling an objection, in the order that the city's rules give.
enum RecordObjectionStepDecision: Decision {
  struct Sight {
    let objection: Objection
    let noticeKind: NoticeKind
  }

  static func look(_ command: RecordObjectionStep, at view: any EntityView) throws -> Sight {
    let objection = try view.objection(command.objection, of: command.project)
    return Sight(
      objection: objection, noticeKind: try view.notice(objection.notice, of: command.project).kind)
  }

  static func decide(
    _ command: RecordObjectionStep, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard sight.objection.disposition == nil else { throw Refusal(.objectionEnded, pointers: ["/objection"]) }
    try ruling.requireNotBefore(sight.objection.lastStepOn)
    try ruling.require(try inOrder(command, sight, ruling.law().edition))
    return Outcome([
      ObjectionStepRecorded(
        project: command.project, objection: command.objection, step: command.step, actor: command.actor,
        isAgreed: command.isAgreed, minutes: command.minutes, requestedInWriting: command.requestedInWriting)
    ])
  }

  private static func inOrder(_ command: RecordObjectionStep, _ sight: Sight, _ edition: Edition) throws -> [Finding] {
    guard command.step == .mediation else { return [] }
    let notice = (\Terms.notices).appending(path: sight.noticeKind.terms)
    let found = MediationTest.finding(
      edition.settled(notice.appending(path: \.objectionPath)),
      wasNegotiated: sight.objection.steps.contains(.negotiation),
      wasRequestedInWriting: command.requestedInWriting != nil)
    return [found].compactMap { $0 }
  }
}
