import ClientKit
import Contracts
import DomainModel
import Foundation

extension WenzhouStory {
  mutating func survey() async throws {
    say.chapter("一、排摸与改造范围")
    let registered = try await story.take(
      RegisterCommunity(
        division: "330302", name: "江心里小区（样例）", address: "五马街道江心路6号", subdistrict: "五马街道",
        residentsCommittee: "江心社区", geography: .other, geographyEvidence: try await paper("小区位置说明", .intake)),
      as: .subdistrict, on: "2024-03-04")
    community = registered.community
    say.told("2024-03-04", .intake, "登记小区 \(community)（鹿城区）", "guide 3.1")

    let buildings = try story.surveyedBuildings()
    let total = try Area.sum(buildings.compactMap(\.permitFloorArea))
    let survey = Survey(
      surveyedOn: "2024-03-08", buildings: try Listing(buildings), totalFloorArea: total,
      exclusions: Story.onNoList,
      propertyRightType: .mixed, hasLegalTitle: nil, structuralSafety: .notAssessed, structuralSafetyEvidence: nil,
      population: PopulationProfile(profile: "老年住户较多", floatingShare: 2380, householdsReached: 291),
      municipalFacilities: [], publicServices: [],
      surroundings: Surroundings(environment: "外墙渗漏，雨污混流", land: nil, resources: nil, attachments: []),
      management: PropertyManagement(
        isProfessional: false, fee: "0.30", collectionRate: 5800, feeArea: nil, managementRooms: "门卫室一间", businessRooms: nil,
        commonIncome: "9600.00"),
      illegalStructures: [], images: [],
      demands: [
        SurveyedDemand(item: "wall-leak", households: 141), SurveyedDemand(item: "drainage-water", households: 187),
        SurveyedDemand(item: "care-rooms", households: 52),
      ], keyProblems: "外墙渗漏、雨污混流", checks: [], evidence: [])
    try await story.take(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2024-03-11")
    say.told("2024-03-11", .intake, "排摸登记：5 幢 300 户，建筑面积 \(total) ㎡", "guide 3.1, guide Annex 4")

    let report = try await story.take(
      AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), as: .subdistrict,
      on: "2024-03-12")
    say.told("2024-03-12", .intake, "改造范围审核：\(Story.word(report.standing))，多数面积建成于 \(report.communityYear ?? 0) 年", "guide 1")
    say.note("“2000年前”“2000年后”都不含 2000 年本身，由人工判断（AMB-03）")

    let opened = try await story.take(
      OpenProject(community: community, title: "江心里小区改造（样例）", edition: edition), as: .subdistrict, on: "2024-03-14")
    project = opened.project
    say.told("2024-03-14", .intake, "开立项目 \(project)，规则版本 \(edition.pack)/\(edition.edition)")
    try await story.take(
      RegisterSelfGovernance(
        community: community, form: .selfGovernanceGroup, formedOn: "2024-03-18",
        members: try Listing(
          zip(Self.members, ["样例甲", "样例乙", "样例丙"]).map { BodyMember(person: $0, name: try Text($1), phone: nil, post: nil) }),
        hasPartyBranch: false, stampsByResidentsCommittee: true, evidence: [try await paper("自治小组推选记录", .intake)]),
      as: .subdistrict, on: "2024-03-18")
    say.told("2024-03-18", .intake, "成立居民自治小组，未成立业委会，由社区居委会代章", "guide Annex 5, guide Annex 6")
  }

