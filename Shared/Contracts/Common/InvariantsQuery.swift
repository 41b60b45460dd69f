import DomainModel

/// Check what must always hold between this service's records: without an invariant the list of them, with one a page of
/// what was checked.
public struct InvariantsQuery<Contract: ServiceContract>: Query {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).invariants") }
  public static var askers: Set<Role> { [.systemOperator, .audit] }
  public static var example: InvariantsQuery { InvariantsQuery(invariant: "ledger-balances", after: nil) }
  public var subject: String { "" }

  public let invariant: Identifier<SlugKind>?
  /// The `next` of the page before.
  public let after: Text<200>?

  public init(invariant: Identifier<SlugKind>? = nil, after: Text<200>? = nil) {
    self.invariant = invariant
    self.after = after
  }

  public typealias Answer = InvariantPage
}

/// A page of an invariant's check.
public struct InvariantPage: Codable, Hashable, Sendable {
  /// The invariants there are, when none was asked for.
  public let declared: [Declared]
  /// How many records were looked at.
  public let checked: Int
  public let faults: [Fault]
  /// Records with more to read than a query may: the check beside the store looks at them.
  public let deferred: [String]
  /// Where the next page begins; nil when all was looked at.
  public let next: Text<200>?

  public init(
    declared: [Declared] = [], checked: Int = 0, faults: [Fault] = [], deferred: [String] = [], next: Text<200>? = nil
  ) {
    self.declared = declared
    self.checked = checked
    self.faults = faults
    self.deferred = deferred
    self.next = next
  }

  /// An invariant: what must hold.
  public struct Declared: Codable, Hashable, Sendable {
    public let id: Identifier<SlugKind>
    public let zh: String
    public let en: String

    public init(id: Identifier<SlugKind>, zh: String, en: String) {
      self.id = id
      self.zh = zh
      self.en = en
    }
  }

  /// A record for which it does not hold.
  public struct Fault: Codable, Hashable, Sendable {
    /// The record, by its key. Never personal.
    public let place: String
    /// What is wrong, with the figures.
    public let zh: String
    public let en: String

    public init(place: String, zh: String, en: String) {
      self.place = place
      self.zh = zh
      self.en = en
    }
  }
}
