import DomainModel

/// Keep a person's data although its time is over or they ask for erasure: a dispute is open that needs it (GK:
/// 个人信息保护法 art. 47). Until the hold is released an erasure is refused.
public struct HoldPerson<Contract: ServiceContract>: ProjectCommand {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).hold-person") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: HoldPerson {
    HoldPerson(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "行政复议未结")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let person: PersonID
  /// Which dispute, nothing personal.
  public let reason: Text<500>

  public init(project: ProjectID, person: PersonID, reason: Text<500>) {
    self.project = project
    self.person = person
    self.reason = reason
  }
}

/// A person's data is kept for a dispute.
public struct PersonHeld<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).person-held") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: PersonHeld {
    PersonHeld(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "行政复议未结")
  }

  public let project: ProjectID
  public let person: PersonID
  public let reason: Text<500>

  public init(project: ProjectID, person: PersonID, reason: Text<500>) {
    self.project = project
    self.person = person
    self.reason = reason
  }
}

/// End a hold: the dispute is settled.
public struct ReleasePerson<Contract: ServiceContract>: ProjectCommand {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).release-person") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: ReleasePerson {
    ReleasePerson(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "行政复议已结")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let person: PersonID
  public let reason: Text<500>

  public init(project: ProjectID, person: PersonID, reason: Text<500>) {
    self.project = project
    self.person = person
    self.reason = reason
  }
}

/// A hold was ended.
public struct PersonReleased<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).person-released") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: PersonReleased {
    PersonReleased(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "行政复议已结")
  }

  public let project: ProjectID
  public let person: PersonID
  public let reason: Text<500>

  public init(project: ProjectID, person: PersonID, reason: Text<500>) {
    self.project = project
    self.person = person
    self.reason = reason
  }
}
