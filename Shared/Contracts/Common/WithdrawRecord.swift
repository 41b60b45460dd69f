import DomainModel

/// Take back a record that was wrong. It stays in the journal; everything is computed again without it, and what rests on
/// it is put in question.
public struct WithdrawRecord<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).withdraw-record") }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .finance] }
  public static var example: WithdrawRecord {
    WithdrawRecord(project: "330382-2024-0007", sequence: 17, reason: "录入错误，重复登记")
  }
  public typealias Reply = Accepted

  /// The project whose stream holds the record.
  public let project: ProjectID
  /// The event's number in this service's journal.
  public let sequence: Int64
  public let reason: Text<500>

  public var subject: String { project.rawValue }
  public var concerns: ProjectID? { project }

  public init(project: ProjectID, sequence: Int64, reason: Text<500>) {
    self.project = project
    self.sequence = sequence
    self.reason = reason
  }
}

/// A record was taken back by its owner.
public struct RecordWithdrawn<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).record-withdrawn") }
  public static var isCritical: Bool { true }
  public static var example: RecordWithdrawn {
    RecordWithdrawn(
      project: "330382-2024-0007", sequence: 17, reason: "录入错误，重复登记",
      restated: [FactStatement(.residentFundsCleared, .money(Money.sample))])
  }

  public let project: ProjectID
  public let sequence: Int64
  public let reason: Text<500>
  /// What the withdrawn event had said, as it is without it; what is left out is no longer known.
  public let restated: Listing<FactStatement, 32>

  public var facts: [FactStatement] { restated.items }

  public init(project: ProjectID, sequence: Int64, reason: Text<500>, restated: Listing<FactStatement, 32>) {
    self.project = project
    self.sequence = sequence
    self.reason = reason
    self.restated = restated
  }
}

/// What another service did to one of its events after it was heard.
public enum DoubtKind: String, WireEnum {
  /// Taken back: what it said is no longer known.
  case withdrawn
  /// It rests on something that was taken back.
  case questioned
  /// Its office let it stand.
  case confirmed
}

/// This service heard that an event of another one was withdrawn, questioned or confirmed.
public struct DoubtHeard<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).doubt-heard") }
  public static var readers: Readers { .own }
  public static var example: DoubtHeard {
    DoubtHeard(
      project: "330382-2024-0007", source: SourceRef(feed: .funding, epoch: "5f2a90c1", sequence: 40), about: 17,
      kind: .withdrawn)
  }

  public let project: ProjectID
  /// The event that told of it.
  public let source: SourceRef
  /// The number of the event in doubt, in the same feed.
  public let about: Int64
  public let kind: DoubtKind
  /// The epoch of the event in doubt, when it is another than that of the event that told of it.
  public let epoch: Identifier<SlugKind>?

  public init(
    project: ProjectID, source: SourceRef, about: Int64, kind: DoubtKind, epoch: Identifier<SlugKind>? = nil
  ) {
    self.project = project
    self.source = source
    self.about = about
    self.kind = kind
    self.epoch = epoch
  }

  /// The event in doubt.
  public var subjectOfDoubt: SourceRef { SourceRef(feed: source.feed, epoch: epoch ?? source.epoch, sequence: about) }
}
