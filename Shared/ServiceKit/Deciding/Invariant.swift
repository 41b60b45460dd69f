import Contracts
import DomainModel
import Foundation

/// What must always hold between a service's records, whatever was recorded: a second way to the same figures, so that a
/// fault of the program or a hand in the store shows. A service declares its invariants beside its folds; how and when they
/// are checked, by query or beside the store, is the same for all.
public struct Invariant: Sendable {
  /// Where it does not hold: the figures, in both languages.
  public typealias Fault = StoreReport.Said

  public let declared: InvariantPage.Declared
  let check: @Sendable (any EntityView, String?, InvariantBudget) throws -> InvariantPage

  public var id: Identifier<SlugKind> { declared.id }

  /// - Parameters:
  ///   - id: stable, such as `ledger-balances`.
  ///   - type: the entity that is looked at, one after the other.
  ///   - fault: what is wrong with one of them; none while it holds. What it reads counts against a budget.
  public static func each<E: Entity>(
    _ id: Identifier<SlugKind>, of type: E.Type, zh: String, en: String,
    _ fault: @escaping @Sendable (E, any EntityView) throws -> [Fault]
  ) -> Invariant {
    Invariant(declared: .init(id: id, zh: zh, en: en)) { view, after, budget in
      var faults: [InvariantPage.Fault] = []
      var deferred: [String] = []
      var checked = 0
      var last = after
      let page = try view.all(type, prefix: "", after: after, limit: InvariantBudget.pageSize)
      for entity in page {
        let counted = BudgetedView(view, budget)
        do {
          faults += try fault(entity, counted).map { .init(place: "\(E.kind) \(entity.key)", zh: $0.zh, en: $0.en) }
          checked += 1
        } catch is InvariantBudget.Spent {
          // One that alone is too much is left to the check beside the store; what others have used up is had anew.
          if checked > 0 || !deferred.isEmpty { break }
          deferred.append("\(E.kind) \(entity.key)")
        }
        last = entity.key
        if faults.count >= InvariantBudget.mostFaults { break }
      }
      let isDone = page.count < InvariantBudget.pageSize && last == page.last?.key || page.isEmpty
      return InvariantPage(
        checked: checked, faults: faults, deferred: deferred, next: isDone ? nil : try last.map { try Text($0) })
    }
  }
}

/// How many records one page of a check may read: a query holds a read snapshot, and a long one keeps the log from being
/// emptied.
final class InvariantBudget {
  struct Spent: Error {}

  static let pageSize = 200
  static let mostFaults = 100
  private var left: Int

  init(_ records: Int) { left = records }

  var remaining: Int { left }

  func spend(_ records: Int) throws {
    left -= records
    if left < 0 { throw Spent() }
  }
}

/// Entities, every one of which is counted.
private struct BudgetedView: EntityView {
  private let view: any EntityView
  private let budget: InvariantBudget

  init(_ view: any EntityView, _ budget: InvariantBudget) {
    self.view = view
    self.budget = budget
  }

  func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? {
    try budget.spend(1)
    return try view.get(type, key)
  }

  func all<E: Entity>(_ type: E.Type, prefix: String, after: String?, limit: Int) throws -> [E] {
    let found = try view.all(type, prefix: prefix, after: after, limit: min(limit, budget.remaining + 1))
    try budget.spend(found.count)
    return found
  }

  func find<E: Entity>(_ type: E.Type, index: String, value: String, limit: Int) throws -> [E] {
    let found = try view.find(type, index: index, value: value, limit: min(limit, budget.remaining + 1))
    try budget.spend(found.count)
    return found
  }
}

extension EntityView {
  /// Visits every entity whose key begins with `prefix`, in the order of their keys, a page at a time.
  public func each<E: Entity>(_ type: E.Type, prefix: String, _ visit: (E) throws -> Void) throws {
    var after: String?
    while true {
      let page = try all(type, prefix: prefix, after: after, limit: 1_000)
      for entity in page { try visit(entity) }
      guard page.count == 1_000, let last = page.last else { return }
      after = last.key
    }
  }
}
