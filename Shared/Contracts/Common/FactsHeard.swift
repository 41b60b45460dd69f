import DomainModel

/// What this service heard another say of a project, recorded without judging it.
public struct FactsHeard<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).facts-heard") }
  public static var readers: Readers { .own }
  public static var example: FactsHeard {
    FactsHeard(
      project: "330382-2024-0007", source: SourceRef(feed: .voting, epoch: "5f2a90c1", sequence: 17),
      heardOn: BusinessDate.sample, statements: [FactStatement(.willingnessCarried, .flag(true))], edition: nil)
  }

  public let project: ProjectID
  public let source: SourceRef
  /// The business date of the event that was heard.
  public let heardOn: BusinessDate
  public let statements: Listing<FactStatement, 32>
  /// The edition of the rules that the event pinned to the project.
  public let edition: PackEdition?
  /// The community to which the event says that the project belongs.
  public let community: CommunityID?

  public init(
    project: ProjectID, source: SourceRef, heardOn: BusinessDate, statements: Listing<FactStatement, 32>,
    edition: PackEdition?, community: CommunityID? = nil
  ) {
    self.community = community
    self.project = project
    self.source = source
    self.heardOn = heardOn
    self.statements = statements
    self.edition = edition
  }
}
