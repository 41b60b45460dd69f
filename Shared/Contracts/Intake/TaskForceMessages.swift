import DomainModel

/// A member of the task force as the sender names them; name and phone go into the vault.
public struct TaskForceMember: Codable, Hashable, Sendable {
  /// In which part they sit: `subdistrict`, `designer`, `utility`, `owners-body`.
  public let role: Role
  public let organisation: OrganisationID
  /// Who sits for them; left out while nobody is named.
  public let person: PersonID?
  public let name: Text<50>?
  public let phone: Text<30>?

  public init(
    role: Role, organisation: OrganisationID, person: PersonID? = nil, name: Text<50>? = nil, phone: Text<30>? = nil
  ) {
    self.role = role
    self.organisation = organisation
    self.person = person
    self.name = name
    self.phone = phone
  }
}

/// A seat of the task force, without names.
public struct TaskForceSeat: Codable, Hashable, Sendable {
  public let role: Role
  public let organisation: OrganisationID
  public let person: PersonID?

  public init(role: Role, organisation: OrganisationID, person: PersonID? = nil) {
    self.role = role
    self.organisation = organisation
    self.person = person
  }
}

/// Form the task force (工作专班) of a listed project: the construction unit with subdistrict, community, designers,
/// utilities and those whom the residents put forward (Sichuan 4.1). Sent again it takes the place of the one before.
public struct FormTaskForce: ProjectCommand {
  public static var name: WireName { "intake.form-task-force" }
  public static var senders: Set<Role> { [.constructionUnit, .subdistrict] }
  public static var example: FormTaskForce {
    FormTaskForce(
      project: "330382-2024-0007",
      members: [
        TaskForceMember(role: .designer, organisation: "qingjiang-design", person: "p-7f3a90c21b44", name: "杨某某")
      ],
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let members: Listing<TaskForceMember, 40>
  /// How it was formed, and how residents chose theirs.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, members: Listing<TaskForceMember, 40>, document: DocumentHash) {
    self.project = project
    self.members = members
    self.document = document
  }
}

/// The task force was formed.
public struct TaskForceFormed: ProjectEvent {
  public static var name: WireName { "intake.task-force-formed" }
  public static var example: TaskForceFormed {
    TaskForceFormed(
      project: "330382-2024-0007",
      seats: [TaskForceSeat(role: .designer, organisation: "qingjiang-design", person: "p-7f3a90c21b44")],
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let seats: Listing<TaskForceSeat, 40>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.taskForceFormed, .flag(true))] }

  public init(project: ProjectID, seats: Listing<TaskForceSeat, 40>, document: DocumentHash) {
    self.project = project
    self.seats = seats
    self.document = document
  }
}
