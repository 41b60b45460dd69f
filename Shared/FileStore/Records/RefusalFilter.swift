/// Which refusals are looked for.
public struct RefusalFilter: Sendable, Equatable {
  /// Recorded at this instant or later, RFC 3339.
  public var since: String?
  public var subject: String?
  /// Whom was refused.
  public var principal: String?
  public var code: String?

  /// All of them, but for what is given.
  public init(since: String? = nil, subject: String? = nil, principal: String? = nil, code: String? = nil) {
    self.since = since
    self.subject = subject
    self.principal = principal
    self.code = code
  }

  func holds(_ record: RepeatRecord) -> Bool {
    (subject.map { record.subject.hasSameBytes(as: $0) } ?? true)
      && (principal.map { record.principal.hasSameBytes(as: $0) } ?? true)
      && (code.map { record.code?.hasSameBytes(as: $0) ?? false } ?? true)
  }
}

/// A place among the refusals, which go by date, source and id.
public struct RefusalMark: Sendable, Equatable {
  public let recordedAt: String
  public let source: String
  public let id: String

  /// A place that another page told.
  public init(recordedAt: String, source: String, id: String) {
    self.recordedAt = recordedAt
    self.source = source
    self.id = id
  }
}

/// Refusals, newest first.
public struct RefusalPage: Sendable, Equatable {
  public let records: [RepeatRecord]
  /// Where to go on; nil when there are no older ones.
  public let next: RefusalMark?

  /// So many refusals are looked through for one page, whatever the filter lets by.
  static let lookedThrough = 2_000

  /// A page in the making.
  struct Gathering {
    private let filter: RefusalFilter
    private let limit: Int
    private var records: [RepeatRecord] = []
    private var last: RefusalMark?
    private var looked = 0

    init(_ filter: RefusalFilter, limit: Int) {
      self.filter = filter
      self.limit = limit
    }

    var isFull: Bool { records.count >= limit }

    mutating func look(at record: RepeatRecord) {
      looked += 1
      last = RefusalMark(recordedAt: record.recordedAt, source: record.source, id: record.id)
      if filter.holds(record) { records.append(record) }
    }

    var page: RefusalPage {
      RefusalPage(records: records, next: isFull || looked >= RefusalPage.lookedThrough ? last : nil)
    }
  }
}
