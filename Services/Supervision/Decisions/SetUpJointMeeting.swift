import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records the joint meeting with those who belong to it. That the owners' body is missing is told.
enum SetUpJointMeetingDecision: Decision {
  static func look(_ command: SetUpJointMeeting, at view: any EntityView) throws {}

  static func decide(_ command: SetUpJointMeeting, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard !command.participants.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/participants"]) }
    let cites = try ruling.law().edition.stated(\.longTerm.jointMeeting).citations
    try ruling.passGate(adding: [
      .advice(
        "management.joint-meeting-complete", command.participants.contains { $0.role == .ownersBody }, cites: cites,
        values: [NamedValue("participants", .count(Int64(command.participants.count)))]),
      .advice("management.covenant-made", command.covenant != nil && command.meetingRules != nil, cites: cites),
    ])
    return Outcome([
      JointMeetingSetUp(
        project: command.project, participants: command.participants, hasPartyBranch: command.hasPartyBranch,
        meetingRules: command.meetingRules, covenant: command.covenant)
    ])
  }
}
