import Contracts
import DomainModel
import FileStore
import Foundation

/// The queries that all services answer alike. Health is answered by the runtime, which alone knows it.
enum StandingQueries {
  static func all(of definition: ServiceDefinition) -> [QueryHandler] {
    handlers(definition.contract, definition.deadlines)
  }

  private static func handlers<C: ServiceContract>(_ contract: C.Type, _ deadlines: DeadlineReader?) -> [QueryHandler] {
    [
      .to(DeadlinesQuery<C>.self) { query, view, inquiry in
        guard let deadlines else { return Deadlines(asOf: query.asOf ?? inquiry.today, deadlines: []) }
        return try deadlines.answer(
          of: query.project, in: query.division, after: query.after, asOf: query.asOf ?? inquiry.today,
          until: query.until, view, inquiry)
      },
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
            guard let first = records.obstacles.first(where: { $0.reason != "behind" }) ?? records.first,
              let feed = ServiceName(rawValue: first.event.feed)
            else { return nil }
            return Parked.Waiting(
              project: subject, feed: feed, sequence: first.event.sequence, epoch: first.event.epoch,
              events: records.count, reason: first.reason, detail: first.detail)
          }.sorted { $0.project < $1.project })
      },
      .to(PersonHoldingsQuery<C>.self) { query, view, inquiry in
        guard let snapshot = view as? SnapshotView else { return PersonHoldings(of: query.person) }
        return try PersonReading(snapshot, inquiry).holdings(
          of: query.person, in: query.project, asOf: query.asOf ?? inquiry.today)
      },
      .to(DuePersonsQuery<C>.self) { query, view, inquiry in
        guard let snapshot = view as? SnapshotView else { return DuePersons(persons: [], kept: 0, next: nil) }
        return try PersonReading(snapshot, inquiry).due(
          in: query.project, asOf: query.asOf ?? inquiry.today, after: query.after)
      },
      .to(ParkedEventsQuery<C>.self) { query, view, _ in
        guard let snapshot = view as? SnapshotView else { return ParkedEvents(count: 0, events: []) }
        let records = try snapshot.snapshot.parked(subject: query.subject, limit: 100_000)
        return ParkedEvents(
          count: records.count,
          events: records.prefix(200).compactMap { record in
            guard let feed = ServiceName(rawValue: record.event.feed) else { return nil }
            return ParkedEvents.Waiting(
              feed: feed, epoch: record.event.epoch, sequence: record.event.sequence, type: type(of: record),
              reason: record.reason, detail: record.detail, parkedAt: record.parkedAt)
          })
      },
    ]
  }

  /// The wire type of a parked event, if it has one.
  private static func type(of record: ParkedRecord) -> String? {
    struct Typed: Decodable { let type: WireType }
    struct WireType: Decodable {
      let text: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try container.decode(String.self)
        // Anything else would be the sender's own words.
        guard EventEnvelope.name(of: text) != nil, LoopShared.isPlain(text, 1...100) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a wire type")
        }
      }
    }
    return (try? JSONDecoder().decode(Typed.self, from: record.bytes))?.type.text
  }
}
