import Foundation

/// What a command came to, kept for good so that the same id gets the same reply whatever crashed in between.
public struct RepeatRecord: Sendable, Equatable {
  /// The sender's registered URI.
  public let source: String
  /// The sender's id for the command.
  public let id: String
  /// The keyed hash of the content, from `VaultKey.contentMAC(for:)`.
  public let contentMAC: Data
  /// `ok` or `refused`.
  public let status: String
  /// The refusal's code, if refused.
  public let code: String?
  /// The first event it recorded, if any.
  public let firstSequence: Int64?
  /// The last event it recorded, if any.
  public let lastSequence: Int64?
  /// The body of the reply: the typed reply, or the refusal with its receipt. Never personal data.
  public let reply: Data
  /// What the command was about, so that refusals can be found by it.
  public let subject: String
  /// When it was decided, RFC 3339.
  public let recordedAt: String
  /// Who sent it: the organisation.
  public let principal: String
  /// The fingerprint of the key that signed; nil in records of before it was kept.
  public let key: String?

  /// The status under which refusals are found by subject.
  public static let refused = "refused"

  /// The outcome of one command.
  public init(
    source: String, id: String, contentMAC: Data, status: String, code: String?, firstSequence: Int64?,
    lastSequence: Int64?, reply: Data, subject: String, recordedAt: String, principal: String, key: String? = nil
  ) {
    self.source = source
    self.id = id
    self.contentMAC = contentMAC
    self.status = status
    self.code = code
    self.firstSequence = firstSequence
    self.lastSequence = lastSequence
    self.reply = reply
    self.subject = subject
    self.recordedAt = recordedAt
    self.principal = principal
    self.key = key
  }
}
