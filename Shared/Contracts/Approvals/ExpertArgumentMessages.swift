import DomainModel

public enum ExpertArgumentItem: ProjectItem { public static let letter = "E" }

/// An expert argument (专家论证).
public typealias ExpertArgumentID = ProjectItemID<ExpertArgumentItem>

/// An expert who took part. The name goes to the vault and nowhere else.
public struct ExpertEntry: Codable, Hashable, Sendable {
  /// Opaque, made by the sender.
  public let person: PersonID
  public let name: Text<60>

  public init(person: PersonID, name: Text<60>) {
    self.person = person
    self.name = name
  }
}

/// Record an expert argument on a standard that cannot be met because of the buildings' age (plan 4.7, AMB-28).
public struct RecordExpertArgument: ProjectCommand {
  public static var name: WireName { "approvals.record-expert-argument" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: RecordExpertArgument {
    RecordExpertArgument(
      project: "330382-2024-0007", clause: "GB 50016-2014 7.1.8", reason: "楼间距不足，消防车道净宽无法达到",
      experts: [ExpertEntry(person: "p-7f3a90c21b44", name: "王某某")], isPassed: true, baseline: "原设计所依据的防火规范",
      baselineDate: .sample, keepsExistingFireSafety: true, drawings: [.sample], report: .sample)
  }
  public typealias Reply = ExpertArgumentReport

  public let project: ProjectID
  /// The standard and clause that cannot be met.
  public let clause: Text<200>
  /// Why it cannot.
  public let reason: Text<1000>
  public let experts: Listing<ExpertEntry, 15>
  public let isPassed: Bool
  /// The standard that the works meet instead, at least.
  public let baseline: Text<200>
  /// As of which day that standard is meant; the plan leaves open whose acceptance it speaks of (AMB-28).
  public let baselineDate: BusinessDate
  /// The floor: existing fire-safety conditions are not lowered (plan 2.4.4).
  public let keepsExistingFireSafety: Bool
  /// The drawings it is about.
  public let drawings: Listing<DocumentHash, 20>
  public let report: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { drawings.items + [report] }

  public init(
    project: ProjectID, clause: Text<200>, reason: Text<1000>, experts: Listing<ExpertEntry, 15>, isPassed: Bool,
    baseline: Text<200>, baselineDate: BusinessDate, keepsExistingFireSafety: Bool, drawings: Listing<DocumentHash, 20>,
    report: DocumentHash, replaces: Replacement? = nil
  ) {
    self.project = project
    self.clause = clause
    self.reason = reason
    self.experts = experts
    self.isPassed = isPassed
    self.baseline = baseline
    self.baselineDate = baselineDate
    self.keepsExistingFireSafety = keepsExistingFireSafety
    self.drawings = drawings
    self.report = report
    self.replaces = replaces
  }
}

/// The argument's number.
public struct ExpertArgumentReport: Codable, Hashable, Sendable {
  public let argument: ExpertArgumentID

  public init(argument: ExpertArgumentID) {
    self.argument = argument
  }
}

/// An expert argument was recorded.
public struct ExpertArgumentRecorded: ProjectEvent {
  public static var name: WireName { "approvals.expert-argument-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: ExpertArgumentRecorded {
    ExpertArgumentRecorded(
      project: "330382-2024-0007", argument: "330382-2024-0007/E1", clause: "GB 50016-2014 7.1.8",
      reason: "楼间距不足，消防车道净宽无法达到", experts: ["p-7f3a90c21b44"], isPassed: true, baseline: "原设计所依据的防火规范",
      baselineDate: .sample, keepsExistingFireSafety: true, drawings: [.sample], report: .sample)
  }

  public let project: ProjectID
  public let argument: ExpertArgumentID
  public let clause: Text<200>
  public let reason: Text<1000>
  public let experts: Listing<PersonID, 15>
  public let isPassed: Bool
  public let baseline: Text<200>
  public let baselineDate: BusinessDate
  public let keepsExistingFireSafety: Bool
  public let drawings: Listing<DocumentHash, 20>
  public let report: DocumentHash

  public init(
    project: ProjectID, argument: ExpertArgumentID, clause: Text<200>, reason: Text<1000>,
    experts: Listing<PersonID, 15>, isPassed: Bool, baseline: Text<200>, baselineDate: BusinessDate,
    keepsExistingFireSafety: Bool, drawings: Listing<DocumentHash, 20>, report: DocumentHash
  ) {
    self.project = project
    self.argument = argument
    self.clause = clause
    self.reason = reason
    self.experts = experts
    self.isPassed = isPassed
    self.baseline = baseline
    self.baselineDate = baselineDate
    self.keepsExistingFireSafety = keepsExistingFireSafety
    self.drawings = drawings
    self.report = report
  }
}
