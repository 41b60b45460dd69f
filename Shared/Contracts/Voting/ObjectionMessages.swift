import DomainModel

/// Record that someone objects to what a notice shows. It is recorded whatever it says; what they wrote and who they
/// are goes into the vault, a longer letter into the document store.
public struct RecordObjection: ProjectCommand {
  public static var name: WireName { "voting.record-objection" }
  public static var senders: Set<Role> { Set<Role>.community.union([.petition, .renovationOffice]) }
  public static var example: RecordObjection {
    RecordObjection(
      project: "330382-2024-0007", notice: "330382-2024-0007/N1",
      objector: RollOwner(person: "p-7f3a90c21b44", name: "林某某"), text: "希望保留北侧停车位", letter: nil,
      channel: .written)
  }
  public typealias Reply = ObjectionStanding

  public let project: ProjectID
  public let notice: NoticeID
  /// Who objects; left out when the objection is not signed.
  public let objector: RollOwner?
  /// What it says, in short.
  public let text: Text<200>?
  /// The letter itself.
  public let letter: DocumentHash?
  public let channel: ObjectionChannel

  public var documents: [DocumentHash] { letter.map { [$0] } ?? [] }

  public init(
    project: ProjectID, notice: NoticeID, objector: RollOwner?, text: Text<200>?, letter: DocumentHash?,
    channel: ObjectionChannel
  ) {
    self.project = project
    self.notice = notice
    self.objector = objector
    self.text = text
    self.letter = letter
    self.channel = channel
  }
}

/// How an objection came in.
public enum ObjectionChannel: String, WireEnum {
  case written, oral, phone, online, petition
}

/// How an objection ended.
public enum ObjectionDisposition: String, WireEnum {
  /// Taken back by whoever made it.
  case withdrawn
  /// Upheld: the plan or the tally follows it.
  case adopted
  /// Both sides agree.
  case settled
  /// Not upheld; the subdistrict signs for it (AMB-12).
  case notUpheld = "not-upheld"
  /// After the notice, where the city's rules bar that; given by the system.
  case rejectedLate = "rejected-late"
  /// After the declaration was filed: a matter for the complaint channel (AMB-13); given by the system.
  case referred
}

/// An objection was recorded.
public struct ObjectionRecorded: ProjectEvent {
  public static var name: WireName { "voting.objection-recorded" }
  public static var readers: Readers { .own }
  public static var example: ObjectionRecorded {
    ObjectionRecorded(
      project: "330382-2024-0007", objection: "330382-2024-0007/O1", notice: "330382-2024-0007/N1",
      objector: "p-7f3a90c21b44", letter: nil, channel: .written, withinWindow: true, disposition: nil)
  }

  public let project: ProjectID
  public let objection: ObjectionID
  public let notice: NoticeID
  public let objector: PersonID?
  public let letter: DocumentHash?
  public let channel: ObjectionChannel
  /// Whether it came while the notice hung.
  public let withinWindow: Bool
  /// Given at once to an objection that came too late.
  public let disposition: ObjectionDisposition?

  public init(
    project: ProjectID, objection: ObjectionID, notice: NoticeID, objector: PersonID?, letter: DocumentHash?,
    channel: ObjectionChannel, withinWindow: Bool, disposition: ObjectionDisposition?
  ) {
    self.project = project
    self.objection = objection
    self.notice = notice
    self.objector = objector
    self.letter = letter
    self.channel = channel
    self.withinWindow = withinWindow
    self.disposition = disposition
  }
}

/// How many objections of the project still wait: all that others hear of them.
public struct ObjectionsCounted: ProjectEvent {
  public static var name: WireName { "voting.objections-counted" }
  public static var example: ObjectionsCounted { ObjectionsCounted(project: "330382-2024-0007", open: 1) }

  public let project: ProjectID
  public let open: Whole<0, 100_000>

  public var facts: [FactStatement] { [FactStatement(.objectionsOpen, .count(Int64(open.value)))] }

  public init(project: ProjectID, open: Whole<0, 100_000>) {
    self.project = project
    self.open = open
  }
}

