import DomainModel

/// Which line or pipe a utility operator is invited for (plan 4.3).
public enum UtilityKind: String, WireEnum {
  /// 供电
  case power
  /// 供水
  case water
  /// 燃气
  case gas
  /// 通信
  case telecom
  /// 广播电视
  case broadcasting
}

/// One organisation that is asked for its opinion.
public struct Invitation: Codable, Hashable, Sendable {
  public let organisation: OrganisationID
  /// In which role it is asked; it answers in this role.
  public let role: Role
  /// For utilities, and only for them.
  public let utility: UtilityKind?
  /// The last day for its opinion. Yueqing prescribes no number of days: the convener sets it.
  public let deadline: BusinessDate

  public init(organisation: OrganisationID, role: Role, utility: UtilityKind? = nil, deadline: BusinessDate) {
    self.organisation = organisation
    self.role = role
    self.utility = utility
    self.deadline = deadline
  }
}

/// Call the joint consultation (联合会商) on a plan version that the residents adopted, and ask each participant for
/// its opinion by a day (plan 4.3).
public struct CallConsultation: ProjectCommand {
  public static var name: WireName { "approvals.call-consultation" }
  public static var senders: Set<Role> { [.housing, .naturalResources] }
  public static var example: CallConsultation {
    CallConsultation(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2",
      invitations: [Invitation(organisation: "yueqing-power", role: .utility, utility: .power, deadline: .sample)])
  }
  public typealias Reply = ConsultationOpened

  public let project: ProjectID
  /// The version that the plan vote carried.
  public let plan: PlanID
  /// Everyone whom the city's list names, and whoever else is wanted.
  public let invitations: Listing<Invitation, 60>

  public init(project: ProjectID, plan: PlanID, invitations: Listing<Invitation, 60>) {
    self.project = project
    self.plan = plan
    self.invitations = invitations
  }
}

/// The consultation that was called.
public struct ConsultationOpened: Codable, Hashable, Sendable {
  public let consultation: ConsultationID

  public init(consultation: ConsultationID) {
    self.consultation = consultation
  }
}

/// A joint consultation was called; the invited know what is asked of them and until when.
public struct ConsultationCalled: ProjectEvent {
  public static var name: WireName { "approvals.consultation-called" }
  public static var example: ConsultationCalled {
    ConsultationCalled(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P2",
      invitations: [Invitation(organisation: "yueqing-power", role: .utility, utility: .power, deadline: .sample)])
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let plan: PlanID
  public let invitations: Listing<Invitation, 60>

  public init(project: ProjectID, consultation: ConsultationID, plan: PlanID, invitations: Listing<Invitation, 60>) {
    self.project = project
    self.consultation = consultation
    self.plan = plan
    self.invitations = invitations
  }
}

/// Record that the joint consultation was held, on the day of the command (plan 4.3).
public struct HoldConsultation: ProjectCommand {
  public static var name: WireName { "approvals.hold-consultation" }
  public static var senders: Set<Role> { [.housing, .naturalResources] }
  public static var example: HoldConsultation {
    HoldConsultation(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1",
      attended: ["yueqing-power", "yueqing-finance"],
      minutes: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let consultation: ConsultationID
  /// Who was there, invited or not.
  public let attended: Listing<OrganisationID, 80>
  /// The signed minutes (会议纪要).
  public let minutes: DocumentHash

  public var documents: [DocumentHash] { [minutes] }

  public init(
    project: ProjectID, consultation: ConsultationID, attended: Listing<OrganisationID, 80>, minutes: DocumentHash
  ) {
    self.project = project
    self.consultation = consultation
    self.attended = attended
    self.minutes = minutes
  }
}

/// The joint consultation was held.
public struct ConsultationHeld: ProjectEvent {
  public static var name: WireName { "approvals.consultation-held" }
  public static var example: ConsultationHeld {
    ConsultationHeld(
      project: "330382-2024-0007", consultation: "330382-2024-0007/C1",
      attended: ["yueqing-power", "yueqing-finance"],
      minutes: .sample)
  }

  public let project: ProjectID
  public let consultation: ConsultationID
  public let attended: Listing<OrganisationID, 80>
  public let minutes: DocumentHash

  public var facts: [FactStatement] {
    [FactStatement(.consultationHeld, .flag(true))]
  }

  public init(
    project: ProjectID, consultation: ConsultationID, attended: Listing<OrganisationID, 80>, minutes: DocumentHash
  ) {
    self.project = project
    self.consultation = consultation
    self.attended = attended
    self.minutes = minutes
  }
}
