import Contracts
import DomainModel
import ServiceKit

/// The works of one project: who builds, how far they are, and how many matters are open.
struct Works: Entity {
  static let kind = "works"
  let project: ProjectID

  // Tender and start.
  var isPilot = false
  var pilotOn: BusinessDate?
  var tenderOn: BusinessDate?
  var contractSum: Money?
  var contractor: OrganisationID?
  var contractorOn: BusinessDate?
  var supervisor: OrganisationID?
  var supervisorOn: BusinessDate?
  var platformOn: BusinessDate?
  var startedOn: BusinessDate?
  var plannedFinish: BusinessDate?
  var unpermittedStarts = 0

  // The site. Counters are kept so that no list is walked to know how many are open.
  var structuresKnown = 0
  var structuresStanding = 0
  var inspections = 0
  var defects = 0
  var defectsOpen = 0
  var tickets = 0
  var ticketsOpen = 0
  var changes = 0
  var observations = 0
  var watchers = 0
  /// Hundredths of a per cent.
  var progress: Int?
  var progressOn: BusinessDate?

  // Completion.
  var firePassed: Bool?
  var fireOn: BusinessDate?
  var acceptances = 0
  var acceptanceOn: BusinessDate?
  var acceptancePassedOn: BusinessDate?
  var planning: PlanningVerificationOutcome?
  var filedOn: BusinessDate?
  var warranty: [WarrantyTerm] = []
  var archive: ArchiveStatus?
  var archiveSuffices = false

  // Hand-over and after.
  var handovers = 0
  /// The classes declared; nil means all that the pack names.
  var assets: [AssetKind]?
  var classes: [String: ClassProgress] = [:]
  var handedOverOn: BusinessDate?
  var claims = 0
  var mode: ManagementMode?
  var evaluatedOn: BusinessDate?
  /// Fed back to the city's housing bureau.
  var evaluationReportedOn: BusinessDate?

  /// How far one class of assets is handed over.
  struct ClassProgress: Codable, Hashable, Sendable {
    /// Arranged and not yet taken over.
    var pending = 0
    /// The last of the class is among what was arranged.
    var lastArranged = false
  }

  var key: String { project.rawValue }

  init(project: ProjectID) {
    self.project = project
  }

  /// The works of a project; fresh when nothing was recorded yet.
  static func of(_ project: ProjectID, in view: any EntityView) throws -> Works {
    try view.get(Works.self, project.rawValue) ?? Works(project: project)
  }
}

extension Works {
  /// Changes the works of a project within a fold, and makes them when they are new.
  static func change(_ project: ProjectID, _ entities: any EntityEditor, _ change: (inout Works) -> Void) throws {
    var works = try of(project, in: entities)
    change(&works)
    try entities.put(works)
  }

  /// A key part that sorts as its number does.
  static func padded(_ sequence: Int64) -> String {
    let digits = String(sequence)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}
