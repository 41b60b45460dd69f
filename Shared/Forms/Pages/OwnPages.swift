import Contracts
import DomainModel
import Policy

/// The minutes of a round (domain §4.7).
enum RoundReportPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let report = facts.asked else {
      throw FormFault.notReady("这一轮表决还没有截止", "the round is not closed")
    }
    let byDocument = report.blanks.origin == .document
    return SummaryContent.of(report, facts).merging([
      "kind": .text(report.kind == .willingness ? "改造意愿表决" : "改造方案表决"),
      "plan": .text(report.planVersion?.rawValue), "roll": .text(report.roll.rawValue),
      "rollHash": .text(report.rollHash.rawValue), "counters": .text("\(report.counters.count)"),
      "scans": .list(report.scans.map { .text($0.rawValue) }), "scanCount": .text("\(report.scans.count)"),
      "blankRule": .text(treatment(report.blanks.treatment)), "blankBasis": .text(byDocument ? "文件规定" : "文件未规定，按本系统默认值"),
      "isPivotal": .flag(report.blanks.isPivotal),
      "measures": .list([
        measure("专有部分面积（㎡）", report.area) { FormText.area($0) },
        measure("人数", report.heads) { FormText.grouped(Int64($0.value)) },
        measure("户数", report.households) { FormText.grouped(Int64($0.value)) },
      ]),
    ]) { own, _ in own }
  }

  private static func measure<Measure>(
    _ name: String, _ opinions: Opinions<Measure>, _ text: (Measure) -> String
  ) -> FormValue {
    [
      "name": .text(name), "all": .text(text(opinions.all)), "agreeing": .text(text(opinions.agreeing)),
      "disagreeing": .text(text(opinions.disagreeing)), "blank": .text(text(opinions.blank)),
    ]
  }

  private static func treatment(_ treatment: BlankTreatment) -> String {
    switch treatment {
    case .followsMajority: "视为同意多数居民意见"
    case .participatesNotApproves: "计入参与表决，不计入同意"
    case .notParticipating: "不计入参与表决"
    }
  }
}

