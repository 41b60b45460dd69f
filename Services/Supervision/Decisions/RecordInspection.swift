import Contracts
import DomainModel
import ServiceKit

enum RecordInspectionDecision: Decision {
  static func look(_ command: RecordInspection, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: RecordInspection, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<InspectionReport>
  {
    guard !command.items.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/items"]) }
    let failed = command.items.filter { $0.outcome == .fail }
    let defects = try DefectNumbers.lines(
      failed.map { (try Text<200>($0.what.value), $0.building, $0.photos) }, of: command.project, after: works)
    let open = works.defectsOpen + defects.count
    let inspection = InspectionID(command.project, works.inspections + 1)
    return Outcome(
      [
        InspectionRecorded(
          project: command.project, inspection: inspection, kind: command.kind, inspector: command.inspector,
          items: command.items, defects: Listing(capped: defects), defectsOpen: try Whole(open),
          document: command.document)
      ],
      reply: InspectionReport(inspection: inspection, defects: defects.map(\.defect), defectsOpen: open))
  }
}
