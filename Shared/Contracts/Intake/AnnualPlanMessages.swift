import DomainModel

/// A year's plan of a division; its id is `330382-plan-2025`.
public struct PlanYear: Codable, Hashable, Sendable {
  public let division: DivisionCode
  /// The year in which the works are to be done.
  public let year: Whole<2000, 2199>

  public var id: String { "\(division)-plan-\(year)" }

  public init(division: DivisionCode, year: Whole<2000, 2199>) {
    self.division = division
    self.year = year
  }

  static var sample: PlanYear { PlanYear(division: "330382", year: 2025) }
}

/// A project's part in the assessment of what the city can bear.
public struct CapacityLine: Codable, Hashable, Sendable {
  public let project: ProjectID
  /// The fiscal money that it would take.
  public let amount: Money
  public let isConfirmed: Bool

  public init(project: ProjectID, amount: Money, isConfirmed: Bool) {
    self.project = project
    self.amount = amount
    self.isConfirmed = isConfirmed
  }
}

/// Assess what the city can bear in a plan year, project by project (财政承受能力评估, plan 3.4).
public struct AssessFiscalCapacity: Command {
  public static var name: WireName { "intake.assess-fiscal-capacity" }
  public static var senders: Set<Role> { [.renovationOffice, .finance, .districtGovernment] }
  public static var example: AssessFiscalCapacity {
    AssessFiscalCapacity(
      planYear: .sample, available: Money.sample,
      projects: [CapacityLine(project: "330382-2024-0007", amount: Money.sample, isConfirmed: true)],
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let planYear: PlanYear
  /// Fiscal money that the year has for renovation.
  public let available: Money
  public let projects: Listing<CapacityLine, 200>
  public let document: DocumentHash

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document] }

  public init(planYear: PlanYear, available: Money, projects: Listing<CapacityLine, 200>, document: DocumentHash) {
    self.planYear = planYear
    self.available = available
    self.projects = projects
    self.document = document
  }
}

/// What the city can bear in a plan year was assessed.
public struct FiscalCapacityAssessed: Event {
  public static var name: WireName { "intake.fiscal-capacity-assessed" }
  public static var example: FiscalCapacityAssessed {
    FiscalCapacityAssessed(
      planYear: .sample, available: Money.sample,
      projects: [CapacityLine(project: "330382-2024-0007", amount: Money.sample, isConfirmed: true)],
      document: DocumentHash.sample)
  }

  public let planYear: PlanYear
  public let available: Money
  public let projects: Listing<CapacityLine, 200>
  public let document: DocumentHash

  public var stream: String { planYear.id }

  public init(planYear: PlanYear, available: Money, projects: Listing<CapacityLine, 200>, document: DocumentHash) {
    self.planYear = planYear
    self.available = available
    self.projects = projects
    self.document = document
  }
}

/// The assessment's word on one project.
public struct FiscalCapacityConfirmed: ProjectEvent {
  public static var name: WireName { "intake.fiscal-capacity-confirmed" }
  public static var example: FiscalCapacityConfirmed {
    FiscalCapacityConfirmed(
      project: "330382-2024-0007", planYear: .sample, amount: Money.sample, isConfirmed: true,
      document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let planYear: PlanYear
  public let amount: Money
  public let isConfirmed: Bool
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.fiscalCapacityAssessed, .flag(isConfirmed))] }

  public init(project: ProjectID, planYear: PlanYear, amount: Money, isConfirmed: Bool, document: DocumentHash) {
    self.project = project
    self.planYear = planYear
    self.amount = amount
    self.isConfirmed = isConfirmed
    self.document = document
  }
}

/// Fix the plan of a year (年度改造计划), at the latest on 31 May of the year before (plan 3.4). Sent again it adds projects.
public struct AdoptAnnualPlan: Command {
  public static var name: WireName { "intake.adopt-annual-plan" }
  public static var senders: Set<Role> { [.renovationOffice, .cityGovernment, .districtGovernment, .housing] }
  public static var example: AdoptAnnualPlan {
    AdoptAnnualPlan(
      planYear: .sample, projects: ["330382-2024-0007"], document: DocumentHash.sample,
      overrides: [RuleOverride(rule: "plan.deadline", reason: "上级补助计划调整，经市政府同意延期")])
  }
  public typealias Reply = AnnualPlanReceived

