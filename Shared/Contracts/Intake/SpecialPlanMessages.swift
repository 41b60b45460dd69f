import DomainModel

/// A division's special renovation plan (专项改造规划) and the years it is for; its id is `330382-special-2021-2025`.
public struct SpecialPlanPeriod: Codable, Hashable, Sendable {
  public let division: DivisionCode
  public let from: Whole<2000, 2199>
  public let through: Whole<2000, 2199>

  public var id: String { "\(division)-special-\(from)-\(through)" }

  public init(division: DivisionCode, from: Whole<2000, 2199>, through: Whole<2000, 2199>) {
    self.division = division
    self.from = from
    self.through = through
  }

  static var sample: SpecialPlanPeriod { SpecialPlanPeriod(division: "330382", from: 2021, through: 2025) }
}

/// How far a special plan is (Sichuan 3.2). The order is the document's.
public enum SpecialPlanStage: String, WireEnum {
  /// 编制
  case compiled
  /// 部门审查
  case reviewed
  /// 公示
  case published
  /// 经市住建部门汇总报省
  case submitted
}

/// Compile a special plan for communities that applied and were assessed, by the province's outline (Sichuan 3.2). Sent
/// again it is compiled anew, and goes through its stages again.
public struct CompileSpecialPlan: Command {
  public static var name: WireName { "intake.compile-special-plan" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice] }
  public static var example: CompileSpecialPlan {
    CompileSpecialPlan(period: .sample, projects: ["330382-2024-0007"], document: DocumentHash.sample)
  }
  public typealias Reply = SpecialPlanStanding

  public let period: SpecialPlanPeriod
  public let projects: Listing<ProjectID, 200>
  public let document: DocumentHash

  public var subject: String { period.id }
  public var documents: [DocumentHash] { [document] }

  public init(period: SpecialPlanPeriod, projects: Listing<ProjectID, 200>, document: DocumentHash) {
    self.period = period
    self.projects = projects
    self.document = document
  }
}

/// A special plan was compiled.
public struct SpecialPlanCompiled: Event {
  public static var name: WireName { "intake.special-plan-compiled" }
  public static var example: SpecialPlanCompiled {
    SpecialPlanCompiled(period: .sample, projects: ["330382-2024-0007"], document: DocumentHash.sample)
  }

  public let period: SpecialPlanPeriod
  public let projects: Listing<ProjectID, 200>
  public let document: DocumentHash

  public var stream: String { period.id }

  public init(period: SpecialPlanPeriod, projects: Listing<ProjectID, 200>, document: DocumentHash) {
    self.period = period
    self.projects = projects
    self.document = document
  }
}

/// Take a special plan one stage further: reviewed by the departments that the county government calls, published in a
/// suitable way, submitted through the city's housing department to the province (Sichuan 3.2).
public struct AdvanceSpecialPlan: Command {
  public static var name: WireName { "intake.advance-special-plan" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice] }
  public static var example: AdvanceSpecialPlan {
    AdvanceSpecialPlan(
      period: .sample, stage: .reviewed, departments: ["qingjiang-drc"], document: DocumentHash.sample)
  }
  public typealias Reply = SpecialPlanStanding

  public let period: SpecialPlanPeriod
  /// The next one; `compiled` has a command of its own.
  public let stage: SpecialPlanStage
  /// Who reviewed it; at least one for a review, none otherwise.
  public let departments: Listing<OrganisationID, 30>
  /// The review, what was published, or the report upwards.
  public let document: DocumentHash

  public var subject: String { period.id }
  public var documents: [DocumentHash] { [document] }

  public init(
    period: SpecialPlanPeriod, stage: SpecialPlanStage, departments: Listing<OrganisationID, 30>,
    document: DocumentHash
  ) {
    self.period = period
    self.stage = stage
    self.departments = departments
    self.document = document
  }
}

/// A special plan went one stage further.
public struct SpecialPlanAdvanced: Event {
  public static var name: WireName { "intake.special-plan-advanced" }
  public static var example: SpecialPlanAdvanced {
    SpecialPlanAdvanced(
      period: .sample, stage: .reviewed, departments: ["qingjiang-drc"], document: DocumentHash.sample)
  }

  public let period: SpecialPlanPeriod
  public let stage: SpecialPlanStage
  public let departments: Listing<OrganisationID, 30>
  public let document: DocumentHash

  public var stream: String { period.id }

  public init(
    period: SpecialPlanPeriod, stage: SpecialPlanStage, departments: Listing<OrganisationID, 30>,
    document: DocumentHash
  ) {
    self.period = period
    self.stage = stage
    self.departments = departments
    self.document = document
  }
}

/// The special plan in which a project stands went to the province, or is compiled anew.
public struct SpecialPlanTold: ProjectEvent {
  public static var name: WireName { "intake.special-plan-told" }
  public static var example: SpecialPlanTold {
    SpecialPlanTold(project: "330382-2024-0007", period: .sample, isSubmitted: true)
  }

  public let project: ProjectID
  public let period: SpecialPlanPeriod
  public let isSubmitted: Bool

  public var facts: [FactStatement] { [FactStatement(.specialPlanSubmitted, .flag(isSubmitted))] }

  public init(project: ProjectID, period: SpecialPlanPeriod, isSubmitted: Bool) {
    self.project = project
    self.period = period
    self.isSubmitted = isSubmitted
  }
}

/// Where a special plan stands.
public struct SpecialPlanStanding: Codable, Hashable, Sendable {
  /// `330382-special-2021-2025`.
  public let plan: String
  public let stage: SpecialPlanStage
  public let projects: Int

  public init(plan: String, stage: SpecialPlanStage, projects: Int) {
    self.plan = plan
    self.stage = stage
    self.projects = projects
  }
}
