import Contracts
import DomainModel
import FileStore
import Foundation

/// The queries of whoever audits or operates a service, the same for all five.
enum AuditQueries {
  /// Records that one page of a check may read.
  private static let budget = 20_000

  static func all(of contract: any ServiceContract.Type, _ invariants: [Invariant]) -> [QueryHandler] {
    handlers(contract, invariants)
  }

  private static func handlers<C: ServiceContract>(_ contract: C.Type, _ invariants: [Invariant]) -> [QueryHandler] {
    [
      .to(RefusalLogQuery<C>.self) { query, view, inquiry in
        guard let snapshot = view as? SnapshotView else { return RefusalLog(refusals: [], next: nil) }
        return try log(query, snapshot.snapshot, inquiry.principal)
      },
      .to(InvariantsQuery<C>.self) { query, view, _ in
        guard let id = query.invariant else { return InvariantPage(declared: invariants.map(\.declared)) }
        guard let invariant = invariants.first(where: { $0.id == id }) else {
          throw Refusal(.recordUnknown, pointers: ["/invariant"])
        }
        return try invariant.check(view, query.after?.value, InvariantBudget(budget))
      },
    ]
  }

  private static func log<C: ServiceContract>(
    _ query: RefusalLogQuery<C>, _ snapshot: any JournalSnapshot, _ principal: Principal
  ) throws -> RefusalLog {
    let filter = RefusalFilter(
      since: query.since.map { $0.beginning.description }, subject: query.project?.rawValue,
      principal: query.organisation?.rawValue, code: query.code?.rawValue)
    let page = try snapshot.refusals(filter, before: try query.before.map(mark), limit: query.limit.value)
    let decoder = JSONDecoder()
    return RefusalLog(
      refusals: page.records.compactMap { record in
        guard principal.mayActIn(subject: record.subject), let at = try? Instant(record.recordedAt),
          let problem = try? decoder.decode(Problem.self, from: record.reply)
        else { return nil }
        return RefusalLog.Entry(
          at: at, organisation: record.principal, source: record.source, key: record.key.flatMap { try? KeyFingerprint($0) },
          id: record.id, subject: record.subject, step: problem.step, code: problem.code, title: problem.title,
          retry: problem.retry, rules: Array(problem.findings.filter(\.stops).map(\.rule).prefix(20)))
      }, next: try page.next.map { try Text("\($0.recordedAt) \($0.source) \($0.id)") })
  }

  /// Neither an instant nor an id holds a blank; a source may.
  private static func mark(_ text: Text<300>) throws -> RefusalMark {
    let parts = text.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, let first = parts.first, let last = parts.last else {
      throw Refusal(.recordUnknown, pointers: ["/before"])
    }
    return RefusalMark(recordedAt: first, source: parts[1..<(parts.count - 1)].joined(separator: " "), id: last)
  }
}

extension BusinessDate {
  /// The first moment of the day at the office.
  fileprivate var beginning: Instant { Instant(milliseconds: Int64(dayNumber) * 86_400_000 - 8 * 3_600_000) }
}
