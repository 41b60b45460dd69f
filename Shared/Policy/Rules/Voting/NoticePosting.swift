import DomainModel

/// What a notice is held against when it is posted: what hangs, where, and which dates it bears (domain §5.1).
public struct NoticePosting: Sendable {
  /// What joins the other contents only after the vote (plan 3.3).
  public static let voteSummary: Identifier<SlugKind> = "vote-summary"

  private let terms: NoticeTerms

  public init(_ terms: NoticeTerms) {
    self.terms = terms
  }

  /// Everything that the city wants posted, but for the summary of a vote that is still to come; nil where it lists nothing.
  public func contents(_ posted: Set<Identifier<SlugKind>>) -> Finding? {
    guard case .stated(let wanted, let cites) = terms.contents else { return nil }
    let codes = wanted.map(\.item.code).filter { $0 != NoticePosting.voteSummary }
    return .complete("notice.contents-complete", codes, among: posted, cites: cites)
  }

  /// Every place where it has to hang; nil where the city names none.
  public func places(_ places: Set<Identifier<SlugKind>>) -> Finding? {
    guard case .stated(let wanted, let cites) = terms.places else { return nil }
    return .complete("notice.places-complete", wanted, among: places, cites: cites)
  }

  /// The dates on the notice: long enough where they are printed, and printed where late objections are barred.
  public func printed(_ lastDay: BusinessDate?, _ period: NoticePeriod) -> Finding? {
    guard let lastDay else {
      guard case .stated(.rejected, _) = terms.lateObjections else { return nil }
      return Finding(
        "notice.period-printed", .violated, origin: .recommended, cites: [.choice("printed-period")],
        values: [NamedValue("printed", .flag(false))])
    }
    let holds = period.earliestLastDay.map { lastDay >= $0 } ?? (lastDay >= period.postedOn)
    return Finding(
      "notice.period-printed", holds ? .satisfied : .violated, cites: terms.minimum.citations,
      values: period.arithmetic + [
        NamedValue("printed-last-day", .date(lastDay)),
        NamedValue("printed-days", .count(Int64(lastDay.days(since: period.postedOn)))),
      ])
  }
}
