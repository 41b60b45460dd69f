import Contracts
import DomainModel
import Policy

/// The residents' pledge (Wenzhou Annex 5; Yueqing plan 3.4). What the residents raise is funding's figure; its parts sum
/// to it exactly, because the residents' own contribution is what remains of it (AMB-55).
enum PledgePage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let edition = facts.edition
    guard let first = facts.willingness, first.isCarried, let second = facts.plan, second.isCarried else {
      throw FormFault.notReady("两次表决还没有都通过", "the two rounds have not both carried")
    }
    try PlanVoted.check(second, facts)
    guard let notice = facts.notice, notice.lastDay != nil, facts.objectionsOpen == 0 else {
      throw FormFault.notReady("公示还没有结束，或还有异议没有处理完", "the notice has not ended, or an objection waits")
    }
    let planned = try PlannedMoney(facts)
    let parts = try parts(planned, facts, fields)
    let terms = edition.terms.funding
    let shares = terms.residentShares.value
    let figures = planned.estimate?.figures
    let tiers: [(String, Money, Share?)] =
      figures.map {
        [
          ("基础类", $0.basic, shares?.basic), ("完善类", $0.improvement, shares?.improvement),
          ("提升类", $0.enhancement, shares?.enhancement),
        ]
      } ?? []
    return [
      "total": FormText.fill(FormText.tenThousands(planned.total), 5),
      "parts": .list(parts.enumerated().map { $1.line(isLast: $0 == parts.count - 1) }),
      "amounts": .map(Dictionary(parts.map { ($0.key, $0.amount) }) { first, _ in first }),
      "hasTiers": .flag(shares != nil && figures != nil),
      "tiers": .list(
        tiers.map { name, money, share in
          ["tier": .text(name), "amount": .text(FormText.tenThousands(money)), "share": .text(share.map(percent))]
        }),
      "weighted": .text(figures.map { FormText.tenThousands($0.weightedShare) }),
      "excess": .text(figures.flatMap { $0.excess > .zero ? FormText.tenThousands($0.excess) : nil }),
      "mode": FormText.fill(try ManagementModes.chosen(facts, fields)?.zh, 12),
      "rule": .text(edition.text("vote-rule")?.item.zh),
      "isPaidIn": .flag(MoneyFields.asksForMoneyFirst(edition) && facts.account?.completeSince != nil),
      "members": .text(facts.community.body.map { "\($0.members.count)" }),
    ]
  }

  /// The sources that the document names, in its order: the first is what the residents pay themselves.
  ///
  /// - Throws: `FormFault` for an unknown source, more than the whole, or a part given where all are on record.
  private static func parts(
    _ planned: PlannedMoney, _ facts: FormFacts, _ fields: FormFields
  ) throws -> [Part] {
    let sources = facts.edition.terms.funding.residentMoney.value?.map(\.item) ?? []
    guard let own = sources.first else { return [] }
    let others = sources.dropFirst()
    if let recorded = planned.recorded {
      guard fields.funds.isEmpty else {
        throw FormFault(
          "funds-recorded", zh: "自筹资金的各项已登记，不能另填。", en: "The parts of the residents' money are on record; they cannot be given.")
      }
      return sources.map { Part($0, recorded[$0.code] ?? .zero) }
    }
    let total = planned.total
    for code in fields.funds.keys.sorted() where !others.contains(where: { $0.code == code }) {
      let known = others.map { "\($0.code)（\($0.zh)）" }.joined(separator: "、")
      throw FormFault(
        "fund-unknown", zh: "没有资金来源 \(code)；可填：\(known)。", en: "There is no source \(code); known: \(known).")
    }
    guard let rest = try? total.subtracting(Money.sum(fields.funds.values)) else {
      throw FormFault(
        "funds-exceed", zh: "其他来源合计超过居民自筹总额 \(FormText.yuan(total)) 元。",
        en: "The other sources are more than the residents' whole, \(FormText.yuan(total)) yuan.")
    }
    // Nothing given: the parts are still to be written in, for they are the residents' to say.
    let isGiven = !fields.funds.isEmpty
    return [Part(own, isGiven ? rest : nil)] + others.map { Part($0, isGiven ? fields.funds[$0.code] ?? .zero : nil) }
  }

  /// A source of the residents' money and what comes from it; a line to write on where nobody has said.
  private struct Part {
    let name: String
    /// `housingReformFund` for `housing-reform-fund`, as a template can name it.
    let key: String
    let amount: FormValue

    init(_ source: Coded, _ money: Money?) {
      name = source.zh
      let words = source.code.rawValue.split(separator: "-")
      key = words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      amount = FormText.fill(money.map(FormText.tenThousands), 4)
    }

    func line(isLast: Bool) -> FormValue { ["name": .text(name), "amount": amount, "isLast": .flag(isLast)] }
  }

  /// `30%` for `30/100`.
  private static func percent(_ share: Share) -> String {
    share.denominator == 100 ? "\(share.numerator)%" : FormText.percent(share)
  }
}

