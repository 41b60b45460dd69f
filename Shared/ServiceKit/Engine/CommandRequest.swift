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
  /// What names the command for good, in one text.
  let name: String
  /// What the front door made out beforehand; the engine makes it out itself when nobody did.
  private(set) var reading: Reading?

  /// What of a command needs neither the journal nor the state, and so can be made out on another thread.
  struct Reading: Sendable {
    let command: Result<any Command, FieldFault>
    let contentMAC: Data
  }

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
    name = "\(source) \(id)"
  }

  /// Decodes the body and hashes the content, unless the sender may not send such a command anyway.
  mutating func read(
    _ known: MessageRegistry.KnownCommand, _ decoder: CompactDecoder, contentMAC: (Data) -> Data
  ) {
    guard !known.senders.isDisjoint(with: principal.roles) else { return }
    reading = Reading(command: known.read(body, decoder), contentMAC: contentMAC(content))
  }

  /// What must be the same when the id is the same: the content, each part with its length before it so that no two
  /// contents run together.
  var content: Data {
    let bytes = ByteBuffer(capacity: body.count + 256)
    func append(_ text: String) {
      bytes.append(bigEndian: UInt64(text.utf8.count))
      bytes.append(text)
    }
    append(type)
    append(subject)
    append(effectiveOn.description)
    append(expectedVersion.map(String.init) ?? "")
    bytes.append(bigEndian: UInt64(body.count))
    bytes.append(body)
    return bytes.data
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
