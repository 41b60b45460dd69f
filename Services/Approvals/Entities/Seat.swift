import Contracts
import DomainModel
import Policy

/// One that was asked for its opinion, and what it answered.
struct Seat: Codable, Hashable, Sendable {
  let organisation: OrganisationID
  let role: Role
  let utility: UtilityKind?
  let deadline: BusinessDate
  var answer: Answer?

  struct Answer: Codable, Hashable, Sendable {
    /// Comments after a site survey take no stance.
    let stance: Stance?
    let text: Text<2000>?
    let document: DocumentHash?
    let planning: PlanningStatement?
    var facilities: FacilityStatement?
    let on: BusinessDate
    let isLate: Bool
    let source: SourceRef
  }

  init(_ invitation: Invitation) {
    organisation = invitation.organisation
    role = invitation.role
    utility = invitation.utility
    deadline = invitation.deadline
  }

  /// The place it fills on the city's list.
  var place: ConsultationParticipants.Seat { Seat.place(role, utility) }

  static func place(_ role: Role, _ utility: UtilityKind?) -> ConsultationParticipants.Seat {
    ConsultationParticipants.Seat(role: role, kind: utility.map { Identifier(stringLiteral: $0.rawValue) })
  }
}

extension [Seat] {
  /// An organisation's answer counts for every place it fills; of several, the latest by date, then by arrival.
  mutating func answer(_ answer: Seat.Answer, by organisation: OrganisationID) {
    for index in indices where self[index].organisation == organisation {
      if let earlier = self[index].answer, earlier.on > answer.on { continue }
      self[index].answer = answer
    }
  }
}
