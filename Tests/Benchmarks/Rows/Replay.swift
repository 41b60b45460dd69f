import DomainModel
import Foundation

/// Row 6: a new consumer reads a feed from its beginning, page by page, and follows the chain.
enum Replay {
  static func measure(_ bench: Workbench) throws -> RowReport {
    let count = min(bench.events, 200_000)
    var report = RowReport(6, "feed of \(count.grouped) events to a new consumer, chain followed")
    try bench.withRig("replay") { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(1)
      let generator = try JournalGenerator(store: rig.store(of: .voting), vaultKey: try rig.vaultKey(of: .voting))
      try generator.addPublicEvents(count)
      try generator.close()
      try rig.start(.voting)
      _ = try rig.waitUntilReady(.voting)
      let probe = try StoreProbe(store: rig.store(of: .voting))
      let line = try rig.pipeline(to: .voting)
      defer { line.close() }
      var rates: [Int] = [], raw: [Int] = [], processor: [Int] = []
      for run in 1...Workbench.runs {
        let service = ProcessorTime(of: rig.process(of: .voting))
        let watch = Stopwatch()
        let shown = try FeedWatcher(of: .voting, through: line).catchUp()
        guard shown >= count else { throw BenchFault("only \(shown) of \(count) events were shown") }
        rates.append(watch.rate(of: shown))
        processor.append(service.nanoseconds(per: shown))
        raw.append(try probe.readEvents(page: 500).rate)
        bench.say("row 6, run \(run): \(rates.last?.grouped ?? "") events/s")
      }
      report.figures = [
        Figure("events", "events/s", rates), Figure("raw SQLite, the same rows, 500 at a time", "events/s", raw),
        Figure("processor time of the service for an event", "ns", processor),
      ]
      report.compare("feed to raw SQLite", rates.median, to: raw.median)
      report.compare("feed to the first aim of 30,000/s", rates.median, to: 30_000)
    }
    return report
  }
}
