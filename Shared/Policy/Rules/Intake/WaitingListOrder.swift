import DomainModel

/// The order in which the waiting list is shown (domain §7.4, ours): communities that qualify for central or provincial
/// subsidy, then the first to have all resident money in place, then the higher ratio, then professional management.
/// It is shown to the panel and never applied.
public struct WaitingListOrder: Sendable {
  /// What is known of one project on the list.
  public struct Candidate: Hashable, Sendable {
    public let project: ProjectID
    public let qualifiesForUpperSubsidy: Bool?
    /// The clearing day of the deposit that completed the resident money, never the day of data entry.
    public let fundsCompleteSince: BusinessDate?
    /// Cleared of planned money; nil before there is an estimate.
    public let inPlace: Share?
    public let hasProfessionalManagement: Bool?

    public init(
      project: ProjectID, qualifiesForUpperSubsidy: Bool?, fundsCompleteSince: BusinessDate?, inPlace: Share?,
      hasProfessionalManagement: Bool?
    ) {
      self.project = project
      self.qualifiesForUpperSubsidy = qualifiesForUpperSubsidy
      self.fundsCompleteSince = fundsCompleteSince
      self.inPlace = inPlace
      self.hasProfessionalManagement = hasProfessionalManagement
    }
  }

  /// The candidates, best placed first; of equals the lower project number.
  public static func sorted(_ candidates: [Candidate]) -> [Candidate] {
    candidates.sorted { precedes($0, $1) }
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    let subsidy = (left.qualifiesForUpperSubsidy ?? false, right.qualifiesForUpperSubsidy ?? false)
    if subsidy.0 != subsidy.1 { return subsidy.0 }
    switch (left.fundsCompleteSince, right.fundsCompleteSince) {
    case (let first?, let second?) where first != second: return first < second
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    switch (left.inPlace, right.inPlace) {
    case (let first?, let second?):
      // a/b against c/d by cross-multiplication: no ratio is ever rounded.
      let products = (
        Int128(first.numerator) * Int128(second.denominator), Int128(second.numerator) * Int128(first.denominator)
      )
      if products.0 != products.1 { return products.0 > products.1 }
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    let managed = (left.hasProfessionalManagement ?? false, right.hasProfessionalManagement ?? false)
    if managed.0 != managed.1 { return managed.0 }
    return left.project < right.project
  }
}
