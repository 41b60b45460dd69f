import DomainModel

/// Record what a resident says about the plan that hangs. It is recorded whatever it says; the words and who said them
/// go into the vault, a longer letter into the document store.
public struct RecordComment: ProjectCommand {
  public static var name: WireName { "voting.record-comment" }
  public static var senders: Set<Role> { .consulting }
  public static var example: RecordComment {
    RecordComment(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1",
      speaker: RollOwner(person: "p-7f3a90c21b44", name: "林某某"), text: "希望先修屋面", letter: nil, channel: .oral)
  }
  public typealias Reply = CommentStanding

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  /// Who speaks, owner or tenant; left out when nobody signed.
  public let speaker: RollOwner?
  /// What is said, in short.
  public let text: Text<200>?
  /// The letter itself.
  public let letter: DocumentHash?
  public let channel: ObjectionChannel

  public var documents: [DocumentHash] { letter.map { [$0] } ?? [] }

  public init(
    project: ProjectID, consultation: ConsultationRoundID, speaker: RollOwner? = nil, text: Text<200>? = nil,
    letter: DocumentHash? = nil, channel: ObjectionChannel
  ) {
    self.project = project
    self.consultation = consultation
    self.speaker = speaker
    self.text = text
    self.letter = letter
    self.channel = channel
  }
}

/// A comment was recorded.
public struct CommentRecorded: ProjectEvent {
  public static var name: WireName { "voting.comment-recorded" }
  public static var readers: Readers { .own }
  public static var example: CommentRecorded {
    CommentRecorded(
      project: "330382-2024-0007", comment: "330382-2024-0007/M1", consultation: "330382-2024-0007/Q1",
      speaker: "p-7f3a90c21b44", letter: nil, channel: .oral)
  }

  public let project: ProjectID
  public let comment: CommentID
  public let consultation: ConsultationRoundID
  public let speaker: PersonID?
  public let letter: DocumentHash?
  public let channel: ObjectionChannel

  public init(
    project: ProjectID, comment: CommentID, consultation: ConsultationRoundID, speaker: PersonID? = nil,
    letter: DocumentHash? = nil, channel: ObjectionChannel
  ) {
    self.project = project
    self.comment = comment
    self.consultation = consultation
    self.speaker = speaker
    self.letter = letter
    self.channel = channel
  }
}

/// What a comment is about.
public enum CommentSubject: String, WireEnum {
  /// 改造内容
  case works
  /// 资金分摊
  case money
  /// 物业管理
  case management
  /// 施工安排
  case construction
  /// 其他
  case other
}

/// A comment with its subject.
public struct SortedComment: Codable, Hashable, Sendable {
  public let comment: CommentID
  public let subject: CommentSubject

  public init(comment: CommentID, subject: CommentSubject) {
    self.comment = comment
    self.subject = subject
  }
}

/// Sort the comments of a round by what they are about (分类整理). Sent again for a comment it sorts it anew.
public struct SortComments: ProjectCommand {
  public static var name: WireName { "voting.sort-comments" }
  public static var senders: Set<Role> { .consulting }
  public static var example: SortComments {
    SortComments(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1",
      comments: [SortedComment(comment: "330382-2024-0007/M1", subject: .works)])
  }
  public typealias Reply = ConsultationRoundStanding

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  /// Each comment once.
  public let comments: Listing<SortedComment, 500>

  public init(project: ProjectID, consultation: ConsultationRoundID, comments: Listing<SortedComment, 500>) {
    self.project = project
    self.consultation = consultation
    self.comments = comments
  }
}

/// Comments were sorted.
public struct CommentsSorted: ProjectEvent {
  public static var name: WireName { "voting.comments-sorted" }
  public static var readers: Readers { .own }
  public static var example: CommentsSorted {
    CommentsSorted(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1",
      comments: [SortedComment(comment: "330382-2024-0007/M1", subject: .works)])
  }

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  public let comments: Listing<SortedComment, 500>

  public init(project: ProjectID, consultation: ConsultationRoundID, comments: Listing<SortedComment, 500>) {
    self.project = project
    self.consultation = consultation
    self.comments = comments
  }
}

/// What becomes of a comment.
public enum CommentResponse: String, WireEnum {
  /// 采纳: the plan takes it up.
  case adopted
  /// 部分采纳
  case partly
  /// 解释说明: it is not taken up, and the office says why.
  case explained
}

/// The answer to one comment.
public struct CommentAnswer: Codable, Hashable, Sendable {
  public let comment: CommentID
  public let response: CommentResponse
  /// What is taken up, or why it is not; needed unless it is adopted. The office's words, naming nobody.
  public let reason: Text<300>?

  public init(comment: CommentID, response: CommentResponse, reason: Text<300>? = nil) {
    self.comment = comment
    self.response = response
    self.reason = reason
  }
}

/// Answer comments of a round. Sent again for a comment it answers it anew.
public struct AnswerComments: ProjectCommand {
  public static var name: WireName { "voting.answer-comments" }
  public static var senders: Set<Role> { .consulting }
  public static var example: AnswerComments {
    AnswerComments(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1",
      answers: [
        CommentAnswer(comment: "330382-2024-0007/M1", response: .partly, reason: "屋面先行施工，外墙列入二期")
      ])
  }
  public typealias Reply = ConsultationRoundStanding

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  /// Each comment once.
  public let answers: Listing<CommentAnswer, 500>

  public init(project: ProjectID, consultation: ConsultationRoundID, answers: Listing<CommentAnswer, 500>) {
    self.project = project
    self.consultation = consultation
    self.answers = answers
  }
}

/// Comments were answered.
public struct CommentsAnswered: ProjectEvent {
  public static var name: WireName { "voting.comments-answered" }
  public static var readers: Readers { .own }
  public static var example: CommentsAnswered {
    CommentsAnswered(
      project: "330382-2024-0007", consultation: "330382-2024-0007/Q1",
      answers: [CommentAnswer(comment: "330382-2024-0007/M1", response: .adopted, reason: nil)])
  }

  public let project: ProjectID
  public let consultation: ConsultationRoundID
  public let answers: Listing<CommentAnswer, 500>

  public init(project: ProjectID, consultation: ConsultationRoundID, answers: Listing<CommentAnswer, 500>) {
    self.project = project
    self.consultation = consultation
    self.answers = answers
  }
}

/// Where a comment stands.
public struct CommentStanding: Codable, Hashable, Sendable {
  public let comment: CommentID
  public let consultation: ConsultationRoundID
  public let receivedOn: BusinessDate
  /// Nil until it is sorted.
  public let subject: CommentSubject?
  /// Nil until it is answered.
  public let response: CommentResponse?
  public let reason: Text<300>?

  public init(
    comment: CommentID, consultation: ConsultationRoundID, receivedOn: BusinessDate, subject: CommentSubject? = nil,
    response: CommentResponse? = nil, reason: Text<300>? = nil
  ) {
    self.comment = comment
    self.consultation = consultation
    self.receivedOn = receivedOn
    self.subject = subject
    self.response = response
    self.reason = reason
  }
}
