import Contracts
import DomainModel
import Policy
import ServiceKit

enum FixManagementModeDecision: Decision {
  static func look(_ command: FixManagementMode, at view: any EntityView) throws {}

  static func decide(_ command: FixManagementMode, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    let law = try ruling.law()
    let modes = law.managementModes
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
    if case .stated(.required, let citations) = law.edition.stated(\.longTerm.covenant) {
      findings.append(
        Finding("management.covenant-made", command.covenant == nil ? .violated : .satisfied, cites: citations))
    }
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
    try ruling.passGate(adding: findings + [asPledged(command)].compactMap { $0 })
    return Outcome([
      ManagementModeFixed(
        project: command.project, mode: command.mode, manager: command.manager, covenant: command.covenant,
        decision: command.decision, pledged: command.pledged)
    ])
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
