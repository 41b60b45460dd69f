import DomainModel

/// What is the same for all events of one type, put together once: types make their names anew whenever they are asked.
struct EventTraits {
  let wireType: String
  let version: Int
  let isCritical: Bool
  /// How the readers are written beside the event.
  let readers: String
  let folds: [Fold]
  /// Whether it withdraws, erases or discloses. Asked once for the type: asking each event for its protocols is slow.
  let isSpecial: Bool

  init(_ type: any Event.Type, folds: [String: [Fold]]) {
    wireType = type.wireType
    version = type.version
    isCritical = type.isCritical
    readers = type.readers.label
    self.folds = folds[wireType] ?? []
    isSpecial = type is any WithdrawingEvent.Type || type is any ErasingEvent.Type || type is any DisclosingEvent.Type
  }
}
