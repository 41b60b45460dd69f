import DomainModel

/// A project begins: the renovation of one community under one plan, judged by the edition of the rules that was in
/// force on the day of opening.
public struct ProjectOpened: ProjectEvent {
  public static var name: WireName { "intake.project-opened" }
  public static var isCritical: Bool { true }
  public static var example: ProjectOpened {
    ProjectOpened(
      project: "330382-2024-0007", community: "330382-C00017",
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: DocumentHash.sample),
      title: "丹霞小区改造", households: 480, buildings: 8)
  }

  public let project: ProjectID
  public let community: CommunityID
  public let edition: PackEdition
  /// What the project is called in documents.
  public let title: Text<100>
  /// Owner households by the survey that was current on opening.
  public let households: Whole<1, 100_000>
  public let buildings: Whole<1, 1000>

  public var pins: PackEdition? { edition }
  public var homeOfProject: CommunityID? { community }
  public var facts: [FactStatement] { [FactStatement(.projectOpened, .flag(true))] }

  public init(
    project: ProjectID, community: CommunityID, edition: PackEdition, title: Text<100>, households: Whole<1, 100_000>,
    buildings: Whole<1, 1000>
  ) {
    self.project = project
    self.community = community
    self.edition = edition
    self.title = title
    self.households = households
    self.buildings = buildings
  }
}
