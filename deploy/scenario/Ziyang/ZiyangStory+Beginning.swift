import ClientKit
import Contracts
import DomainModel
import Foundation

extension ZiyangStory {
  mutating func survey() async throws {
    say.chapter("一、调查摸底，建项目数据库和影像资料库")
    let registered = try await story.take(
      RegisterCommunity(
        division: "512000", name: "滨江苑小区（样例）", address: "雁江区样例路6号", subdistrict: "样例街道", residentsCommittee: "样例社区",
        geography: .centralUrbanArea, geographyEvidence: try await paper("中心城区范围证明", .intake)), as: .subdistrict,
      on: "2021-01-06")
    community = registered.community
    let buildings = try story.surveyedBuildings()
    let total = try Area.sum(buildings.compactMap(\.permitFloorArea))
    let survey = Survey(
      surveyedOn: "2021-01-08", buildings: try Listing(buildings), totalFloorArea: total,
      exclusions: Story.onNoList,
      propertyRightType: .mixed, hasLegalTitle: true, structuralSafety: .safe,
      structuralSafetyEvidence: try await paper("房屋结构安全鉴定", .intake),
      population: PopulationProfile(profile: "老年住户较多", floatingShare: 1830, householdsReached: 232),
      management: PropertyManagement(isProfessional: false),
      images: [
        SurveyImage(document: try await paper("影像 楼道", .intake), takenOn: "2021-01-08", place: "2栋楼道"),
        SurveyImage(document: try await paper("影像 道路", .intake), takenOn: "2021-01-08", place: "小区主路"),
      ],
      demands: [SurveyedDemand(item: "drainage-water", households: 188), SurveyedDemand(item: "road", households: 164)],
      keyProblems: "管网老化、道路破损")
    try await story.take(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2021-01-08")
    say.told("2021-01-08", .intake, "调查登记：4 栋 240 户，建筑面积 \(total) ㎡，影像资料入库", "plan Annex 1")
    let report = try await story.take(
      AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), as: .districtGovernment,
      on: "2021-01-11")
    say.told("2021-01-11", .intake, "改造范围审核：\(Story.word(report.standing))，有合法产权、结构安全", "plan 2.1")
    let opened = try await story.take(
      OpenProject(community: community, title: "滨江苑小区改造（样例）", edition: edition), as: .districtGovernment,
      on: "2021-01-12")
    project = opened.project
    say.told("2021-01-12", .intake, "台账登记：项目 \(project)，规则版本 \(edition.pack)/\(edition.edition)", "plan 5.1")
  }

