import Contracts
import DomainModel
import Policy
import ServiceKit

/// The convener calls the consultation once the residents adopted the plan; whoever the list names must be asked.
enum CallConsultationDecision: Decision {
  struct Sight {
    let current: Consultation?
    let number: Int
  }

  static func look(_ command: CallConsultation, at view: any EntityView) throws -> Sight {
    let current = try view.approvalFile(command.project).consultation
    return Sight(
      current: try current.flatMap { try view.get(Consultation.self, $0.rawValue) },
      number: try view.nextNumber("\(command.project)/\(ConsultationItem.letter)"))
  }

  static func decide(
    _ command: CallConsultation, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<ConsultationOpened> {
    let edition = try ruling.edition()
    try ruling.requireNotHalted()
    if let lead = edition.stated(\.approvals.joint).value?.lead, !ruling.principal.roles.contains(lead) {
      throw Refusal(.notTheirOffice, values: [NamedValue("office", .code(lead.rawValue))])
    }
    if let current = sight.current, current.plan == command.plan, current.opinion == nil {
      throw Refusal(.consultationOpen, values: [NamedValue("consultation", .code(current.id.rawValue))])
    }
    try command.invitations.check(on: ruling.effectiveOn)
    // The gate of the meeting is judged already when it is called: nobody is asked to consult on a plan that fell.
    let participants = ConsultationParticipants(edition).findings(
      of: ConsultationParticipants.invited,
      among: Set(command.invitations.map { Seat.place($0.role, $0.utility) }), force: .blocks)
    let facilities = FacilityQuestions(edition).invited(Set(command.invitations.map(\.role)), ruling)
    try ruling.passGate(
      adding: try ruling.judge(HoldConsultation.name) + participants + [facilities].compactMap { $0 })
    if let valid = ruling.facts?[.planVersion], valid.value != .code(command.plan.rawValue) {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", valid.value)], pointers: ["/plan"])
    }
    let id = ConsultationID(command.project, sight.number)
    return Outcome(
      [
        ConsultationCalled(
          project: command.project, consultation: id, plan: command.plan, invitations: command.invitations)
      ],
      reply: ConsultationOpened(consultation: id))
  }
}

/// Who an invitation is for.
private struct Invitee: Hashable {
  let organisation: OrganisationID
  let role: Role
  let utility: UtilityKind?
}

extension Listing where Element == Invitation {
  /// Refuses invitations that name someone twice, leave a utility's kind open, or end before they are sent.
  func check(on day: BusinessDate) throws {
    var seen: Set<Invitee> = []
    var twice: [String] = []
    var unclear: [String] = []
    var passed: [String] = []
    for (index, invitation) in enumerated() {
      let invitee = Invitee(
        organisation: invitation.organisation, role: invitation.role, utility: invitation.utility)
      if !seen.insert(invitee).inserted { twice.append("/invitations/\(index)") }
      if (invitation.role == .utility) != (invitation.utility != nil) {
        unclear.append("/invitations/\(index)/utility")
      }
      if invitation.deadline < day { passed.append("/invitations/\(index)/deadline") }
    }
    if !twice.isEmpty { throw Refusal(.invitedTwice, pointers: twice) }
    if !unclear.isEmpty { throw Refusal(.invitationUnclear, pointers: unclear) }
    if !passed.isEmpty { throw Refusal(.deadlinePassed, pointers: passed) }
  }
}
