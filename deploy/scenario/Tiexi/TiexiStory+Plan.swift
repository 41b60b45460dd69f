import ClientKit
import Contracts
import DomainModel
import Foundation

extension TiexiStory {
  mutating func survey() async throws {
    say.chapter("一、调查摸底，登记造册")
    let registered = try await story.take(
      RegisterCommunity(
        division: TiexiStory.division, name: sample.name, address: sample.address, subdistrict: sample.subdistrict,
        residentsCommittee: sample.residentsCommittee, geography: .urbanCore,
        geographyEvidence: try await paper("城区范围证明", .intake)), as: .subdistrict, on: "2020-12-07")
    community = registered.community
    let buildings = sample.buildings.map {
      SurveyedBuilding(
        building: $0.building, completionYear: $0.completionYear, registeredFloorArea: $0.floorArea, stairwells: $0.stairwells,
        households: $0.households)
    }
    let total = try Area.sum(sample.buildings.map(\.floorArea))
    let survey = Survey(
      surveyedOn: "2020-12-09", buildings: try Listing(buildings), totalFloorArea: total,
      exclusions: Story.onNoList, propertyRightType: .mixed, hasLegalTitle: true, structuralSafety: .minorDefects,
      population: PopulationProfile(householdsReached: try Whole(sample.households)),
      municipalFacilities: [SurveyedFacility(kind: .heating, condition: .worn), SurveyedFacility(kind: .drainage, condition: .failing)],
      publicServices: [
        SurveyedFacility(kind: .nursery, condition: .absent), SurveyedFacility(kind: .elderlyCare, condition: .absent),
        SurveyedFacility(kind: .health, condition: .worn),
      ], management: PropertyManagement(isProfessional: false), keyProblems: "屋面渗漏、排水不畅、供暖管线老化",
      checks: [SurveyCheck(code: "service-facilities", hazardsFound: false, document: try await paper("公共服务设施调查表", .intake))])
    try await story.take(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2020-12-09")
    say.told("2020-12-09", .intake, "调查登记 \(sample.name)：\(buildings.count) 栋 \(sample.households) 户，\(total) ㎡", "plan 6.2")
    let report = try await story.take(
      AssessEligibility(community: community, edition: edition), as: .subdistrict, on: "2020-12-11")
    try await story.take(
      DecideEligibilityReview(
        community: community, isAdmitted: true, decidedBy: "p-decider-1", deciderName: "样例负责人",
        reason: "符合区旧改办掌握的认定标准", evidence: [try await paper("认定意见", .intake, as: .renovationOffice)]),
      as: .renovationOffice, on: "2020-12-14")
    say.told("2020-12-14", .intake, "条件认定：系统给出“\(Story.word(report.standing))”（文件未附认定标准），区旧改办认定纳入", "plan 6.2")
    let opened = try await story.take(
      OpenProject(community: community, title: try Text("\(sample.name.value)改造"), edition: edition), as: .renovationOffice,
      on: "2020-12-16")
    project = opened.project
    say.told("2020-12-16", .intake, "登记造册，进入项目储备库：\(project)，规则版本 \(edition.pack)/\(edition.edition)", "plan 6.2")
  }

  mutating func preliminaryPlan() async throws {
    say.chapter("二、初步方案，报市审核")
    try await story.take(
      CommissionScheme(
        project: project, designer: "sample-design-institute", name: "样例设计院",
        document: try await paper("设计委托合同", .intake, as: .renovationOffice)), as: .renovationOffice, on: "2021-01-05")
    if meets(.liftWithoutTest) {
      let lift = TiexiSample.lift
      try await story.expectRefusal(
        try await planning(adding: [lift]), as: .subdistrict, on: "2021-01-25", rule: "plan.item-conditions",
        says: "加装电梯缺少安全检测等证明，方案不予登记")
    }
    try await record(try await planning(), on: "2021-01-25")
    if meets(.detailedFirst) {
      try await story.expectRefusal(
        try await review(.detailed, passed: true), as: .cityRenovationOffice, on: "2021-01-28", rule: "review.preliminary-passed",
        says: "初步方案未经审核，不能审核小区方案")
    }
    if meets(.reviewReturned) {
      try await story.take(
        try await review(.preliminary, passed: false, reasons: "请补充供暖管线改造内容"), as: .cityRenovationOffice, on: "2021-02-01")
      say.told("2021-02-01", .approvals, "市旧改办退回初步方案：补充供暖管线改造内容", "plan 6.3")
      try await record(try await planning(), on: "2021-02-05")
    }
    try await story.take(
      try await review(.preliminary, passed: true), as: .cityRenovationOffice, on: "2021-02-08")
    say.told("2021-02-08", .approvals, "市旧改办审核通过初步方案", "plan 6.3")
  }

  mutating func communityPlan() async throws {
    say.chapter("三、一区一策、一区一审")
    try await record(try await planning(), on: "2021-02-22")
    if meets(.signsBeforeReview) {
      try await story.expectRefusal(
        try await signing(on: "2021-02-24"), as: .subdistrict, on: "2021-02-24", rule: "review.plan-passed",
        says: "小区方案未经市旧改办审核，不能签字确认")
    }
    try await story.take(try await review(.detailed, passed: true), as: .cityRenovationOffice, on: "2021-03-05")
    say.told("2021-03-05", .approvals, "市旧改办审核通过小区方案 \(plan)", "plan 6.4")
  }

  mutating func signature() async throws {
    say.chapter("四、签字确认，公示")
    if meets(.noticeUnsigned) {
      try await story.expectRefusal(
        try await posting(on: "2021-03-09"), as: .residentsCommittee, on: "2021-03-09", rule: "voting.plan-signed", says: "方案未签字，不能公示")
    }
    try await sign(on: "2021-03-10")
    if meets(.otherVersion) {
      // The plan is deepened once more; what was signed is no longer the plan.
      try await record(try await planning(), on: "2021-03-12")
      try await story.expectRefusal(
        try await posting(on: "2021-03-15"), as: .residentsCommittee, on: "2021-03-15", rule: "voting.plan-signed",
        says: "签的是上一版方案，对现行方案不算")
      try await sign(on: "2021-03-16")
    }
    let posted = try await story.take(try await posting(on: "2021-03-18"), as: .residentsCommittee, on: "2021-03-18")
    try await story.take(
      CloseNotice(
        project: project, notice: posted.notice, lastDay: "2021-03-24",
        evidence: [
          NoticeEvidence(
            shows: .hangsAtEnd, takenOn: "2021-03-24", document: try await paper("期满照片", .voting, as: .residentsCommittee))
        ]), as: .residentsCommittee, on: "2021-03-25")
    say.told("2021-03-25", .voting, "一小区一方案公示 2021-03-18 至 2021-03-24（文件未规定最短天数）", "plan 6.4")
  }

  // MARK: Commands

  /// The plan as the sample has it; in the story of a single community with all its papers.
  private func planning(adding more: [TiexiSample.Line] = []) async throws -> RecordPlan {
    RecordPlan(
      project: project, document: try await paper("改造方案 第\(plans + 1)版", .intake),
      lines: try Listing(
        (sample.lines + more).map {
          CostLine(code: $0.code, key: $0.key, tier: nil, engineeringCost: $0.engineeringCost, isExcluded: false)
        }),
      sharedCosts: SharedCosts(other: sample.other, contingency: sample.contingency),
      socialCapital: sample.amount(.socialCapital), apportionment: .perHousehold, governmentInvestment: true,
      papers: PlanPapers(
        fundRaising: try await paper("资金筹集方案", .intake), longTermManagement: try await paper("自治或物业管理方案", .intake),
        drawings: [try await paper("方案图纸", .intake)],
        contents: [
          "current-conditions", "residents-wishes", "preliminary-design", "investment-budget", "fund-raising", "feasibility",
          "long-term-management",
        ]))
  }

  private mutating func record(_ planning: RecordPlan, on day: BusinessDate) async throws {
    let recorded = try await story.take(planning, as: .subdistrict, on: day)
    plans += 1
    say.told(day, .intake, "方案 \(recorded.plan)：\(sample.lines.count) 项内容，投资 \(recorded.investment) 元（目录不分类别）", "plan 6.3, plan 6.4")
  }

  private func review(_ stage: ReviewedPlan, passed: Bool, reasons: Text<1000>? = nil) async throws -> RecordPlanReview {
    RecordPlanReview(
      project: project, plan: plan, stage: stage, isPassed: passed, reasons: reasons,
      document: try await paper("市旧改办审核意见 \(plan)", .approvals, as: .cityRenovationOffice))
  }

  private func signing(on day: BusinessDate) async throws -> ConfirmSignatures {
    var signatories: [PlanSignatory] = []
    for number in 0..<sample.members {
      signatories.append(
        PlanSignatory(
          person: try PersonID("p-tx-m\(number + 1)"), name: "样例委员", capacity: .committeeMember, signedOn: day))
    }
    for number in 0..<sample.representatives {
      signatories.append(
        PlanSignatory(
          person: try PersonID("p-tx-r\(number + 1)"), name: "样例代表", capacity: .residentRepresentative,
          choice: .chosenByBuilding, signedOn: day))
    }
    return ConfirmSignatures(
      project: project, planVersion: plan, signatories: try Listing(signatories),
      pages: [try await paper("方案签字页 \(plan)", .voting)])
  }

  private func sign(on day: BusinessDate) async throws {
    let signed = try await story.take(try await signing(on: day), as: .subdistrict, on: day)
    say.told(
      day, .voting, "方案 \(signed.planVersion) 签字确认：业主委员会成员 \(signed.committeeMembers) 人，居民代表 \(signed.representatives) 人",
      "plan 6.4")
  }

  private func posting(on day: BusinessDate) async throws -> PostNotice {
    let photo = try await paper("张贴照片", .voting, as: .residentsCommittee)
    return PostNotice(
      project: project, kind: .plan, planVersion: plan,
      contents: [
        NoticeContent(code: "community-plan", document: try await paper("一小区一方案", .voting, as: .residentsCommittee))
      ], places: ["in-community"],
      evidence: [NoticeEvidence(shows: .hangsAtStart, takenOn: day, document: photo)])
  }
}
