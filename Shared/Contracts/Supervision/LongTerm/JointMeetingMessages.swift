import DomainModel

/// Record that the joint meeting (联席会议) on managing the community is set up: led by the community, with the Party
/// branch, the owners' own body and the property company (Sichuan 7.2).
public struct SetUpJointMeeting: ProjectCommand {
  public static var name: WireName { "supervision.set-up-joint-meeting" }
  public static var senders: Set<Role> { [.residentsCommittee, .subdistrict] }
  public static var example: SetUpJointMeeting {
    SetUpJointMeeting(
      project: "330382-2024-0007", participants: [WorksParty(role: .ownersBody, organisation: "qingjiang-owners")],
      hasPartyBranch: true, meetingRules: .sample, covenant: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// Who belongs to it; at least one.
  public let participants: Listing<WorksParty, 12>
  /// Whether the community's Party branch or group takes part.
  public let hasPartyBranch: Bool
  /// The rules of the owners' meeting (业主大会议事规则).
  public let meetingRules: DocumentHash?
  /// The community's covenant (管理规约).
  public let covenant: DocumentHash?

  public var documents: [DocumentHash] { [meetingRules, covenant].compactMap { $0 } }

  public init(
    project: ProjectID, participants: Listing<WorksParty, 12>, hasPartyBranch: Bool, meetingRules: DocumentHash? = nil,
    covenant: DocumentHash? = nil
  ) {
    self.project = project
    self.participants = participants
    self.hasPartyBranch = hasPartyBranch
    self.meetingRules = meetingRules
    self.covenant = covenant
  }
}

/// The joint meeting on managing the community is set up.
public struct JointMeetingSetUp: ProjectEvent {
  public static var name: WireName { "supervision.joint-meeting-set-up" }
  public static var example: JointMeetingSetUp {
    JointMeetingSetUp(
      project: "330382-2024-0007", participants: [WorksParty(role: .ownersBody, organisation: "qingjiang-owners")],
      hasPartyBranch: true, meetingRules: .sample, covenant: .sample)
  }

  public let project: ProjectID
  /// Who belongs to it; at least one.
  public let participants: Listing<WorksParty, 12>
  /// Whether the community's Party branch or group takes part.
  public let hasPartyBranch: Bool
  /// The rules of the owners' meeting (业主大会议事规则).
  public let meetingRules: DocumentHash?
  /// The community's covenant (管理规约).
  public let covenant: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.jointMeetingSetUp, .flag(true))] }

  public init(
    project: ProjectID, participants: Listing<WorksParty, 12>, hasPartyBranch: Bool, meetingRules: DocumentHash? = nil,
    covenant: DocumentHash? = nil
  ) {
    self.project = project
    self.participants = participants
    self.hasPartyBranch = hasPartyBranch
    self.meetingRules = meetingRules
    self.covenant = covenant
  }
}