  mutating func willingness() async throws {
    say.chapter("二、成立组织、意愿征集与公示")
    try await story.imports(
      "roll", "roll.csv", for: project, ["--on", "2021-01-25", "--as", "residents-committee"], records: .voting)
    let roll = try await story.roll(of: project)
    let round = OpenRound(
      project: project, kind: .willingness, roll: roll.roll, planVersion: nil, opensOn: nil, closesOn: nil, formsIssued: 240,
      blankRulePrinted: nil)
    try await story.expectRefusal(
      round, as: .residentsCommittee, on: "2021-01-26", rule: "self-governance.formed", says: "尚未成立小区自治组织，不能征集意愿")
    try await story.take(
      RegisterSelfGovernance(
        community: community, form: .other, formedOn: "2021-01-28",
        members: [
          BodyMember(person: "p-zy00003", name: "样例甲", phone: nil, post: "组长"),
          BodyMember(person: "p-zy00021", name: "样例乙", phone: nil, post: "组员"),
        ], hasPartyBranch: true, stampsByResidentsCommittee: false, evidence: [try await paper("自治组织推选记录", .intake)]),
      as: .subdistrict, on: "2021-01-28")
    say.told("2021-01-28", .intake, "成立小区自治组织", "plan 4.1")
    let opened = try await story.take(round, as: .ownersBody, on: "2021-02-01")
    try await story.imports(
      "ballots", "ballots-willingness.csv", for: project,
      ["--round", opened.round.rawValue, "--on", "2021-02-05", "--as", "owners-body"], records: .voting)
    let report = try await story.take(
      CloseRound(
        project: project, round: opened.round, counters: ["p-zy00003", "p-zy00021"],
        scans: [try await paper("意愿征集表扫描件", .voting, as: .ownersBody)], acknowledgesPivotalBlanks: nil),
      as: .ownersBody, on: "2021-02-05")
    let ratio = report.ratios.first.flatMap(\.counted).map { "\($0) = \($0.percentage)" } ?? "—"
    say.told("2021-02-05", .voting, "同意改造的业主 \(ratio)，原则上应达 2/3：\(report.isCarried ? "达到" : "未达到")", "plan 4.2")
    let notice = PostNotice(
      project: project, kind: .willingness, planVersion: nil,
      contents: [NoticeContent(code: "willingness-result", document: try await paper("意愿征集结果", .voting))],
      places: ["in-community"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: "2021-02-08", document: try await paper("意愿公示照片", .voting))])
    try await story.expectRefusal(
      notice, as: .subdistrict, on: "2021-02-08", rule: "voting.willingness-carried", says: "差一人未达三分之二，也未经例外认可")
    try await story.take(
      OverrideRound(
        project: project, round: opened.round, reason: "一户业主外出务工，已书面补充表示同意，待补签",
        document: try await paper("例外认可决定", .voting, as: .districtGovernment)), as: .districtGovernment,
      on: "2021-02-08")
    say.told("2021-02-08", .voting, "区政府说明理由，按“原则上”例外认可", "plan 4.2")
    let posted = try await story.take(notice, as: .subdistrict, on: "2021-02-08")
    try await story.expectRefusal(
      try await applicationForm(), as: .ownersBody, on: "2021-02-09", rule: "notice.willingness-complete",
      says: "意愿公示未结束，不能申请")
    try await story.take(
      CloseNotice(
        project: project, notice: posted.notice, lastDay: "2021-02-22",
        evidence: [
          NoticeEvidence(shows: .hangsAtEnd, takenOn: "2021-02-22", document: try await paper("意愿公示期满照片", .voting))
        ]), as: .subdistrict, on: "2021-02-23")
    say.told("2021-02-23", .voting, "意愿公示结束（文件未规定天数）", "plan 4.2")
  }

  func applicationForm() async throws -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .ownersBody,
      papers: [FiledPaper(form: "other", document: try await paper("改造申请", .intake, as: .ownersBody))],
      contact: "p-zy00003", contactName: "样例甲", contactPhone: "13900000000", advisedByDesigner: false)
  }

  mutating func application() async throws {
    say.chapter("三、申请项目，录入省系统")
    try await story.take(try await applicationForm(), as: .ownersBody, on: "2021-02-24")
    say.told("2021-02-24", .intake, "小区自治组织提出改造申请", "plan 4.2")
    try await story.expectRefusal(
      RecordInSystem(project: project), as: .districtGovernment, on: "2021-02-25", code: .applicationNotAgreed,
      says: "申请尚未研究同意，不能录入省系统")
    try await story.take(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), as: .housing, on: "2021-02-26")
    let first = try await story.take(RecordInSystem(project: project), as: .districtGovernment, on: "2021-03-01")
    try await story.desk(
      [
        "outbound", "--project", project.rawValue, "--format", "csv", "--to",
        story.workplace.folder.appendingPathComponent("ziyang-entry.csv").path,
      ], records: .intake)
    say.told("2021-03-01", .intake, "生成录入内容（第 \(first.attempt) 次），写成 CSV 供上传", "plan 4.2")
    try await story.provinceAnswers(
      RecordSystemAnswer(
        project: project, attempt: first.attempt, isAccepted: false, number: nil, reasons: "小区地址与省库不一致", document: nil),
      as: .districtGovernment, on: "2021-03-02")
    let second = try await story.take(RecordInSystem(project: project), as: .districtGovernment, on: "2021-03-03")
    let again = try await story.take(RecordInSystem(project: project), as: .districtGovernment, on: "2021-03-03")
    say.told("2021-03-03", .intake, "退回后重报（第 \(second.attempt) 次）；重复的指令\(again.isRepeat ? "不" : "")重复录入", "plan 4.2")
    try await story.provinceAnswers(
      RecordSystemAnswer(
        project: project, attempt: second.attempt, isAccepted: true, number: "样例-2021-000117", reasons: nil,
        document: try await paper("录入回执", .intake, as: .districtGovernment)), as: .districtGovernment, on: "2021-03-05")
    say.told("2021-03-05", .intake, "省系统受理，登记回执编号", "plan 4.2")
  }

  mutating func annualPlan() async throws {
    say.chapter("四、申报计划：先计划，后方案")
    try await story.take(
      AssessFiscalCapacity(
        planYear: year, available: "60000000.00",
        projects: [CapacityLine(project: project, amount: "10000000.00", isConfirmed: true)],
        document: try await paper("财政承受能力评估", .intake, as: .districtGovernment)), as: .districtGovernment,
      on: "2021-03-10")
    say.told("2021-03-10", .intake, "开展财政承受能力评估", "plan 4.3")
    let adopt = AdoptAnnualPlan(
      planYear: year, projects: [project], document: try await paper("年度改造计划", .intake, as: .districtGovernment),
      overrides: [])
    try await story.expectRefusal(
      adopt, as: .districtGovernment, on: "2021-03-12", rule: "plan.city-consent", says: "市政府尚未同意，年度计划不能确定")
    try await story.expectRefusal(
      PushAnnualPlan(planYear: year), as: .districtGovernment, on: "2021-03-12", code: .planNotAdopted,
      says: "未经同意的计划不能推送省系统")
    try await story.take(
      RecordCityConsent(
        project: project, planYear: 2021, document: try await paper("市政府同意意见", .intake, as: .cityGovernment),
        lateReason: nil), as: .cityGovernment, on: "2021-03-15")
    try await story.take(adopt, as: .districtGovernment, on: "2021-03-16")
    say.told("2021-03-16", .intake, "市政府审核同意，列入 2021 年度计划", "plan 4.3")
    // Before the push: once the plan is out, a connected province may take it at any moment.
    try await story.expectRefusal(
      try await planVersion(), as: .subdistrict, on: "2021-03-16", rule: "plan.pushed", says: "年度计划尚未推送省系统并取得受理，不能先编方案")
    let pushed = try await story.take(PushAnnualPlan(planYear: year), as: .districtGovernment, on: "2021-03-17")
    for office in ["province-housing", "province-development-reform", "province-finance"] {
      try await story.take(
        ReportAnnualPlan(
          planYear: year, to: try Identifier(office),
          document: try await paper("年度计划报送 \(office)", .intake, as: .districtGovernment)), as: .districtGovernment,
        on: "2021-03-18")
    }
    say.told("2021-03-18", .intake, "分别报送住房城乡建设厅、省发展改革委、财政厅，并推送省系统", "plan 4.3")
    try await story.provinceAnswers(
      RecordPushAnswer(
        planYear: year, attempt: pushed.attempt, isAccepted: true, number: "样例-计划-2021-01", reasons: nil,
        document: try await paper("推送回执", .intake, as: .districtGovernment)), as: .districtGovernment, on: "2021-03-22")
    say.told("2021-03-22", .intake, "省系统受理年度计划", "plan 4.3")
    try await story.take(
      OpenInitiation(
        project: project, investment: "18900000.00", figureDate: "2021-03-22", governmentInvestment: true,
        packaging: .separate), as: .districtGovernment, on: "2021-03-25")
    say.told("2021-03-25", .approvals, "进入立项程序；批复待方案审查公示之后", "plan 4.3")
  }
}
