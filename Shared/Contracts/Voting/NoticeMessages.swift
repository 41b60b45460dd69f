import DomainModel

/// What a notice (公示) is about.
public enum NoticeKind: String, WireEnum {
  /// The renovation plan, with 改造意见公示书 (plan 3.3).
  case plan
  /// The result of the willingness round, where a city asks for its notice.
  case willingness
  /// The result of the plan vote, where a city posts it by itself.
  case result
}

/// Post a notice. Its posting day is the day of this command.
public struct PostNotice: ProjectCommand {
  public static var name: WireName { "voting.post-notice" }
  public static var senders: Set<Role> { .community }
  public static var example: PostNotice {
    PostNotice(
      project: "330382-2024-0007", kind: .plan, planVersion: "330382-2024-0007/P1",
      contents: [NoticeContent(code: "works-content", document: .sample)], places: ["in-community"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: .sample, document: .sample)])
  }
  public typealias Reply = NoticeSchedule

  public let project: ProjectID
  public let kind: NoticeKind
  /// The plan posted; for plan and result notices.
  public let planVersion: PlanID?
  public let contents: Listing<NoticeContent, 20>
  /// Where it hangs, by the pack's codes: `in-community`.
  public let places: Listing<Identifier<SlugKind>, 10>
  public let evidence: Listing<NoticeEvidence, 20>
  /// The last day as the notice prints it (自…至…, Wenzhou Annex 3), itself included; objections are in time until its end.
  public let printedLastDay: BusinessDate?

  public var documents: [DocumentHash] { contents.map(\.document) + evidence.map(\.document) }

  public init(
    project: ProjectID, kind: NoticeKind, planVersion: PlanID?, contents: Listing<NoticeContent, 20>,
    places: Listing<Identifier<SlugKind>, 10>, evidence: Listing<NoticeEvidence, 20>,
    printedLastDay: BusinessDate? = nil
  ) {
    self.project = project
    self.kind = kind
    self.planVersion = planVersion
    self.contents = contents
    self.places = places
    self.evidence = evidence
    self.printedLastDay = printedLastDay
  }
}

/// One part of what is posted.
public struct NoticeContent: Codable, Hashable, Sendable {
  /// By the pack's codes: `estimate`, `fund-raising`.
  public let code: Identifier<SlugKind>
  public let document: DocumentHash

  public init(code: Identifier<SlugKind>, document: DocumentHash) {
    self.code = code
    self.document = document
  }
}

/// A photograph, and what it shows.
public struct NoticeEvidence: Codable, Hashable, Sendable {
  /// What a piece of evidence shows about a notice.
  public enum Shown: String, WireEnum {
    case hangsAtStart = "hangs-at-start"
    case hangsAtEnd = "hangs-at-end"
  }

  public let shows: Shown
  public let takenOn: BusinessDate
  public let document: DocumentHash

  public init(shows: Shown, takenOn: BusinessDate, document: DocumentHash) {
    self.shows = shows
    self.takenOn = takenOn
    self.document = document
  }
}

/// How long a notice must hang, with the days that were counted.
public struct NoticeSchedule: Codable, Hashable, Sendable {
  public let notice: NoticeID
  public let postedOn: BusinessDate
  /// Nil where the city's rules set no minimum.
  public let minimumWorkingDays: Int?
  /// The working days counted; the notice may end with the last of them.
  public let countedDays: [BusinessDate]
  /// The last of the minimum's days, itself included; nil without a minimum or while `unknownYear` is not known.
  public let earliestLastDay: BusinessDate?
  /// The year whose working days would be needed and are not published yet.
  public let unknownYear: Int?

  public init(
    notice: NoticeID, postedOn: BusinessDate, minimumWorkingDays: Int?, countedDays: [BusinessDate],
    earliestLastDay: BusinessDate?, unknownYear: Int?
  ) {
    self.notice = notice
    self.postedOn = postedOn
    self.minimumWorkingDays = minimumWorkingDays
    self.countedDays = countedDays
    self.earliestLastDay = earliestLastDay
    self.unknownYear = unknownYear
  }
}

/// A notice was posted.
public struct NoticePosted: ProjectEvent {
  public static var name: WireName { "voting.notice-posted" }
  public static var example: NoticePosted {
    NoticePosted(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1", kind: .plan, planVersion: "330382-2024-0007/P1",
      postedOn: .sample, contents: [NoticeContent(code: "works-content", document: .sample)],
      places: ["in-community"], evidence: [], earliestLastDay: nil, objectionsOpen: 0)
  }

  public let project: ProjectID
  public let notice: NoticeID
  public let kind: NoticeKind
  public let planVersion: PlanID?
  public let postedOn: BusinessDate
  public let contents: Listing<NoticeContent, 20>
  public let places: Listing<Identifier<SlugKind>, 10>
  public let evidence: Listing<NoticeEvidence, 20>
  /// The last of the minimum's days, when the calendar knew it at posting.
  public let earliestLastDay: BusinessDate?
  /// Objections of the project that still wait; a notice does not clear those against an earlier one.
  public let objectionsOpen: Whole<0, 100_000>
  /// The last day as the notice prints it.
  public let printedLastDay: BusinessDate?

