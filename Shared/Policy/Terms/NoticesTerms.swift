import DomainModel

/// What is posted for residents to see and object to (domain §5).
public struct NoticesTerms: Hashable, Sendable, Decodable {
  public let willingness: NoticeTerms
  public let plan: NoticeTerms
  /// Whether the posting day is the first of the working days (AMB-11).
  public let postingDayCounts: Provision<Bool>
  /// What of a personal field may hang on a wall (Wenzhou Annex 2).
  public let masking: Provision<[Cited<Masking>]>
  public let progress: Provision<[Identifier<SlugKind>]>
}

/// One notice (Wenzhou 3.4 and Annex 3, Yueqing plan 3.3).
public struct NoticeTerms: Hashable, Sendable, Decodable {
  public let required: Provision<Bool>
  public let minimum: Provision<NoticeMinimum>
  public let postedBy: Provision<[Role]>
  public let places: Provision<[Identifier<SlugKind>]>
  public let contents: Provision<[Cited<Coded>]>
  /// What must be before the notice may end (AMB-02).
  public let closesOnlyAfter: Provision<[NoticeCondition]>
  public let lateObjections: Provision<LateObjections>
  /// Until when objections are taken where the text bars none (AMB-13).
  public let objectionsUntil: Provision<ObjectionsUntil>
  public let objectionPath: Provision<ObjectionPath>
  /// Whether only withdrawn, adopted or settled objections count as none (AMB-12).
  public let strictObjections: Provision<Bool>
  /// How long the summary of the vote should hang before the notice ends (AMB-02).
  public let summaryVisible: Provision<NoticeMinimum>
}

/// The shortest time that a notice hangs.
public struct NoticeMinimum: Decodable, Hashable, Sendable {
  public let workingDays: Int
}

/// What must have happened before a notice may be closed.
public enum NoticeCondition: String, WireEnum {
  case voteClosed = "vote-closed"
  case summaryAttached = "summary-attached"
}

/// What becomes of an objection after the last day (NOT-08).
public enum LateObjections: String, WireEnum {
  case accepted, rejected
}

/// Until which step objections are taken in.
public enum ObjectionsUntil: String, WireEnum {
  case noticeEnd = "notice-end"
  case declarationFiled = "declaration-filed"
}

/// How an objection is dealt with, step by step.
public struct ObjectionPath: Decodable, Hashable, Sendable {
  /// A step in the settling of an objection, in its order.
  public enum Step: String, WireEnum {
    case explanation, negotiation, mediation
    case writtenMediation = "written-mediation"
  }

  public let steps: [Step]
  public let ledBy: [Role]
}

/// What of one field may be posted.
public struct Masking: Decodable, Hashable, Sendable {
  /// How much of a field is shown on what is posted (domain §5.3).
  public enum Shown: String, WireEnum {
    case shown, masked, removed
  }

  public let field: Identifier<SlugKind>
  public let onNotice: Shown
  public let toOwnersBody: Shown
}
