import DomainModel
import Foundation

/// All that five stopped services have stored, without what differs between any two runs: instants, keys and the names
/// of epochs. Two runs of one story must end alike.
public struct EndState: Equatable, Sendable {
  /// Every event in its order.
  public private(set) var events: [ServiceName: [String]] = [:]
  /// By kind and key.
  public private(set) var entities: [ServiceName: [String: String]] = [:]
  /// What the chain verifier found in any store.
  public private(set) var faults: [String] = []

  /// - Parameter stores: what each service has stored.
  public init(_ stores: [StoredRecords]) throws {
    let epochs = stores.map { ($0.epoch, $0.service.rawValue) }
    for store in stores {
      faults += store.faults.map { "\(store.service.rawValue): \($0)" }
      events[store.service] = try store.events.map { try EndState.plain($0, epochs, without: ["key"]) }
      entities[store.service] = try store.entities.reduce(into: [:]) {
        $0[EndState.named($1.key, epochs)] = try EndState.plain($1.value, epochs)
      }
    }
  }

  /// How two runs differ: one line for each event or entity, at most twenty for each service.
  public func differences(from other: EndState) -> [String] {
    var lines: [String] = []
    for service in ServiceName.allCases {
      var own: [String] = []
      let (left, right) = (events[service] ?? [], other.events[service] ?? [])
      if left.count != right.count { own.append("\(left.count) events, not \(right.count)") }
      for (place, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
        own.append("event \(place + 1):\n    \(EndState.cut(pair.0, pair.1))\n    \(EndState.cut(pair.1, pair.0))")
      }
      let (mine, theirs) = (entities[service] ?? [:], other.entities[service] ?? [:])
      for key in Set(mine.keys).union(theirs.keys).sorted() where mine[key] != theirs[key] {
        let (here, there) = (mine[key] ?? "absent", theirs[key] ?? "absent")
        own.append("\(key):\n    \(EndState.cut(here, there))\n    \(EndState.cut(there, here))")
      }
      lines += own.prefix(20).map { "\(service.rawValue) \($0)" }
    }
    return lines
  }

  // MARK: Leaving out

  /// - Parameter left: members of the whole to leave out: the sender's key is another in every installation.
  private static func plain(_ text: String, _ epochs: [(String, String)], without left: Set<String> = []) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(named(text, epochs).utf8), options: [.fragmentsAllowed])
    let whole = (value as? [String: Any])?.filter { !left.contains($0.key) } ?? value
    let kept = withoutInstants(whole)
    let data = try JSONSerialization.data(
      withJSONObject: kept, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  private static func named(_ text: String, _ epochs: [(String, String)]) -> String {
    epochs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func withoutInstants(_ value: Any) -> Any {
    switch value {
    case let object as [String: Any]:
      return object.filter { $0.key != "time" && $0.key != "recordedAt" }.mapValues(withoutInstants)
    case let array as [Any]: return array.map(withoutInstants)
    default: return value
    }
  }

  /// The stretch of a text around the first place where it differs from another.
  private static func cut(_ text: String, _ other: String) -> String {
    let same = zip(text, other).prefix { $0 == $1 }.count
    return "…" + text.dropFirst(max(0, same - 120)).prefix(300)
  }
}