  mutating func willingness() async throws {
    say.chapter("二、征求意见（一次表决）")
    try await import_("roll", "roll.csv", ["--on", "2024-03-25", "--as", "residents-committee"], records: .voting)
    let roll = try await roll()
    say.told("2024-03-25", .voting, "业主名册：\(roll.units) 套，\(roll.households) 户（按人 \(roll.heads)），专有面积 \(roll.area) ㎡", "guide 3.1")
    try await story.expectRefusal(
      opening(.willingness, on: roll.roll), as: .residentsCommittee, on: "2024-03-28", rule: "eligibility.not-excluded",
      says: "建成年份恰为 2000 年，尚待人工判断")
    try await story.take(
      DecideEligibilityReview(
        community: community, isAdmitted: true, decidedBy: "p-decider-1", deciderName: "样例主任",
        reason: "房屋与1998年建成的前两幢同期设计，失养情况一致，居民意愿强烈", evidence: [try await paper("现场核查记录", .intake, as: .housing)]),
      as: .housing, on: "2024-04-02")
    say.told("2024-04-02", .intake, "住建部门说明理由，同意纳入改造范围", "guide 1")

    let first = try await cast(.willingness, "ballots-willingness-1.csv", open: "2024-04-08", entered: "2024-04-11", on: roll.roll)
    try await close(first, "ballots-willingness-1.csv", on: "2024-04-12", cites: "guide 3.1")
    try await story.expectRefusal(
      try await firstApplication(), as: .residentsCommittee, on: "2024-04-15", rule: "voting.willingness-carried",
      says: "同意 199 户，差一户不足三分之二")

    let second = try await cast(.willingness, "ballots-willingness-2.csv", open: "2024-04-22", entered: "2024-04-25", on: roll.roll)
    try await story.expectRefusal(
      try await closing(second, "ballots-willingness-2.csv"), as: .residentsCommittee, on: "2024-04-26", code: .pivotalBlanks,
      says: "空白票决定结果，经办人未确认知悉")
    let report = try await close(second, "ballots-willingness-2.csv", on: "2024-04-26", cites: "guide 3.1, guide Annex 1", acknowledging: true)
    for ratio in report.explicitRatios { say.note("不计空白：" + Story.text(of: ratio)) }
    say.note("签字空白 \(report.households.blank) 户按多数（\(report.blanks.majority == .agree ? "同意" : "不同意")）计，结果因此不同，已由经办人确认")
  }

  private func opening(_ kind: RoundKind, on roll: RollID) -> OpenRound {
    OpenRound(
      project: project, kind: kind, roll: roll, planVersion: kind == .plan ? plan : nil, opensOn: nil, closesOn: nil,
      formsIssued: 306, blankRulePrinted: true)
  }

  /// Opens a round on printed forms and enters what came back.
  func cast(
    _ kind: RoundKind, _ file: String, open: BusinessDate, entered day: BusinessDate, on roll: RollID
  ) async throws -> RoundID {
    let opened = try await story.take(opening(kind, on: roll), as: .residentsCommittee, on: open)
    try await import_(
      "ballots", file, ["--round", opened.round.rawValue, "--on", day.description, "--as", "residents-committee"], records: .voting)
    return opened.round
  }

  private func closing(_ round: RoundID, _ file: String, acknowledging: Bool? = nil) async throws -> CloseRound {
    CloseRound(
      project: project, round: round, counters: ["p-jx00012", "p-jx00077"],
      scans: [try await paper("\(file) 扫描件", .voting, as: .residentsCommittee)], acknowledgesPivotalBlanks: acknowledging)
  }

  /// Closes a round and tells both of its ratios.
  @discardableResult
  func close(
    _ round: RoundID, _ file: String, on day: BusinessDate, cites: String, acknowledging: Bool? = nil
  ) async throws -> RoundReport {
    try await story.close(
      try await closing(round, file, acknowledging: acknowledging), as: .residentsCommittee, on: day, cites: cites)
  }

  private func firstApplication() async throws -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .residentsCommittee,
      papers: [
        FiledPaper(form: "opinion-form", document: try await paper("小区改造居民意见征求书", .intake, as: .residentsCommittee))
      ], contact: "p-jx00012", contactName: "样例甲", contactPhone: "13800000001", advisedByDesigner: true,
      settled: [
        SettledMatter(matter: "fund-raising", document: try await paper("资金筹集落实说明", .intake, as: .residentsCommittee)),
        SettledMatter(matter: "contents", document: try await paper("改造内容落实说明", .intake, as: .residentsCommittee)),
      ])
  }

  mutating func application() async throws {
    say.chapter("三、改造申请与策划方案")
    try await story.take(try await firstApplication(), as: .residentsCommittee, on: "2024-05-06")
    say.told("2024-05-06", .intake, "向街道提出改造申请，资金筹集和改造内容已落实", "guide 3.1")
    try await story.take(
      CommissionScheme(
        project: project, designer: "sample-design-consultants", name: "样例设计咨询公司", document: try await paper("策划委托合同", .intake)),
      as: .subdistrict, on: "2024-05-13")
    say.told("2024-05-13", .intake, "街道委托编制改造策划方案", "guide 3.2")
  }
}
