import Contracts
import DomainModel
import Policy
import ServiceKit

/// What was made ready for outside systems, in the columns of the file form. The same item always gives the same rows.
enum OutboundReports {
  static let handler = QueryHandler.to(OutboundQuery.self) { query, view, inquiry in
    if let id = query.project {
      let project = try ProjectCase.of(id, at: view)
      let system = try inquiry.law(of: id, in: view)?.edition.stated(\.annualPlan.recordSystem).value
      return OutboundReport(
        attempts: (project.entries ?? []).map {
          attempt($0, of: "\(id)-entry", named: system, columns: entryColumns, rows: [row(id, $0.content)])
        })
    }
    guard let planYear = query.planYear, let plan = try view.get(YearPlan.self, planYear.id) else {
      throw Refusal(.recordUnknown, pointers: ["/planYear"])
    }
    let system = try plan.projects.first.flatMap {
      try inquiry.law(of: $0, in: view)?.edition.stated(\.annualPlan.pushSystem).value
    }
    return OutboundReport(
      attempts: (plan.pushes ?? []).map {
        attempt($0, of: "\(plan.id)-push", named: system, columns: planColumns, rows: $0.content.map(row))
      })
  }

  private static let entryColumns = [
    "项目编号", "项目名称", "小区编号", "小区名称", "地址", "街道（乡镇）", "社区", "建成年份", "总建筑面积（平方米）", "栋数", "户数", "申请同意日期",
  ]
  private static let planColumns = ["项目编号", "项目名称", "栋数", "户数", "财政资金（元）", "系统录入编号"]

  private static func row(_ project: ProjectID, _ entry: SystemEntry) -> [String] {
    [
      project.rawValue, entry.title.value, entry.community.rawValue, entry.communityName.value, entry.address.value,
      entry.subdistrict.value, entry.residentsCommittee.value, entry.completionYear.map { $0.description } ?? "",
      entry.totalFloorArea.map { $0.description } ?? "", entry.buildings.description, entry.households.description,
      entry.agreedOn.description,
    ]
  }

  private static func row(_ line: PlanPushLine) -> [String] {
    [
      line.project.rawValue, line.title.value, line.buildings.description, line.households.description,
      line.fiscalMoney.map { $0.description } ?? "", line.systemNumber?.value ?? "",
    ]
  }

  private static func attempt<Content>(
    _ item: OutboundAttempt<Content>, of name: String, named system: Coded?, columns: [String], rows: [[String]]
  ) -> OutboundReport.Attempt {
    OutboundReport.Attempt(
      item: "\(name)-\(item.attempt)", attempt: item.attempt.value, system: item.system,
      systemName: system?.code == item.system ? system?.zh : nil, preparedOn: item.preparedOn, columns: columns,
      rows: rows, isAccepted: item.answer?.isAccepted, answeredOn: item.answer?.on, number: item.answer?.number,
      reasons: item.answer?.reasons)
  }
}
