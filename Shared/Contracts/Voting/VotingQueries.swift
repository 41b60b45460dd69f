import DomainModel

/// What a roll counts.
public struct RollQuery: ProjectQuery {
  public static var name: WireName { "voting.roll" }
  public static var example: RollQuery { RollQuery(project: "330382-2024-0007") }

  public let project: ProjectID
  /// Left out: the roll sealed last.
  public let roll: RollID?

  public init(project: ProjectID, roll: RollID? = nil) {
    self.project = project
    self.roll = roll
  }

  public typealias Answer = RollAnswer
}

/// The totals of a roll: units, heads, households and area in square metres.
public struct RollAnswer: Codable, Hashable, Sendable {
  /// Nil when there is none.
  public let roll: RollSummary?

  public init(roll: RollSummary?) {
    self.roll = roll
  }
}

/// The rounds of a project.
public struct RoundsQuery: ProjectQuery {
  public static var name: WireName { "voting.rounds" }
  public static var example: RoundsQuery { RoundsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = Rounds
}

/// The rounds of a project, oldest first.
public struct Rounds: Codable, Hashable, Sendable {
  public let rounds: [Line]

  /// A round in one line: its kind, days and outcome.
  public struct Line: Codable, Hashable, Sendable {
    public let round: RoundID
    public let kind: RoundKind
    public let roll: RollID
    public let planVersion: PlanID?
    public let opensOn: BusinessDate
    public let closesOn: BusinessDate?
    /// Nil while it is open.
    public let closedOn: BusinessDate?
    /// Nil while it is open.
    public let isCarried: Bool?

    public init(
      round: RoundID, kind: RoundKind, roll: RollID, planVersion: PlanID?, opensOn: BusinessDate,
      closesOn: BusinessDate?, closedOn: BusinessDate?, isCarried: Bool?
    ) {
      self.round = round
      self.kind = kind
      self.roll = roll
      self.planVersion = planVersion
      self.opensOn = opensOn
      self.closesOn = closesOn
      self.closedOn = closedOn
      self.isCarried = isCarried
    }
  }

  public init(rounds: [Line]) {
    self.rounds = rounds
  }
}

/// The minutes of a closed round.
public struct RoundReportQuery: ProjectQuery {
  public static var name: WireName { "voting.round-report" }
  public static var example: RoundReportQuery {
    RoundReportQuery(project: "330382-2024-0007", round: "330382-2024-0007/R1")
  }

  public let project: ProjectID
  public let round: RoundID

  public init(project: ProjectID, round: RoundID) {
    self.project = project
    self.round = round
  }

  public typealias Answer = RoundReportAnswer
}

/// The report of a closed round (domain §4.7); empty while it is open.
public struct RoundReportAnswer: Codable, Hashable, Sendable {
  /// Nil when the round is open or unknown.
  public let report: RoundReport?

  public init(report: RoundReport?) {
    self.report = report
  }
}

/// How a round stands while forms come in.
public struct TallyQuery: ProjectQuery {
  public static var name: WireName { "voting.tally" }
  public static var example: TallyQuery { TallyQuery(project: "330382-2024-0007", round: "330382-2024-0007/R1") }

  public let project: ProjectID
  public let round: RoundID

  public init(project: ProjectID, round: RoundID) {
    self.project = project
    self.round = round
  }

  public typealias Answer = TallyAnswer
}

/// The counters of a round as they stand.
public struct TallyAnswer: Codable, Hashable, Sendable {
  /// Nil when the round is unknown.
  public let standing: Standing?

  /// The counters of one round: forms, heads, and area in square metres.
  public struct Standing: Codable, Hashable, Sendable {
    public let round: RoundID
    public let isOpen: Bool
    public let forms: FormCount
    /// Exclusive area.
    public let area: Opinions<Area>
    public let heads: Opinions<Tallied>
    public let households: Opinions<Tallied>
    /// The tests as they would come out now.
    public let ratios: [VoteRatio]

    public init(
      round: RoundID, isOpen: Bool, forms: FormCount, area: Opinions<Area>, heads: Opinions<Tallied>,
      households: Opinions<Tallied>, ratios: [VoteRatio]
    ) {
      self.round = round
      self.isOpen = isOpen
      self.forms = forms
      self.area = area
      self.heads = heads
      self.households = households
      self.ratios = ratios
    }
  }

