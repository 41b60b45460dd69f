import Synchronization

/// A bounded hand-over from any thread to a loop thread.
///
/// It says when it is full instead of growing or dropping: the caller then answers `BUSY`. (An `AsyncStream` does one of
/// the other two.)
public final class Mailbox<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let capacity: Int
  private let wakeUp: WakeUp
  private let state = Mutex(State())

  /// - Parameters:
  ///   - capacity: how many elements may wait, at least 1.
  ///   - wakeUp: signalled when the first element comes into the empty box; several boxes may share one.
  public init(capacity: Int, wakeUp: WakeUp) {
    precondition(capacity > 0, "a mailbox holds at least one element")
    self.capacity = capacity
    self.wakeUp = wakeUp
  }

  /// Puts an element in; `false` when the box is full or closed, and then nothing has changed.
  public func put(_ element: Element) -> Bool {
    let before: Int? = state.withLock {
      guard !$0.isClosed, $0.elements.count < capacity else { return nil }
      $0.elements.append(element)
      return $0.elements.count - 1
    }
    if before == 0 { wakeUp.signal() }
    return before != nil
  }

  /// Takes everything out, oldest first.
  public func takeAll() -> [Element] {
    state.withLock {
      let taken = $0.elements
      $0.elements = []
      return taken
    }
  }

  /// Refuses every further element and gives back those that nobody will take any more.
  public func close() -> [Element] {
    state.withLock {
      $0.isClosed = true
      let left = $0.elements
      $0.elements = []
      return left
    }
  }

  /// Whether the box refuses for good.
  public var isClosed: Bool { state.withLock { $0.isClosed } }

  /// How many elements wait now; only a hint, as other threads go on.
  public var count: Int { state.withLock { $0.elements.count } }
}
