import Contracts
import DomainModel
import ServiceKit

/// A project and where its filings stand. All of it comes from the project's own stream.
struct ProjectCase: Entity {
  static let kind = "project-case"
  let project: ProjectID
  let community: CommunityID
  let title: Text<100>
  let households: Whole<1, 100_000>
  let buildings: Whole<1, 1000>
  let openedOn: BusinessDate
  var edition: PackEdition
  /// How many plan versions there are; the last is the valid one.
  var plans = 0
  var application: Filing?
  var declaration: Filing?
  /// Since when the lead department has the declaration on file.
  var filedOn: BusinessDate?
  var reportedOn: BusinessDate?
  var ranking: Ranking?
  var capacity: Capacity?
  var review: Review?
  var consent: Consent?
  var listed: Listed?
  /// The plan in which it is listed was reported to every office that the pack names.
  var isListingReported: Bool?
  var schemeOn: BusinessDate?
  var constructionUnit: OrganisationID?
  /// The attempts to enter it in the province's system, in their order.
  var entries: [OutboundAttempt<SystemEntry>]?
  /// The day on which it was struck off the register.
  var writtenOffOn: BusinessDate?
  var suspendedOn: BusinessDate?
  var isWithdrawn = false
  /// The last day on which it was halted, resumed or given up.
  var changedOn: BusinessDate

  /// One of the two filings.
  struct Filing: Codable, Hashable, Sendable {
    let applicant: Applicant
    let actsForBody: Bool
    let submittedOn: BusinessDate
    let missing: Listing<Identifier<SlugKind>, 30>
    /// The plan version that is declared; none for an application.
    var plan: PlanID?
    /// The office's answer; none while it is owed.
    var isAccepted: Bool?
    var answeredOn: BusinessDate?
  }

  struct Ranking: Codable, Hashable, Sendable {
    let hasProfessionalManagement: Bool
    let qualifiesForUpperSubsidy: Bool
    let fiscalFundsAvailable: Bool
    let on: BusinessDate
  }

  struct Capacity: Codable, Hashable, Sendable {
    let planYear: Int
    let amount: Money
    let isConfirmed: Bool
    let on: BusinessDate
  }

  struct Review: Codable, Hashable, Sendable {
    let isSelected: Bool
    let rank: Int?
    let on: BusinessDate
  }

  struct Consent: Codable, Hashable, Sendable {
    let planYear: Int
    let lateReason: Text<500>?
    let on: BusinessDate
  }

  struct Listed: Codable, Hashable, Sendable {
    let planYear: Int
    let isLate: Bool
    let on: BusinessDate
  }

  var key: String { project.rawValue }
  var indexes: [String: String] {
    var indexes = ["community": community.rawValue, "division": String(project.rawValue.prefix(6))]
    if application?.isAccepted == true, listed == nil, !isWithdrawn {
      indexes["waiting"] = String(project.rawValue.prefix(6))
    }
    return indexes
  }

  var currentPlan: PlanID? { plans > 0 ? PlanID(project, plans) : nil }

  static func series(_ division: DivisionCode, _ year: Int) -> String { "projects/\(division)/\(year)" }

  /// - Throws: `Refusal` (`project-unknown`).
  static func of(_ project: ProjectID, at view: any EntityView) throws -> ProjectCase {
    guard let known = try view.get(ProjectCase.self, project.rawValue) else { throw Refusal(.projectUnknown) }
    return known
  }
}
