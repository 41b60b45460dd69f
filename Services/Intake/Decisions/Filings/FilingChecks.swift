import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// What the two filings have in common: who files, and whether the papers are there.
enum FilingChecks {
  /// Further materials beyond the package's forms.
  static let other: Identifier<SlugKind> = "other"
  /// Our choice that a vote, and what follows from it, is about one plan version.
  static let planChange = Citation(instrument: Recommendation.instrument, article: "choices.plan-change-reopens")

  /// The applicant is the sender, and one whom the pack lets file.
  static func applicant(
    _ applicant: Applicant, among parameter: KeyPath<Terms, Provision<[Role]>>, under ruling: Ruling
  ) throws {
    guard ruling.principal.roles.contains(applicant.role) else {
      throw Refusal(.applicantNotSender, pointers: ["/applicant"])
    }
    guard let finding = applicant.finding(among: parameter, under: try ruling.law().edition) else { return }
    try ruling.require([finding], orRefuse: .applicantNotAllowed)
  }

  /// Which mandatory papers are missing; papers that are not of the package are refused.
  static func papers(
    _ papers: [FiledPaper], of package: Identifier<SlugKind>, under edition: Edition
  ) throws -> PackageCompleteness {
    // Where the document lists no package, any of its forms may come along.
    let forms = edition.package(package)?.item.items.compactMap(\.form) ?? edition.file.forms.value?.map(\.item.code)
    let known = Set((forms ?? []) + [other])
    let faults = papers.enumerated().filter { !known.contains($0.element.form) }.map { "/papers/\($0.offset)/form" }
    guard faults.isEmpty else { throw Refusal(.paperUnknown, pointers: faults) }
    return PackageCompleteness.of(package, given: Set(papers.map(\.form)), under: edition)
  }

  /// What goes on from here is what was voted on and declared: a plan recorded since then is declared first (ours).
  static func declaredPlan(_ project: ProjectCase) -> Finding? {
    guard let declared = project.declaration?.plan, let valid = project.currentPlan else { return nil }
    return Finding(
      "declaration.plan-is-valid-version", declared == valid ? .satisfied : .violated, origin: .recommended,
      cites: [planChange],
      values: [NamedValue("declared", .code(declared.rawValue)), NamedValue("valid", .code(valid.rawValue))])
  }
}
