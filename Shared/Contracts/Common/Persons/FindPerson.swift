import DomainModel

/// Find a person's ids by name, phone or id number: what an office needs when somebody asks at the counter what is held of
/// them. Who asked and why is recorded, never what was looked for; the reply is not stored.
public struct FindPerson<Contract: ServiceContract>: ProjectCommand {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).find-person") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: FindPerson {
    FindPerson(project: "330382-2024-0007", personName: "林某某", phone: "13800000000", reason: "本人申请查阅")
  }

  /// The project whose records, and those of its community, are looked through.
  public let project: ProjectID
  /// The whole name, spaces aside.
  public let personName: Text<60>?
  /// The whole number, its digits.
  public let phone: Text<30>?
  /// 公民身份号码.
  public let idNumber: Text<18>?
  public let reason: Text<500>

  public init(
    project: ProjectID, personName: Text<60>? = nil, phone: Text<30>? = nil, idNumber: Text<18>? = nil, reason: Text<500>
  ) {
    self.project = project
    self.personName = personName
    self.phone = phone
    self.idNumber = idNumber
    self.reason = reason
  }

  /// Who answers to what was asked. Never stored and never sent twice: the same command again is answered with nobody.
  public struct Reply: Codable, Hashable, Sendable {
    public let persons: Listing<Found, 200>

    public init(persons: Listing<Found, 200>) {
      self.persons = persons
    }
  }

  /// Somebody of whom at least one field is as asked.
  public struct Found: Codable, Hashable, Sendable {
    public let person: PersonID
    /// The fields that agree: `name`, `phone`, `idNumber`.
    public let matched: Listing<Identifier<FieldKind>, 3>
    /// What their data is held for.
    public let purposes: Listing<PersonalPurpose, 8>

    public init(
      person: PersonID, matched: Listing<Identifier<FieldKind>, 3>, purposes: Listing<PersonalPurpose, 8>
    ) {
      self.person = person
      self.matched = matched
      self.purposes = purposes
    }
  }
}

/// An office looked for a person among those of a project.
public struct PersonsSought<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).persons-sought") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: PersonsSought {
    PersonsSought(project: "330382-2024-0007", by: ["name", "phone"], reason: "本人申请查阅")
  }

  public let project: ProjectID
  /// Which kinds of field were looked at, never their values.
  public let by: Listing<Identifier<FieldKind>, 3>
  public let reason: Text<500>

  public init(project: ProjectID, by: Listing<Identifier<FieldKind>, 3>, reason: Text<500>) {
    self.project = project
    self.by = by
    self.reason = reason
  }
}
