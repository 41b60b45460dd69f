import Contracts
import DomainModel
import Policy
import ServiceKit

/// The initiation opens on the opinion and the code; the declared figure decides what may be merged.
enum OpenInitiationDecision: Decision {
  struct Sight {
    let file: ApprovalFile
    let consultation: Consultation?
    let initiation: Initiation?
  }

  static func look(_ command: OpenInitiation, at view: any EntityView) throws -> Sight {
    let file = try view.approvalFile(command.project)
    return Sight(
      file: file, consultation: try file.opinionInForce.flatMap { try view.get(Consultation.self, $0.rawValue) },
      initiation: try view.get(Initiation.self, command.project.rawValue))
  }

  static func decide(
    _ command: OpenInitiation, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<InitiationDocuments> {
    let edition = try ruling.edition()
    try ruling.requireNotHalted()
    if let initiation = sight.initiation {
      throw Refusal(.initiationOpenAlready, values: [NamedValue("opened", .date(initiation.openedOn))])
    }
    guard command.figureDate <= ruling.effectiveOn else {
      throw Refusal(.figureDatedAhead, pointers: ["/figureDate"])
    }
    try ruling.requireNotBefore(sight.consultation?.opinion?.formedOn)
    let figures = DocumentBands.Figures(
      investment: command.investment, isGovernmentInvestment: command.governmentInvestment,
      isSimplified: sight.file.route?.isSimplified, sources: sight.file.route.map { [$0.source] } ?? [])
    let bands = DocumentBands(edition)
    var findings = command.packaging.merges.map { bands.finding(merging: $0.map(\.code), on: figures) }
    if let consultation = sight.consultation {
      findings.append(ruling.planCurrent(consultation.planInForce, under: edition))
    }
    findings += comparison(command, ruling, edition)
    try ruling.passGate(adding: findings)
    return Outcome(
      [
        InitiationOpened(
          project: command.project, investment: command.investment, figureDate: command.figureDate,
          governmentInvestment: command.governmentInvestment, packaging: command.packaging)
      ],
      reply: InitiationDocuments(
        packages: Listing(capped: command.packaging.packages.map { DocumentPackage(covers: Listing(capped: $0)) })))
  }

  /// The declaration beside what intake holds: who pays must agree, the figure may differ and is shown.
  private static func comparison(_ command: OpenInitiation, _ ruling: Ruling, _ edition: Edition) -> [Finding] {
    var findings: [Finding] = []
    if let known = ruling.facts?[.governmentInvestment] {
      findings.append(
        Finding(
          "initiation.government-investment-agrees",
          known.value == .flag(command.governmentInvestment) ? .satisfied : .violated, origin: .recommended,
          cites: edition.stated(\.approvals.governmentInvestmentOnly).citations,
          values: [
            NamedValue("declared", .flag(command.governmentInvestment)), NamedValue("plan", known.value),
          ], sources: [known.source]))
    }
    if let known = ruling.facts?[.planInvestment] {
      findings.append(
        Finding(
          "initiation.investment-agrees", known.value == .money(command.investment) ? .satisfied : .violated,
          force: .advises, origin: .recommended, cites: [],
          values: [NamedValue("declared", .money(command.investment)), NamedValue("plan", known.value)],
          sources: [known.source]))
    }
    return findings
  }
}

extension Packaging {
  /// The packages of more than one document.
  var merges: [[InitiationDocument]] { packages.filter { $0.count > 1 } }
}
