import DomainModel

/// What a service records of another's event beside its facts. It judges nothing and looks at nothing, so that no order
/// between feeds matters.
public struct Reaction: Sendable {
  public let event: any Event.Type
  let record: @Sendable (any Event, EventStamp) -> [any Event]

  /// - Parameter record: gives the own events that say what was heard; none when nothing is to be kept.
  public static func to<E: Event>(
    _ type: E.Type, _ record: @escaping @Sendable (E, EventStamp) -> [any Event]
  ) -> Reaction {
    Reaction(event: type) { event, stamp in
      guard let event = event as? E else { preconditionFailure("a reaction was given another type of event") }
      return record(event, stamp)
    }
  }
}
