import DomainModel

/// The project's code on the online approval platform (项目代码).
public typealias ProjectCode = Identifier<ProjectCodeKind>

/// Capital letters, digits and hyphens. The plan names the platform and leaves the form of the code to it, so no more
/// than this is asked (plan 4.2).
public enum ProjectCodeKind: IdentifierKind {
  public static let pattern = "^[A-Z0-9][A-Z0-9-]{5,39}$"
  public static let longest = 40
  public static let example = "2024-330382-47-01-123456"
  public static func accepts(_ text: String) -> Bool {
    guard (6...40).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "-")
    }
  }
}

/// Record the code that the approval platform assigned to the project (项目赋码, plan 4.2).
public struct AssignProjectCode: ProjectCommand {
  public static var name: WireName { "approvals.assign-project-code" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit, .developmentReform, .approvalServices] }
  public static var example: AssignProjectCode {
    AssignProjectCode(
      project: "330382-2024-0007", code: "2024-330382-47-01-123456", system: "投资项目在线审批监管平台3.0")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let code: ProjectCode
  /// The platform that assigned it, as the office calls it.
  public let system: Text<100>
  public let replaces: Replacement?

  public init(project: ProjectID, code: ProjectCode, system: Text<100>, replaces: Replacement? = nil) {
    self.project = project
    self.code = code
    self.system = system
    self.replaces = replaces
  }
}

/// The project has its code.
public struct ProjectCodeAssigned: ProjectEvent {
  public static var name: WireName { "approvals.project-code-assigned" }
  public static var isWithdrawable: Bool { true }
  public static var example: ProjectCodeAssigned {
    ProjectCodeAssigned(
      project: "330382-2024-0007", code: "2024-330382-47-01-123456", system: "投资项目在线审批监管平台3.0")
  }

  public let project: ProjectID
  public let code: ProjectCode
  public let system: Text<100>

  public var facts: [FactStatement] {
    [FactStatement(.projectCodeAssigned, .flag(true))]
  }

  public init(project: ProjectID, code: ProjectCode, system: Text<100>) {
    self.project = project
    self.code = code
    self.system = system
  }
}
