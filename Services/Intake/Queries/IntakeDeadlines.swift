import Contracts
import DomainModel
import Policy
import ServiceKit

/// By when a project must be in the plan of a year. The documents set no other day for what intake keeps.
enum IntakeDeadlines {
  static let reader = DeadlineReader { sight, view in
    guard let law = sight.law, let project = try view.get(ProjectCase.self, sight.project.rawValue),
      let filed = project.declaration?.submittedOn, filed <= sight.asOf,
      project.listed.map({ $0.on > sight.asOf }) ?? true, let year = planYear(project, law, sight.asOf),
      let last = AnnualPlanDeadline.lastDay(forPlanYear: year, under: law.edition)
    else { return [] }
    let senders = law.edition.senders(of: AdoptAnnualPlan.name) ?? AdoptAnnualPlan.senders
    return [
      sight.fixed(
        .annualPlan, String(year), on: last, .fixedDay, roles: senders.sorted { $0.rawValue < $1.rawValue },
        cites: law.edition.stated(\.annualPlan.deadline).citations)
    ]
  }

  /// The year for which an office already acts, else the next one whose deadline is still to come.
  private static func planYear(_ project: ProjectCase, _ law: Law, _ day: BusinessDate) -> Int? {
    if let chosen = project.consent?.planYear ?? project.capacity?.planYear { return chosen }
    return (day.year...day.year + 2).first { year in
      AnnualPlanDeadline.lastDay(forPlanYear: year, under: law.edition).map { $0 >= day } ?? false
    }
  }
}
