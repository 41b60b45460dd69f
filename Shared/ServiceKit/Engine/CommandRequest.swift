import DomainModel
import Foundation
import Messaging

/// A command as it arrived, its form already checked: who sent it is known, what it says is not yet read.
public struct CommandRequest: Sendable {
  /// `jiugai.voting.close-round.v1`
  public let type: String
  /// The sender's id of this command; with `source` it names the command for good.
  public let id: String
  public let source: String
  public let subject: String
  public let effectiveOn: BusinessDate
  /// The last event of the subject's stream that the sender has seen, when it wants to be refused if there is more.
  public let expectedVersion: Int64?
  public let body: Data
  public let principal: Principal
  public let language: Language

  public init(
    type: String, id: String, source: String, subject: String, effectiveOn: BusinessDate, expectedVersion: Int64? = nil,
    body: Data, principal: Principal, language: Language = .zh
  ) {
    self.type = type
    self.id = id
    self.source = source
    self.subject = subject
    self.effectiveOn = effectiveOn
    self.expectedVersion = expectedVersion
    self.body = body
    self.principal = principal
    self.language = language
  }

  /// What must be the same when the id is the same: the content, each part with its length before it so that no two
  /// contents run together.
  var content: Data {
    var data = Data(capacity: body.count + 128)
    func append(_ part: some Collection<UInt8>) {
      withUnsafeBytes(of: UInt64(part.count).bigEndian) { data.append(contentsOf: $0) }
      data.append(contentsOf: part)
    }
    append(type.utf8)
    append(subject.utf8)
    append(effectiveOn.description.utf8)
    append((expectedVersion.map(String.init) ?? "").utf8)
    append(body)
    return data
  }
}

/// What became of a command. Nothing of it may be told before the batch is committed.
public enum CommandAnswer: Sendable {
  /// Recorded: the reply and the events' numbers. `isRepeat` when it had been recorded before.
  case accepted(reply: Data, first: Int64, last: Int64, isRepeat: Bool)
  /// The law or the state says no; stored with its receipt.
  case refused(problem: Data, isRepeat: Bool)
  /// Not judged: nothing is stored of it.
  case rejected(WireCode, detail: String, pointers: [String])
}