/// Record a step towards settling an objection.
public struct RecordObjectionStep: ProjectCommand {
  public static var name: WireName { "voting.record-objection-step" }
  public static var senders: Set<Role> { .community }
  public static var example: RecordObjectionStep {
    RecordObjectionStep(
      project: "330382-2024-0007", objection: "330382-2024-0007/O1", step: .negotiation, actor: .ownersBody,
      isAgreed: false, minutes: nil, requestedInWriting: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let objection: ObjectionID
  public let step: ObjectionStep
  /// Who led it.
  public let actor: Role
  /// Whether it ended in agreement.
  public let isAgreed: Bool
  public let minutes: DocumentHash?
  /// The written request, where mediation needs one.
  public let requestedInWriting: DocumentHash?

  public var documents: [DocumentHash] { [minutes, requestedInWriting].compactMap { $0 } }

  public init(
    project: ProjectID, objection: ObjectionID, step: ObjectionStep, actor: Role, isAgreed: Bool,
    minutes: DocumentHash?, requestedInWriting: DocumentHash?
  ) {
    self.project = project
    self.objection = objection
    self.step = step
    self.actor = actor
    self.isAgreed = isAgreed
    self.minutes = minutes
    self.requestedInWriting = requestedInWriting
  }
}

/// What is done about an objection.
public enum ObjectionStep: String, WireEnum {
  /// 解释
  case explanation
  /// 协商
  case negotiation
  /// 调解
  case mediation
}

/// A step towards settling an objection was taken.
public struct ObjectionStepRecorded: ProjectEvent {
  public static var name: WireName { "voting.objection-step-recorded" }
  public static var readers: Readers { .own }
  public static var example: ObjectionStepRecorded {
    ObjectionStepRecorded(
      project: "330382-2024-0007", objection: "330382-2024-0007/O1", step: .negotiation, actor: .ownersBody,
      isAgreed: false, minutes: nil, requestedInWriting: nil)
  }

  public let project: ProjectID
  public let objection: ObjectionID
  public let step: ObjectionStep
  public let actor: Role
  public let isAgreed: Bool
  public let minutes: DocumentHash?
  public let requestedInWriting: DocumentHash?

  public init(
    project: ProjectID, objection: ObjectionID, step: ObjectionStep, actor: Role, isAgreed: Bool,
    minutes: DocumentHash?, requestedInWriting: DocumentHash?
  ) {
    self.project = project
    self.objection = objection
    self.step = step
    self.actor = actor
    self.isAgreed = isAgreed
    self.minutes = minutes
    self.requestedInWriting = requestedInWriting
  }
}

/// End an objection.
public struct DisposeObjection: ProjectCommand {
  public static var name: WireName { "voting.dispose-objection" }
  public static var senders: Set<Role> { .community }
  public static var example: DisposeObjection {
    DisposeObjection(
      project: "330382-2024-0007", objection: "330382-2024-0007/O1", disposition: .settled, document: .sample)
  }
  public typealias Reply = ObjectionStanding

  public let project: ProjectID
  public let objection: ObjectionID
  /// `withdrawn`, `adopted`, `settled`, or `not-upheld` with the subdistrict's signature; the others are given by the
  /// system.
  public let disposition: ObjectionDisposition
  /// The agreement, the withdrawal or the reasoned answer.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { document.map { [$0] } ?? [] }

  public init(
    project: ProjectID, objection: ObjectionID, disposition: ObjectionDisposition, document: DocumentHash?
  ) {
    self.project = project
    self.objection = objection
    self.disposition = disposition
    self.document = document
  }
}

/// An objection was ended.
public struct ObjectionDisposed: ProjectEvent {
  public static var name: WireName { "voting.objection-disposed" }
  public static var readers: Readers { .own }
  public static var example: ObjectionDisposed {
    ObjectionDisposed(
      project: "330382-2024-0007", objection: "330382-2024-0007/O1", disposition: .settled, document: .sample,
      isOpen: false)
  }

  public let project: ProjectID
  public let objection: ObjectionID
  public let disposition: ObjectionDisposition
  public let document: DocumentHash?
  /// Whether it still counts as an objection: under the strict reading one that was not upheld does (AMB-12).
  public let isOpen: Bool

  public init(
    project: ProjectID, objection: ObjectionID, disposition: ObjectionDisposition, document: DocumentHash?,
    isOpen: Bool
  ) {
    self.project = project
    self.objection = objection
    self.disposition = disposition
    self.document = document
    self.isOpen = isOpen
  }
}

/// Where an objection stands.
public struct ObjectionStanding: Codable, Hashable, Sendable {
  public let objection: ObjectionID
  public let notice: NoticeID
  public let receivedOn: BusinessDate
  public let withinWindow: Bool
  /// The steps taken so far.
  public let steps: [ObjectionStep]
  public let disposition: ObjectionDisposition?
  /// Whether the declaration waits for it.
  public let isOpen: Bool

  public init(
    objection: ObjectionID, notice: NoticeID, receivedOn: BusinessDate, withinWindow: Bool, steps: [ObjectionStep],
    disposition: ObjectionDisposition?, isOpen: Bool
  ) {
    self.objection = objection
    self.notice = notice
    self.receivedOn = receivedOn
    self.withinWindow = withinWindow
    self.steps = steps
    self.disposition = disposition
    self.isOpen = isOpen
  }
}
