import DomainModel

/// What the journal knows of an event beside its body.
public struct EventStamp: Hashable, Sendable {
  /// Its own feed, epoch and number.
  public let source: SourceRef
  public let stream: String
  public let effectiveOn: BusinessDate
  public let recordedAt: Instant
  public let organisation: OrganisationID
  /// The command's id, or the heard event's reference.
  public let cause: String

  public var sequence: Int64 { source.sequence }

  public init(
    source: SourceRef, stream: String, effectiveOn: BusinessDate, recordedAt: Instant, organisation: OrganisationID,
    cause: String
  ) {
    self.source = source
    self.stream = stream
    self.effectiveOn = effectiveOn
    self.recordedAt = recordedAt
    self.organisation = organisation
    self.cause = cause
  }
}
