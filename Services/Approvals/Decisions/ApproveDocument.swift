import Contracts
import DomainModel
import Policy
import ServiceKit

/// The documents are approved in their order, merged at most as the investment allows and as was chosen.
enum ApproveDocumentDecision: Decision {
  struct Sight {
    let initiation: Initiation
    let route: ApprovalFile.Route?
  }

  static func look(_ command: ApproveDocument, at view: any EntityView) throws -> Sight {
    Sight(
      initiation: try view.initiation(of: command.project), route: try view.approvalFile(command.project).route)
  }

  static func decide(
    _ command: ApproveDocument, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<DocumentProgress> {
    let edition = try ruling.edition()
    let initiation = sight.initiation
    try ruling.requireNotHalted()
    try ruling.requireOffice(edition.stated(\.approvals.initiationBy))
    try ruling.requireNotBefore(initiation.lastStepOn)
    let covers = command.covers.sorted { $0.place < $1.place }
    guard !covers.isEmpty, Set(covers).count == covers.count else {
      throw Refusal(.documentsEmpty, pointers: ["/covers"])
    }
    if let known = covers.first(where: initiation.approved.contains) {
      throw Refusal(
        .documentApprovedAlready, values: [NamedValue("document", .code(known.rawValue))], pointers: ["/covers"])
    }
    let all = initiation.approved.union(covers)
    if let missing = InitiationDocument.allCases.first(where: { earlier in
      !all.contains(earlier) && covers.contains { $0.place > earlier.place }
    }) {
      throw Refusal(
        .documentOutOfOrder, values: [NamedValue("missing", .code(missing.rawValue))], pointers: ["/covers"])
    }

    let merge = DocumentBands(edition).finding(merging: covers.map(\.code), on: initiation.figures(sight.route))
    let isGuarded = try ruling.law().gate(ruling.step).contains { $0.rule == DocumentBands.mergeAllowed }
    try ruling.passGate(
      judging: [DocumentBands.mergeAllowed: { _ in merge }], adding: isGuarded ? [] : [merge])
    guard initiation.packaging.packages.contains(where: { Set(covers).isSubset(of: $0) }) else {
      throw Refusal(
        .packagingDiffers, values: [NamedValue("packaging", .code(initiation.packaging.rawValue))],
        pointers: ["/covers"])
    }

    let initiationLevel: Set<InitiationDocument> = [.projectProposal, .feasibilityStudy]
    let isInitiationApproved = all.isSuperset(of: initiationLevel)
    let areComplete = all.count == InitiationDocument.allCases.count
    return Outcome(
      [
        DocumentApproved(
          project: command.project, covers: Listing(capped: covers), number: command.number, document: command.document,
          organisation: ruling.principal.organisation,
          approvesInitiation: isInitiationApproved && !initiation.approved.isSuperset(of: initiationLevel),
          completesDocuments: areComplete)
      ],
      reply: DocumentProgress(isInitiationApproved: isInitiationApproved, areDocumentsComplete: areComplete))
  }
}
