/// The one registry of codes that a reply can carry. A code is never reused for something else.
public enum WireCode: String, Codable, Sendable, CaseIterable {
  /// More is under way than the service takes on at once.
  case busy = "BUSY"
  /// This key sends faster than it may; `retryafterms` says when to go on.
  case rateLimited = "RATE_LIMITED"
  /// The disk of the service is full; nothing of the command was kept.
  case storeFull = "STORE_FULL"
  /// The service is about to end.
  case shuttingDown = "SHUTTING_DOWN"
  /// The service's journal is not what others saw of it; an operator has to repair it first.
  case needsRepair = "NEEDS_REPAIR"
  /// A fault of the service.
  case `internal` = "INTERNAL"

  /// Frames or JSON that cannot be read.
  case malformed = "MALFORMED"
  /// Another protocol, version or kind than this service speaks.
  case unsupportedProtocol = "UNSUPPORTED_PROTOCOL"
  /// No such message type, or a version of it that is not spoken here.
  case unknownType = "UNKNOWN_TYPE"
  /// The body does not have the shape of its type; `pointers` say where.
  case schemaInvalid = "SCHEMA_INVALID"
  /// A frame is larger than allowed.
  case tooLarge = "TOO_LARGE"
  /// This key may not send that.
  case notAuthorised = "NOT_AUTHORISED"
  /// `source` is not the one registered for this key.
  case sourceMismatch = "SOURCE_MISMATCH"
  /// The id was used before, with other content.
  case idReused = "ID_REUSED"
  /// `expectedversion` is not the version that the service has.
  case conflict = "CONFLICT"
  /// The law or the state says no; `findings` say why.
  case refused = "REFUSED"
  /// A newer feed read of the same consumer took this one's place.
  case replaced = "REPLACED"

  /// The cursor is beyond the end of the feed: the source has lost its tail.
  case cursorAhead = "CURSOR_AHEAD"
  /// The hash of the cursor is not the one in the feed: the source has another past.
  case feedDiverged = "FEED_DIVERGED"
  /// The feed has begun a new epoch after a restore.
  case epochChanged = "EPOCH_CHANGED"

  /// What the sender may do.
  public var retry: WireRetry {
    switch self {
    case .busy, .rateLimited, .storeFull, .shuttingDown, .needsRepair, .internal: .sameID
    case .cursorAhead, .feedDiverged, .epochChanged: .stop
    case .malformed, .unsupportedProtocol, .unknownType, .schemaInvalid, .tooLarge, .notAuthorised, .sourceMismatch,
      .idReused, .conflict, .refused, .replaced:
      .never
    }
  }
}
