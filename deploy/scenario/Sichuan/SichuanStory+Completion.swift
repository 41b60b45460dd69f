import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  mutating func acceptance() async throws {
    say.chapter("十四、竣工验收")
    let parties: [(AcceptancePartyKind, OrganisationID)] = [
      (.constructionUnit, try organisation(.constructionUnit)), (.subdistrict, try organisation(.subdistrict)),
      (.residentsCommittee, try organisation(.residentsCommittee)),
      (.residentRepresentatives, try organisation(.residentRepresentative)), (.designer, "sample-design-institute"),
      (.contractor, "sample-builder"), (.supervisor, "sample-supervisors"),
    ]
    let present = parties.map { AcceptanceParty(party: $0.0, organisation: $0.1, stance: .agrees) }
    let first = try await story.take(
      RecordAcceptance(
        project: project, parties: try Listing(present),
        faults: [AcceptanceFault(what: "2幢门厅灯不亮", building: "b-2", photos: [])],
        minutes: try await paper("验收纪要一", .supervision, as: .constructionUnit)), as: .constructionUnit, on: "2022-09-26")
    try await story.expectRefusal(
      PassAcceptance(
        project: project, acceptance: first.acceptance,
        report: try await paper("竣工验收报告", .supervision, as: .constructionUnit)), as: .constructionUnit,
      on: "2022-09-27", rule: "acceptance.parties-present", says: "管线单位没有参加，验收不能通过")
    let water = AcceptanceParty(party: .utility, organisation: "sample-water", stance: .agrees)
    let second = try await story.take(
      RecordAcceptance(
        project: project, parties: try Listing(present + [water]), faults: [],
        minutes: try await paper("验收纪要二", .supervision, as: .constructionUnit)), as: .constructionUnit, on: "2022-10-10")
    for defect in first.defects {
      try await story.take(
        FixDefect(project: project, defect: defect, by: "sample-builder", photos: []), as: .constructionUnit,
        on: "2022-10-12")
      try await story.take(
        RecheckDefect(project: project, defect: defect, passed: true, checkedBy: "sample-supervisors", photos: []),
        as: .subdistrict, on: "2022-10-13")
    }
    try await story.take(
      PassAcceptance(
        project: project, acceptance: second.acceptance,
        report: try await paper("竣工验收报告", .supervision, as: .constructionUnit)), as: .constructionUnit,
      on: "2022-10-18")
    say.told("2022-10-18", .supervision, "八方共同验收（业主代表参加），问题整改后通过", "workflow 7.1")
    try await story.take(
      RecordFinalAccounts(
        project: project, investment: "3298500.00", reviewedBy: try organisation(.finance),
        document: try await paper("竣工财务决算", .funding, as: .constructionUnit)), as: .constructionUnit, on: "2022-11-15")
    say.told("2022-11-15", .funding, "竣工财务决算 3298500.00 元（文件没有分担公式）", "workflow 7.1")
  }

  mutating func afterwards() async throws {
    say.chapter("十五、归档交付、实效评价与长效管理")
    try await story.take(
      ArchiveProject(
        project: project, status: .archived, archive: try organisation(.archive),
        receipt: try await paper("城建档案接收证明", .supervision, as: .constructionUnit), asFormed: false),
      as: .constructionUnit, on: "2022-11-22")
    let giver = try organisation(.constructionUnit)
    for (asset, part, role) in [
      (.completionDocuments, "竣工资料", .archive), (.everythingElse, "改造项目", .ownersBody),
    ] as [(AssetKind, Text<60>, Role)] {
      let arranged = try await story.take(
        HandOver(
          project: project, asset: asset, part: part, giver: giver, receiver: try organisation(role), receiverRole: role,
          lastOfClass: true, jointAcceptance: nil,
          papers: [try await paper("移交清单 \(asset.rawValue)", .supervision, as: .constructionUnit)]),
        as: .constructionUnit, on: "2022-11-25")
      try await story.take(
        TakeOver(project: project, handover: arranged.handover, receipt: nil), as: role, on: "2022-11-28")
    }
    say.told("2022-11-28", .supervision, "资料移交城建档案馆，项目交付小区自治组织", "workflow 7.1")
    try await evaluation()
    try await story.take(
      SetUpJointMeeting(
        project: project,
        participants: [
          WorksParty(role: .residentsCommittee, organisation: try organisation(.residentsCommittee)),
          WorksParty(role: .ownersBody, organisation: try organisation(.ownersBody)),
        ], hasPartyBranch: true, meetingRules: try await paper("业主大会议事规则", .supervision, as: .residentsCommittee),
        covenant: try await paper("小区管理规约", .supervision, as: .residentsCommittee)), as: .residentsCommittee,
      on: "2023-02-10")
    try await story.take(
      FixManagementMode(
        project: project, mode: .interimService, manager: "sample-interim-service",
        covenant: try await paper("小区管理规约", .supervision, as: .subdistrict),
        decision: try await paper("托底过渡委托书", .supervision, as: .subdistrict)), as: .subdistrict, on: "2023-02-20")
    say.told("2023-02-20", .supervision, "社区领导的联席会议成立；未聘物业，街道委托准物业托底过渡", "workflow 7.2")
    let report = try await story.office.ask(ProjectReportQuery(project: project))
    say.note("项目所处阶段：\(report.stage?.zh ?? "—")")
  }

  private func evaluation() async throws {
    try await story.imports(
      "questionnaires", "questionnaires.csv", for: project, ["--on", "2022-12-15", "--as", "subdistrict"],
      records: .supervision)
    func appraisal(_ voice: AppraisalVoice, _ role: Role) async throws -> RecordAppraisal {
      RecordAppraisal(
        project: project, voice: voice, organisation: try organisation(role), works: .good, management: .adequate,
        report: try await paper("评价意见 \(voice.rawValue)", .supervision, as: role))
    }
    try await story.take(
      try await appraisal(.community, .residentsCommittee), as: .residentsCommittee, on: "2022-12-20")
    let evaluate = Evaluate(
      project: project, evaluator: try organisation(.housing), works: .good, management: .adequate,
      report: try await paper("实效评价报告", .supervision, as: .housing))
    try await story.expectRefusal(
      evaluate, as: .housing, on: "2022-12-22", rule: "evaluation.voices-heard", says: "专家还没有评价，不能办结")
    try await story.take(try await appraisal(.experts, .expert), as: .expert, on: "2023-01-05")
    let evaluated = try await story.take(evaluate, as: .housing, on: "2023-01-10")
    say.told("2023-01-10", .supervision, "业主（\(evaluated.questionnaires) 份问卷）、社区、专家评价", "workflow 7.1")
  }
}
