import DomainModel

/// The papers for the construction permit that a signed pledge may replace, on the simplified route only (Yueqing plan
/// 4.1, 4.5; domain §10.1 APR-07, APR-11).
public struct PermitPapers: Sendable {
  public static let ready: RuleID = "permit.papers-complete"
  public static let pledgeAllowed: RuleID = "permit.pledge-allowed"

  /// What was handed in for a paper.
  public struct Submitted: Hashable, Sendable {
    public let isPledge: Bool
    public let source: SourceRef

    public init(isPledge: Bool, source: SourceRef) {
      self.isPledge = isPledge
      self.source = source
    }
  }

  private let pledges: Provision<[Cited<PledgeInstead>]>
  private let simplified: [Citation]
  /// The papers, by the pack's codes, in its order.
  public let needed: [Identifier<SlugKind>]

  public init(_ edition: Edition) {
    pledges = edition.stated(\.approvals.pledges)
    simplified = edition.stated(\.approvals.simplified).citations
    needed = (pledges.value ?? []).map(\.item.replaces)
  }

  /// Whether a pledge may replace this paper.
  public func pledge(for paper: Identifier<SlugKind>, isSimplified: Bool?, sources: [SourceRef]) -> Finding {
    let entry = pledges.value?.first { $0.item.replaces == paper }
    let result: Finding.Result =
      entry == nil ? .violated : isSimplified.map { $0 ? .satisfied : .violated } ?? .unknown
    return Finding(
      PermitPapers.pledgeAllowed, result, cites: ((entry?.citations ?? pledges.citations) + simplified).eachOnce,
      values: [NamedValue("paper", .code(paper.rawValue))], sources: sources,
      awaits: result == .unknown ? .approvals : nil)
  }

  /// One finding for each paper: there, pledged with effect, or missing.
  public func findings(
    _ submitted: [Identifier<SlugKind>: Submitted], isSimplified: Bool?, force: Force = .blocks
  ) -> [Finding] {
    (pledges.value ?? []).map { entry in
      let paper = entry.item.replaces
      let handedIn = submitted[paper]
      let holds = handedIn.map { !$0.isPledge || isSimplified == true } ?? false
      let form = handedIn.map { $0.isPledge ? "pledge" : "paper" } ?? "missing"
      return Finding(
        PermitPapers.ready, holds ? .satisfied : .violated, force: force, cites: entry.citations,
        values: [NamedValue("paper", .code(paper.rawValue)), NamedValue("form", .code(form))],
        sources: handedIn.map { [$0.source] } ?? [])
    }
  }

  /// The papers that still lack, by the findings' reading.
  public func missing(_ submitted: [Identifier<SlugKind>: Submitted], isSimplified: Bool?) -> [Identifier<SlugKind>] {
    needed.filter { paper in !(submitted[paper].map { !$0.isPledge || isSimplified == true } ?? false) }
  }
}
