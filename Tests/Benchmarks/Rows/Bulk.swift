import DomainModel
import Foundation

/// Row 2: the same ballots in commands of 500, each row with an outcome of its own.
enum Bulk {
  static let rows = 500

  static func measure(_ bench: Workbench) throws -> RowReport {
    let count = min(bench.ballots * 3, 90_000)
    var report = RowReport(2, "ballots in commands of \(rows)")
    try bench.withRig("bulk") { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(Workbench.runs)
      try rig.start(.voting)
      _ = try rig.waitUntilReady(.voting)
      let line = try rig.pipeline(to: .voting)
      let bulk = try rig.pipeline(to: .voting, connections: 2, inFlight: 8)
      let raw = try RawStore(file: rig.folder.appendingPathComponent("raw.sqlite"))
      defer {
        line.close()
        bulk.close()
      }
      var rates: [Int] = [], processor: [Int] = [], busiest: [Int] = [], client: [Int] = [], stored: [Int] = [], bytes = 0
      for run in 1...Workbench.runs {
        bench.say("row 2, run \(run): a roll of \(count) units")
        var precinct = try electorate.precinct(units: count, through: line)
        let requests = try electorate.bulkBallots(count, rows: rows, in: &precinct)
        let pace = try bench.pace(requests, ballots: count, through: bulk, of: rig)
        rates.append(pace.rate)
        processor.append(pace.serviceNanoseconds)
        busiest.append(pace.busiestNanoseconds)
        client.append(pace.clientNanoseconds)
        bytes = try StoreProbe(store: rig.store(of: .voting)).bytesPerBallot()
        stored.append(try raw.append(count, bytes: bytes, batch: rows * 4))
        bench.say("row 2, run \(run): \(pace.rate.grouped) ballots/s")
      }
      report.figures = [
        Figure("ballots", "ballots/s", rates),
        Figure("raw SQLite, FULL, \(bytes) bytes, \(rows * 4) a commit", "rows/s", stored),
        Figure("processor time of the service for a ballot", "ns", processor),
        Figure("of that, on the thread that decides and writes", "ns", busiest),
        Figure("processor time of the clients for a ballot", "ns", client),
      ]
      report.compare("ballots to raw SQLite", rates.median, to: stored.median)
      report.compare("ballots to the first aim of 60,000/s", rates.median, to: 60_000)
    }
    return report
  }
}
