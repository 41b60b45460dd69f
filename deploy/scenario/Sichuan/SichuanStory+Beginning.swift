import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  mutating func survey() async throws {
    say.chapter("一、调查摸底与入库")
    let registered = try await story.take(
      RegisterCommunity(
        division: "519901", name: "清江里小区（样例）", address: "清江街道滨江路9号", subdistrict: "清江街道（虚构）",
        residentsCommittee: "滨江社区（虚构）", geography: .urbanCore,
        geographyEvidence: try await paper("小区位置说明", .intake, as: .subdistrict)), as: .subdistrict, on: "2021-01-11")
    community = registered.community
    say.told("2021-01-11", .intake, "登记小区 \(community)", "workflow 1.1")
    let opening = OpenProject(community: community, title: "清江里小区改造（样例）", edition: edition)
    try await story.take(
      RecordSurvey(community: community, survey: try surveyed("2021-01-15", reached: 94)), as: .subdistrict,
      on: "2021-01-15")
    try await story.expectRefusal(
      opening, as: .housing, on: "2021-01-18", rule: "survey.covers-residents", says: "需求调查还有 2 户没有覆盖，不能入库")
    try await story.take(
      RecordSurvey(community: community, survey: try surveyed("2021-01-22", reached: 96)), as: .subdistrict,
      on: "2021-01-22")
    say.told("2021-01-22", .intake, "需求调查覆盖全部 96 户", "workflow 1.2")
    let opened = try await story.take(opening, as: .housing, on: "2021-01-25")
    project = opened.project
    say.told(
      "2021-01-25", .intake, "纳入项目数据库 \(project)，规则版本 \(edition.pack)/\(edition.edition)（供参考）", "workflow 1.3")
    try await story.take(
      RegisterSelfGovernance(
        community: community, form: .ownersCommittee, formedOn: "2021-01-30",
        members: [
          BodyMember(person: "p-qj00001", name: "样例甲", phone: nil, post: "主任"),
          BodyMember(person: "p-qj00009", name: "样例乙", phone: nil, post: "委员"),
        ], hasPartyBranch: true, stampsByResidentsCommittee: false,
        evidence: [try await paper("业主委员会成立材料", .intake, as: .residentsCommittee)]), as: .residentsCommittee,
      on: "2021-01-30")
    say.told("2021-01-30", .intake, "成立业主委员会，同步建立党支部", "workflow 2.1")
  }

  private func surveyed(_ day: BusinessDate, reached: Whole<0, 100_000>) throws -> Survey {
    let buildings = try story.surveyedBuildings()
    return Survey(
      surveyedOn: day, buildings: try Listing(buildings), totalFloorArea: try Area.sum(buildings.compactMap(\.permitFloorArea)),
      exclusions: Story.onNoList,
      propertyRightType: .housingReform, hasLegalTitle: true, structuralSafety: .safe,
      population: PopulationProfile(profile: "退休职工较多", floatingShare: 1200, householdsReached: reached),
      surroundings: Surroundings(environment: "雨天积水，路灯损坏", land: "小区用地红线清晰", resources: "临街空地一处"),
      management: PropertyManagement(isProfessional: false),
      illegalStructures: [IllegalStructure(building: "b-3", what: "东侧搭建棚屋", area: "18.40")],
      demands: [
        SurveyedDemand(item: "drainage-water", households: 71), SurveyedDemand(item: "road", households: 55),
      ], keyProblems: "雨污混流，消防通道被占")
  }

  mutating func willingness() async throws {
    say.chapter("二、征集改造意愿")
    try await story.imports(
      "roll", "roll.csv", for: project, ["--on", "2021-02-22", "--as", "residents-committee"], records: .voting)
    let roll = try await story.roll(of: project)
    say.told("2021-02-22", .voting, "业主名册：\(roll.units) 套，业主 \(roll.heads) 人", "workflow 2.2")
    try await round("ballots-1.csv", open: "2021-03-01", close: "2021-03-03", roll: roll.roll)
    try await story.expectRefusal(
      try await applicationPapers(), as: .ownersBody, on: "2021-03-04", rule: "voting.willingness-carried",
      says: "同意 59 人，差一人未达全体业主三分之二；面积再多也不计")
    try await round("ballots-2.csv", open: "2021-03-08", close: "2021-03-10", roll: roll.roll)
    let notice = try await story.take(
      PostNotice(
        project: project, kind: .willingness, planVersion: nil, contents: [], places: ["community-site"],
        evidence: [try await shown(.hangsAtStart, "2021-03-11", as: .residentsCommittee)]), as: .residentsCommittee,
      on: "2021-03-11")
    say.told("2021-03-11", .voting, "社区组织意愿公示（期限文件未规定）", "workflow 2.2")
    try await story.expectRefusal(
      try await applicationPapers(), as: .ownersBody, on: "2021-03-12", rule: "notice.willingness-complete",
      says: "意愿公示尚未结束，不能申请")
    try await story.take(
      CloseNotice(
        project: project, notice: notice.notice, lastDay: "2021-03-18",
        evidence: [try await shown(.hangsAtEnd, "2021-03-18", as: .residentsCommittee)]), as: .residentsCommittee,
      on: "2021-03-19")
  }

  private func round(_ file: String, open: BusinessDate, close: BusinessDate, roll: RollID) async throws {
    let opened = try await story.take(
      OpenRound(
        project: project, kind: .willingness, roll: roll, planVersion: nil, opensOn: nil, closesOn: nil, formsIssued: 94,
        blankRulePrinted: nil), as: .ownersBody, on: open)
    try await story.imports(
      "ballots", file, for: project,
      ["--round", opened.round.rawValue, "--on", close.description, "--as", "owners-body"], records: .voting)
    try await story.close(
      CloseRound(
        project: project, round: opened.round, counters: ["p-qj00001", "p-qj00009"],
        scans: [try await paper("\(file) 扫描件", .voting, as: .ownersBody)], acknowledgesPivotalBlanks: nil),
      as: .ownersBody, on: close, reached: "达到三分之二", cites: "workflow 2.2")
  }

  func applicationPapers() async throws -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .ownersBody,
      papers: [FiledPaper(form: "other", document: try await paper("改造书面申请", .intake, as: .ownersBody))],
      contact: "p-qj00001", contactName: "样例甲", contactPhone: "13900000000", advisedByDesigner: false)
  }

  mutating func application() async throws {
    say.chapter("三、项目申请与录入")
    try await story.take(try await applicationPapers(), as: .ownersBody, on: "2021-03-22")
    say.told("2021-03-22", .intake, "小区自治组织书面申请", "workflow 2.2")
    try await story.take(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), as: .housing, on: "2021-03-29")
    let item = try await story.take(RecordInSystem(project: project), as: .housing, on: "2021-03-31")
    try await story.provinceAnswers(
      RecordSystemAnswer(
        project: project, attempt: item.attempt, isAccepted: true, number: "SC-SAMPLE-0001", reasons: nil, document: nil),
      as: .housing, on: "2021-04-02")
    say.told("2021-04-02", .intake, "研究同意后录入省系统，取得回执", "workflow 2.3")
  }
}
