import DomainModel

/// What a service tells of its doors.
extension Health {
  /// The file of principals as the service last took it up.
  public struct Principals: Codable, Hashable, Sendable {
    /// Keys that may connect.
    public let count: Int
    public let revoked: Int
    /// When the file was last taken up.
    public let readAt: Instant
    /// Why the file as it now stands was not taken up, with its place; nil when it was.
    public let fault: String?
    /// Keys that have expired or will within 30 days, the soonest first, 50 at most.
    public let expiring: [ExpiringKey]

    public init(count: Int, revoked: Int, readAt: Instant, fault: String?, expiring: [ExpiringKey]) {
      self.count = count
      self.revoked = revoked
      self.readAt = readAt
      self.fault = fault
      self.expiring = expiring
    }
  }

  /// A key whose time runs out.
  public struct ExpiringKey: Codable, Hashable, Sendable {
    public let key: KeyFingerprint
    public let organisation: OrganisationID
    /// The first day on which it is refused.
    public let on: BusinessDate

    public init(key: KeyFingerprint, organisation: OrganisationID, on: BusinessDate) {
      self.key = key
      self.organisation = organisation
      self.on = on
    }
  }

  /// Attempts at what the key behind them may not do.
  public struct Attempts: Codable, Hashable, Sendable {
    /// So many by one key within `minutes` are a matter for the operator.
    public let limit: Int
    public let minutes: Int
    /// All since the service started.
    public let total: Int64
    /// The keys that tried most of late, 20 at most.
    public let keys: [Knocking]

    public init(limit: Int, minutes: Int, total: Int64, keys: [Knocking]) {
      self.limit = limit
      self.minutes = minutes
      self.total = total
      self.keys = keys
    }
  }

  /// What one key tried.
  public struct Knocking: Codable, Hashable, Sendable {
    /// Nil for the rest of the keys, when there are more than are told apart.
    public let key: KeyFingerprint?
    /// Nil for a key that nobody registered.
    public let organisation: OrganisationID?
    /// `KEY_NOT_KNOWN`, `KEY_REVOKED`, `KEY_EXPIRED`, `NOT_AUTHORISED`, `SOURCE_MISMATCH` or `MALFORMED`.
    public let code: String
    /// Within the last minutes that the limit speaks of.
    public let recent: Int
    /// Since the service started, or since the key was last told apart.
    public let total: Int64
    public let firstAt: Instant
    public let lastAt: Instant

    public init(
      key: KeyFingerprint?, organisation: OrganisationID?, code: String, recent: Int, total: Int64, firstAt: Instant,
      lastAt: Instant
    ) {
      self.key = key
      self.organisation = organisation
      self.code = code
      self.recent = recent
      self.total = total
      self.firstAt = firstAt
      self.lastAt = lastAt
    }
  }
}
