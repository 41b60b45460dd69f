import DomainModel

/// What is the same for all events of one type, put together once: types make their names anew whenever they are asked.
struct EventTraits {
  let wireType: String
  let version: Int
  let isCritical: Bool
  /// How the readers are written beside the event.
  let readers: String
  let folds: [Fold]
  /// Whether it withdraws, erases, discloses or accepts a feed. Asked once for the type: asking each event for its protocols is slow.
  let isSpecial: Bool
  /// Whether it takes earlier events back, so that its stream is folded again.
  let takesBack: Bool

  init(_ type: any Event.Type, folds: [String: [Fold]]) {
    wireType = type.wireType
    version = type.version
    isCritical = type.isCritical
    readers = type.readers.label
    self.folds = folds[wireType] ?? []
    takesBack = type is any WithdrawingEvent.Type || type is any HearingWithdrawingEvent.Type
    isSpecial =
      takesBack || type is any ErasingEvent.Type || type is any DisclosingEvent.Type || type is any FeedAcceptingEvent.Type
  }
}
