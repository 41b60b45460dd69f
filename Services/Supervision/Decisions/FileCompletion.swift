import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

enum FileCompletionDecision: Decision {
  static func look(_ command: FileCompletion, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: FileCompletion, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<FilingReport>
  {
    try ruling.requireNotHalted()
    guard works.filedOn == nil else { throw Refusal(.completionAlreadyFiled) }
    try ruling.requireNotBefore(works.acceptancePassedOn)
    let law = try ruling.law()
    let given = Set(command.materials.map(\.kind))
    let simplified = law.edition.simplifiedMaterials
    let missing = simplified.filter { !given.contains($0) }
    let isSimplified = ruling.facts?.holds(.simplifiedRoute) == true
    try ruling.passGate(
      judging: [
        "filing.materials-complete": { rule in
          rule.finding(
            missing.isEmpty ? .satisfied : .violated, missing.map { NamedValue("missing", .code($0.rawValue)) })
        }
      ],
      adding: [isSimplified ? nil : ordinary(given, ruling)].compactMap { $0 } + terms(command, law))
    let beyond = FilingMaterialKind.allCases.filter { given.contains($0) && !simplified.contains($0) }
    return Outcome(
      [CompletionFiled(project: command.project, materials: command.materials, warranty: command.warranty)],
      reply: FilingReport(notNeeded: isSimplified ? beyond : []))
  }

  /// Off the simplified route the usual papers are asked for. Which these are the documents do not say: ours.
  private static func ordinary(_ given: Set<FilingMaterialKind>, _ ruling: Ruling) -> Finding {
    let route = ruling.facts?[.simplifiedRoute]
    let isExempt = ruling.facts?.holds(.planningPermitExempt) == true
    var needed: [FilingMaterialKind] = [.fireAcceptance, .constructionPermit]
    if !isExempt { needed.append(.planningVerification) }
    let missing = needed.filter { !given.contains($0) }
    return Finding(
      "filing.ordinary-materials", missing.isEmpty ? .satisfied : .violated, origin: .recommended, cites: [],
      values: [NamedValue("simplified-route", route?.value ?? .flag(false))]
        + missing.map { NamedValue("missing", .code($0.rawValue)) },
      sources: [route?.source].compactMap { $0 })
  }

  /// A warranty shorter than what applies without it is told.
  private static func terms(_ command: FileCompletion, _ law: Law) -> [Finding] {
    let settled = law.edition.settled(\.handover.warrantyPeriods)
    return command.warranty.compactMap { term in
      guard let least = settled.value?.first(where: { $0.item.code.rawValue == term.category.rawValue })?.item.years
      else { return nil }
      return .advice(
        "warranty.minimum-period", term.years.value >= least, cites: settled.citations, origin: settled.origin,
        values: [
          NamedValue("category", .code(term.category.rawValue)), NamedValue("years", .count(Int64(term.years.value))),
          NamedValue("least", .count(Int64(least))),
        ])
    }
  }
}
