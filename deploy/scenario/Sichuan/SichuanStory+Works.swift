import ClientKit
import Contracts
import DomainModel
import Foundation

extension SichuanStory {
  mutating func readiness() async throws {
    say.chapter("十一、拆违与开工准备")
    try await story.take(
      RecordConstructionPlan(
        project: project, topics: [.disturbance, .quality, .safety, .schedule], contractor: "sample-builder",
        document: try await paper("施工方案", .supervision, as: .taskForce)), as: .taskForce, on: "2022-02-14")
    try await story.take(
      RegisterQualitySupervision(
        project: project, institution: try organisation(.qualitySafety),
        document: try await paper("质量安全监督登记", .supervision, as: .qualitySafety)), as: .qualitySafety, on: "2022-02-15")
    say.told("2022-02-15", .supervision, "专班会同施工单位制定施工方案；质量安全监督机构介入", "workflow 6.2")
    let photo = try await paper("拆违照片", .supervision, as: .subdistrict)
    func line(removed: Bool) -> IllegalStructureLine {
      IllegalStructureLine(
        structure: "w-1", building: "b-3", place: "3幢东侧棚屋", area: "18.40", removed: removed, before: [photo],
        after: removed ? [photo] : [])
    }
    try await story.take(
      RecordDemolition(project: project, structures: [line(removed: false)], listComplete: true), as: .subdistrict,
      on: "2022-02-16")
    let start = StartConstruction(project: project, plannedFinish: "2022-09-30", order: nil)
    try await story.expectRefusal(
      start, as: .constructionUnit, on: "2022-02-17", rule: "demolition.cleared", says: "还有 1 处违章搭建没有拆除，不能开工")
    try await story.take(
      RecordDemolition(project: project, structures: [line(removed: true)], listComplete: true), as: .subdistrict,
      on: "2022-02-23")
    say.told("2022-02-23", .supervision, "街道、社区、建设单位统筹，违章搭建拆除完毕", "workflow 6.1")
    try await story.expectRefusal(
      start, as: .constructionUnit, on: "2022-02-24", rule: "hotline.posted", says: "现场没有公布投诉热线，不能开工")
    try await story.take(
      PostHotline(
        project: project, number: "028-00000000（样例）", answeredBy: try organisation(.subdistrict),
        photos: [try await paper("热线公示牌照片", .supervision, as: .constructionUnit)]), as: .constructionUnit,
      on: "2022-02-28")
    try await story.take(start, as: .constructionUnit, on: "2022-03-01")
    say.told("2022-03-01", .supervision, "公布投诉热线后开工", "workflow 6.2")
  }

  mutating func works() async throws {
    say.chapter("十二、施工与监督")
    let seen: [Role] = [.subdistrict, .residentsCommittee, .housing, .supervisor]
    try await story.take(
      RecordConcealedWorks(
        project: project, part: "雨污分流管沟", inspectedOn: "2022-04-12", coveredOn: "2022-04-13", passed: true,
        parties: try Listing(
          seen.map { WorksParty(role: $0, organisation: $0 == .supervisor ? "sample-supervisors" : try organisation($0)) })),
      as: .subdistrict, on: "2022-04-13")
    say.told("2022-04-13", .supervision, "街道、社区、住建到场检查隐蔽工程", "workflow 6.2")
    try await story.take(
      RecordInspection(
        project: project, kind: .qualitySafety, inspector: try organisation(.qualitySafety),
        items: [CheckItem(code: "scaffold", what: "脚手架与临边防护", outcome: .pass)]), as: .qualitySafety, on: "2022-05-10")
    let ticket = try await story.take(
      OpenTicket(
        project: project, category: .noise, channel: .hotline, building: "b-1", reporter: nil, reporterName: nil,
        reporterPhone: nil, text: "中午切割声音大"), as: .subdistrict, on: "2022-05-16")
    try await story.take(
      ResolveTicket(project: project, ticket: ticket.ticket, outcome: .solved, handedTo: nil, document: nil),
      as: .subdistrict, on: "2022-05-16")
    try await story.take(
      ReportProgress(project: project, hundredths: 5000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .constructionUnit, on: "2022-05-31")
    say.told("2022-05-31", .supervision, "形象进度 50 %，热线反映 \(ticket.ticket) 当日解决", "workflow 6.2")
  }

  mutating func change() async throws {
    say.chapter("十三、重大设计变更")
    let proposed = try await story.take(
      ProposeChange(
        project: project, title: "增设太阳能路灯", added: ["solar-lamps"], removed: [], direction: .more,
        difference: "120000.00", proposedBy: try organisation(.designer), document: nil), as: .designer, on: "2022-06-06")
    let change = proposed.change
    try await story.take(
      JustifyChange(
        project: project, change: change, designer: try organisation(.designer),
        statement: try await paper("变更技术合理性和经济性说明", .supervision, as: .designer)), as: .designer,
      on: "2022-06-08")
    let classified = try await story.take(
      ClassifyChange(project: project, change: change, treatAsMajor: false), as: .constructionUnit, on: "2022-06-09")
    say.told(
      "2022-06-09", .supervision, "\(change) 设计单位书面说明，认定为\(classified.classed == .major ? "重大" : "一般")变更（界限为本系统默认）",
      "workflow 6.3")
    try await story.take(
      ApproveDesignChange(
        project: project, change: change, addition: "120000.00", reduction: "0.00", reason: "夜间照明不足，增设路灯",
        document: try await paper("变更批准文件", .approvals, as: .developmentReform)), as: .developmentReform,
      on: "2022-06-16")
    try await story.expectRefusal(
      ExecuteChange(project: project, change: change, document: nil), as: .constructionUnit, on: "2022-06-17",
      rule: "change.order-kept", says: "重大变更批准后没有在小区现场公示，不能实施")
    try await story.take(
      PublishChange(
        project: project, change: change,
        photos: [try await paper("变更公示照片", .supervision, as: .constructionUnit)]), as: .constructionUnit,
      on: "2022-06-20")
    try await story.take(
      ExecuteChange(project: project, change: change, document: nil), as: .constructionUnit, on: "2022-07-04")
    say.told("2022-07-04", .supervision, "批准、现场公示后实施", "workflow 6.3")
    try await story.take(
      ReportProgress(project: project, hundredths: 10000, milestones: [], photos: [], correction: nil, replaces: nil),
      as: .constructionUnit, on: "2022-09-15")
  }
}
