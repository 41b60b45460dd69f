import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

enum FixManagementModeDecision: Decision {
  static func look(_ command: FixManagementMode, at view: any EntityView) throws {}

  static func decide(_ command: FixManagementMode, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    let law = try ruling.law()
    let modes = law.edition.managementModes
    let offered = modes.first { $0.mode == command.mode }
    guard modes.isEmpty || offered != nil else {
      throw Refusal(
        .modeNotOffered, values: modes.map { NamedValue("offered", .code($0.mode.rawValue)) }, pointers: ["/mode"])
    }
    var findings: [Finding] = []
    if let offered {
      findings.append(
        Finding(
          "management.mode-offered", .satisfied, cites: offered.citations,
          values: [NamedValue("mode", .code(command.mode.rawValue))]))
    }
    findings += [CovenantTest.finding(isMade: command.covenant != nil, under: law.edition)].compactMap { $0 }
    if command.mode == .interimService, let offered {
      let arranges = !ruling.principal.roles.isDisjoint(with: [.subdistrict, .residentsCommittee])
      findings.append(
        Finding("management.interim-arranged", arranges ? .satisfied : .violated, cites: offered.citations))
    }
    if case .stated(.required, let citations) = law.edition.stated(\.longTerm.jointMeeting) {
      findings.append(
        .advice(
          "management.joint-meeting-set-up", ruling.facts?.holds(.jointMeetingSetUp) ?? false, cites: citations,
          sources: [ruling.facts?[.jointMeetingSetUp]?.source].compactMap { $0 }))
    }
    if let survey = command.survey { try check(survey) }
    findings += asked(command, law.edition)
    try ruling.passGate(adding: findings + [asPledged(command)].compactMap { $0 })
    return Outcome([
      ManagementModeFixed(
        project: command.project, mode: command.mode, manager: command.manager, covenant: command.covenant,
        decision: command.decision, pledged: command.pledged, survey: command.survey)
    ])
  }

  /// Questionnaires that do not add up are no record.
  private static func check(_ survey: ManagementSurvey) throws {
    let modes = survey.choices.map(\.mode)
    let chosen = survey.choices.map(\.answers.value).reduce(0, +)
    guard survey.answered.value <= survey.asked.value, chosen <= survey.answered.value, Set(modes).count == modes.count
    else { throw Refusal(.modeSurveyContradicts, pointers: ["/survey"]) }
  }

  /// All owners are asked, the mode follows what they said, and it is published (Wenzhou Annex 6 2(1), NOT-13). The text
  /// makes no step wait for it, so what is missing is told.
  private static func asked(_ command: FixManagementMode, _ edition: Edition) -> [Finding] {
    guard case .stated(.required, let cites) = edition.stated(\.longTerm.modeSurvey) else { return [] }
    var findings: [Finding] = [
      .advice(
        "management.owners-asked", command.survey != nil, cites: cites,
        values: command.survey.map {
          [
            NamedValue("asked", .count(Int64($0.asked.value))), NamedValue("answered", .count(Int64($0.answered.value))),
          ]
        } ?? []),
      .advice("management.mode-published", command.survey?.notice != nil, cites: cites),
    ]
    if let survey = command.survey, let most = survey.choices.map(\.answers.value).max(), most > 0 {
      let wanted = survey.choices.filter { $0.answers.value == most }.map(\.mode)
      findings.append(
        .advice(
          "management.mode-as-asked", wanted.contains(command.mode), cites: cites,
          values: [NamedValue("mode", .code(command.mode.rawValue))]
            + wanted.map { NamedValue("most", .code($0.rawValue)) }))
    }
    return findings
  }

  /// The choice of the long-term plan governs and agrees with the pledge; two near names are one only when confirmed
  /// (AMB-31).
  private static func asPledged(_ command: FixManagementMode) -> Finding? {
    guard let pledged = command.pledged else { return nil }
    let confirmed = command.confirmsSame ?? false
    let areNear = pledged == .menuBased && command.mode == .commissionBased
    return Finding(
      "management.mode-as-pledged", pledged == command.mode || (areNear && confirmed) ? .satisfied : .violated,
      origin: .recommended, cites: [.choice("management-modes")],
      values: [
        NamedValue("pledged", .code(pledged.rawValue)), NamedValue("mode", .code(command.mode.rawValue)),
        NamedValue("confirmed", .flag(confirmed)),
      ])
  }
}
