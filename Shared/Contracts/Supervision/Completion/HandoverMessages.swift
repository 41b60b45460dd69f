import DomainModel

/// A hand-over numbers itself within its project: `330382-2024-0007/H1`.
public enum HandoverItem: ProjectItem { public static let letter = "H" }

/// One hand-over (移交) of assets to one receiver.
public typealias HandoverID = ProjectItemID<HandoverItem>

/// The classes by which a renovated community is handed over (plan 3.8).
public enum AssetKind: String, WireEnum {
  /// 竣工验收资料
  case completionDocuments = "completion-documents"
  /// 供水、供电、供气、通信、有线电视等共有设施设备
  case sharedUtilities = "shared-utilities"
  /// 各专项工程
  case specialWorks = "special-works"
  /// 其余改造工程
  case everythingElse = "everything-else"
}

/// Say which classes of assets this project has. Until then it is taken to have all that the pack names.
public struct DeclareAssetClasses: ProjectCommand {
  public static var name: WireName { "supervision.declare-asset-classes" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: DeclareAssetClasses {
    DeclareAssetClasses(project: "330382-2024-0007", classes: [.completionDocuments, .sharedUtilities, .everythingElse])
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// At least one.
  public let classes: Listing<AssetKind, 8>

  public init(project: ProjectID, classes: Listing<AssetKind, 8> = []) {
    self.project = project
    self.classes = classes
  }
}

/// The project has these classes of assets.
public struct AssetClassesDeclared: ProjectEvent {
  public static var name: WireName { "supervision.asset-classes-declared" }
  public static var example: AssetClassesDeclared {
    AssetClassesDeclared(
      project: "330382-2024-0007", classes: [.completionDocuments, .sharedUtilities, .everythingElse],
      handoverComplete: false)
  }

  public let project: ProjectID
  public let classes: Listing<AssetKind, 8>
  /// Whether with this the hand-over of the project is complete.
  public let handoverComplete: Bool

  public var facts: [FactStatement] { handoverComplete ? [FactStatement(.handedOver, .flag(true))] : [] }

  public init(project: ProjectID, classes: Listing<AssetKind, 8> = [], handoverComplete: Bool) {
    self.project = project
    self.classes = classes
    self.handoverComplete = handoverComplete
  }
}

/// The acceptance that a utility and the construction unit held together (G-HO).
public struct JointUtilityAcceptance: Codable, Hashable, Sendable {
  public let utility: OrganisationID
  public let constructionUnit: OrganisationID
  public let passed: Bool
  public let heldOn: BusinessDate
  public let document: DocumentHash

  public init(
    utility: OrganisationID, constructionUnit: OrganisationID, passed: Bool, heldOn: BusinessDate,
    document: DocumentHash
  ) {
    self.utility = utility
    self.constructionUnit = constructionUnit
    self.passed = passed
    self.heldOn = heldOn
    self.document = document
  }
}

/// Hand assets over. Documents go to the owners' body or the property operator; utilities only after a joint
/// acceptance; special works as their lead department arranges; the rest to the owners, whose duty of upkeep begins
/// after the warranty (plan 3.8).
public struct HandOver: ProjectCommand {
  public static var name: WireName { "supervision.hand-over" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: HandOver {
    HandOver(
      project: "330382-2024-0007", asset: .completionDocuments, part: "全部", giver: "yueqing-lecheng",
      receiver: "lecheng-owners-1", receiverRole: .ownersBody, lastOfClass: true, papers: [.sample])
  }
  public typealias Reply = HandoverReport

  public let project: ProjectID
  public let asset: AssetKind
  /// What of the class: 供水, 电梯, 全部.
  public let part: Text<60>
  public let giver: OrganisationID
  public let receiver: OrganisationID
  public let receiverRole: Role
  /// Whether nothing of this class is left to hand over.
  public let lastOfClass: Bool
  /// For utilities.
  public let jointAcceptance: JointUtilityAcceptance?
  /// The list of what is handed over; for special works the lead department's arrangement.
  public let papers: Listing<DocumentHash, 20>

  public var documents: [DocumentHash] { papers.items + [jointAcceptance?.document].compactMap { $0 } }

  public init(
    project: ProjectID, asset: AssetKind, part: Text<60>, giver: OrganisationID, receiver: OrganisationID,
    receiverRole: Role, lastOfClass: Bool, jointAcceptance: JointUtilityAcceptance? = nil,
    papers: Listing<DocumentHash, 20> = []
  ) {
    self.project = project
    self.asset = asset
    self.part = part
    self.giver = giver
    self.receiver = receiver
    self.receiverRole = receiverRole
    self.lastOfClass = lastOfClass
    self.jointAcceptance = jointAcceptance
    self.papers = papers
  }
}

/// Assets are handed over; the receiver has yet to take them.
public struct HandoverArranged: ProjectEvent {
  public static var name: WireName { "supervision.handover-arranged" }
  public static var example: HandoverArranged {
    HandoverArranged(
      project: "330382-2024-0007", handover: "330382-2024-0007/H1", asset: .completionDocuments, part: "全部",
      giver: "yueqing-lecheng", receiver: "lecheng-owners-1", receiverRole: .ownersBody, lastOfClass: true,
      papers: [.sample])
  }

  public let project: ProjectID
  public let handover: HandoverID
  public let asset: AssetKind
  /// What of the class: 供水, 电梯, 全部.
  public let part: Text<60>
  public let giver: OrganisationID
  public let receiver: OrganisationID
  public let receiverRole: Role
  public let lastOfClass: Bool
  /// The day from which the receiver bears upkeep, where the warranty still runs and its end is known.
  public let upkeepFrom: BusinessDate?
  public let jointAcceptance: JointUtilityAcceptance?
  public let papers: Listing<DocumentHash, 20>

  public init(
    project: ProjectID, handover: HandoverID, asset: AssetKind, part: Text<60>, giver: OrganisationID,
    receiver: OrganisationID, receiverRole: Role, lastOfClass: Bool, upkeepFrom: BusinessDate? = nil,
    jointAcceptance: JointUtilityAcceptance? = nil, papers: Listing<DocumentHash, 20> = []
  ) {
    self.project = project
    self.handover = handover
    self.asset = asset
    self.part = part
    self.giver = giver
    self.receiver = receiver
    self.receiverRole = receiverRole
    self.lastOfClass = lastOfClass
    self.upkeepFrom = upkeepFrom
    self.jointAcceptance = jointAcceptance
    self.papers = papers
  }
}

/// Take the assets over. The receiver sends it, or an office with the receiver's signed paper.
public struct TakeOver: ProjectCommand {
  public static var name: WireName { "supervision.take-over" }
  public static var senders: Set<Role> {
    [
      .ownersBody, .propertyCompany, .utility, .archive, .subdistrict, .constructionUnit, .enforcement, .housing,
      .fireBrigade, .police, .civilAffairs, .health, .transport
    ]
  }
  public static var example: TakeOver {
    TakeOver(project: "330382-2024-0007", handover: "330382-2024-0007/H1")
  }
  public typealias Reply = TakeOverReport

  public let project: ProjectID
  public let handover: HandoverID
  /// The receiver's signed paper.
  public let receipt: DocumentHash?

  public var documents: [DocumentHash] { [receipt].compactMap { $0 } }

  public init(project: ProjectID, handover: HandoverID, receipt: DocumentHash? = nil) {
    self.project = project
    self.handover = handover
    self.receipt = receipt
  }
}

/// The receiver has the assets.
public struct AssetsTakenOver: ProjectEvent {
  public static var name: WireName { "supervision.assets-taken-over" }
  public static var example: AssetsTakenOver {
    AssetsTakenOver(project: "330382-2024-0007", handover: "330382-2024-0007/H1", handoverComplete: false)
  }

  public let project: ProjectID
  public let handover: HandoverID
  public let receipt: DocumentHash?
  /// Whether with this the hand-over of the project is complete.
  public let handoverComplete: Bool

  public var facts: [FactStatement] { handoverComplete ? [FactStatement(.handedOver, .flag(true))] : [] }

  public init(project: ProjectID, handover: HandoverID, receipt: DocumentHash? = nil, handoverComplete: Bool) {
    self.project = project
    self.handover = handover
    self.receipt = receipt
    self.handoverComplete = handoverComplete
  }
}

/// The hand-over's number.
public struct HandoverReport: Codable, Hashable, Sendable {
  public let handover: HandoverID
  public let upkeepFrom: BusinessDate?

  public init(handover: HandoverID, upkeepFrom: BusinessDate? = nil) {
    self.handover = handover
    self.upkeepFrom = upkeepFrom
  }
}

/// What is left to hand over.
public struct TakeOverReport: Codable, Hashable, Sendable {
  public let handoverComplete: Bool
  public let left: [AssetKind]

  public init(handoverComplete: Bool, left: [AssetKind]) {
    self.handoverComplete = handoverComplete
    self.left = left
  }
}
