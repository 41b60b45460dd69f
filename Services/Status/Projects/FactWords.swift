import Contracts
import DomainModel
import Policy

/// What the timeline calls a fact or an event, as far as somebody has worded it.
struct FactWords {
  let language: Language

  /// A fact reads as the rule that asks for it, an event as its line in the catalogue; else the wire name stands.
  func name(_ what: String) -> String {
    if let fact = FactKey(rawValue: what) {
      if let stage = FactWords.stages[fact], let text = stage[language] { return text }
      if let rule = try? RuleID(what), RuleTexts.text(of: rule) != nil { return RuleTexts.title(of: rule, language) }
    }
    guard let wire = try? WireName(what), let summary = MessageSummary.of(wire) else { return what }
    return language == .zh ? summary.zh : summary.en
  }

  /// Nil for what the name says already.
  func value(_ value: FactValue) -> String? {
    switch value {
    case .flag(true): nil
    case .flag(false): language == .zh ? "否" : "no"
    case .money(let money): language == .zh ? "\(money) 元" : "\(money) yuan"
    case .area(let area): "\(area) m²"
    case .code, .count, .share, .date: value.text
    }
  }

  /// Facts by whose words a stage is reached, in the words of clerks.
  private static let stages: [FactKey: [Language: String]] = [
    .surveyRecorded: [.zh: "调查摸底完成", .en: "Surveyed"],
    .projectOpened: [.zh: "项目建立", .en: "Project opened"],
    .selfGovernanceFormed: [.zh: "自治组织成立", .en: "Self-governance body formed"],
    .willingnessCarried: [.zh: "改造意愿表决通过", .en: "Willingness carried"],
    .applicationSubmitted: [.zh: "提交改造申请", .en: "Application submitted"],
    .applicationAgreed: [.zh: "申请审核同意", .en: "Application agreed"],
    .planVersion: [.zh: "改造方案", .en: "Plan version"],
    .planVoteCarried: [.zh: "方案表决通过", .en: "Plan carried"],
    .planNoticeClosed: [.zh: "方案公示结束", .en: "Plan notice ended"],
    .declarationSubmitted: [.zh: "提交申报", .en: "Declared"],
    .declarationReviewed: [.zh: "申报审核", .en: "Declaration reviewed"],
    .reportedToCity: [.zh: "上报", .en: "Reported to the city"],
    .annualPlanListed: [.zh: "列入年度计划", .en: "Listed in the annual plan"],
    .consultationOpinionFormed: [.zh: "联合会商意见形成", .en: "Consultation opinion formed"],
    .initiationApproved: [.zh: "立项批复", .en: "Initiation approved"],
    .constructionPermitIssued: [.zh: "施工许可", .en: "Construction permit"],
    .constructionStarted: [.zh: "开工", .en: "Works started"],
    .acceptancePassed: [.zh: "联合验收通过", .en: "Accepted"],
    .completionFiled: [.zh: "竣工备案", .en: "Completion filed"],
    .finalAccountsVerified: [.zh: "决算审定", .en: "Final accounts verified"],
    .archived: [.zh: "档案移交", .en: "Archived"],
    .handedOver: [.zh: "移交", .en: "Handed over"],
    .managementModeFixed: [.zh: "长效管理方式确定", .en: "Management mode fixed"],
    .evaluationRecorded: [.zh: "后评估", .en: "Evaluated"],
  ]
}
