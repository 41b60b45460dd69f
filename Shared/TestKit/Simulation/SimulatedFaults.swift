/// How rough a simulated world is: of a thousand times, how often each thing goes wrong.
public struct SimulatedFaults: Sendable {
  /// A request that never arrives.
  public var lostRequest = 0
  /// An answer that never arrives: whether the request was carried out is not known to the sender.
  public var lostReply = 0
  /// A request that arrives twice, one after the other.
  public var doubledRequest = 0
  /// A request that arrives once more, much later, when nobody waits for its answer.
  public var lateRequest = 0
  /// A service that ends, before it decides, before it commits, after it committed, or while it hears another feed.
  public var crash = 0
  /// A commit for which the disk has no room.
  public var fullDisk = 0
  /// A feed's page that never arrives.
  public var lostPage = 0
  /// A service that is away for a stretch.
  public var absence = 0
  /// A clock that jumps: up to two days on or back, or stands still.
  public var clockJump = 0
  /// A service that drops all its entities and folds its journal again.
  public var rebuild = 0

  public init() {}

  /// Nothing goes wrong.
  public static let none = SimulatedFaults()

  /// Everything goes wrong now and then, some of it often.
  public static let rough: SimulatedFaults = {
    var faults = SimulatedFaults()
    faults.lostRequest = 60
    faults.lostReply = 60
    faults.doubledRequest = 60
    faults.lateRequest = 60
    faults.crash = 50
    faults.fullDisk = 30
    faults.lostPage = 150
    faults.absence = 4
    faults.clockJump = 50
    faults.rebuild = 1
    return faults
  }()
}
