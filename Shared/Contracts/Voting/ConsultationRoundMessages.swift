import DomainModel

extension Set<Role> {
  /// Those who may consult residents on a plan; a pack says which of them does.
  static let consulting: Set<Role> = Set<Role>.community.union([
    .taskForce, .constructionUnit, .districtGovernment, .designer,
  ])
}

/// Open a round of consulting residents on the plan (征求居民意见): the plan hangs for all to see, and whoever lives there
/// may speak. How many rounds there are is for the pack (Sichuan 4.2 and 4.3 know two, Ziyang 4.4 one). It hangs from
/// the day of this command.
public struct OpenConsultationRound: ProjectCommand {
  public static var name: WireName { "voting.open-consultation-round" }
  public static var senders: Set<Role> { .consulting }
  public static var example: OpenConsultationRound {
    OpenConsultationRound(
      project: "330382-2024-0007", round: 1, planVersion: "330382-2024-0007/P1",
      contents: [NoticeContent(code: "preliminary-plan", document: .sample)],
      places: ["community-site", "residents-committee"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: .sample, document: .sample)])
  }
  public typealias Reply = ConsultationRoundStanding

  public let project: ProjectID
  /// The how-manieth of the pack's rounds; the first after the last begins them anew.
  public let round: Whole<1, 9>
  /// The version of the plan that hangs.
  public let planVersion: PlanID
  public let contents: Listing<NoticeContent, 20>
  /// Where it hangs, by the pack's codes.
  public let places: Listing<Identifier<SlugKind>, 10>
  public let evidence: Listing<NoticeEvidence, 20>

  public var documents: [DocumentHash] { contents.map(\.document) + evidence.map(\.document) }

  public init(
    project: ProjectID, round: Whole<1, 9>, planVersion: PlanID, contents: Listing<NoticeContent, 20>,
    places: Listing<Identifier<SlugKind>, 10>, evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.round = round
    self.planVersion = planVersion
    self.contents = contents
    self.places = places
    self.evidence = evidence
  }
}

/// A round of consultation was opened.
public struct ConsultationRoundOpened: ProjectEvent {
  public static var name: WireName { "voting.consultation-round-opened" }
  public static var example: ConsultationRoundOpened {
    ConsultationRoundOpened(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1", round: 1, of: 2,
      planVersion: "330382-2024-0007/P1", contents: [NoticeContent(code: "preliminary-plan", document: .sample)],
      places: ["community-site"], evidence: [])
  }

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  public let round: Whole<1, 9>
  /// How many rounds the pack has.
  public let of: Whole<1, 9>
  public let planVersion: PlanID
  public let contents: Listing<NoticeContent, 20>
  public let places: Listing<Identifier<SlugKind>, 10>
  public let evidence: Listing<NoticeEvidence, 20>

  /// A new first round begins all of them anew.
  public var facts: [FactStatement] {
    (round.value == 1 ? [FactStatement(.firstConsultationClosed, .flag(false))] : [])
      + [FactStatement(.consultationRoundsAnswered, .flag(false))]
  }

  public init(
    project: ProjectID, consultation: ConsultationRoundID, round: Whole<1, 9>, of: Whole<1, 9>, planVersion: PlanID,
    contents: Listing<NoticeContent, 20>, places: Listing<Identifier<SlugKind>, 10>,
    evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.consultation = consultation
    self.round = round
    self.of = of
    self.planVersion = planVersion
    self.contents = contents
    self.places = places
    self.evidence = evidence
  }
}

/// End a round of consultation. What residents said is sorted and answered, and the plan that takes it up is named. Its
/// last day runs to its end, so it is closed on a later day than its last.
public struct CloseConsultationRound: ProjectCommand {
  public static var name: WireName { "voting.close-consultation-round" }
  public static var senders: Set<Role> { .consulting }
  public static var example: CloseConsultationRound {
    CloseConsultationRound(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1", lastDay: .sample,
      planAfter: "330382-2024-0007/P2", summary: .sample,
      evidence: [NoticeEvidence(shows: .hangsAtEnd, takenOn: .sample, document: .sample)])
  }
  public typealias Reply = ConsultationRoundStanding

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  /// The last day on which the plan hung, before the day of this command.
  public let lastDay: BusinessDate
  /// The version of the plan after it, valid now; the same as before where nothing had to change.
  public let planAfter: PlanID
  /// The comments by subject, with the answers.
  public let summary: DocumentHash
  public let evidence: Listing<NoticeEvidence, 20>

  public var documents: [DocumentHash] { [summary] + evidence.map(\.document) }

  public init(
    project: ProjectID, consultation: ConsultationRoundID, lastDay: BusinessDate, planAfter: PlanID,
    summary: DocumentHash, evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.consultation = consultation
    self.lastDay = lastDay
    self.planAfter = planAfter
    self.summary = summary
    self.evidence = evidence
  }
}