/// The opinion of the joint consultation (会商意见): who was asked, what each said, what was stated on planning
/// (Wenzhou 4.3, 4.4; Yueqing plan 4.3, 4.4).
enum ConsultationOpinionPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let report = facts.consultation, let id = report.consultation, let held = report.heldOn else {
      throw FormFault.notReady("联合会商还没有召开", "the joint consultation has not been held")
    }
    let terms = facts.edition.terms.approvals
    let planning = report.opinion?.planning ?? report.seats.compactMap(\.planning).last
    return [
      "word": .text(terms.joint.value?.kind == .jointReview ? "审查" : "会商"),
      "maySimplify": .flag(!terms.opinionMaySimplify.isSilent), "consultation": .text(id.rawValue), "plan": .text(report.plan?.rawValue),
      "called": .text(report.calledOn.map(FormText.date)), "held": .text(FormText.date(held)),
      "attended": .text("\(report.attended.count)"),
      "seats": .list(
        report.seats.map { seat in
          [
            "role": .text(seat.utility.map(utility) ?? seat.role.zh),
            "stance": .text(seat.stance.map(stance) ?? "未答复"), "on": .text(seat.answeredOn.map(FormText.date)),
            "isLate": .flag(seat.isLate), "text": .text(seat.text?.value),
            "wasThere": .flag(report.attended.contains(seat.organisation)),
          ]
        }),
      "hasPlanning": .flag(planning != nil),
      "conditions": .text(planning.map { $0.changesPlanningConditions ? "涉及" : "不涉及" }),
      "street": .text(planning.map { $0.touchesImportantStreet.map { $0 ? "涉及" : "不涉及" } ?? "无外立面改造，不适用" }),
      "exempt": .text(planning.map { $0.statesExemption ? "无需办理" : "需要办理" }),
      "facilities": .text(facilities(report.seats)),
      "isEffective": .flag(report.opinion?.isExemptionEffective ?? false), "isFormed": .flag(report.opinion != nil),
      "formed": .text(report.opinion.map { FormText.date($0.formedOn) }),
      "revoked": .text(report.opinion?.revokedOn.map(FormText.date)),
      "simplifications": .list((report.opinion?.simplifications ?? []).map { .text($0.value) }),
      "investment": .text(facts.renovationPlan.map { FormText.tenThousands($0.investment) }),
    ]
  }

  /// What was answered on public facilities that the plan adds; nil where nobody was asked or answered.
  private static func facilities(_ seats: [SeatReport]) -> String? {
    let statements = seats.compactMap(\.facilities)
    func told(_ what: String, _ answers: [Bool]) -> String? {
      answers.isEmpty ? nil : "\(answers.contains(true) ? "影响" : "不影响")\(what)"
    }
    let parts = [
      told("消防安全", statements.compactMap(\.affectsFireSafety)), told("住宅日照", statements.compactMap(\.affectsSunlight)),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  private static func stance(_ stance: Stance) -> String {
    switch stance {
    case .agree: "同意"
    case .agreeWithConditions: "有条件同意"
    case .object: "不同意"
    }
  }

  private static func utility(_ kind: UtilityKind) -> String {
    switch kind {
    case .power: "供电单位"
    case .water: "供水单位"
    case .gas: "燃气单位"
    case .telecom: "通信单位"
    case .broadcasting: "广播电视单位"
    }
  }
}

/// The record of the joint acceptance, its defects and what came of them (domain §12).
enum AcceptanceRecordPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let overview = facts.acceptance, let last = overview.acceptances.last else {
      throw FormFault.notReady("还没有组织竣工联合验收", "no joint acceptance has been held")
    }
    return [
      "acceptance": .text(last.acceptance.rawValue), "held": .text(FormText.date(last.heldOn)),
      "passed": .text(last.passedOn.map(FormText.date)),
      "fire": .text(overview.fireInspectionPassed.map { $0 ? "查验合格" : "查验不合格" } ?? "尚未查验"),
      "rules": .text(last.technicalRules.map { "已附（\($0.rawValue.prefix(12))…）" }),
      "areRulesSet": .flag(!facts.edition.terms.acceptance.technicalRulesBy.isSilent),
      "verification": .text(overview.planningVerification.map { verification($0) }),
      "filed": .text(overview.filedOn.map(FormText.date)),
      "parties": .list(
        last.parties.map { party in
          [
            "kind": .text(kind(party.party)), "stance": .text(stance(party.stance)),
          ]
        }),
      "missing": .list(last.missing.map { .text(kind($0)) }), "isComplete": .flag(last.missing.isEmpty),
      "defects": .list(
        overview.defects.map { defect in
          [
            "id": .text(defect.defect.rawValue.split(separator: "/").last.map(String.init)), "what": .text(defect.what),
            "building": .text(defect.building.map(FormText.building)), "on": .text(FormText.date(defect.openedOn)),
            "state": .text(state(defect.state)), "reopened": .text("\(defect.timesReopened)"),
          ]
        }),
      "hasDefects": .flag(!overview.defects.isEmpty),
    ]
  }

  private static func kind(_ kind: AcceptancePartyKind) -> String {
    switch kind {
    case .constructionUnit: "建设单位"
    case .departments: "相关部门"
    case .participatingUnits: "参建单位"
    case .residentRepresentatives: "居民代表"
    case .subdistrict: "乡镇（街道）"
    case .residentsCommittee: "社区"
    case .ownersBody: "业主委员会（自治小组）"
    case .designer: "设计单位"
    case .contractor: "施工单位"
    case .supervisor: "监理单位"
    case .utility: "专营单位"
    case .renovationOffice: "旧改办"
    }
  }

  private static func stance(_ stance: AcceptanceStance) -> String {
    switch stance {
    case .agrees: "同意"
    case .agreesOnceFixed: "整改后同意"
    case .objects: "不同意"
    }
  }

  private static func state(_ state: DefectState) -> String {
    switch state {
    case .open: "待整改"
    case .fixed: "已整改，待复查"
    case .closed: "复查合格"
    }
  }

  private static func verification(_ outcome: PlanningVerificationOutcome) -> String {
    switch outcome {
    case .verified: "已核实"
    case .notNeeded: "无需核实"
    }
  }
}

