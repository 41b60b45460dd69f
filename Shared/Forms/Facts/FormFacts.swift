import Contracts
import DomainModel
import Policy

/// What the services say of a project, as far as a form needs it. Only they can fill a computed field.
public struct FormFacts: Sendable {
  public let law: Law
  public let project: ProjectReport
  public let community: CommunityReport
  public var roll: RollSummary?
  /// The round that ballots are printed for; nil for a form to be copied.
  public var openRound: Rounds.Line?
  public var units: [RollUnits.Unit] = []
  public var willingness: RoundReport?
  public var plan: RoundReport?
  /// The round asked for, where a form is about any.
  public var asked: RoundReport?
  public var rooms: [AgreeingRooms.Room] = []
  public var notice: NoticeAnswer.Standing?
  public var objectionsOpen: Int?
  public var renovationPlan: PlanReport?
  public var estimate: EstimateReport?
  /// What residents pledged to raise, where the city has no formula.
  public var selfRaised: SelfRaisedReport?
  public var account: AccountAnswer?
  public var finalAccounts: FinalAccountsAnswer?
  public var settlement: SettlementReport?
  public var consultation: ConsultationReport?
  public var acceptance: AcceptanceOverview?
  public var managementMode: ManagementMode?
  /// Personal data of the rooms' owners, disclosed for this form; empty for a public one.
  public var disclosed: [UnitID: [DisclosedPerson]] = [:]
  /// Why it was disclosed; nil for a public form.
  public var disclosureReason: String?

  /// - Parameters: the law that judges the project, and the project's own page and its community's.
  public init(law: Law, project: ProjectReport, community: CommunityReport) {
    self.law = law
    self.project = project
    self.community = community
  }

  var edition: Edition { law.edition }
}

/// A person's data on an internal form. It prints as nothing where it is not meant to be printed.
public struct DisclosedPerson: Sendable, CustomStringConvertible {
  public let name: String?
  public let phone: String?
  /// The last four characters only (domain §5.3).
  public let idTail: String?

  /// - Parameter fields: as the vault gave them.
  public init(fields: [PersonField]) {
    func field(_ name: Identifier<FieldKind>) -> String? { fields.first { $0.name == name }?.value.value }
    name = field("name")
    phone = field("phone")
    idTail = field("idNumber").map { String($0.suffix(4)) }
  }

  public var description: String { "a disclosed person" }
}
