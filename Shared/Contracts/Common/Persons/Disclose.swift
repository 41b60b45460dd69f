import DomainModel

/// Show the personal data that this service's vault holds of one person. Who asked, for whom and why is recorded first;
/// the reply itself is not stored.
public struct Disclose<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).disclose") }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: Disclose {
    Disclose(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "核实签字人身份")
  }

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

  /// The person's fields. Never stored and never sent twice: the same command again is answered without them.
  public struct Reply: Codable, Hashable, Sendable {
    public let person: PersonID
    public let fields: Listing<PersonField, 1000>

    public init(person: PersonID, fields: Listing<PersonField, 1000>) {
      self.person = person
      self.fields = fields
    }
  }
}

/// One field of a person.
public struct PersonField: Codable, Hashable, Sendable {
  /// `name`, `phone`, `idNumber`.
  public let name: Identifier<FieldKind>
  public let value: Text<2000>
  /// How it is protected; nil from services that do not tell yet.
  public let classification: DataClassification?
  /// The record that holds it, where it is one of its own: the words of a ticket, say. Nil: the person's own.
  public let record: PersonID?

  public init(
    _ name: Identifier<FieldKind>, _ value: Text<2000>, classification: DataClassification? = nil, record: PersonID? = nil
  ) {
    self.name = name
    self.value = value
    self.classification = classification
    self.record = record
  }
}

/// The name of a field, in camel case as on the wire.
public enum FieldKind: IdentifierKind {
  public static let pattern = "^[a-z][A-Za-z0-9]{0,39}$"
  public static let longest = 40
  public static let example = "phone"
  public static func accepts(_ text: String) -> Bool {
    guard (1...40).contains(text.utf8.count), let first = text.utf8.first, first >= 97, first <= 122 else { return false }
    return text.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) }
  }
}

/// Personal data was shown to an office.
public struct Disclosed<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).disclosed") }
  public static var readers: Readers { .roles([.audit, .systemOperator]) }
  public static var example: Disclosed {
    Disclosed(project: "330382-2024-0007", person: "p-7f3a90c21b44", reason: "核实签字人身份")
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
