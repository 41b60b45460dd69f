import Dispatch
import Foundation

/// Runs a front door on a thread of its own: a socket belongs to the thread that made it.
final class FrontDoorThread: Sendable {
  private let opened = Locked<Result<String, any Error>?>(nil)
  private let isOpen = DispatchSemaphore(value: 0)
  private let isClosed = DispatchSemaphore(value: 0)
  private let mayServe = DispatchSemaphore(value: 0)
  private let shared: LoopShared

  /// Binds the socket and waits with serving until `serve()`.
  init(_ equipment: FrontDoor.Equipment) {
    shared = equipment.shared
    let (opened, isOpen, isClosed, mayServe, shared) = (opened, isOpen, isClosed, mayServe, shared)
    let thread = Thread {
      do {
        let door = try FrontDoor(equipment)
        opened.value = .success(door.endpoint)
        isOpen.signal()
        mayServe.wait()
        try door.run()
      } catch {
        // Before it opened nobody is served yet and the one who waits for the endpoint is told; after, the loop is.
        opened.change { if $0 == nil { $0 = .failure(error) } }
        isOpen.signal()
        shared.fail(error)
      }
      isClosed.signal()
    }
    thread.name = "jiugai.door"
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Where the socket is bound.
  ///
  /// - Throws: why it could not be.
  func endpoint() throws -> String {
    isOpen.wait()
    guard let opened = opened.value else { preconditionFailure("a door is open or failed when it says so") }
    return try opened.get()
  }

  func serve() { mayServe.signal() }

  /// Waits until it has sent everything and closed its socket, which it does once the loop has ended.
  func join() {
    mayServe.signal()
    isClosed.wait()
    // Whoever else asks finds it closed too.
    isClosed.signal()
  }
}
