import Contracts
import DomainModel
import ServiceKit

/// Records the panel's decision. Which projects rank higher is shown to the panel; nothing here applies it.
enum RecordCompetitiveReviewDecision: Decision {
  static func look(_ command: RecordCompetitiveReview, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: RecordCompetitiveReview, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.review?.on ?? project.reportedOn)
    if let listed = project.listed {
      throw Refusal(
        .projectListed,
        values: [
          NamedValue("project", .code(command.project.rawValue)),
          NamedValue("plan-year", .count(Int64(listed.planYear))),
        ])
    }
    var faults: [String] = []
    let members = command.panel.map(\.person)
    if members.isEmpty || Set(members).count != members.count { faults.append("/panel") }
    if command.reasons == nil { faults.append("/reasons") }
    if command.document == nil { faults.append("/document") }
    guard faults.isEmpty, let reasons = command.reasons, let document = command.document else {
      throw Refusal(.reviewBare, pointers: faults)
    }
    try ruling.passGate()
    let seats = command.panel.map { PanelSeat(person: $0.person, organisation: $0.organisation) }
    let event = CompetitiveReviewRecorded(
      project: command.project, isSelected: command.isSelected, rank: command.rank, panel: try Listing(seats),
      reasons: reasons, document: document)
    let persons = command.panel.compactMap { member in
      member.name.map { PersonRecord(person: member.person, for: .office, personal: ["name": $0.value]) }
    }
    return Outcome([event], persons: persons)
  }
}
