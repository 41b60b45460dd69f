import DomainModel

/// What is the same for all events of one type, put together once: types make their names anew whenever they are asked.
struct EventTraits {
  let wireType: String
  let version: Int
  let isCritical: Bool
  /// How the readers are written beside the event.
  let readers: String
  let folds: [Fold]
  /// Whether it takes earlier events back, so that its stream is folded again.
  let takesBack: Bool

  init(_ type: any Event.Type, folds: [String: [Fold]]) {
    wireType = type.wireType
    version = type.version
    isCritical = type.isCritical
    readers = type.readers.label
    self.folds = folds[wireType] ?? []
    takesBack = type is any WithdrawingEvent.Type || type is any HearingWithdrawingEvent.Type
  }
}
