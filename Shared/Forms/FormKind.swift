import DomainModel

/// A form that this module prints, by the code that packs give it (domain §15).
public enum FormKind: String, CaseIterable, Sendable {
  /// 申请表, with the first application
  case applicationShort = "application-short"
  /// 意见征求书: what owners sign in the willingness round
  case opinionForm = "opinion-form"
  /// 意见汇总表 of the willingness round
  case opinionSummary = "opinion-summary"
  /// 公示书
  case noticeForm = "notice-form"
  /// 方案意见征求表, 签字表: what owners sign in the plan round
  case planBallot = "plan-ballot"
  /// 方案意见汇总表 of the plan round
  case planSummary = "plan-summary"
  /// 同意改造居民房号汇总表
  case roomList = "room-summary"
  /// 改造项目申请表, with the declaration
  case projectApplication = "project-application"
  /// 居民承诺书
  case pledge
  /// 长效管理方案
  case managementPlan = "management-plan"
  /// 满意度调查表, 调查问卷
  case satisfactionForm = "satisfaction-form"
  /// The minutes of a round (domain §4.7)
  case roundReport = "round-report"
  /// 会商意见 (domain §10.1, APR-06)
  case consultationOpinion = "consultation-opinion"
  /// Record of the joint acceptance (domain §12)
  case acceptanceRecord = "acceptance-record"
  /// 竣工财务决算 and what follows from it (domain §9.3)
  case finalAccounts = "final-accounts"

  /// Whether owners fill it in, one sheet for each unit.
  public var isBallot: Bool { self == .opinionForm || self == .planBallot }

  /// Whether it may be printed with names in full, for offices only.
  public var hasInternalForm: Bool { self == .opinionSummary || self == .planSummary || self == .roomList }

  /// Which round it is about, where it is about one.
  public var round: FormRound? {
    switch self {
    case .opinionForm, .opinionSummary, .applicationShort: .willingness
    case .planBallot, .planSummary, .roomList: .plan
    case .roundReport: .any
    default: nil
    }
  }

  /// Whether its printed title begins with the community's name.
  var carriesCommunity: Bool { self != .applicationShort && self != .satisfactionForm }

  /// Our own title, where no document gives it one.
  var ownTitle: (zh: String, en: String)? {
    switch self {
    case .roomList: ("同意改造居民房号汇总表", "List of agreeing rooms")
    case .roundReport: ("业主表决情况报告（会议记录）", "Report and minutes of the round")
    case .consultationOpinion: ("改造项目联合会商意见", "Opinion of the joint consultation")
    case .acceptanceRecord: ("改造工程竣工联合验收记录", "Record of the joint acceptance")
    case .finalAccounts: ("改造项目竣工财务决算及财政补助核算表", "Final accounts and subsidy computation")
    default: nil
    }
  }

  /// What must be asked of the services to print it.
  public var needs: Set<FormNeed> {
    switch self {
    case .opinionForm: [.units]
    case .planBallot: [.units, .willingness]
    case .applicationShort: [.roll, .willingness]
    case .opinionSummary: [.roll, .willingness, .rooms]
    case .planSummary, .roomList: [.roll, .plan, .rooms, .renovationPlan]
    case .noticeForm: [.roll, .willingness, .plan, .rooms, .notice, .renovationPlan]
    case .projectApplication: [.roll, .willingness, .plan, .notice, .money, .management]
    case .pledge: [.willingness, .plan, .notice, .money, .management]
    case .managementPlan: [.management]
    case .satisfactionForm: []
    case .roundReport: [.roll, .anyRound]
    case .consultationOpinion: [.consultation, .renovationPlan]
    case .acceptanceRecord: [.acceptance]
    case .finalAccounts: [.money, .finalAccounts]
    }
  }
}

/// Which round of voting a form is about.
public enum FormRound: Sendable {
  case willingness, plan, any
}

/// Something that a form takes from a service.
public enum FormNeed: Hashable, Sendable {
  /// What the roll counts.
  case roll
  /// The roll's units; for ballots.
  case units
  /// The minutes of the willingness round.
  case willingness
  /// The minutes of the plan round.
  case plan
  /// The minutes of the round asked for.
  case anyRound
  /// The masked list of rooms that agreed.
  case rooms
  case notice
  /// The renovation plan that is valid.
  case renovationPlan
  /// Estimate and account.
  case money
  case finalAccounts
  case consultation
  case acceptance
  /// How the community is to be managed.
  case management
}
