import DomainModel

/// Put a declaration on file with the local lead department (备案), once the initial review passed (Wenzhou 3.5). It is a
/// record of receipt, not another approval.
public struct FileDeclaration: ProjectCommand {
  public static var name: WireName { "intake.file-declaration" }
  public static var senders: Set<Role> { [.housing, .renovationOffice] }
  public static var example: FileDeclaration {
    FileDeclaration(project: "330382-2024-0007", number: "鹿旧改备〔2024〕7号", receipt: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The lead department's file number.
  public let number: Text<60>
  /// The receipt that the subdistrict gets.
  public let receipt: DocumentHash

  public var documents: [DocumentHash] { [receipt] }

  public init(project: ProjectID, number: Text<60>, receipt: DocumentHash) {
    self.project = project
    self.number = number
    self.receipt = receipt
  }
}

/// The lead department has the declaration on file.
public struct DeclarationFiled: ProjectEvent {
  public static var name: WireName { "intake.declaration-filed" }
  public static var example: DeclarationFiled {
    DeclarationFiled(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", number: "鹿旧改备〔2024〕7号",
      receipt: DocumentHash.sample)
  }

  public let project: ProjectID
  /// The plan version that the filed declaration is about.
  public let plan: PlanID?
  /// The lead department's file number.
  public let number: Text<60>
  public let receipt: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.declarationFiled, .flag(true))] }

  public init(project: ProjectID, plan: PlanID?, number: Text<60>, receipt: DocumentHash) {
    self.project = project
    self.plan = plan
    self.number = number
    self.receipt = receipt
  }
}
