import ClientKit
import Contracts
import DomainModel
import Foundation

extension YueqingStory {
  mutating func survey() async throws {
    say.chapter("一、调查摸底与入库")
    let registered = try await story.take(
      RegisterCommunity(
        division: "330382", name: "和平里小区（样例）", address: "乐成街道和平路18号", subdistrict: "乐成街道",
        residentsCommittee: "和平社区", geography: .urbanCore,
        geographyEvidence: try await paper("城关范围证明", .intake)), as: .subdistrict, on: "2024-01-08")
    community = registered.community
    say.told("2024-01-08", .intake, "登记小区 \(community)", "plan 2.1")

    let buildings = try story.surveyedBuildings()
    let total = try Area.sum(buildings.compactMap(\.permitFloorArea))
    let survey = Survey(
      surveyedOn: "2024-01-12", buildings: try Listing(buildings), totalFloorArea: total,
      exclusions: Story.onNoList,
      propertyRightType: .mixed, hasLegalTitle: true, structuralSafety: .safe,
      structuralSafetyEvidence: try await paper("房屋结构安全排查表", .intake),
      population: PopulationProfile(profile: "老年住户较多", floatingShare: 2150, householdsReached: 371),
      municipalFacilities: [], publicServices: [],
      surroundings: Surroundings(environment: "道路破损，绿化缺失", land: nil, resources: nil, attachments: []),
      management: PropertyManagement(
        isProfessional: false, fee: "0.35", collectionRate: 6200, feeArea: nil, managementRooms: nil, businessRooms: nil,
        commonIncome: "18600.00"),
      illegalStructures: [], images: [],
      demands: [
        SurveyedDemand(item: "roof-leak", households: 128), SurveyedDemand(item: "drainage-water", households: 203),
        SurveyedDemand(item: "lift", households: 61),
      ], keyProblems: "屋面渗漏、雨污混流", checks: [], evidence: [])
    try await story.take(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2024-01-12")
    say.told("2024-01-12", .intake, "调查登记：6 幢 380 户，建筑面积 \(total) ㎡", "plan 3.1")

    let report = try await story.take(
      AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), as: .subdistrict,
      on: "2024-01-15")
    say.told("2024-01-15", .intake, "改造范围审核：\(Story.word(report.standing))，建成年份 \(report.communityYear ?? 0)", "plan 2.1")

    let opened = try await story.take(
      OpenProject(community: community, title: "和平里小区改造（样例）", edition: edition), as: .subdistrict, on: "2024-01-16")
    project = opened.project
    say.told("2024-01-16", .intake, "开立项目 \(project)，规则版本 \(edition.pack)/\(edition.edition)")

    try await story.take(
      RegisterSelfGovernance(
        community: community, form: .ownersCommittee, formedOn: "2024-01-28",
        members: [
          BodyMember(person: "p-hp00012", name: "样例甲", phone: nil, post: "主任"),
          BodyMember(person: "p-hp00077", name: "样例乙", phone: nil, post: "委员"),
        ], hasPartyBranch: true, stampsByResidentsCommittee: false,
        evidence: [try await paper("业主委员会备案证明", .intake)]), as: .subdistrict, on: "2024-01-28")
    say.told("2024-01-28", .intake, "成立业主委员会", "plan 3.1")
  }

  mutating func willingness() async throws {
    say.chapter("二、改造意愿表决")
    try await import_("roll", "roll.csv", ["--on", "2024-02-05", "--as", "residents-committee"], records: .voting)
    let roll = try await story.roll(of: project)
    say.told("2024-02-05", .voting, "业主名册：\(roll.units) 套，\(roll.heads) 人，\(roll.households) 户，专有面积 \(roll.area) ㎡", "plan 3.1")

    try await round("ballots-willingness-1.csv", .willingness, nil, open: "2024-02-19", close: "2024-02-21", roll: roll.roll)
    try await story.expectRefusal(
      try await firstApplication(), as: .ownersBody, on: "2024-02-22", rule: "voting.willingness-carried",
      says: "首轮表决差一人未过四分之三，不能申请改造")
    try await round("ballots-willingness-2.csv", .willingness, nil, open: "2024-03-04", close: "2024-03-06", roll: roll.roll)
  }

  /// Opens a round, imports its ballots, closes it and tells the four ratios.
  func round(
    _ file: String, _ kind: RoundKind, _ plan: PlanID?, open: BusinessDate, close: BusinessDate, roll: RollID
  ) async throws {
    let opened = try await story.take(
      OpenRound(
        project: project, kind: kind, roll: roll, planVersion: plan, opensOn: nil, closesOn: nil, formsIssued: 377,
        blankRulePrinted: nil), as: .ownersBody, on: open)
    try await import_(
      "ballots", file, ["--round", opened.round.rawValue, "--on", close.description, "--as", "owners-body"], records: .voting)
    try await story.close(
      CloseRound(
        project: project, round: opened.round, counters: ["p-hp00012", "p-hp00077"],
        scans: [try await paper("\(file) 扫描件", .voting, as: .ownersBody)], acknowledgesPivotalBlanks: nil),
      as: .ownersBody, on: close, cites: kind == .plan ? "plan 3.3" : "plan 3.1")
  }

  func firstApplication() async throws -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .ownersBody,
      papers: [
        FiledPaper(form: "application-short", document: try await paper("城镇老旧小区改造申请表", .intake, as: .ownersBody)),
        FiledPaper(form: "opinion-form", document: try await paper("改造意见征求书", .intake, as: .ownersBody)),
        FiledPaper(form: "opinion-summary", document: try await paper("改造意见汇总表", .intake, as: .ownersBody)),
      ], contact: "p-hp00012", contactName: "样例甲", contactPhone: "13800000000", advisedByDesigner: true)
  }

  mutating func application() async throws {
    say.chapter("三、申请改造，开始筹资")
    try await story.take(try await firstApplication(), as: .ownersBody, on: "2024-03-08")
    say.told("2024-03-08", .intake, "提交《城镇老旧小区改造申请表》《改造意见征求书》《改造意见汇总表》", "plan 3.1")
    try await story.take(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), as: .subdistrict, on: "2024-03-12")
    say.told("2024-03-12", .intake, "街道审核同意，列入待改造小区名单", "plan 3.1")
    try await story.take(
      RegisterAccount(
        project: project, bank: "样例银行乐成支行", number: "6222000000000001", holder: try story.organisation(of: .subdistrict),
        reason: nil), as: .subdistrict, on: "2024-03-15")
    say.told("2024-03-15", .funding, "登记街道指定账户", "plan 3.1")
  }
}
