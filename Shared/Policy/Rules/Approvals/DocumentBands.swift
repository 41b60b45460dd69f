import DomainModel

/// Which documents of initiation may be compiled and approved as one, by the project's investment. The bounds include
/// the figure itself, merging is allowed and never compelled, and only government investment on the simplified route
/// may merge at all (Yueqing plan 4.1, 4.4; domain §10.2, §10.3, AMB-26, AMB-27).
public struct DocumentBands: Sendable {
  public static let mergeAllowed: RuleID = "documents.merge-allowed"
  public static let bandKept: RuleID = "documents.band-kept"

  /// What the bands look at.
  public struct Figures: Hashable, Sendable {
    /// The whole project's declared investment, lifts included.
    public let investment: Money
    public let isGovernmentInvestment: Bool
    /// Whether the simplified route is confirmed; nil when nobody has said yet.
    public let isSimplified: Bool?
    /// The events they rest on.
    public let sources: [SourceRef]

    public init(investment: Money, isGovernmentInvestment: Bool, isSimplified: Bool?, sources: [SourceRef]) {
      self.investment = investment
      self.isGovernmentInvestment = isGovernmentInvestment
      self.isSimplified = isSimplified
      self.sources = sources
    }
  }

  private let bands: Provision<[Cited<InvestmentBand>]>
  private let governmentOnly: Provision<Bool>
  private let simplified: [Citation]

  public init(_ edition: Edition) {
    bands = edition.stated(\.approvals.bands)
    governmentOnly = edition.stated(\.approvals.governmentInvestmentOnly)
    simplified = edition.stated(\.approvals.simplified).citations
  }

  /// Whether these documents may be one.
  public func finding(
    merging documents: [Identifier<SlugKind>], on figures: Figures, rule: RuleID = mergeAllowed, force: Force = .blocks
  ) -> Finding {
    let fitting = (bands.value ?? []).filter { Set(documents).isSubset(of: $0.item.merge) }
    let widest = fitting.max { $0.item.maxInclusive < $1.item.maxInclusive }
    var cites = widest?.citations ?? bands.citations
    var values = [NamedValue("investment", .money(figures.investment))]
    values += documents.map { NamedValue("document", .code($0.rawValue)) }
    values.append(NamedValue("government-investment", .flag(figures.isGovernmentInvestment)))
    if let isSimplified = figures.isSimplified { values.append(NamedValue("simplified", .flag(isSimplified))) }
    if let widest { values.append(NamedValue("at-most", .money(widest.item.maxInclusive))) }

    var result = Finding.Result.satisfied
    if documents.count > 1 {
      if figures.isSimplified == nil { result = .unknown }
      if figures.isSimplified == false {
        result = .violated
        cites = simplified + cites
      }
      if governmentOnly.value == true, !figures.isGovernmentInvestment {
        result = .violated
        cites = governmentOnly.citations + cites
      }
      if widest.map({ figures.investment > $0.item.maxInclusive }) ?? true { result = .violated }
    }
    return Finding(
      rule, result, force: force, origin: bands.isSilent ? .recommended : .document, cites: cites.eachOnce,
      values: values,
      sources: figures.sources, awaits: result == .unknown ? .approvals : nil)
  }

  /// What is merged already, judged again on a later figure. Nothing is reversed by itself: the finding advises, and
  /// says by whose word (domain §10.3).
  public func recheck(merged documents: [Identifier<SlugKind>], on figures: Figures) -> Finding {
    let judged = finding(merging: documents, on: figures, rule: DocumentBands.bandKept, force: .advises)
    return Finding(
      judged.rule, judged.result, force: .advises, origin: .recommended, cites: judged.cites.items,
      values: judged.values.items, sources: judged.sources.items, awaits: judged.awaits)
  }
}

extension [Citation] {
  /// Each article once, in the order of first mention.
  var eachOnce: [Citation] {
    var seen: Set<Citation> = []
    return filter { seen.insert($0).inserted }
  }
}
