import DomainModel
import Policy

/// What the figures and outcomes of a replay are called. The words themselves stay codes, which programs read.
enum ImpactWords {
  /// `settlement-units` → `各户清算`, `settlement units`
  static func title(_ what: String, _ language: Language) -> String {
    guard language == .zh else { return what.replacing("-", with: " ") }
    return titles[what] ?? Words.name(what, language)
  }

  /// An outcome word for word; codes of the pack stay what they are.
  static func told(_ outcome: String, _ language: Language) -> String {
    if language == .zh, let whole = whole[outcome] { return whole }
    guard language == .zh else { return outcome }
    return outcome.replacing(/[a-z]+(?:-[a-z]+)*/) { match in words[String(match.output)] ?? String(match.output) }
  }

  private static let titles: [String: String] = [
    "payment-path": "资金拨付环节", "government-receipt": "财政资金到账方式", "settlement-units": "各户清算", "route": "审批路径",
    "permit-papers": "施工许可材料", "planning-exemption": "规划许可豁免", "acceptance-parties": "参加验收的单位", "archive": "归档",
    "asset": "移交资产类别", "receiver": "接收单位", "outside-cost": "项目外费用", "case-by-case": "一事一议", "start-months": "规定开工月份",
    "signature": "签字确认", "consultation": "征求意见", "in-principle": "原则比例的例外认可", "design-change": "设计变更分类",
    "subsidy-area": "补助面积", "accounts-without-formula": "无公式决算", "package": "申报材料", "plan-vote": "方案表决",
    "willingness-vote": "意愿表决",
  ]

  private static let whole: [String: String] = ["no rule": "无此规则", "no-vote": "不表决"]

  private static let words: [String: String] = [
    "satisfied": "满足", "violated": "不满足", "unknown": "未知", "overridden": "例外认可", "stops": "不予办理", "blocks": "必须满足",
    "overridable": "可例外", "advises": "仅提示", "none": "无", "due": "应补", "refund": "应退", "even": "已平", "silent": "未作规定",
    "complete": "齐全", "missing": "缺少", "refused": "不予办理", "foreseen": "有规定", "allowed": "可以", "effective": "有效",
    "not-effective": "无效", "simplified": "简化程序", "ordinary": "一般程序", "entered": "直接登记", "transfer-needed": "须按环节拨付",
    "carried": "通过", "not-carried": "未通过", "major": "重大", "minor": "一般", "suffices": "符合", "not-enough": "不足",
    "within": "保修期内", "after": "保修期外", "not-dated": "未定日期", "taken": "受理", "rejected-late": "逾期不受理",
    "not-in-catalogue": "不在目录", "own-item": "自定项目", "excluded": "不计入", "basic": "基础类", "improvement": "完善类",
    "enhancement": "提升类",
  ]
}
