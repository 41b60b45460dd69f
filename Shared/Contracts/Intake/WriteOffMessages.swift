import DomainModel

/// Strike a finished project off the register (销号, Ziyang 5.1): the last step of its course.
public struct WriteOffProject: ProjectCommand {
  public static var name: WireName { "intake.write-off-project" }
  public static var senders: Set<Role> { [.districtGovernment, .renovationOffice, .housing] }
  public static var example: WriteOffProject {
    WriteOffProject(project: "330382-2024-0007", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The sheet of the register.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, document: DocumentHash) {
    self.project = project
    self.document = document
  }
}

/// A project was struck off the register.
public struct ProjectWrittenOff: ProjectEvent {
  public static var name: WireName { "intake.project-written-off" }
  public static var example: ProjectWrittenOff {
    ProjectWrittenOff(project: "330382-2024-0007", document: .sample)
  }

  public let project: ProjectID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.writtenOff, .flag(true))] }

  public init(project: ProjectID, document: DocumentHash) {
    self.project = project
    self.document = document
  }
}

/// The register (台账) of a division: every project with the day it was entered and the day it was struck off, by number.
public struct RegisterQuery: Query {
  public static var name: WireName { "intake.register" }
  public static var example: RegisterQuery { RegisterQuery(division: "330382", after: nil) }
  public typealias Answer = RegisterReport

  public let division: DivisionCode
  /// The last project of the page before.
  public let after: ProjectID?
  public var subject: String { division.rawValue }

  public init(division: DivisionCode, after: ProjectID?) {
    self.division = division
    self.after = after
  }
}

/// The answer of `RegisterQuery`, at most 200 projects.
public struct RegisterReport: Codable, Hashable, Sendable {
  public let projects: [Line]

  public init(projects: [Line]) {
    self.projects = projects
  }

  /// One line of the register.
  public struct Line: Codable, Hashable, Sendable {
    public let project: ProjectID
    public let title: Text<100>
    public let enteredOn: BusinessDate
    /// None while it is open.
    public let writtenOffOn: BusinessDate?
    public let isWithdrawn: Bool

    public init(
      project: ProjectID, title: Text<100>, enteredOn: BusinessDate, writtenOffOn: BusinessDate?, isWithdrawn: Bool
    ) {
      self.project = project
      self.title = title
      self.enteredOn = enteredOn
      self.writtenOffOn = writtenOffOn
      self.isWithdrawn = isWithdrawn
    }
  }
}
