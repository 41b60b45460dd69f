import DomainModel

/// How a community is renovated: by itself, or with what lies around it (Sichuan 3.1).
public enum RenovationScope: String, WireEnum {
  /// 连片改造
  case contiguous
  /// 小区内改造
  case withinCommunity = "within-community"
}

/// Assess a community that applied together with its surroundings (综合评估): whether it is renovated by itself or with
/// what lies around it, whether that is needed and whether it can be done (Sichuan 3.1).
public struct AssessArea: ProjectCommand {
  public static var name: WireName { "intake.assess-area" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice] }
  public static var example: AssessArea {
    AssessArea(
      project: "330382-2024-0007", scope: .contiguous, isNeeded: true, isFeasible: true, document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let scope: RenovationScope
  public let isNeeded: Bool
  public let isFeasible: Bool
  /// The assessment itself, with the facilities around and the wishes of residents.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, scope: RenovationScope, isNeeded: Bool, isFeasible: Bool, document: DocumentHash) {
    self.project = project
    self.scope = scope
    self.isNeeded = isNeeded
    self.isFeasible = isFeasible
    self.document = document
  }
}

/// A community and its surroundings were assessed.
public struct AreaAssessed: ProjectEvent {
  public static var name: WireName { "intake.area-assessed" }
  public static var example: AreaAssessed {
    AreaAssessed(
      project: "330382-2024-0007", scope: .contiguous, isNeeded: true, isFeasible: true, document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let scope: RenovationScope
  public let isNeeded: Bool
  public let isFeasible: Bool
  /// The assessment itself, with the facilities around and the wishes of residents.
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.areaAssessed, .flag(isNeeded && isFeasible))] }

  public init(project: ProjectID, scope: RenovationScope, isNeeded: Bool, isFeasible: Bool, document: DocumentHash) {
    self.project = project
    self.scope = scope
    self.isNeeded = isNeeded
    self.isFeasible = isFeasible
    self.document = document
  }
}
