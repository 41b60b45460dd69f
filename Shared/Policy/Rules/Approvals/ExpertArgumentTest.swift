import DomainModel

/// What an expert argument must say before works below present standards may go on: the floor is affirmed and the
/// baseline is dated (Yueqing plan 2.4.4, 4.7; AMB-28).
public struct ExpertArgumentTest: Sendable {
  private let argument: Provision<Need>
  private let floor: Provision<Bilingual>
  private let baseline: Settled<ExpertBaseline>

  public init(_ edition: Edition) {
    argument = edition.stated(\.approvals.expertArgument)
    floor = edition.stated(\.approvals.safetyFloor)
    baseline = edition.settled(\.approvals.expertBaseline)
  }

  /// What an argument with this outcome, floor and baseline satisfies; all findings, whatever they say.
  public func findings(isPassed: Bool, keepsExistingFireSafety: Bool, baselineDate: BusinessDate) -> [Finding] {
    [
      Finding(
        "safety.floor-affirmed", keepsExistingFireSafety ? .satisfied : .violated, force: isPassed ? .blocks : .advises,
        origin: floor.isSilent ? .recommended : .document, cites: floor.citations),
      Finding(
        "safety.baseline-dated", .satisfied, force: .advises, origin: baseline.origin, cites: baseline.citations,
        values: [NamedValue("baseline", .date(baselineDate))]),
      Finding(
        "safety.argument-passed", isPassed ? .satisfied : .violated, force: .advises, cites: argument.citations),
    ]
  }
}