/// The verified final accounts and the subsidy computed from them, line by line (Yueqing plan 3.7, 5.2.1; domain §9.3).
enum FinalAccountsPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let answer = facts.finalAccounts, let accounts = answer.accounts, let figures = answer.figures else {
      throw FormFault.notReady("竣工财务决算还没有核定", "the final accounts are not verified")
    }
    let shares = facts.edition.terms.funding.residentShares.value
    let cap = facts.edition.terms.funding.subsidyCap.value
    let tiers: [(String, Money, Money, Share?)] = [
      ("基础类", accounts.basic, figures.basic, shares?.basic),
      ("完善类", accounts.improvement, figures.improvement, shares?.improvement),
      ("提升类", accounts.enhancement, figures.enhancement, shares?.enhancement),
    ]
    let settlement = facts.settlement
    return [
      "verifiedOn": .text(answer.verifiedOn.map(FormText.date)),
      "document": .text(answer.document?.rawValue),
      "tiers": .list(
        tiers.map { name, cost, investment, share in
          [
            "tier": .text(name), "cost": .text(FormText.yuan(cost)), "investment": .text(FormText.yuan(investment)),
            "share": .text(share.map { $0.denominator == 100 ? "\($0.numerator)%" : FormText.percent($0) }),
          ]
        }),
      "engineering": .text(
        (try? Money.sum([accounts.basic, accounts.improvement, accounts.enhancement])).map(FormText.yuan)),
      "other": .text(FormText.yuan(accounts.sharedCosts.other)),
      "contingency": .text(FormText.yuan(accounts.sharedCosts.contingency)),
      "lifts": .text(FormText.yuan(figures.lifts)), "investment": .text(FormText.yuan(figures.investment)),
      "rate": .text("\(figures.weightedRate)"), "ratePercent": .text(FormText.percent(figures.weightedRate)),
      "weighted": .text(FormText.yuan(figures.weightedShare)), "social": .text(FormText.yuan(figures.socialCapital)),
      "beforeCap": .text(FormText.yuan(figures.beforeCap)), "floorArea": .text(FormText.area(figures.floorArea)),
      "capRate": .text(cap.map { FormText.yuan($0.yuanPerSquareMetre) }), "cap": .text(FormText.yuan(figures.cap)),
      "subsidy": .text(FormText.yuan(figures.subsidy)), "excess": .text(FormText.yuan(figures.excess)),
      "residents": .text(FormText.yuan(figures.residentsTotal)),
      "overfunded": .text(figures.overfunded > .zero ? FormText.yuan(figures.overfunded) : nil),
      "isCapped": .flag(figures.excess > .zero), "hasSettlement": .flag(settlement != nil),
      "residentsEstimated": .text(settlement.map { FormText.yuan($0.residentsEstimated) }),
      "residentsFinal": .text(settlement.map { FormText.yuan($0.residentsFinal) }),
      "residentsDifference": .text(settlement.map { difference($0.residentsEstimated, $0.residentsFinal) }),
      "subsidyReceived": .text(settlement.map { FormText.yuan($0.subsidyReceived) }),
      "subsidyDifference": .text(settlement.map { difference($0.subsidyReceived, $0.subsidyFinal) }),
    ]
  }

  /// What is still to come, or to go back.
  private static func difference(_ paid: Money, _ due: Money) -> String {
    if paid == due { return "0.00" }
    return due > paid
      ? "应补 \(FormText.yuan(due.reduced(by: paid)))" : "应退 \(FormText.yuan(paid.reduced(by: due)))"
  }
}
