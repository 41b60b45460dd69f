import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

enum RecordAcceptanceDecision: Decision {
  static func look(_ command: RecordAcceptance, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: RecordAcceptance, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<AcceptanceReport>
  {
    try ruling.requireNotHalted()
    try AcceptanceFindings.requireOrganiser(ruling)
    guard works.startedOn != nil || works.unpermittedStarts > 0 else { throw Refusal(.worksNotStarted) }
    guard works.acceptancePassedOn == nil else { throw Refusal(.acceptanceAlreadyPassed) }
    try ruling.requireNotBefore([works.startedOn, works.acceptanceOn].compactMap { $0 }.max())
    let present = Set(command.parties.map(\.party))
    let missing = try ruling.law().edition.partiesMissing(among: present)
    try ruling.passGate(
      judging: [AcceptanceFindings.parties: { AcceptanceFindings.partiesPresent($0, missing: missing) }],
      adding: [
        AcceptanceFindings.nobodyObjects(command.parties.items),
        AcceptanceFindings.rulesNamed(command.technicalRules, try ruling.law().edition),
      ].compactMap { $0 })

    let acceptance = AcceptanceID(command.project, works.acceptances + 1)
    let defects = try DefectNumbers.lines(
      command.faults.map { ($0.what, $0.building, $0.photos) }, of: command.project, after: works)
    return Outcome(
      [
        AcceptanceHeld(
          project: command.project, acceptance: acceptance, parties: command.parties, missing: Listing(capped: missing),
          defects: Listing(capped: defects), defectsOpen: try Whole(works.defectsOpen + defects.count),
          minutes: command.minutes, technicalRules: command.technicalRules)
      ],
      reply: AcceptanceReport(
        acceptance: acceptance, stage: defects.isEmpty ? .held : .issuesOpen, missing: missing,
        defects: defects.map(\.defect)))
  }
}
