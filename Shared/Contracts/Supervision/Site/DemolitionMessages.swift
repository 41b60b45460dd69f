import DomainModel

/// An illegal structure (违法建筑) of the list, as it stands now.
public struct IllegalStructureLine: Codable, Hashable, Sendable {
  /// Its number on the list.
  public let structure: Identifier<SlugKind>
  /// The building it leans on, if any.
  public let building: BuildingID?
  public let place: Text<100>
  /// Floor area or ground covered.
  public let area: Area
  /// Whether it is gone; a later line of the same number says how it went on.
  public let removed: Bool
  /// Photos before.
  public let before: Listing<DocumentHash, 4>
  /// Photos after; at least one once it is removed.
  public let after: Listing<DocumentHash, 4>

  public init(
    structure: Identifier<SlugKind>, building: BuildingID? = nil, place: Text<100>, area: Area, removed: Bool,
    before: Listing<DocumentHash, 4> = [], after: Listing<DocumentHash, 4> = []
  ) {
    self.structure = structure
    self.building = building
    self.place = place
    self.area = area
    self.removed = removed
    self.before = before
    self.after = after
  }
}

/// Record illegal structures and their removal (违法建筑整治). Where the pack has no gate it stays a record.
public struct RecordDemolition: ProjectCommand {
  public static var name: WireName { "supervision.record-demolition" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .enforcement] }
  public static var example: RecordDemolition {
    RecordDemolition(
      project: "330382-2024-0007",
      structures: [
        IllegalStructureLine(structure: "w-1", place: "4幢天井", area: .sample, removed: true, after: [.sample])
      ],
      listComplete: true)
  }
  public typealias Reply = DemolitionReport

  public let project: ProjectID
  /// Those that are new on the list, or changed.
  public let structures: Listing<IllegalStructureLine, 50>
  /// Whether the list, with all earlier ones, names every illegal structure of the community.
  public let listComplete: Bool

  public var documents: [DocumentHash] { structures.flatMap { $0.before.items + $0.after.items } }

  public init(project: ProjectID, structures: Listing<IllegalStructureLine, 50> = [], listComplete: Bool) {
    self.project = project
    self.structures = structures
    self.listComplete = listComplete
  }
}

/// Illegal structures were listed or removed.
public struct DemolitionRecorded: ProjectEvent {
  public static var name: WireName { "supervision.demolition-recorded" }
  public static var example: DemolitionRecorded {
    DemolitionRecorded(
      project: "330382-2024-0007",
      structures: [
        IllegalStructureLine(structure: "w-1", place: "4幢天井", area: .sample, removed: true, after: [.sample])
      ],
      listComplete: true, cleared: true)
  }

  public let project: ProjectID
  public let structures: Listing<IllegalStructureLine, 50>
  public let listComplete: Bool
  /// Whether the list is complete and nothing on it stands any more.
  public let cleared: Bool

  public var facts: [FactStatement] { [FactStatement(.demolitionCleared, .flag(cleared))] }

  public init(
    project: ProjectID, structures: Listing<IllegalStructureLine, 50> = [], listComplete: Bool, cleared: Bool
  ) {
    self.project = project
    self.structures = structures
    self.listComplete = listComplete
    self.cleared = cleared
  }
}

/// How far the removal is.
public struct DemolitionReport: Codable, Hashable, Sendable {
  public let known: Int
  public let standing: Int
  public let cleared: Bool

  public init(known: Int, standing: Int, cleared: Bool) {
    self.known = known
    self.standing = standing
    self.cleared = cleared
  }
}
