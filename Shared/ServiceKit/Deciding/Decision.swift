import DomainModel

/// How one command is decided. `look` names what it needs to see, `decide` is pure over what was seen.
public protocol Decision: Sendable {
  associatedtype Request: Command
  /// What `look` saw.
  associatedtype Sight
  /// - Throws: `Refusal` when what the command names does not exist.
  static func look(_ command: Request, at view: any EntityView) throws -> Sight
  /// - Throws: `Refusal` when the law or the state says no; `ArithmeticFault` when a sum leaves its range.
  static func decide(_ command: Request, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Request.Reply>
}

/// What a decision came to: the events to record and the reply.
public struct Outcome<Reply: Codable & Hashable & Sendable>: Sendable {
  public var events: [any Event]
  public var reply: Reply
  /// The receipt's findings; the gate's are added by the ruling that judged it.
  public var findings: [Finding]
  /// Of a command about several projects: what the step rests on for each. It becomes the receipt of the project's
  /// event, so that a doubt about it is one about this project's step.
  public var receipts: [ProjectID: [Finding]]
  /// Personal data for the vault, written in the same transaction.
  public var persons: [PersonRecord]

  public init(
    _ events: [any Event], reply: Reply, findings: [Finding] = [], receipts: [ProjectID: [Finding]] = [:],
    persons: [PersonRecord] = []
  ) {
    self.events = events
    self.reply = reply
    self.findings = findings
    self.receipts = receipts
    self.persons = persons
  }
}

extension Outcome where Reply == Accepted {
  public init(
    _ events: [any Event], findings: [Finding] = [], receipts: [ProjectID: [Finding]] = [:],
    persons: [PersonRecord] = []
  ) {
    self.init(events, reply: Accepted(), findings: findings, receipts: receipts, persons: persons)
  }
}

/// Personal data of one person, for the vault and nowhere else.
public struct PersonRecord: Hashable, Sendable {
  public let person: PersonID
  /// What it is held for: how long follows from it.
  public let purpose: PersonalPurpose
  /// Name, phone, address.
  public let personal: [String: String]
  /// Id number, signature: protected more highly.
  public let protected: [String: String]
  /// Where the record has an id of its own, whose words it holds: it is shown and erased with them.
  public let belongsTo: PersonID?
  /// Documents that are this person's alone, a letter of theirs: they are erased with them.
  public let documents: [DocumentHash]

  public init(
    person: PersonID, for purpose: PersonalPurpose, personal: [String: String], protected: [String: String] = [:],
    belongsTo: PersonID? = nil, documents: [DocumentHash] = []
  ) {
    self.person = person
    self.purpose = purpose
    self.personal = personal
    self.protected = protected
    self.belongsTo = belongsTo
    self.documents = documents
  }
}
