import DomainModel

/// Who belongs at the survey on the spot, and by when each comments in writing (Wenzhou 3.3).
///
/// The days are counted from the day after the survey and end with the last of them (domain §6.2).
public struct SiteSurveyInvitations: Hashable, Sendable {
  /// One that is invited.
  public struct Invited: Hashable, Sendable {
    public let role: Role
    /// Which utility: `power`, `gas`.
    public let kind: Identifier<SlugKind>?
    /// The last day for its comments.
    public let deadline: BusinessDate

    public init(role: Role, kind: Identifier<SlugKind>?, deadline: BusinessDate) {
      self.role = role
      self.kind = kind
      self.deadline = deadline
    }
  }

  /// The last day for comments; nil where the city sets none or the calendar does not reach.
  public let deadline: BusinessDate?
  /// The year whose working days would be needed and are not published yet.
  public let unknownYear: Int?
  private let terms: Provision<SiteSurveyTerms>
  private let heldOn: BusinessDate

  public init(_ law: Law, heldOn: BusinessDate) {
    terms = law.edition.stated(\.planning.siteSurvey)
    self.heldOn = heldOn
    guard let days = terms.value?.feedbackWorkingDays else {
      (deadline, unknownYear) = (nil, nil)
      return
    }
    do throws(CalendarNotKnown) {
      (deadline, unknownYear) = (try law.calendar.period(of: days, after: heldOn).last, nil)
    } catch {
      (deadline, unknownYear) = (nil, error.year)
    }
  }

  /// Nothing where the city knows no such survey.
  public func findings(of invited: [Invited]) -> [Finding] {
    guard case .stated(let terms, let cites) = terms, let deadline else { return [] }
    let places = Set(invited.map { ConsultationParticipants.Seat(role: $0.role, kind: $0.kind) })
    let roles = Set(invited.map(\.role))
    var missing = terms.departments.filter { $0 != .utility && !roles.contains($0) }.map(\.rawValue)
    for kind in terms.utilities ?? [] where !places.contains(.init(role: .utility, kind: kind)) {
      missing.append(kind.rawValue)
    }
    let otherwise = invited.filter { $0.deadline != deadline }
    return [
      Finding(
        "site-survey.departments-invited", missing.isEmpty ? .satisfied : .violated, cites: cites,
        values: missing.map { NamedValue("missing", .code($0)) }),
      Finding(
        "site-survey.deadline", otherwise.isEmpty ? .satisfied : .violated, cites: cites,
        values: [
          NamedValue("held-on", .date(heldOn)), NamedValue("working-days", .count(Int64(terms.feedbackWorkingDays))),
          NamedValue("deadline", .date(deadline)), NamedValue("otherwise", .count(Int64(otherwise.count))),
        ]),
      // The list is open and leaves gas out, which the consultation names: invited anyway, and no condition (AMB-47).
      Finding(
        "site-survey.gas-invited",
        places.contains(.init(role: .utility, kind: "gas")) ? .satisfied : .violated, force: .advises,
        origin: .recommended, cites: [.choice("gas-invited")]),
    ]
  }
}