  public var facts: [FactStatement] {
    switch kind {
    case .plan:
      [
        FactStatement(.planNoticePosted, .date(postedOn)), FactStatement(.planNoticeClosed, .flag(false)),
        FactStatement(.voteSummaryAttached, .flag(false)),
        FactStatement(.objectionsOpen, .count(Int64(objectionsOpen.value))),
      ]
    case .willingness: [FactStatement(.willingnessNoticeClosed, .flag(false))]
    case .result: [FactStatement(.objectionsOpen, .count(Int64(objectionsOpen.value)))]
    }
  }

  public init(
    project: ProjectID, notice: NoticeID, kind: NoticeKind, planVersion: PlanID?, postedOn: BusinessDate,
    contents: Listing<NoticeContent, 20>, places: Listing<Identifier<SlugKind>, 10>,
    evidence: Listing<NoticeEvidence, 20>, earliestLastDay: BusinessDate?, objectionsOpen: Whole<0, 100_000>,
    printedLastDay: BusinessDate? = nil
  ) {
    self.project = project
    self.notice = notice
    self.kind = kind
    self.planVersion = planVersion
    self.postedOn = postedOn
    self.contents = contents
    self.places = places
    self.evidence = evidence
    self.earliestLastDay = earliestLastDay
    self.objectionsOpen = objectionsOpen
    self.printedLastDay = printedLastDay
  }
}

/// Attach the summary of the plan vote (方案意见汇总表) to the notice that hangs (plan 3.3).
public struct AttachSummary: ProjectCommand {
  public static var name: WireName { "voting.attach-summary" }
  public static var senders: Set<Role> { .community }
  public static var example: AttachSummary {
    AttachSummary(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1", round: "330382-2024-0007/R2", summary: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let notice: NoticeID
  /// The closed plan round that the summary sums up.
  public let round: RoundID
  public let summary: DocumentHash

  public var documents: [DocumentHash] { [summary] }

  public init(project: ProjectID, notice: NoticeID, round: RoundID, summary: DocumentHash) {
    self.project = project
    self.notice = notice
    self.round = round
    self.summary = summary
  }
}

/// The summary of the vote hangs with the notice.
public struct SummaryAttached: ProjectEvent {
  public static var name: WireName { "voting.summary-attached" }
  public static var example: SummaryAttached {
    SummaryAttached(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1", round: "330382-2024-0007/R2", summary: .sample)
  }

  public let project: ProjectID
  public let notice: NoticeID
  public let round: RoundID
  public let summary: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.voteSummaryAttached, .flag(true))] }

  public init(project: ProjectID, notice: NoticeID, round: RoundID, summary: DocumentHash) {
    self.project = project
    self.notice = notice
    self.round = round
    self.summary = summary
  }
}

/// End a notice. Its last day runs to its end, so it is closed on a later day than its last.
public struct CloseNotice: ProjectCommand {
  public static var name: WireName { "voting.close-notice" }
  public static var senders: Set<Role> { .community }
  public static var example: CloseNotice {
    CloseNotice(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1", lastDay: .sample,
      evidence: [NoticeEvidence(shows: .hangsAtEnd, takenOn: .sample, document: .sample)])
  }
  public typealias Reply = NoticeOutcome

  public let project: ProjectID
  public let notice: NoticeID
  /// The last day on which it hung, before the day of this command.
  public let lastDay: BusinessDate
  public let evidence: Listing<NoticeEvidence, 20>

  public var documents: [DocumentHash] { evidence.map(\.document) }

  public init(
    project: ProjectID, notice: NoticeID, lastDay: BusinessDate, evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.notice = notice
    self.lastDay = lastDay
    self.evidence = evidence
  }
}

/// How long a notice hung.
public struct NoticeOutcome: Codable, Hashable, Sendable {
  public let notice: NoticeID
  public let postedOn: BusinessDate
  public let lastDay: BusinessDate
  /// Working days from the day after posting to the last day.
  public let workingDays: Int?
  /// 公示期 __ 天: last day minus posting day (domain §18.4).
  public let printedDays: Int

  public init(notice: NoticeID, postedOn: BusinessDate, lastDay: BusinessDate, workingDays: Int?, printedDays: Int) {
    self.notice = notice
    self.postedOn = postedOn
    self.lastDay = lastDay
    self.workingDays = workingDays
    self.printedDays = printedDays
  }
}

/// A notice hung long enough and has ended.
public struct NoticeClosed: ProjectEvent {
  public static var name: WireName { "voting.notice-closed" }
  public static var example: NoticeClosed {
    NoticeClosed(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1", kind: .plan, lastDay: .sample, evidence: [])
  }

  public let project: ProjectID
  public let notice: NoticeID
  public let kind: NoticeKind
  public let lastDay: BusinessDate
  public let evidence: Listing<NoticeEvidence, 20>

  /// Complete at the end of its last day: the rule that looks at it opens the next step the day after.
  public var facts: [FactStatement] {
    switch kind {
    case .plan: [FactStatement(.planNoticeClosed, .flag(true), on: lastDay)]
    case .willingness: [FactStatement(.willingnessNoticeClosed, .flag(true), on: lastDay)]
    case .result: []
    }
  }

  public init(
    project: ProjectID, notice: NoticeID, kind: NoticeKind, lastDay: BusinessDate,
    evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.notice = notice
    self.kind = kind
    self.lastDay = lastDay
    self.evidence = evidence
  }
}