/// How the community is to be managed: one of the pack's modes.
enum ManagementModes {
  /// - Throws: `FormFault` for a mode that the pack does not offer, or another one than is on record.
  static func chosen(_ facts: FormFacts, _ fields: FormFields) throws -> Coded? {
    let modes = facts.edition.terms.longTerm.modes.value?.map(\.item) ?? []
    let recorded = facts.managementMode?.rawValue
    if let given = fields.mode, let recorded, given.rawValue != recorded {
      throw FormFault(
        "mode-recorded", zh: "管理模式已登记为 \(recorded)，不能另填。", en: "The mode of management is on record as \(recorded).")
    }
    guard let code = recorded ?? fields.mode?.rawValue else { return nil }
    guard let mode = modes.first(where: { $0.code.rawValue == code }) else {
      let known = modes.map { "\($0.code)（\($0.zh)）" }.joined(separator: "、")
      throw FormFault("mode-unknown", zh: "没有管理模式 \(code)；可选：\(known)。", en: "There is no mode \(code); known: \(known).")
    }
    return mode
  }
}

/// The plan of long-term management (Wenzhou Annex 6; Yueqing plan 3.4, 3.9).
enum ManagementPlanPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let chosen = try ManagementModes.chosen(facts, fields)
    let modes = facts.edition.terms.longTerm.modes.value?.map(\.item) ?? []
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"]
    let terms = facts.edition.terms.longTerm
    return [
      "modes": .list(
        zip(numerals, modes).map { numeral, mode in
          [
            "numeral": .text(numeral), "zh": .text(mode.zh), "isChosen": .flag(mode.code == chosen?.code),
            "about": .text(about[mode.code.rawValue]),
          ]
        }),
      "count": .text(modes.isEmpty ? nil : numerals[min(modes.count, numerals.count) - 1]),
      "needsCovenant": .flag(terms.covenant.value == .required),
      "hasFund": .flag(!terms.maintenanceFund.isSilent),
    ]
  }

  /// What a mode means, in a sentence.
  private static let about: [String: String] = [
    "property-company": "由业主大会依法表决选聘物业服务企业，业主委员会与其订立书面合同，企业按合同提供服务。",
    "owners-self-management": "由居民推荐、自荐产生自治小组，分工负责卫生、安全和设备维护，社区协助协调。",
    "community-management": "暂不具备选聘条件的，由社区负责日常管理，业主配合并按约定分担费用。",
    "commission-based": "由业主大会决定，全体业主聘请人员负责保洁、水电和停车等费用的收取，按约定支付酬金。",
    "interim-service": "由街道、社区安排基本的保洁、值守等服务，直至业主实现自我管理。",
  ]
}

/// The questionnaire on satisfaction (Wenzhou Annex 7; Yueqing plan 3.9).
enum SatisfactionFormPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    ["territory": .text(facts.edition.file.pack.territory.value?.zh)]
  }
}
