import DomainModel

/// Apply for central budget investment (中央预算内投资) for projects of one plan year, contiguous ones bundled (Sichuan 3.4).
public struct ApplyCentralBudget: Command {
  public static var name: WireName { "intake.apply-central-budget" }
  public static var senders: Set<Role> { [.districtGovernment, .cityGovernment, .developmentReform, .housing] }
  public static var example: ApplyCentralBudget {
    ApplyCentralBudget(
      planYear: .sample, projects: ["330382-2024-0007"], amount: Money.sample, isBundled: false,
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let planYear: PlanYear
  public let projects: Listing<ProjectID, 200>
  /// The investment applied for, of all of them together.
  public let amount: Money
  /// Whether contiguous projects are bundled into one application.
  public let isBundled: Bool
  public let document: DocumentHash

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document] }

  public init(
    planYear: PlanYear, projects: Listing<ProjectID, 200>, amount: Money, isBundled: Bool, document: DocumentHash
  ) {
    self.planYear = planYear
    self.projects = projects
    self.amount = amount
    self.isBundled = isBundled
    self.document = document
  }
}

/// Central budget investment was applied for.
public struct CentralBudgetApplied: Event {
  public static var name: WireName { "intake.central-budget-applied" }
  public static var example: CentralBudgetApplied {
    CentralBudgetApplied(
      planYear: .sample, projects: ["330382-2024-0007"], amount: Money.sample, isBundled: false,
      document: DocumentHash.sample)
  }

  public let planYear: PlanYear
  public let projects: Listing<ProjectID, 200>
  public let amount: Money
  public let isBundled: Bool
  public let document: DocumentHash

  public var stream: String { planYear.id }

  public init(
    planYear: PlanYear, projects: Listing<ProjectID, 200>, amount: Money, isBundled: Bool, document: DocumentHash
  ) {
    self.planYear = planYear
    self.projects = projects
    self.amount = amount
    self.isBundled = isBundled
    self.document = document
  }
}

/// A project is part of an application for central budget investment.
public struct CentralBudgetSought: ProjectEvent {
  public static var name: WireName { "intake.central-budget-sought" }
  public static var example: CentralBudgetSought {
    CentralBudgetSought(project: "330382-2024-0007", planYear: .sample, document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let planYear: PlanYear
  public let document: DocumentHash

  public init(project: ProjectID, planYear: PlanYear, document: DocumentHash) {
    self.project = project
    self.planYear = planYear
    self.document = document
  }
}
