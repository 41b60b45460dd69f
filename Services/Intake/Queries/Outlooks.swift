import Contracts
import DomainModel
import Policy
import ServiceKit

/// What lies ahead of a project and what each step waits for.
enum Outlooks {
  static let handler = QueryHandler.to(OutlookQuery.self) { query, view, inquiry in
    let project = try ProjectCase.of(query.project, at: view)
    guard let law = try inquiry.law(of: query.project, in: view) else { throw Refusal(.editionMissing) }
    let facts = try view.facts(of: query.project)
    return Outlook(
      project: query.project, stage: StageProgress.stage(of: facts, under: law.edition).map(StageName.init),
      isHalted: project.suspendedOn != nil || project.isWithdrawn,
      stages: ahead(of: facts, under: law, on: query.asOf ?? inquiry.today))
  }

  static func ahead(of facts: ProjectFacts, under law: Law, on day: BusinessDate) -> [Outlook.Ahead] {
    let circumstances = Circumstances(facts: facts, on: day)
    return StageProgress.ahead(of: facts, under: law.edition).map { standing in
      let step = standing.mark?.step
      let rules = step.map { law.gate($0, case: standing.mark?.case) } ?? []
      // What the step itself states is not missing beforehand.
      let stated = Set(standing.mark?.facts ?? [])
      let findings = rules.filter { !RuleRegistry.asksOnly(for: stated, $0.rule) }.map {
        RuleRegistry.finding(under: $0, in: circumstances)
      }
      return Outlook.Ahead(
        stage: StageName(standing.stage), order: standing.stage.order, step: step,
        service: step.flatMap { ServiceName(rawValue: String($0.rawValue.prefix { $0 != "." })) },
        takenBy: step.flatMap(law.edition.senders)?.sorted { $0.rawValue < $1.rawValue } ?? [], findings: findings,
        // What only the step itself can judge does not close it beforehand.
        isOpen: !findings.contains { $0.stops && !RuleRegistry.judgedByStep.contains($0.rule) })
    }
  }
}