  public let planYear: PlanYear
  public let projects: Listing<ProjectID, 200>
  public let document: DocumentHash
  /// The deadline may be gone past by the city government, here or in its consent.
  public let overridden: Listing<RuleOverride, 4>?

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document] }
  public var overrides: [RuleOverride] { overridden?.items ?? [] }

  public init(
    planYear: PlanYear, projects: Listing<ProjectID, 200>, document: DocumentHash,
    overrides: Listing<RuleOverride, 4>? = nil
  ) {
    self.planYear = planYear
    self.projects = projects
    self.document = document
    overridden = overrides
  }
}

/// What was adopted.
public struct AnnualPlanReceived: Codable, Hashable, Sendable {
  /// `330382-plan-2025`.
  public let plan: String
  public let deadline: BusinessDate?
  public let isLate: Bool
  public let listed: Int

  public init(plan: String, deadline: BusinessDate?, isLate: Bool, listed: Int) {
    self.plan = plan
    self.deadline = deadline
    self.isLate = isLate
    self.listed = listed
  }
}

/// A year's plan was fixed, or projects were added to it.
public struct AnnualPlanAdopted: Event {
  public static var name: WireName { "intake.annual-plan-adopted" }
  public static var example: AnnualPlanAdopted {
    AnnualPlanAdopted(
      planYear: .sample, projects: ["330382-2024-0007"], document: DocumentHash.sample, deadline: BusinessDate.sample,
      isLate: false, lateReason: nil)
  }

  public let planYear: PlanYear
  public let projects: Listing<ProjectID, 200>
  public let document: DocumentHash
  /// The last day; none where the pack names none.
  public let deadline: BusinessDate?
  /// Adopted after it: shown as late for ever.
  public let isLate: Bool
  public let lateReason: Text<500>?

  public var stream: String { planYear.id }

  public init(
    planYear: PlanYear, projects: Listing<ProjectID, 200>, document: DocumentHash, deadline: BusinessDate?,
    isLate: Bool, lateReason: Text<500>?
  ) {
    self.planYear = planYear
    self.projects = projects
    self.document = document
    self.deadline = deadline
    self.isLate = isLate
    self.lateReason = lateReason
  }
}

/// A project stands in a year's plan.
public struct AnnualPlanListed: ProjectEvent {
  public static var name: WireName { "intake.annual-plan-listed" }
  public static var example: AnnualPlanListed {
    AnnualPlanListed(
      project: "330382-2024-0007", planYear: .sample, document: DocumentHash.sample, isLate: false, lateReason: nil)
  }

  public let project: ProjectID
  public let planYear: PlanYear
  public let document: DocumentHash
  public let isLate: Bool
  public let lateReason: Text<500>?

  public var facts: [FactStatement] { [FactStatement(.annualPlanListed, .count(Int64(planYear.year.value)))] }

  public init(project: ProjectID, planYear: PlanYear, document: DocumentHash, isLate: Bool, lateReason: Text<500>?) {
    self.project = project
    self.planYear = planYear
    self.document = document
    self.isLate = isLate
    self.lateReason = lateReason
  }
}

/// Record that an adopted plan was reported upwards, in Yueqing to Wenzhou's leading-group office (plan 3.4).
public struct ReportAnnualPlan: Command {
  public static var name: WireName { "intake.report-annual-plan" }
  public static var senders: Set<Role> { [.renovationOffice, .housing, .districtGovernment] }
  public static var example: ReportAnnualPlan {
    ReportAnnualPlan(planYear: .sample, to: "wenzhou-leading-group-office", document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let planYear: PlanYear
  /// The pack's code of the office that it is reported to.
  public let to: Identifier<SlugKind>
  public let document: DocumentHash

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document] }

  public init(planYear: PlanYear, to: Identifier<SlugKind>, document: DocumentHash) {
    self.planYear = planYear
    self.to = to
    self.document = document
  }
}

/// An adopted plan was reported upwards.
public struct AnnualPlanReported: Event {
  public static var name: WireName { "intake.annual-plan-reported" }
  public static var example: AnnualPlanReported {
    AnnualPlanReported(planYear: .sample, to: "wenzhou-leading-group-office", document: DocumentHash.sample)
  }

  public let planYear: PlanYear
  public let to: Identifier<SlugKind>
  public let document: DocumentHash

  public var stream: String { planYear.id }

  public init(planYear: PlanYear, to: Identifier<SlugKind>, document: DocumentHash) {
    self.planYear = planYear
    self.to = to
    self.document = document
  }
}
