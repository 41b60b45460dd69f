import ClientKit
import DomainModel
import Foundation
import Messaging
import Policy
import ServiceKit
import Synchronization

/// Five services in one thread, with everything between them simulated: what gets lost, doubled or late, who ends when, whose
/// clock jumps. All of it follows from a seed, so a run that went wrong goes wrong again in the same way.
///
/// The engines, journals (in memory), query desks, feeds and the checks of their chains are the real ones. Sockets, disks and
/// processes are not here: real processes are killed in the tests of the whole system.
public final class SimulatedSystem: Carrier {
  private let world: Mutex<SimulatedWorld>

  /// - Parameters:
  ///   - services: the five, or as many as take part.
  ///   - connection: who may speak to them, by role.
  ///   - seed: what goes wrong, and when, follows from it.
  public init(
    _ services: [ServiceDefinition], laws: InstalledLaws, connection: Connection, faults: SimulatedFaults = .none, seed: UInt64 = 1
  ) throws {
    world = Mutex(try SimulatedWorld(
        services, laws: SimulatedLaws(installed: laws), connection: connection, faults: faults, seed: seed))
  }

  /// Carries a request until an answer comes, whatever happens to it on the way.
  public func carry(_ request: OutboundRequest, to service: ServiceName, as role: Role) async throws -> ReplyFrames {
    try world.withLock { try $0.carry(request, to: service, as: role) }
  }

  /// Carries many, one after the other.
  public func carry(
    _ requests: [OutboundRequest], to service: ServiceName, as role: Role, inFlight: Int
  ) async throws -> [Result<ReplyFrames, RequestFailure>] {
    var answers: [Result<ReplyFrames, RequestFailure>] = []
    for request in requests {
      do { answers.append(.success(try await carry(request, to: service, as: role))) } catch let failure as RequestFailure {
        answers.append(.failure(failure))
      }
    }
    return answers
  }

  /// There are no connections here.
  public func connectionState(to service: ServiceName, as role: Role) -> ConnectionState? { nil }

  /// Nothing is open here; the journals stay, so that they can be looked at.
  public func close() {}

  /// How often each thing happened, by its name.
  public var happenings: [String: Int] { world.withLock { $0.happenings } }

  /// What happened, in its order: two runs of one seed tell the same.
  public var course: [String] { world.withLock { $0.course } }

  /// Lets everybody hear everything, without faults; then folds each journal again and gives what the services hold.
  ///
  /// - Throws: `SimulatedBreach` when a fold gives other entities, or an acknowledged command is not there exactly once.
  public func settled() throws -> EndState { try world.withLock { try $0.settled() } }
}

/// A promise that did not hold.
public struct SimulatedBreach: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
