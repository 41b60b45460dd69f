import DomainModel

/// Who must be asked to the joint consultation, and who of them is missing (Yueqing plan 4.3; domain §10.1 APR-05).
public struct ConsultationParticipants: Sendable {
  public static let invited: RuleID = "consultation.participants-invited"
  public static let present: RuleID = "consultation.participants-present"

  /// One that is asked: a role and, for a utility, which line or pipe.
  public struct Seat: Hashable, Sendable {
    public let role: Role
    public let kind: Identifier<SlugKind>?

    public init(role: Role, kind: Identifier<SlugKind>?) {
      self.role = role
      self.kind = kind
    }
  }

  private let participants: Provision<[Cited<Participant>]>

  public init(_ edition: Edition) {
    participants = edition.stated(\.approvals.participants)
  }

  /// One finding for each participant of the list that is missing; a single satisfied one when none is.
  public func findings(of rule: RuleID, among seats: Set<Seat>, force: Force) -> [Finding] {
    guard let listed = participants.value else { return [] }
    var missing: [Finding] = []
    for participant in listed {
      for seat in participant.item.seats where !seats.contains(seat) {
        var values = [NamedValue("missing", .code(seat.role.rawValue))]
        if let kind = seat.kind { values.append(NamedValue("kind", .code(kind.rawValue))) }
        missing.append(Finding(rule, .violated, force: force, cites: participant.citations, values: values))
      }
    }
    guard missing.isEmpty else { return missing }
    return [
      Finding(
        rule, .satisfied, force: force, cites: participants.citations,
        values: [NamedValue("asked", .count(Int64(seats.count)))])
    ]
  }
}

extension Participant {
  /// The places this participant fills: one, or one for each kind.
  fileprivate var seats: [ConsultationParticipants.Seat] {
    guard let kinds, !kinds.isEmpty else { return [ConsultationParticipants.Seat(role: role, kind: nil)] }
    return kinds.map { ConsultationParticipants.Seat(role: role, kind: $0) }
  }
}
