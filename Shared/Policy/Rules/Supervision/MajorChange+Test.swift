import DomainModel

extension MajorChange {
  /// Whether a change of design is material (重大): an item came in or fell away, where that counts, or the cost moves by
  /// *more* than the share of the approved investment. Exactly the share is not material (domain §11, CST-07; GK: 超过
  /// excludes the figure).
  public func isMajor(difference: Money, approved investment: Money, itemsChanged: Bool) -> Bool {
    if anyItemAddedOrRemoved, itemsChanged { return true }
    return Int128(difference.fen) * Int128(investmentOver.denominator)
      > Int128(investment.fen) * Int128(investmentOver.numerator)
  }
}
