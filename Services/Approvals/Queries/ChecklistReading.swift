import Contracts
import DomainModel
import Policy
import ServiceKit

/// The whole list of papers of a project, each with its state and the reason for it (domain §10.2).
enum ChecklistReading {
  static let handler = QueryHandler.to(DocumentsQuery.self) { query, view, inquiry in
    let file = try view.approvalFile(query.project)
    let initiation = try view.get(Initiation.self, query.project.rawValue)
    let listed = try inquiry.law(of: query.project, in: view)?.edition.stated(\.approvals.documents).value ?? []
    let desk = Checklist(
      file: file, opinion: try file.opinionInForce.flatMap { try view.get(Consultation.self, $0.rawValue)?.opinion },
      initiation: initiation, permits: try view.permitFile(query.project), facts: try view.facts(of: query.project))
    return DocumentChecklist(
      isSimplified: file.route?.isSimplified, packaging: initiation?.packaging, investment: initiation?.investment,
      needsRecheck: initiation?.needsRecheck ?? false, papers: listed.map(desk.report))
  }
}

/// What the list is read off.
struct Checklist {
  let file: ApprovalFile
  let opinion: Consultation.Opinion?
  let initiation: Initiation?
  let permits: PermitFile
  let facts: ProjectFacts

  /// How a paper stands.
  struct Standing {
    var state: PaperState
    var ground: PaperGround
    var doneOn: BusinessDate?
    var number: Text<80>?

    static func done(_ day: BusinessDate?, _ ground: PaperGround = .always, number: Text<80>? = nil) -> Standing {
      Standing(state: .done, ground: ground, doneOn: day, number: number)
    }
  }

  func report(_ paper: Cited<ApprovalDocument>) -> PaperReport {
    let standing = standing(of: paper.item)
    return PaperReport(
      code: paper.item.code, title: paper.item.title, english: paper.item.en, state: standing.state,
      ground: standing.ground, doneOn: standing.doneOn, number: standing.number, cites: paper.citations)
  }

  private func standing(of paper: ApprovalDocument) -> Standing {
    switch paper.need {
    case .byBand: documentOfInitiation(paper.code)
    case .unlessExempt: planningPaper(paper.code)
    case .pledge: permitPaper(paper.code)
    case .required: requiredPaper(paper.code)
    }
  }

  private func requiredPaper(_ code: Identifier<SlugKind>) -> Standing {
    let missing = Standing(state: .required, ground: .always)
    switch code {
    case "consultation-opinion": return opinion.map { .done($0.formedOn) } ?? missing
    case "project-code": return file.code.map { .done($0.on, number: try? Text($0.code.rawValue)) } ?? missing
    case "construction-drawings": return permits.drawings.map { .done($0.on) } ?? missing
    case "construction-permit": return permits.constructionPermit.map { .done($0.on, number: $0.number) } ?? missing
    case "fire-inspection": return held(.fireInspectionPassed)
    case "completion-report": return held(.acceptancePassed)
    case "quality-warranty": return held(.completionFiled)
    default: return missing
    }
  }

  /// What another service tells.
  private func held(_ key: FactKey) -> Standing {
    facts.holds(key) ? .done(facts[key]?.on) : Standing(state: .required, ground: .always)
  }

  private func documentOfInitiation(_ code: Identifier<SlugKind>) -> Standing {
    guard let document = InitiationDocument(rawValue: code.rawValue) else {
      return Standing(state: .required, ground: .always)
    }
    if let approval = initiation?.approval(of: document) {
      return .done(
        approval.on, approval.covers.count > 1 ? .mergedWithOthers : .compiledAlone, number: approval.number)
    }
    let package = initiation?.packaging.packages.first { $0.contains(document) }
    return Standing(state: .required, ground: (package?.count ?? 1) > 1 ? .mergedWithOthers : .compiledAlone)
  }

  private func planningPaper(_ code: Identifier<SlugKind>) -> Standing {
    let permit: PermitFile.Permit? =
      switch code {
      case "land-use-permit": permits.planningPermit(.landUse)
      case "engineering-permit": permits.planningPermit(.engineering)
      default: nil
      }
    if let permit { return .done(permit.on, .exemptionNotEffective, number: permit.number) }
    if code == "planning-verification", facts.holds(.planningVerified) { return .done(facts[.planningVerified]?.on) }
    if facts.holds(.planningPermitExempt) { return Standing(state: .notNeeded, ground: .exemptByOpinion) }
    guard let route = file.route else { return Standing(state: .open, ground: .routeNotConfirmed) }
    guard route.isSimplified else { return Standing(state: .required, ground: .ordinaryRoute) }
    return Standing(state: opinion == nil ? .open : .required, ground: .exemptionNotEffective)
  }

  private func permitPaper(_ code: Identifier<SlugKind>) -> Standing {
    guard let material = PermitMaterial(rawValue: code.rawValue) else {
      return Standing(state: .required, ground: .always)
    }
    let submitted = permits.material(material)
    if let submitted, !submitted.isPledge { return .done(submitted.on, number: submitted.number) }
    guard let route = file.route else { return Standing(state: .required, ground: .routeNotConfirmed) }
    guard route.isSimplified else { return Standing(state: .required, ground: .ordinaryRoute) }
    guard let submitted else { return Standing(state: .required, ground: .pledgePossible) }
    return Standing(state: .replaced, ground: .pledged, doneOn: submitted.on)
  }
}
