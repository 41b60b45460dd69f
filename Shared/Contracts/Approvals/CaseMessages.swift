import DomainModel

/// What a facility in common space takes from others (Sichuan 5.1).
public enum CaseMatter: String, WireEnum {
  /// 日照间距
  case sunlight
  /// 占用绿化空间
  case greenSpace = "green-space"
}

/// Decide for one facility in common space that touches sunlight or green space (一事一议): it must be safe, and
/// residents widely consulted (Sichuan 5.1).
public struct DecideCase: ProjectCommand {
  public static var name: WireName { "approvals.decide-case" }
  public static var senders: Set<Role> { [.naturalResources] }
  public static var example: DecideCase {
    DecideCase(
      project: "330382-2024-0007", matter: .greenSpace, facility: "3幢东侧电动自行车棚", isSafe: true, safetyEvidence: .sample,
      isAgreed: true, reasons: "不影响消防通道，两轮征求意见无人反对", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let matter: CaseMatter
  /// What is to be built, and where.
  public let facility: Text<100>
  /// Whether it meets the requirements of safety.
  public let isSafe: Bool
  public let safetyEvidence: DocumentHash
  public let isAgreed: Bool
  public let reasons: Text<500>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [safetyEvidence, document] }

  public init(
    project: ProjectID, matter: CaseMatter, facility: Text<100>, isSafe: Bool, safetyEvidence: DocumentHash,
    isAgreed: Bool, reasons: Text<500>, document: DocumentHash
  ) {
    self.project = project
    self.matter = matter
    self.facility = facility
    self.isSafe = isSafe
    self.safetyEvidence = safetyEvidence
    self.isAgreed = isAgreed
    self.reasons = reasons
    self.document = document
  }
}

/// A facility that touches sunlight or green space was decided on.
public struct CaseDecided: ProjectEvent {
  public static var name: WireName { "approvals.case-decided" }
  public static var example: CaseDecided {
    CaseDecided(
      project: "330382-2024-0007", matter: .greenSpace, facility: "3幢东侧电动自行车棚", isSafe: true, safetyEvidence: .sample,
      isAgreed: true, reasons: "不影响消防通道，两轮征求意见无人反对", document: .sample)
  }

  public let project: ProjectID
  public let matter: CaseMatter
  /// What is to be built, and where.
  public let facility: Text<100>
  /// Whether it meets the requirements of safety.
  public let isSafe: Bool
  public let safetyEvidence: DocumentHash
  public let isAgreed: Bool
  public let reasons: Text<500>
  public let document: DocumentHash

  public init(
    project: ProjectID, matter: CaseMatter, facility: Text<100>, isSafe: Bool, safetyEvidence: DocumentHash,
    isAgreed: Bool, reasons: Text<500>, document: DocumentHash
  ) {
    self.project = project
    self.matter = matter
    self.facility = facility
    self.isSafe = isSafe
    self.safetyEvidence = safetyEvidence
    self.isAgreed = isAgreed
    self.reasons = reasons
    self.document = document
  }
}
