import DomainModel

/// What became of the planning verification (规划核实).
public enum PlanningVerificationOutcome: String, WireEnum {
  /// 已核实
  case verified
  /// Not needed, because the consultation opinion exempts the project from the engineering planning permit (plan 4.6).
  case notNeeded = "not-needed"
}

/// Record the planning verification, or that none is needed.
public struct RecordPlanningVerification: ProjectCommand {
  public static var name: WireName { "supervision.record-planning-verification" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .naturalResources] }
  public static var example: RecordPlanningVerification {
    RecordPlanningVerification(project: "330382-2024-0007", outcome: .verified, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let outcome: PlanningVerificationOutcome
  /// The verification; needed unless none is needed.
  public let document: DocumentHash?

  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(project: ProjectID, outcome: PlanningVerificationOutcome, document: DocumentHash? = nil) {
    self.project = project
    self.outcome = outcome
    self.document = document
  }
}

/// Planning is verified, or need not be.
public struct PlanningVerificationRecorded: ProjectEvent {
  public static var name: WireName { "supervision.planning-verification-recorded" }
  public static var example: PlanningVerificationRecorded {
    PlanningVerificationRecorded(project: "330382-2024-0007", outcome: .verified, document: .sample)
  }

  public let project: ProjectID
  public let outcome: PlanningVerificationOutcome
  public let document: DocumentHash?

  public var facts: [FactStatement] { [FactStatement(.planningVerified, .flag(true))] }

  public init(project: ProjectID, outcome: PlanningVerificationOutcome, document: DocumentHash? = nil) {
    self.project = project
    self.outcome = outcome
    self.document = document
  }
}

/// A document of the completion filing (竣工验收备案).
public enum FilingMaterialKind: String, WireEnum {
  /// 工程竣工验收报告
  case completionReport = "completion-report"
  /// 施工单位签署的工程质量保修书
  case qualityWarranty = "quality-warranty"
  /// 建设工程规划核实
  case planningVerification = "planning-verification"
  /// 消防验收或备案文件
  case fireAcceptance = "fire-acceptance"
  /// 施工许可证
  case constructionPermit = "construction-permit"
  /// 其他
  case other
}

/// One document handed in.
public struct FilingMaterial: Codable, Hashable, Sendable {
  public let kind: FilingMaterialKind
  public let document: DocumentHash

  public init(kind: FilingMaterialKind, document: DocumentHash) {
    self.kind = kind
    self.document = document
  }
}

/// A period that the contractor's warranty promises.
public struct WarrantyTerm: Codable, Hashable, Sendable {
  public let category: WarrantyCategory
  public let years: Whole<1, 100>

  public init(category: WarrantyCategory, years: Whole<1, 100>) {
    self.category = category
    self.years = years
  }
}

/// What a warranty period is for, by the codes of the packs.
public enum WarrantyCategory: String, WireEnum {
  /// 屋面防水、有防水要求的房间和外墙防渗漏
  case waterproofing
  /// 电气管线、给排水管道、设备安装和装修
  case pipesAndEquipment = "pipes-and-equipment"
  /// 供热与供冷系统
  case heatingAndCooling = "heating-and-cooling"
  /// 基础设施、地基基础和主体结构
  case structure
  /// 其他（按合同约定）
  case other
}

/// Hand in the completion filing. The simplified route asks for exactly two documents (plan 4.6).
public struct FileCompletion: ProjectCommand {
  public static var name: WireName { "supervision.file-completion" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: FileCompletion {
    FileCompletion(
      project: "330382-2024-0007",
      materials: [
        FilingMaterial(kind: .completionReport, document: .sample),
        FilingMaterial(kind: .qualityWarranty, document: .sample),
      ])
  }
  public typealias Reply = FilingReport

  public let project: ProjectID
  public let materials: Listing<FilingMaterial, 20>
  /// Periods that the warranty promises; ours apply where it names none.
  public let warranty: Listing<WarrantyTerm, 16>

  public var documents: [DocumentHash] { materials.map(\.document) }

  public init(
    project: ProjectID, materials: Listing<FilingMaterial, 20> = [], warranty: Listing<WarrantyTerm, 16> = []
  ) {
    self.project = project
    self.materials = materials
    self.warranty = warranty
  }
}

/// The completion is filed.
public struct CompletionFiled: ProjectEvent {
  public static var name: WireName { "supervision.completion-filed" }
  public static var example: CompletionFiled {
    CompletionFiled(
      project: "330382-2024-0007",
      materials: [
        FilingMaterial(kind: .completionReport, document: .sample),
        FilingMaterial(kind: .qualityWarranty, document: .sample),
      ])
  }

  public let project: ProjectID
  public let materials: Listing<FilingMaterial, 20>
  public let warranty: Listing<WarrantyTerm, 16>

  public var facts: [FactStatement] { [FactStatement(.completionFiled, .flag(true))] }

  public init(
    project: ProjectID, materials: Listing<FilingMaterial, 20> = [], warranty: Listing<WarrantyTerm, 16> = []
  ) {
    self.project = project
    self.materials = materials
    self.warranty = warranty
  }
}

/// What was handed in beyond what is asked for.
public struct FilingReport: Codable, Hashable, Sendable {
  public let notNeeded: [FilingMaterialKind]

  public init(notNeeded: [FilingMaterialKind]) {
    self.notNeeded = notNeeded
  }
}

/// What the city construction archive did. Cities use different verbs (AMB-35): two statuses.
public enum ArchiveStatus: String, WireEnum {
  /// 备案: the archive recorded the receipt.
  case filed
  /// 归档: the archive took the documents over whole.
  case archived
}

/// Record what the city construction archive did with the documents (plan 3.8).
public struct ArchiveProject: ProjectCommand {
  public static var name: WireName { "supervision.archive" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .archive] }
  public static var example: ArchiveProject {
    ArchiveProject(
      project: "330382-2024-0007", status: .archived, archive: "yueqing-archive", receipt: .sample, asFormed: true)
  }
  public typealias Reply = ArchiveReport

  public let project: ProjectID
  public let status: ArchiveStatus
  public let archive: OrganisationID
  /// The archive's receipt.
  public let receipt: DocumentHash
  /// Whether documents were taken as they were actually formed (plan 4.6).
  public let asFormed: Bool

  public var documents: [DocumentHash] { [receipt] }

  public init(
    project: ProjectID, status: ArchiveStatus, archive: OrganisationID, receipt: DocumentHash, asFormed: Bool
  ) {
    self.project = project
    self.status = status
    self.archive = archive
    self.receipt = receipt
    self.asFormed = asFormed
  }
}

/// The archive has the documents, or recorded their receipt.
public struct ProjectArchived: ProjectEvent {
  public static var name: WireName { "supervision.archived" }
  public static var example: ProjectArchived {
    ProjectArchived(
      project: "330382-2024-0007", status: .archived, archive: "yueqing-archive", receipt: .sample, asFormed: true,
      suffices: true, handoverComplete: false)
  }

  public let project: ProjectID
  public let status: ArchiveStatus
  public let archive: OrganisationID
  public let receipt: DocumentHash
  public let asFormed: Bool
  /// Whether it is what the pack asks for.
  public let suffices: Bool
  /// Whether with this the hand-over of the project is complete.
  public let handoverComplete: Bool

  public var facts: [FactStatement] {
    [FactStatement(.archived, .flag(suffices))]
      + (handoverComplete ? [FactStatement(.handedOver, .flag(true))] : [])
  }

  public init(
    project: ProjectID, status: ArchiveStatus, archive: OrganisationID, receipt: DocumentHash, asFormed: Bool,
    suffices: Bool, handoverComplete: Bool
  ) {
    self.project = project
    self.status = status
    self.archive = archive
    self.receipt = receipt
    self.asFormed = asFormed
    self.suffices = suffices
    self.handoverComplete = handoverComplete
  }
}

/// Whether the archive's act is what the pack asks for.
public struct ArchiveReport: Codable, Hashable, Sendable {
  public let suffices: Bool
  public let handoverComplete: Bool

  public init(suffices: Bool, handoverComplete: Bool) {
    self.suffices = suffices
    self.handoverComplete = handoverComplete
  }
}
