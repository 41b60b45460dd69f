import Contracts
import DomainModel
import Policy

/// The first application (Yueqing plan 3.1): who applies, and what the willingness round came to.
enum ShortApplicationPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let report = facts.willingness, report.isCarried else {
      throw FormFault.notReady("改造意愿表决还没有通过", "the willingness round has not carried")
    }
    let signs = facts.edition.terms.rounds.willingness.approversSign.value?.contains("application-short") ?? false
    return CommunityFields.of(facts).merging([
      "first": .map(RoundFigures(report, under: facts.edition).sentence), "isSigned": .flag(signs),
      "signatureRows": .list(Array(repeating: true, count: 6)),
      "contact": .text(fields.contact), "contactPhone": .text(fields.contactPhone),
    ]) { own, _ in own }
  }
}

/// The application for the project, with the declaration (Wenzhou Annex 4; Yueqing plan 3.4).
enum ProjectApplicationPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let edition = facts.edition
    guard let first = facts.willingness, first.isCarried else {
      throw FormFault.notReady("改造意愿表决还没有通过", "the willingness round has not carried")
    }
    guard let second = facts.plan, second.isCarried else {
      throw FormFault.notReady("方案表决还没有通过", "the plan round has not carried")
    }
    try PlanVoted.check(second, facts)
    guard let notice = facts.notice, notice.lastDay != nil else {
      throw FormFault.notReady("方案公示还没有结束", "the notice of the plan has not ended")
    }
    guard facts.objectionsOpen == 0 else {
      throw FormFault.notReady("还有异议没有处理完", "there are objections without a disposition")
    }
    let planned = try PlannedMoney(facts)
    let days = try NoticeDays(facts, FormFields())
    return CommunityFields.of(facts).merging([
      "applicationDate": FormText.dateLine(fields.date),
      "contact": .text(fields.contact), "contactPhone": .text(fields.contactPhone),
      "totalArea": FormText.fill(NoticeFormPage.totalFloorArea(facts), 5),
      "totalHouseholds": FormText.fill(FormText.grouped(Int64(second.households.all.value)), 3),
      "totalHeads": FormText.fill(FormText.grouped(Int64(second.heads.all.value)), 3),
      "exclusiveArea": FormText.fill(FormText.area(second.area.all), 5),
      "first": .map(RoundFigures(first, under: edition).sentence),
      "second": .map(RoundFigures(second, under: edition).sentence),
      "noticeFrom": .text(days.from.map(FormText.date)), "noticeTo": .text(days.to.map(FormText.date)),
      "noticeDays": .text(days.count.map(String.init)), "noticeWorkingDays": .text(days.workingDays.map(String.init)),
      "money": .map(MoneyFields.of(facts, planned)), "mode": .text(try ManagementModes.chosen(facts, fields)?.zh),
      "rule": .text(edition.text("vote-rule")?.item.zh),
      "members": .text(facts.community.body.map { "\($0.members.count)" }),
      "allMembersSign": .flag(edition.terms.selfGovernance.signingRule.value == .allMembers),
    ]) { own, _ in own }
  }
}

/// A vote counts for the plan version that it names, and for no other (domain §4.7).
enum PlanVoted {
  /// - Throws: `FormFault` when another version is valid now.
  static func check(_ report: RoundReport, _ facts: FormFacts) throws {
    guard report.planVersion == facts.project.plan else {
      throw FormFault.notReady(
        "表决的方案 \(report.planVersion?.rawValue ?? "—") 不是现行方案", "the plan voted on is not the one that is valid now")
    }
  }
}

/// What the survey and the community's own page say, as application forms ask for it (domain §15.5).
enum CommunityFields {
  static func of(_ facts: FormFacts) -> [String: FormValue] {
    let survey = facts.community.survey
    let management = survey?.survey.management
    return [
      "year": .text(survey?.communityYear.map { "\($0)年" }),
      "surveyedArea": .text(NoticeFormPage.totalFloorArea(facts)),
      "counts": .text(survey.map { "\($0.buildings)栋/\($0.stairwells)梯/\($0.households)户" }),
      "floating": .text(survey?.survey.population.floatingShare.map { FormText.hundredths(Int64($0.value)) + "%" }),
      "isProfessional": .flag(management?.isProfessional ?? false), "hasSurvey": .flag(survey != nil),
      "fee": .text(management?.fee.map(FormText.yuan)),
      "collectionRate": .text(management?.collectionRate.map { FormText.hundredths(Int64($0.value)) + "%" }),
      "feeArea": .text(management?.feeArea.map(FormText.area)),
      "managementRooms": .text(management?.managementRooms?.value),
      "businessRooms": .text(management?.businessRooms?.value),
      "commonIncome": .text(management?.commonIncome.map(FormText.yuan)),
      "bodyForm": .text(facts.community.body.map { form($0.form) }),
      "bodyFormed": .text(facts.community.body.map { FormText.date($0.formedOn) }),
      "bodyMembers": .text(facts.community.body.map { "\($0.members.count)" }),
      "hasPartyBranch": .flag(facts.community.body?.hasPartyBranch ?? false),
    ]
  }

  private static func form(_ form: SelfGovernanceForm) -> String {
    switch form {
    case .ownersCommittee: "业主委员会"
    case .selfGovernanceGroup: "居民自治小组"
    case .coCreationGroup: "共同缔造小组"
    case .other: "其他自治组织"
    }
  }
}

/// The residents' money as funding reckons it; 万元 without loss.
enum MoneyFields {
  /// Whether the money must be there before the declaration goes up to the city, so that the papers of the declaration speak
  /// of it (Yueqing plan 3.4). Elsewhere it is paid in later, and a form printed again must not tell of that.
  static func asksForMoneyFirst(_ edition: Edition) -> Bool {
    edition.terms.funding.gates.value?.contains { $0.item.before == ReportToCity.name } ?? false
  }

  static func of(_ facts: FormFacts, _ planned: PlannedMoney) -> [String: FormValue] {
    let account = facts.account
    let figures = planned.estimate?.figures
    return [
      "planned": .text(FormText.tenThousands(planned.total)), "tellsInPlace": .flag(asksForMoneyFirst(facts.edition)),
      "weighted": .text(figures.map { FormText.tenThousands($0.weightedShare) }),
      "excess": .text(figures.flatMap { $0.excess > .zero ? FormText.tenThousands($0.excess) : nil }),
      "investment": .text(figures.map { FormText.tenThousands($0.investment) }),
      "cleared": .text(account.map { FormText.tenThousands($0.cleared) }),
      "ratio": .text(account?.ratio.map(FormText.percent)),
      "isComplete": .flag(account?.completeSince != nil),
      "completeSince": .text(account?.completeSince.map(FormText.date)),
      "missing": .text(account?.missing.flatMap { $0 > .zero ? FormText.tenThousands($0) : nil }),
    ]
  }
}
