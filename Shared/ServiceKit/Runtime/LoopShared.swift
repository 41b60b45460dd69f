import Contracts
import DomainModel
import Dispatch
import Foundation
import Logging
import Messaging
import Synchronization

/// What the loop, the front door and the workers beside them share.
final class LoopShared: Sendable {
  /// Wakes the loop: there are commands.
  let wakeUp: WakeUp
  /// Wakes the front door: there are answers.
  let doorWakeUp: WakeUp
  /// Answers to be sent, in portions.
  let outbox: Mailbox<[OutgoingReply]>
  private let arrivals: Mailbox<[WaitingCommand]>
  private let waiting = Atomic<Int>(0)
  private let toldHead = Atomic<Int64>(0)
  /// Where the loop stands in the feeds that it follows.
  let positions = Locked<[Health.FeedPosition]>([])
  let access: AccessDesk
  let startedAt = Instant.now()
  private let storeFolder: URL
  private let stopping = Atomic<Bool>(false)
  private let doorClosed = Atomic<Bool>(false)
  private let loopEnded = Atomic<Bool>(false)
  private let failure = Locked<(any Error)?>(nil)
  private let underWay = Atomic<Int>(0)
  private let queue = DispatchQueue(label: "jiugai.readers", attributes: .concurrent)
  private let faults = Locked<[WireCode: Int]>([:])

  init(access: AccessDesk, storeFolder: URL) throws {
    wakeUp = try WakeUp()
    doorWakeUp = try WakeUp()
    outbox = Mailbox(capacity: 4096, wakeUp: doorWakeUp)
    arrivals = Mailbox(capacity: 100_000, wakeUp: wakeUp)
    self.access = access
    self.storeFolder = storeFolder
  }

  // MARK: Stopping

  var isStopping: Bool { stopping.load(ordering: .acquiring) }

  func stop() {
    stopping.store(true, ordering: .releasing)
    doorWakeUp.signal()
  }

  /// The front door takes nothing any more, and has handed over what it took.
  func closeDoor() {
    doorClosed.store(true, ordering: .releasing)
    wakeUp.signal()
  }

  var doorHasClosed: Bool { doorClosed.load(ordering: .acquiring) }

  /// The loop answers nothing any more, and has put its answers into the outbox.
  func endLoop() {
    stopping.store(true, ordering: .releasing)
    loopEnded.store(true, ordering: .releasing)
    doorWakeUp.signal()
  }

  var loopHasEnded: Bool { loopEnded.load(ordering: .acquiring) }

  /// The front door broke: the service cannot go on.
  func fail(_ error: any Error) {
    failure.value = error
    stop()
    closeDoor()
  }

  /// - Throws: what the front door broke with.
  func requireDoor() throws {
    if let error = failure.value { throw error }
  }

  // MARK: Commands

  /// How many commands wait for the loop.
  var waitingCommands: Int { waiting.load(ordering: .relaxed) }

  func handOver(_ commands: [WaitingCommand]) {
    guard !commands.isEmpty else { return }
    waiting.add(commands.count, ordering: .relaxed)
    // The front door hands over no more than two batches, so the box has room.
    _ = arrivals.put(commands)
  }

  /// What has arrived since the last call, oldest first.
  func takeArrivals() -> [WaitingCommand] { Array(arrivals.takeAll().joined()) }

  /// Commands that were handed over are answered, or about to be: as many more may come.
  func answered(_ count: Int) { waiting.subtract(count, ordering: .relaxed) }

  /// The journal's last number. It may be a moment behind the store, never ahead of it.
  var head: Int64 { toldHead.load(ordering: .acquiring) }

  func tell(head: Int64) {
    // Readers that wait for news are with the front door.
    if toldHead.exchange(head, ordering: .acquiringAndReleasing) != head { doorWakeUp.signal() }
  }

  // MARK: Work beside the loop

  /// Starts work on another thread; false when too much is under way already.
  func work(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard underWay.add(1, ordering: .relaxed).newValue <= 256 else {
      underWay.subtract(1, ordering: .relaxed)
      return false
    }
    queue.async {
      body()
      self.underWay.subtract(1, ordering: .relaxed)
    }
    return true
  }

  /// Waits until what was started has ended. Nothing may be started any more.
  func awaitWork() { queue.sync(flags: .barrier) {} }

  func outbox(_ reply: OutgoingReply) {
    // A full box means that nobody takes replies; the asker's next attempt gets its answer.
    _ = outbox.put([reply])
  }

  // MARK: Figures

  /// Messages that were not judged are counted by code, not stored.
  func count(_ code: WireCode) {
    faults.change { $0[code, default: 0] += 1 }
  }

  /// The counts since the last call, for the log: at a bounded rate, whatever is thrown at the service.
  func takeFaults() -> [WireCode: Int] {
    faults.change { counts in
      defer { counts = [:] }
      return counts
    }
  }

  func diskFree() -> Int64 {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: storeFolder.path)
    return (values?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
  }

  func diskSize() -> Int64? {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: storeFolder.path)
    return (values?[.systemSize] as? NSNumber)?.int64Value
  }

  func storeSize() -> Int64 {
    var size: Int64 = 0
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
      let file = storeFolder.appendingPathComponent(name).path
      let values = try? FileManager.default.attributesOfItem(atPath: file)
      size += (values?[.size] as? NSNumber)?.int64Value ?? 0
    }
    return size
  }

  /// Nanoseconds of the monotonic clock.
  static func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// Letters, digits and `-_.:` only: an id that reads the same everywhere.
  static func isPlain(_ text: String, _ length: ClosedRange<Int>) -> Bool {
    length.contains(text.utf8.count)
      && text.utf8.allSatisfy {
        ($0 >= 97 && $0 <= 122) || ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 58) || $0 == 45 || $0 == 46 || $0 == 95
      }
  }
}
