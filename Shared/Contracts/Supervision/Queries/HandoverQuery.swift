import DomainModel

/// What was handed over and what is left.
public struct HandoverQuery: ProjectQuery {
  public static var name: WireName { "supervision.handover" }
  public static var example: HandoverQuery {
    HandoverQuery(project: "330382-2024-0007")
  }
  public typealias Answer = HandoverOverview

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// One hand-over.
public struct HandoverLine: Codable, Hashable, Sendable {
  public let handover: HandoverID
  public let asset: AssetKind
  public let part: String
  public let receiver: OrganisationID
  public let arrangedOn: BusinessDate
  public let takenOverOn: BusinessDate?
  public let upkeepFrom: BusinessDate?

  public init(
    handover: HandoverID, asset: AssetKind, part: String, receiver: OrganisationID, arrangedOn: BusinessDate,
    takenOverOn: BusinessDate? = nil, upkeepFrom: BusinessDate? = nil
  ) {
    self.handover = handover
    self.asset = asset
    self.part = part
    self.receiver = receiver
    self.arrangedOn = arrangedOn
    self.takenOverOn = takenOverOn
    self.upkeepFrom = upkeepFrom
  }
}

/// One class of assets.
public struct AssetClassLine: Codable, Hashable, Sendable {
  public let asset: AssetKind
  public let complete: Bool

  public init(asset: AssetKind, complete: Bool) {
    self.asset = asset
    self.complete = complete
  }
}

/// What was handed over and what is left.
public struct HandoverOverview: Codable, Hashable, Sendable {
  public let classes: [AssetClassLine]
  public let handovers: [HandoverLine]
  public let archive: ArchiveStatus?
  public let handedOverOn: BusinessDate?

  public init(
    classes: [AssetClassLine], handovers: [HandoverLine], archive: ArchiveStatus? = nil,
    handedOverOn: BusinessDate? = nil
  ) {
    self.classes = classes
    self.handovers = handovers
    self.archive = archive
    self.handedOverOn = handedOverOn
  }
}
