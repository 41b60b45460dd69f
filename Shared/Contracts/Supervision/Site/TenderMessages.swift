import DomainModel

/// How the works are procured. The plan encourages the first three (plan 3.5); its chart speaks of a construction
/// tender.
public enum ProcurementForm: String, WireEnum {
  /// 设计施工总承包
  case epc
  /// 全过程咨询
  case wholeProcessConsulting = "whole-process-consulting"
  /// 投资-建设-经营
  case investBuildOperate = "invest-build-operate"
  /// 施工招标
  case constructionTender = "construction-tender"
  /// 暂定预算价下浮 (Sichuan 5.2)
  case provisionalBudget = "provisional-budget"
}

/// The provisional price that a tender was held on, where the budget by drawings could not be fixed beforehand.
public struct ProvisionalPrice: Codable, Hashable, Sendable {
  /// 暂定预算价
  public let budget: Money
  /// 下浮, in hundredths of a per cent.
  public let discount: Whole<0, 10_000>
  /// Why the budget could not be fixed.
  public let reason: Text<300>

  public init(budget: Money, discount: Whole<0, 10_000>, reason: Text<300>) {
    self.budget = budget
    self.discount = discount
    self.reason = reason
  }
}

/// Record the result of the tender: who won, in which form, for how much.
public struct RecordTender: ProjectCommand {
  public static var name: WireName { "supervision.record-tender" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: RecordTender {
    RecordTender(
      project: "330382-2024-0007", form: .epc, winner: "yueqing-build-3", contractSum: .sample, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let form: ProcurementForm
  public let winner: OrganisationID
  /// The sum of the contract, the bound of what may be paid on it.
  public let contractSum: Money
  /// The notice of award or the signed contract.
  public let document: DocumentHash
  /// Only for a tender on a provisional price.
  public let provisional: ProvisionalPrice?

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, form: ProcurementForm, winner: OrganisationID, contractSum: Money, document: DocumentHash,
    provisional: ProvisionalPrice? = nil
  ) {
    self.project = project
    self.form = form
    self.winner = winner
    self.contractSum = contractSum
    self.document = document
    self.provisional = provisional
  }
}

/// The tender has a result.
public struct TenderRecorded: ProjectEvent {
  public static var name: WireName { "supervision.tender-recorded" }
  public static var example: TenderRecorded {
    TenderRecorded(
      project: "330382-2024-0007", form: .epc, winner: "yueqing-build-3", contractSum: .sample, document: .sample)
  }

  public let project: ProjectID
  public let form: ProcurementForm
  public let winner: OrganisationID
  public let contractSum: Money
  public let document: DocumentHash
  /// Only for a tender on a provisional price.
  public let provisional: ProvisionalPrice?

  public var facts: [FactStatement] {
    [FactStatement(.tenderRecorded, .flag(true)), FactStatement(.contractSum, .money(contractSum))]
  }

  public init(
    project: ProjectID, form: ProcurementForm, winner: OrganisationID, contractSum: Money, document: DocumentHash,
    provisional: ProvisionalPrice? = nil
  ) {
    self.project = project
    self.form = form
    self.winner = winner
    self.contractSum = contractSum
    self.document = document
    self.provisional = provisional
  }
}

/// Appoint the contractor (施工单位) and its manager on site. The name goes to the vault.
public struct AppointContractor: ProjectCommand {
  public static var name: WireName { "supervision.appoint-contractor" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: AppointContractor {
    AppointContractor(
      project: "330382-2024-0007", organisation: "yueqing-build-3", manager: "p-7f3a90c21b44", managerName: "陈立",
      document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let organisation: OrganisationID
  /// The manager on site, by an id that the sender makes.
  public let manager: PersonID
  public let managerName: Text<60>
  public let managerPhone: Text<30>?
  /// The contract or the letter of appointment.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, organisation: OrganisationID, manager: PersonID, managerName: Text<60>,
    managerPhone: Text<30>? = nil, document: DocumentHash
  ) {
    self.project = project
    self.organisation = organisation
    self.manager = manager
    self.managerName = managerName
    self.managerPhone = managerPhone
    self.document = document
  }
}

/// The contractor is appointed.
public struct ContractorAppointed: ProjectEvent {
  public static var name: WireName { "supervision.contractor-appointed" }
  public static var example: ContractorAppointed {
    ContractorAppointed(
      project: "330382-2024-0007", organisation: "yueqing-build-3", manager: "p-7f3a90c21b44", document: .sample)
  }

  public let project: ProjectID
  public let organisation: OrganisationID
  public let manager: PersonID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.contractorAppointed, .flag(true))] }

  public init(project: ProjectID, organisation: OrganisationID, manager: PersonID, document: DocumentHash) {
    self.project = project
    self.organisation = organisation
    self.manager = manager
    self.document = document
  }
}

/// Appoint the supervisor (监理单位) and its manager on site. The name goes to the vault.
public struct AppointSupervisor: ProjectCommand {
  public static var name: WireName { "supervision.appoint-supervisor" }
  public static var senders: Set<Role> { [.subdistrict, .constructionUnit] }
  public static var example: AppointSupervisor {
    AppointSupervisor(
      project: "330382-2024-0007", organisation: "yueqing-build-3", manager: "p-7f3a90c21b44", managerName: "陈立",
      document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let organisation: OrganisationID
  /// The manager on site, by an id that the sender makes.
  public let manager: PersonID
  public let managerName: Text<60>
  public let managerPhone: Text<30>?
  /// The contract or the letter of appointment.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, organisation: OrganisationID, manager: PersonID, managerName: Text<60>,
    managerPhone: Text<30>? = nil, document: DocumentHash
  ) {
    self.project = project
    self.organisation = organisation
    self.manager = manager
    self.managerName = managerName
    self.managerPhone = managerPhone
    self.document = document
  }
}

/// The supervisor is appointed.
public struct SupervisorAppointed: ProjectEvent {
  public static var name: WireName { "supervision.supervisor-appointed" }
  public static var example: SupervisorAppointed {
    SupervisorAppointed(
      project: "330382-2024-0007", organisation: "yueqing-build-3", manager: "p-7f3a90c21b44", document: .sample)
  }

  public let project: ProjectID
  public let organisation: OrganisationID
  public let manager: PersonID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.supervisorAppointed, .flag(true))] }

  public init(project: ProjectID, organisation: OrganisationID, manager: PersonID, document: DocumentHash) {
    self.project = project
    self.organisation = organisation
    self.manager = manager
    self.document = document
  }
}
