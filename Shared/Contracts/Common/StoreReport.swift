import DomainModel

/// What the verification of one store came to; what a service prints when it is told to verify, and the operators' tool
/// reads.
public struct StoreReport: Codable, Hashable, Sendable {
  /// Which of its members mean what; a member may be added, never changed in meaning.
  public var format = "jiugai-store-report/1"
  public let service: ServiceName
  public let store: String
  public let version: String
  public let epoch: String
  public let head: Int64
  /// The chain's hash at the head, hexadecimal.
  public let headHash: String
  /// What was looked at, in order.
  public let parts: [Part]
  /// All that is wrong; the first thousand of each part at most.
  public let findings: [Finding]
  /// How far the store has read the others, for them to be held against it.
  public let heard: [Heard]

  public var isSound: Bool { findings.isEmpty }

  /// One thing that was looked at.
  public struct Part: Codable, Hashable, Sendable {
    /// `structure`, `chain`, `columns`, `entities`, `repeats`, `hearing`, `documents`, `vault`, or an invariant's id.
    public let id: String
    /// How many records.
    public let checked: Int64
    /// Why it was not looked at, or not wholly; nil when it was.
    public let omitted: Said?

    public init(id: String, checked: Int64, omitted: Said? = nil) {
      self.id = id
      self.checked = checked
      self.omitted = omitted
    }
  }

  /// One thing that is wrong, and where.
  public struct Finding: Codable, Hashable, Sendable {
    public let part: String
    /// What kind of wrong, stable for programs.
    public let code: String
    /// An event's number, an entity's kind and key, a document's hash. Never personal.
    public let place: String
    public let said: Said

    public init(part: String, code: String, place: String, said: Said) {
      self.part = part
      self.code = code
      self.place = place
      self.said = said
    }
  }

  /// A sentence in both languages.
  public struct Said: Codable, Hashable, Sendable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }

    /// The sentence in one of them.
    public func text(_ language: Language) -> String { language == .zh ? zh : en }
  }

  /// A position in another's feed.
  public struct Heard: Codable, Hashable, Sendable {
    public let feed: ServiceName
    public let epoch: String
    public let sequence: Int64
    public let hash: String

    public init(feed: ServiceName, epoch: String, sequence: Int64, hash: String) {
      self.feed = feed
      self.epoch = epoch
      self.sequence = sequence
      self.hash = hash
    }
  }

  public init(
    service: ServiceName, store: String, version: String, epoch: String, head: Int64, headHash: String, parts: [Part],
    findings: [Finding], heard: [Heard]
  ) {
    self.service = service
    self.store = store
    self.version = version
    self.epoch = epoch
    self.head = head
    self.headHash = headHash
    self.parts = parts
    self.findings = findings
    self.heard = heard
  }
}
