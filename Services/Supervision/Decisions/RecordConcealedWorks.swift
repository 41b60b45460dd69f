import Contracts
import DomainModel
import Policy
import ServiceKit

/// Works that will be covered. What happened is recorded; that it was covered unseen is told.
enum RecordConcealedWorksDecision: Decision {
  static func look(_ command: RecordConcealedWorks, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: RecordConcealedWorks, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<InspectionReport>
  {
    guard command.inspectedOn <= ruling.effectiveOn else { throw Refusal(.dayAhead, pointers: ["/inspectedOn"]) }

    var defect: DefectLine?
    if !command.passed {
      let what = try Text<200>(command.part.value)
      defect = try DefectNumbers.lines([(what, command.building, [])], of: command.project, after: works).first
    }
    let open = works.defectsOpen + (defect == nil ? 0 : 1)
    return Outcome(
      [
        ConcealedWorksRecorded(
          project: command.project, part: command.part, building: command.building, inspectedOn: command.inspectedOn,
          coveredOn: command.coveredOn, passed: command.passed, parties: command.parties, photos: command.photos,
          defect: defect, defectsOpen: try Whole(open))
      ],
      reply: InspectionReport(
        inspection: nil, defects: [defect?.defect].compactMap { $0 }, defectsOpen: open),
      findings: [inspectedFirst(command, ruling), seenByOffices(command, ruling)].compactMap { $0 })
  }

  /// Those whom the document wants to see works before they are covered; who was not there is told (Sichuan 6.2).
  private static func seenByOffices(_ command: RecordConcealedWorks, _ ruling: Ruling) -> Finding? {
    guard case .stated(let offices, let cites)? = ruling.knownLaw?.edition.stated(\.construction.concealedWorksSeenBy)
    else { return nil }
    let seen = Set(command.parties.map(\.role))
    let missing = offices.filter { !seen.contains($0) }
    return .advice(
      "concealed.seen-by-offices", missing.isEmpty, cites: cites,
      values: missing.map { NamedValue("missing", .code($0.rawValue)) })
  }

  private static func inspectedFirst(_ command: RecordConcealedWorks, _ ruling: Ruling) -> Finding {
    let provision = ruling.knownLaw?.edition.stated(\.construction.concealedWorks)
    return .advice(
      "concealed.inspected-before-covering", command.coveredOn.map { command.inspectedOn <= $0 } ?? true,
      cites: provision?.citations ?? [],
      values: [NamedValue("inspected", .date(command.inspectedOn))]
        + (command.coveredOn.map { [NamedValue("covered", .date($0))] } ?? []))
  }
}
