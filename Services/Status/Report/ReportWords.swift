import Contracts
import DomainModel

/// What the report calls things.
struct ReportWords: Sendable {
  let language: Language

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func source(_ source: DepositSource) -> String {
    switch source {
    case .personal: say("个人出资", "Residents")
    case .unitDonation: say("单位捐资", "Donations of employers")
    case .maintenanceFund: say("物业专项维修资金", "Maintenance fund")
    case .commonIncome: say("小区公共收益", "Common income")
    case .housingReformFund: say("房改房维修资金", "Housing reform fund")
    case .donation: say("社会捐赠", "Donations")
    case .otherSelfRaised: say("其他自筹", "Other self-raised")
    case .socialCapital: say("社会资金", "Social capital")
    case .originalOwner: say("原产权单位", "Original owners")
    case .utilityOperator: say("管线经营单位", "Utility operators")
    case .fiscal: say("财政补助", "Treasury")
    }
  }

  func round(_ kind: RoundKind) -> String {
    switch kind {
    case .willingness: say("改造意愿", "Willingness")
    case .plan: say("改造方案", "Plan")
    }
  }

  /// `1,234.56 万元`, cut to two places, in one piece; English in yuan with thousands.
  func money(_ money: Money) -> String {
    let figures = Figures(language: language)
    guard language == .zh else { return "¥\(figures.count(money.fen / 100))" }
    // 100 fen to the yuan, 10,000 yuan to 万: hundredths of 万元 are 10,000 fen.
    let hundredths = money.fen / 10_000
    let rest = hundredths % 100
    return "\(figures.count(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)\u{A0}万元"
  }
}

/// The parts of a course by which the calendar of projects is coloured; the order of stages is each pack's own, their codes
/// are the same.
enum CoursePhase: Int, CaseIterable, Sendable {
  case application, plan, listing, approval, works, after

  init(_ code: String) {
    let number = Int(code.dropFirst().prefix { $0.isNumber }) ?? 0
    switch number {
    case ...6: self = .application
    case ...16: self = .plan
    case ...22: self = .listing
    case ...27: self = .approval
    case ...31: self = .works
    default: self = .after
    }
  }

  func name(_ words: ReportWords) -> String {
    switch self {
    case .application: words.say("摸底与申请", "Survey and application")
    case .plan: words.say("方案与表决", "Plan and vote")
    case .listing: words.say("申报与计划", "Declaration and annual plan")
    case .approval: words.say("会商与审批", "Consultation and approvals")
    case .works: words.say("施工与验收", "Works and acceptance")
    case .after: words.say("备案、移交与评估", "Filing, hand-over, evaluation")
    }
  }

  /// Its class in the page's style.
  var style: String { "p\(rawValue)" }
}