  public init(standing: Standing?) {
    self.standing = standing
  }
}

/// The numbers of the forms entered in a round, in their order; page on with `after`.
public struct BallotsQuery: ProjectQuery {
  public static var name: WireName { "voting.ballots" }
  public static var askers: Set<Role> { .collectors }
  public static var example: BallotsQuery {
    BallotsQuery(project: "330382-2024-0007", round: "330382-2024-0007/R1", after: "f-0001")
  }

  public let project: ProjectID
  public let round: RoundID
  public let after: Identifier<SlugKind>?

  public init(project: ProjectID, round: RoundID, after: Identifier<SlugKind>? = nil) {
    self.project = project
    self.round = round
    self.after = after
  }

  public typealias Answer = BallotNumbers
}

/// The numbers of a round’s ballots, a page at a time; no opinion and no person.
public struct BallotNumbers: Codable, Hashable, Sendable {
  public let numbers: [Identifier<SlugKind>]
  /// Whether there are more.
  public let hasMore: Bool

  public init(numbers: [Identifier<SlugKind>], hasMore: Bool) {
    self.numbers = numbers
    self.hasMore = hasMore
  }
}

/// How many signed forms of a round bear which date. Counts alone: no opinion, no unit, no person.
public struct BallotsByDayQuery: ProjectQuery {
  public static var name: WireName { "voting.ballots-by-day" }
  public static var example: BallotsByDayQuery {
    BallotsByDayQuery(project: "330382-2024-0007", round: "330382-2024-0007/R1")
  }

  public let project: ProjectID
  public let round: RoundID

  public init(project: ProjectID, round: RoundID) {
    self.project = project
    self.round = round
  }

  public typealias Answer = BallotsByDay
}

/// The forms of a round by the date on them, the earliest first.
public struct BallotsByDay: Codable, Hashable, Sendable {
  public let days: [Day]

  public init(days: [Day]) {
    self.days = days
  }

  /// One date and how many forms bear it.
  public struct Day: Codable, Hashable, Sendable {
    public let on: BusinessDate
    public let forms: Int

    public init(on: BusinessDate, forms: Int) {
      self.on = on
      self.forms = forms
    }
  }
}

/// How a notice stands on a day.
public struct NoticeQuery: ProjectQuery {
  public static var name: WireName { "voting.notice" }
  public static var example: NoticeQuery { NoticeQuery(project: "330382-2024-0007") }

  public let project: ProjectID
  /// Left out: the one posted last.
  public let notice: NoticeID?
  /// Left out: today.
  public let asOf: BusinessDate?

  public init(project: ProjectID, notice: NoticeID? = nil, asOf: BusinessDate? = nil) {
    self.project = project
    self.notice = notice
    self.asOf = asOf
  }

  public typealias Answer = NoticeAnswer
}

/// One notice of a project: the one asked for, or the one posted last.
public struct NoticeAnswer: Codable, Hashable, Sendable {
  /// Nil when there is none.
  public let notice: Standing?

  /// One notice: its schedule, what is attached, and whether it is closed.
  public struct Standing: Codable, Hashable, Sendable {
    public let kind: NoticeKind
    public let planVersion: PlanID?
    public let schedule: NoticeSchedule
    public let summaryAttachedOn: BusinessDate?
    /// The last day it hung; nil while it hangs.
    public let lastDay: BusinessDate?
    /// Working days that have run to their end before `asOf`.
    public let workingDaysComplete: Int?
    /// Whether another notice has taken its place.
    public let isSuperseded: Bool

    public init(
      kind: NoticeKind, planVersion: PlanID?, schedule: NoticeSchedule, summaryAttachedOn: BusinessDate?,
      lastDay: BusinessDate?, workingDaysComplete: Int?, isSuperseded: Bool
    ) {
      self.kind = kind
      self.planVersion = planVersion
      self.schedule = schedule
      self.summaryAttachedOn = summaryAttachedOn
      self.lastDay = lastDay
      self.workingDaysComplete = workingDaysComplete
      self.isSuperseded = isSuperseded
    }
  }

  public init(notice: Standing?) {
    self.notice = notice
  }
}

/// The objections of a project, without who made them.
public struct ObjectionsQuery: ProjectQuery {
  public static var name: WireName { "voting.objections" }
  public static var example: ObjectionsQuery { ObjectionsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = Objections
}

/// The objections to a project’s notices, without a word of what was said.
public struct Objections: Codable, Hashable, Sendable {
  public let objections: [ObjectionStanding]
  /// How many the declaration waits for.
  public let open: Int

  public init(objections: [ObjectionStanding], open: Int) {
    self.objections = objections
    self.open = open
  }
}