/// A round of consultation ended, sorted and answered.
public struct ConsultationRoundClosed: ProjectEvent {
  public static var name: WireName { "voting.consultation-round-closed" }
  public static var example: ConsultationRoundClosed {
    ConsultationRoundClosed(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1", round: 1, isLast: false, lastDay: .sample,
      planBefore: "330382-2024-0007/P1", planAfter: "330382-2024-0007/P2", summary: .sample, comments: 12, adopted: 3,
      partly: 2, explained: 7, evidence: [])
  }

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  public let round: Whole<1, 9>
  /// Whether the pack has no further round.
  public let isLast: Bool
  public let lastDay: BusinessDate
  public let planBefore: PlanID
  public let planAfter: PlanID
  public let summary: DocumentHash
  public let comments: Whole<0, 100_000>
  public let adopted: Whole<0, 100_000>
  public let partly: Whole<0, 100_000>
  public let explained: Whole<0, 100_000>
  public let evidence: Listing<NoticeEvidence, 20>

  public var facts: [FactStatement] {
    (round.value == 1 ? [FactStatement(.firstConsultationClosed, .flag(true))] : [])
      + (isLast
        ? [
          FactStatement(.consultationRoundsAnswered, .flag(true)),
          FactStatement(.consultedPlan, .code(planAfter.rawValue)),
        ] : [])
  }

  public init(
    project: ProjectID, consultation: ConsultationRoundID, round: Whole<1, 9>, isLast: Bool, lastDay: BusinessDate,
    planBefore: PlanID, planAfter: PlanID, summary: DocumentHash, comments: Whole<0, 100_000>,
    adopted: Whole<0, 100_000>, partly: Whole<0, 100_000>, explained: Whole<0, 100_000>,
    evidence: Listing<NoticeEvidence, 20>
  ) {
    self.project = project
    self.consultation = consultation
    self.round = round
    self.isLast = isLast
    self.lastDay = lastDay
    self.planBefore = planBefore
    self.planAfter = planAfter
    self.summary = summary
    self.comments = comments
    self.adopted = adopted
    self.partly = partly
    self.explained = explained
    self.evidence = evidence
  }
}

/// Where a round of consultation stands.
public struct ConsultationRoundStanding: Codable, Hashable, Sendable {
  public let consultation: ConsultationRoundID
  public let round: Int
  /// How many rounds the pack has.
  public let of: Int
  public let openedOn: BusinessDate
  /// The last day it hung; nil while it is open.
  public let lastDay: BusinessDate?
  public let planBefore: PlanID
  /// The plan that takes up what was said; nil while it is open.
  public let planAfter: PlanID?
  public let comments: Int
  /// Of the comments, those with a subject.
  public let sorted: Int
  public let adopted: Int
  public let partly: Int
  public let explained: Int

  public init(
    consultation: ConsultationRoundID, round: Int, of: Int, openedOn: BusinessDate, lastDay: BusinessDate? = nil,
    planBefore: PlanID, planAfter: PlanID? = nil, comments: Int, sorted: Int, adopted: Int, partly: Int, explained: Int
  ) {
    self.consultation = consultation
    self.round = round
    self.of = of
    self.openedOn = openedOn
    self.lastDay = lastDay
    self.planBefore = planBefore
    self.planAfter = planAfter
    self.comments = comments
    self.sorted = sorted
    self.adopted = adopted
    self.partly = partly
    self.explained = explained
  }
}

/// The rounds of consultation of a project, with what was said in them, without who said it.
public struct ConsultationRoundsQuery: ProjectQuery {
  public static var name: WireName { "voting.consultation-rounds" }
  public static var example: ConsultationRoundsQuery { ConsultationRoundsQuery(project: "330382-2024-0007") }

  public let project: ProjectID
  /// Whose comments are listed; left out, those of the round opened last.
  public let consultation: ConsultationRoundID?
  /// Comments after this one.
  public let after: CommentID?
  /// At most so many comments; left out, 200.
  public let limit: Whole<1, 1000>?

  public init(
    project: ProjectID, consultation: ConsultationRoundID? = nil, after: CommentID? = nil, limit: Whole<1, 1000>? = nil
  ) {
    self.project = project
    self.consultation = consultation
    self.after = after
    self.limit = limit
  }

  public typealias Answer = ConsultationRounds
}

/// The rounds of consultation of a project.
public struct ConsultationRounds: Codable, Hashable, Sendable {
  /// Oldest first.
  public let rounds: [ConsultationRoundStanding]
  /// The comments of the round asked for.
  public let comments: [CommentStanding]
  /// Whether more comments come after these.
  public let hasMore: Bool

  public init(rounds: [ConsultationRoundStanding], comments: [CommentStanding], hasMore: Bool) {
    self.rounds = rounds
    self.comments = comments
    self.hasMore = hasMore
  }
}
