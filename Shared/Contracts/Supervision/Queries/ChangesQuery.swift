import DomainModel

/// The design changes of a project.
public struct ChangesQuery: ProjectQuery {
  public static var name: WireName { "supervision.changes" }
  public static var example: ChangesQuery {
    ChangesQuery(project: "330382-2024-0007")
  }
  public typealias Answer = ChangesOverview

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// One design change.
public struct ChangeLine: Codable, Hashable, Sendable {
  public let change: ChangeID
  public let title: String
  public let stage: ChangeStage
  public let classed: ChangeClass?
  public let direction: CostDirection
  public let difference: Money
  public let proposedOn: BusinessDate
  public let executedOn: BusinessDate?
  public let skipped: [ChangeStage]

  public init(
    change: ChangeID, title: String, stage: ChangeStage, classed: ChangeClass? = nil, direction: CostDirection,
    difference: Money, proposedOn: BusinessDate, executedOn: BusinessDate? = nil, skipped: [ChangeStage]
  ) {
    self.change = change
    self.title = title
    self.stage = stage
    self.classed = classed
    self.direction = direction
    self.difference = difference
    self.proposedOn = proposedOn
    self.executedOn = executedOn
    self.skipped = skipped
  }
}

/// The design changes of a project.
public struct ChangesOverview: Codable, Hashable, Sendable {
  public let changes: [ChangeLine]
  /// Whether the project's pack fixes the order of the stages.
  public let orderBinds: Bool

  public init(changes: [ChangeLine], orderBinds: Bool) {
    self.changes = changes
    self.orderBinds = orderBinds
  }
}
