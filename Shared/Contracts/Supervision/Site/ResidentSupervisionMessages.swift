import DomainModel

/// As what a resident or guest watches the works.
public enum WatcherKind: String, WireEnum {
  /// 民间监理员
  case civilianSupervisor = "civilian-supervisor"
  /// 有技术特长的居民
  case skilledResident = "skilled-resident"
  /// 人大代表
  case deputy
  /// 政协委员
  case cppccMember = "cppcc-member"
  /// 社会各界代表
  case publicFigure = "public-figure"
}

/// What an observation is about.
public enum ObservationTopic: String, WireEnum {
  case quality
  case safety
  case progress
  case disturbance
  case other
}

/// Register someone who watches the works for the residents (民间监理员, plan 5.6). The name goes to the vault.
public struct RegisterResidentSupervisor: ProjectCommand {
  public static var name: WireName { "supervision.register-resident-supervisor" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody] }
  public static var example: RegisterResidentSupervisor {
    RegisterResidentSupervisor(
      project: "330382-2024-0007", person: "p-7f3a90c21b44", kind: .civilianSupervisor, name: "周敏")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let person: PersonID
  public let kind: WatcherKind
  public let name: Text<60>
  public let phone: Text<30>?

  public init(project: ProjectID, person: PersonID, kind: WatcherKind, name: Text<60>, phone: Text<30>? = nil) {
    self.project = project
    self.person = person
    self.kind = kind
    self.name = name
    self.phone = phone
  }
}

/// Someone watches the works for the residents.
public struct ResidentSupervisorRegistered: ProjectEvent {
  public static var name: WireName { "supervision.resident-supervisor-registered" }
  public static var example: ResidentSupervisorRegistered {
    ResidentSupervisorRegistered(project: "330382-2024-0007", person: "p-7f3a90c21b44", kind: .civilianSupervisor)
  }

  public let project: ProjectID
  public let person: PersonID
  public let kind: WatcherKind

  public init(project: ProjectID, person: PersonID, kind: WatcherKind) {
    self.project = project
    self.person = person
    self.kind = kind
  }
}

/// Record what one of them saw. Never refused for what it says; the words go to the vault.
public struct RecordObservation: ProjectCommand {
  public static var name: WireName { "supervision.record-observation" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody, .residentSupervisor] }
  public static var example: RecordObservation {
    RecordObservation(project: "330382-2024-0007", person: "p-7f3a90c21b44", topic: .quality, concern: true)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let person: PersonID
  public let topic: ObservationTopic
  /// Whether something should be done about it.
  public let concern: Bool
  public let photos: Listing<DocumentHash, 6>
  public let text: Text<1000>?

  public var documents: [DocumentHash] { photos.items }

  public init(
    project: ProjectID, person: PersonID, topic: ObservationTopic, concern: Bool,
    photos: Listing<DocumentHash, 6> = [], text: Text<1000>? = nil
  ) {
    self.project = project
    self.person = person
    self.topic = topic
    self.concern = concern
    self.photos = photos
    self.text = text
  }
}

/// One who watches the works saw something.
public struct ObservationRecorded: ProjectEvent {
  public static var name: WireName { "supervision.observation-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: ObservationRecorded {
    ObservationRecorded(project: "330382-2024-0007", person: "p-7f3a90c21b44", topic: .quality, concern: true)
  }

  public let project: ProjectID
  public let person: PersonID
  public let topic: ObservationTopic
  /// Whether something should be done about it.
  public let concern: Bool
  public let photos: Listing<DocumentHash, 6>
  /// Under which the vault keeps the words.
  public let text: PersonID?

  public init(
    project: ProjectID, person: PersonID, topic: ObservationTopic, concern: Bool,
    photos: Listing<DocumentHash, 6> = [], text: PersonID? = nil
  ) {
    self.project = project
    self.person = person
    self.topic = topic
    self.concern = concern
    self.photos = photos
    self.text = text
  }
}
