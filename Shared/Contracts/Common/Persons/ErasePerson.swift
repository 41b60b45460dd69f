import DomainModel

/// Destroy the personal data that this service's vault holds of one person, with the records and documents that are theirs.
/// Ids, units and counts in the journal stay: a tally never changes. Refused while the person is held for a dispute, and for
/// somebody of whom only other projects hold data.
public struct ErasePerson<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).erase-person") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: ErasePerson {
    ErasePerson(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "保存期限届满")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let person: PersonID
  public let reason: Text<500>

  public var subject: String { project.rawValue }
  public var concerns: ProjectID? { project }

  public init(project: ProjectID, person: PersonID, reason: Text<500>) {
    self.project = project
    self.person = person
    self.reason = reason
  }
}

/// A person's data was destroyed; the ids that stand in events now lead nowhere.
public struct PersonErased<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).person-erased") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: PersonErased {
    PersonErased(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "保存期限届满")
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
