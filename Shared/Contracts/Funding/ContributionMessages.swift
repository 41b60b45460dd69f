import DomainModel

/// How somebody helps other than with money (Ziyang 3.2).
public enum ContributionKind: String, WireEnum {
  /// 捐物
  case inKind = "in-kind"
  /// 投工投劳
  case labour
}

/// Who gives: never a name.
public enum ContributionGiver: String, WireEnum {
  case owners, unit
  case socialOrganisation = "social-organisation"
}

/// Record goods given or work done for a project with what they are worth (捐资捐物、投工投劳, Ziyang 3.2). They are no money: the
/// ledger does not hold them.
public struct RecordContribution: ProjectCommand {
  public static var name: WireName { "funding.record-contribution" }
  public static var senders: Set<Role> { [.subdistrict, .residentsCommittee, .ownersBody] }
  public static var example: RecordContribution {
    RecordContribution(
      project: "330382-2024-0007", kind: .labour, giver: .owners, what: "清理楼道杂物，二十人次", value: .sample, evidence: .sample,
      replaces: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let kind: ContributionKind
  public let giver: ContributionGiver
  /// What was given or done, without names.
  public let what: Text<200>
  /// What it is worth, above zero.
  public let value: Money
  /// How the value was found.
  public let evidence: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [evidence] }

  public init(
    project: ProjectID, kind: ContributionKind, giver: ContributionGiver, what: Text<200>, value: Money,
    evidence: DocumentHash, replaces: Replacement?
  ) {
    self.project = project
    self.kind = kind
    self.giver = giver
    self.what = what
    self.value = value
    self.evidence = evidence
    self.replaces = replaces
  }
}

/// Goods given or work done were recorded.
public struct ContributionRecorded: ProjectEvent {
  public static var name: WireName { "funding.contribution-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: ContributionRecorded {
    ContributionRecorded(
      project: "330382-2024-0007", kind: .labour, giver: .owners, what: "清理楼道杂物，二十人次", value: .sample, evidence: .sample)
  }

  public let project: ProjectID
  public let kind: ContributionKind
  public let giver: ContributionGiver
  public let what: Text<200>
  public let value: Money
  public let evidence: DocumentHash

  public init(
    project: ProjectID, kind: ContributionKind, giver: ContributionGiver, what: Text<200>, value: Money,
    evidence: DocumentHash
  ) {
    self.project = project
    self.kind = kind
    self.giver = giver
    self.what = what
    self.value = value
    self.evidence = evidence
  }
}
