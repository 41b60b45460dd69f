import DomainModel

/// What this service holds of one person, by class and until when. No values: those come by disclosure alone.
public struct PersonHoldingsQuery<Contract: ServiceContract>: ProjectQuery {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).person-holdings") }
  public static var askers: Set<Role> { [.subdistrict, .audit] }
  public static var example: PersonHoldingsQuery {
    PersonHoldingsQuery(project: "330382-2024-0007", person: "p-7f3a90c21b44")
  }

  public let project: ProjectID
  public let person: PersonID
  /// The day as of which it is judged whether the time is over; left out: today.
  public let asOf: BusinessDate?

  public init(project: ProjectID, person: PersonID, asOf: BusinessDate? = nil) {
    self.project = project
    self.person = person
    self.asOf = asOf
  }

  public typealias Answer = PersonHoldings
}

/// What one service holds of one person.
public struct PersonHoldings: Codable, Hashable, Sendable {
  public let person: PersonID
  /// For what, in which matter and until when. Empty when nothing is held, or for other projects alone.
  public let holdings: [Holding]
  public let fields: [Field]
  /// Documents that are the person's own, by their hash.
  public let documents: [DocumentHash]
  /// The last day of the longest period; nil while one of them has no end yet.
  public let until: BusinessDate?
  /// Whether every period is over.
  public let isDue: Bool
  /// Why it is kept for a dispute; nil when it is not.
  public let heldBecause: Text<500>?

  /// Why the data is here.
  public struct Holding: Codable, Hashable, Sendable {
    public let purpose: PersonalPurpose
    /// The project or community of the record.
    public let matter: String
    /// When it was last recorded.
    public let since: BusinessDate
    /// Years after the start; nil where nobody has settled a period.
    public let years: Int?
    public let from: RetentionStart?
    /// The last day; nil while the start has not come.
    public let until: BusinessDate?
    /// Whose word the period is.
    public let origin: Finding.Origin
    public let cites: [Citation]

    public init(
      purpose: PersonalPurpose, matter: String, since: BusinessDate, years: Int?, from: RetentionStart?,
      until: BusinessDate?, origin: Finding.Origin, cites: [Citation]
    ) {
      self.purpose = purpose
      self.matter = matter
      self.since = since
      self.years = years
      self.from = from
      self.until = until
      self.origin = origin
      self.cites = cites
    }
  }

  /// A field that is held, without its value.
  public struct Field: Codable, Hashable, Sendable {
    public let name: Identifier<FieldKind>
    public let classification: DataClassification
    /// The record of its own that holds it; nil: the person's.
    public let record: PersonID?

    public init(name: Identifier<FieldKind>, classification: DataClassification, record: PersonID?) {
      self.name = name
      self.classification = classification
      self.record = record
    }
  }

  public init(
    person: PersonID, holdings: [Holding], fields: [Field], documents: [DocumentHash], until: BusinessDate?, isDue: Bool,
    heldBecause: Text<500>?
  ) {
    self.person = person
    self.holdings = holdings
    self.fields = fields
    self.documents = documents
    self.until = until
    self.isDue = isDue
    self.heldBecause = heldBecause
  }
}

/// The persons of a project, and of its community, whose data has been kept as long as it may; page on with `after`.
public struct DuePersonsQuery<Contract: ServiceContract>: ProjectQuery {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).due-persons") }
  public static var askers: Set<Role> { [.subdistrict, .audit, .systemOperator] }
  public static var example: DuePersonsQuery { DuePersonsQuery(project: "330382-2024-0007", asOf: "2031-01-01") }

  public let project: ProjectID
  /// Left out: today.
  public let asOf: BusinessDate?
  /// The last person of the page before, as `next` told it.
  public let after: PersonID?

  public init(project: ProjectID, asOf: BusinessDate? = nil, after: PersonID? = nil) {
    self.project = project
    self.asOf = asOf
    self.after = after
  }

  public typealias Answer = DuePersons
}

/// A page of persons that are due, by their ids.
public struct DuePersons: Codable, Hashable, Sendable {
  public let persons: [Due]
  /// Persons looked at on this page who are not due, or not yet.
  public let kept: Int
  /// Ask again after this person; nil at the end. A page may name nobody and still have a next.
  public let next: PersonID?

  /// Somebody whose data is due for erasure.
  public struct Due: Codable, Hashable, Sendable {
    public let person: PersonID
    public let purposes: [PersonalPurpose]
    /// The last day of the longest period.
    public let until: BusinessDate
    /// Kept for a dispute all the same.
    public let isHeld: Bool

    public init(person: PersonID, purposes: [PersonalPurpose], until: BusinessDate, isHeld: Bool) {
      self.person = person
      self.purposes = purposes
      self.until = until
      self.isHeld = isHeld
    }
  }

  public init(persons: [Due], kept: Int, next: PersonID?) {
    self.persons = persons
    self.kept = kept
    self.next = next
  }
}
