import DomainModel

/// One project of an annual plan as it is pushed.
public struct PlanPushLine: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let title: Text<100>
  public let buildings: Whole<1, 1000>
  public let households: Whole<1, 100_000>
  /// The fiscal money that the assessment confirmed for it; none where there was no assessment.
  public let fiscalMoney: Money?
  /// The number under which the system already has the project; none where it was not entered there.
  public let systemNumber: Text<60>?

  public init(
    project: ProjectID, title: Text<100>, buildings: Whole<1, 1000>, households: Whole<1, 100_000>,
    fiscalMoney: Money?, systemNumber: Text<60>?
  ) {
    self.project = project
    self.title = title
    self.buildings = buildings
    self.households = households
    self.fiscalMoney = fiscalMoney
    self.systemNumber = systemNumber
  }

  static var sample: PlanPushLine {
    PlanPushLine(
      project: "330382-2024-0007", title: "丹霞小区改造项目", buildings: 6, households: 216, fiscalMoney: Money.sample,
      systemNumber: "SC-2021-000117")
  }
}

/// Make the plan of a year ready for the province's system (推送, Sichuan 3.3, Ziyang 4.3): all projects that were adopted
/// so far. Sent again with nothing new it gives the same item.
public struct PushAnnualPlan: Command {
  public static var name: WireName { "intake.push-annual-plan" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice] }
  public static var example: PushAnnualPlan { PushAnnualPlan(planYear: .sample) }
  public typealias Reply = OutboundItem

  public let planYear: PlanYear

  public var subject: String { planYear.id }

  public init(planYear: PlanYear) {
    self.planYear = planYear
  }
}

/// The plan of a year is ready for the province's system.
public struct AnnualPlanPushPrepared: Event {
  public static var name: WireName { "intake.annual-plan-push-prepared" }
  public static var example: AnnualPlanPushPrepared {
    AnnualPlanPushPrepared(planYear: .sample, attempt: 1, system: "renovation-system", lines: [PlanPushLine.sample])
  }

  public let planYear: PlanYear
  public let attempt: Whole<1, 1000>
  public let system: Identifier<SlugKind>
  public let lines: Listing<PlanPushLine, 200>

  public var stream: String { planYear.id }

  public init(
    planYear: PlanYear, attempt: Whole<1, 1000>, system: Identifier<SlugKind>, lines: Listing<PlanPushLine, 200>
  ) {
    self.planYear = planYear
    self.attempt = attempt
    self.system = system
    self.lines = lines
  }
}

/// Record what the province's system answered to a pushed plan: its number, or its refusal.
public struct RecordPushAnswer: Command {
  public static var name: WireName { "intake.record-push-answer" }
  public static var senders: Set<Role> { [.housing, .districtGovernment, .renovationOffice, .provincialPlatform] }
  public static var example: RecordPushAnswer {
    RecordPushAnswer(
      planYear: .sample, attempt: 1, isAccepted: false, number: nil, reasons: "附件缺财政承受能力评估意见",
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let planYear: PlanYear
  public let attempt: Whole<1, 1000>
  public let isAccepted: Bool
  /// The system's acknowledgement number; needed when it accepted.
  public let number: Text<60>?
  /// Why it refused; needed when it did.
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document].compactMap { $0 } }

  public init(
    planYear: PlanYear, attempt: Whole<1, 1000>, isAccepted: Bool, number: Text<60>?, reasons: Text<1000>?,
    document: DocumentHash?
  ) {
    self.planYear = planYear
    self.attempt = attempt
    self.isAccepted = isAccepted
    self.number = number
    self.reasons = reasons
    self.document = document
  }
}

/// The province's system answered to a pushed plan.
public struct AnnualPlanPushAnswered: Event {
  public static var name: WireName { "intake.annual-plan-push-answered" }
  public static var example: AnnualPlanPushAnswered {
    AnnualPlanPushAnswered(
      planYear: .sample, attempt: 1, isAccepted: false, number: nil, reasons: "附件缺财政承受能力评估意见",
      document: DocumentHash.sample)
  }

  public let planYear: PlanYear
  public let attempt: Whole<1, 1000>
  public let isAccepted: Bool
  public let number: Text<60>?
  public let reasons: Text<1000>?
  public let document: DocumentHash?

  public var stream: String { planYear.id }

  public init(
    planYear: PlanYear, attempt: Whole<1, 1000>, isAccepted: Bool, number: Text<60>?, reasons: Text<1000>?,
    document: DocumentHash?
  ) {
    self.planYear = planYear
    self.attempt = attempt
    self.isAccepted = isAccepted
    self.number = number
    self.reasons = reasons
    self.document = document
  }
}

/// The province's system has the plan in which a project stands.
public struct AnnualPlanPushed: ProjectEvent {
  public static var name: WireName { "intake.annual-plan-pushed" }
  public static var example: AnnualPlanPushed {
    AnnualPlanPushed(project: "330382-2024-0007", planYear: .sample, attempt: 1, number: "SC-PLAN-2021-01")
  }

  public let project: ProjectID
  public let planYear: PlanYear
  public let attempt: Whole<1, 1000>
  public let number: Text<60>

  public var facts: [FactStatement] { [FactStatement(.annualPlanPushed, .flag(true))] }

  public init(project: ProjectID, planYear: PlanYear, attempt: Whole<1, 1000>, number: Text<60>) {
    self.project = project
    self.planYear = planYear
    self.attempt = attempt
    self.number = number
  }
}

/// The plan in which a project stands was reported to every office that its pack names.
public struct ListingReported: ProjectEvent {
  public static var name: WireName { "intake.listing-reported" }
  public static var example: ListingReported { ListingReported(project: "330382-2024-0007", planYear: .sample) }

  public let project: ProjectID
  public let planYear: PlanYear

  public var facts: [FactStatement] { [FactStatement(.annualPlanReported, .flag(true))] }

  public init(project: ProjectID, planYear: PlanYear) {
    self.project = project
    self.planYear = planYear
  }
}
