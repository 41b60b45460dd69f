import Contracts
import DomainModel
import FileStore
import Foundation

extension Engine {
  /// Does an erasure again that another copy of this journal names and this one does not, and records it as its own event.
  ///
  /// - Parameter stored: any event of the other copy.
  /// - Returns: whether it was an erasure that this journal did not know.
  func repeatErasure(_ stored: StoredEvent) throws -> Bool {
    guard Engine.erasingTypes.contains(stored.type) else { return false }
    let recorded = try decode(stored)
    guard let erasing = recorded.event as? any ErasingEvent else { return false }
    var isKnown = false
    try eachEvent(of: stored.stream, before: .max) { own in
      if own.event is any ErasingEvent, own.stamp.cause == recorded.stamp.cause { isKnown = true }
    }
    guard !isKnown else { return false }
    struct Clerk: Decodable { let clerk: ClerkID? }
    let origin = Origin(
      effectiveOn: recorded.stamp.effectiveOn, recordedAt: clock(), organisation: recorded.stamp.organisation,
      clerk: try decoder.decode(Clerk.self, from: stored.bytes).clerk, key: nil, cause: recorded.stamp.cause)
    try record(recorded.event, receipt: nil, origin)
    erase(erasing.erasedPerson, by: recorded.event)
    try commit()
    return true
  }

  private static let erasingTypes: Set<String> = Set(
    Catalogue.events.compactMap { $0 is any ErasingEvent.Type ? $0.wireType : nil })
}
