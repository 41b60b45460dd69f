/// Why an outcome is what it is: the step, the edition of the rules, and every finding.
public struct Receipt: Codable, Hashable, Sendable {
  /// The command that took or tried the step.
  public let step: WireName
  public let project: ProjectID?
  /// The day the step was taken for.
  public let on: BusinessDate
  /// None for steps that no pack governs, such as the registration of a community.
  public let edition: PackEdition?
  public let findings: Listing<Finding, 64>

  public init(step: WireName, project: ProjectID?, on: BusinessDate, edition: PackEdition?, findings: [Finding]) {
    self.step = step
    self.project = project
    self.on = on
    self.edition = edition
    self.findings = Listing(capped: findings)
  }
}
