import Contracts
import DomainModel
import FileStore
import Foundation

/// The queries that all services answer alike. Health is answered by the runtime, which alone knows it.
enum StandingQueries {
  static func all(of contract: any ServiceContract.Type) -> [QueryHandler] { handlers(contract) }

  private static func handlers<C: ServiceContract>(_ contract: C.Type) -> [QueryHandler] {
    [
      .to(ReceiptsQuery<C>.self) { query, view, _ in
        Receipts(
          receipts: try view.all(StepRecord.self, prefix: "\(query.project)#").map {
            TakenStep(sequence: $0.sequence, receipt: $0.receipt, inQuestion: $0.inQuestion)
          })
      },
      .to(FactsQuery<C>.self) { query, view, _ in
        KnownFacts(facts: try view.facts(of: query.project).all.map { KnownFacts.Known(key: $0.key, fact: $0.fact) })
      },
      .to(RefusalsQuery<C>.self) { query, view, _ in
        guard let snapshot = view as? SnapshotView else { return Refusals(refusals: []) }
        let decoder = JSONDecoder()
        return Refusals(
          refusals: try snapshot.snapshot.refusals(subject: query.project.rawValue, limit: 200).compactMap { record in
            guard let at = try? Instant(record.recordedAt),
              let problem = try? decoder.decode(Problem.self, from: record.reply)
            else { return nil }
            return Refusals.Given(at: at, organisation: record.principal, problem: problem)
          })
      },
      .to(ParkedQuery<C>.self) { _, view, _ in
        guard let snapshot = view as? SnapshotView else { return Parked(projects: []) }
        let groups = Dictionary(grouping: try snapshot.snapshot.parked(subject: nil, limit: 10_000), by: \.subject)
        return Parked(
          projects: groups.compactMap { subject, records in
            guard let first = records.first, let feed = ServiceName(rawValue: first.event.feed) else { return nil }
            return Parked.Waiting(
              project: subject, feed: feed, sequence: first.event.sequence, events: records.count, reason: first.reason,
              detail: first.detail)
          }.sorted { $0.project < $1.project })
      },
    ]
  }
}
