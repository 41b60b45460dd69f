import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes the first application: the community is eligible, its owners are willing, and its own body files it, or the
/// residents' committee in its place (G-ELG, G-V1, G-ORG). Missing forms do not stop it; the review waits for them.
enum SubmitApplicationDecision: Decision {
  static func look(_ command: SubmitApplication, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: SubmitApplication, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<FilingReceived> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.application?.answeredOn ?? project.application?.submittedOn ?? project.openedOn)
    guard project.application?.isAccepted != true else { throw Refusal(.filingAnswered) }
    try FilingChecks.applicant(command.applicant, among: \.selfGovernance.applicationBy, under: ruling)
    let package = try FilingChecks.papers(command.papers.items, of: "first-application", under: ruling.law().edition)
    let settled = Set((command.settled?.items ?? []).map(\.matter))
    try ruling.passGate(
      adding: package.findings + MattersSettled.findings(settled, under: try ruling.law().edition))
    let missing = Listing<Identifier<SlugKind>, 30>(capped: package.missing)
    let event = ApplicationSubmitted(
      project: command.project, applicant: command.applicant, actsForBody: command.applicant == .residentsCommittee,
      papers: command.papers, missing: missing, contact: command.contact, advisedByDesigner: command.advisedByDesigner,
      settled: command.settled)
    let contact = PersonRecord(
      person: command.contact, for: .office,
      personal: ["name": command.contactName.value, "phone": command.contactPhone.value])
    return Outcome([event], reply: FilingReceived(isComplete: missing.isEmpty, missing: missing), persons: [contact])
  }
}
