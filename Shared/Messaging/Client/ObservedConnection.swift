import Synchronization

/// The state of a connection as its thread last saw it, for others to read.
final class ObservedConnection: Sendable {
  private let current = Mutex(ConnectionState.connecting)

  var state: ConnectionState { current.withLock { $0 } }

  func note(_ state: ConnectionState) { current.withLock { $0 = state } }
}
