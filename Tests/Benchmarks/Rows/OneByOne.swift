import DomainModel
import Foundation

/// Row 1: ballots one by one. Each is a command of its own, decided, written, synced and answered.
enum OneByOne {
  static func measure(_ bench: Workbench) throws -> RowReport {
    var report = RowReport(1, "ballots recorded durably, one by one, \(bench.window) in flight on \(bench.connections) connections")
    try bench.withRig("one-by-one") { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(1)
      try rig.start(.voting)
      _ = try rig.waitUntilReady(.voting)
      let line = try rig.pipeline(to: .voting, connections: bench.connections, inFlight: bench.inFlight)
      defer { line.close() }
      bench.say("row 1: a roll of \(bench.ballots * Workbench.runs + bench.ballots / 4) units")
      var precinct = try electorate.precinct(
        units: bench.ballots * Workbench.runs + bench.ballots / 4, through: try rig.pipeline(to: .voting))
      try line.run(try electorate.ballots(bench.ballots / 4, in: &precinct))
      let probe = try StoreProbe(store: rig.store(of: .voting))
      let bytes = try probe.bytesPerBallot()
      let raw = try RawStore(file: rig.folder.appendingPathComponent("raw.sqlite"))
      let echo = try Echo()
      let echoLine = try echo.pipeline(connections: bench.connections, inFlight: bench.inFlight)

      // The limits are measured between the runs, so that what else the machine does hits all three alike.
      var rates: [Int] = [], processor: [Int] = [], busiest: [Int] = [], client: [Int] = [], stored: [Int] = [], echoed: [Int] = []
      for run in 1...Workbench.runs {
        let requests = try electorate.ballots(bench.ballots, in: &precinct)
        let pace = try bench.pace(requests, ballots: bench.ballots, through: line, of: rig)
        rates.append(pace.rate)
        processor.append(pace.serviceNanoseconds)
        busiest.append(pace.busiestNanoseconds)
        client.append(pace.clientNanoseconds)
        stored.append(try raw.append(bench.ballots, bytes: bytes, batch: bench.window))
        let watch = Stopwatch()
        try echoLine.run(requests)
        echoed.append(watch.rate(of: requests.count))
        bench.say("row 1, run \(run): \(pace.rate.grouped) ballots/s")
      }
      echoLine.close()
      echo.close()
      report.figures = [
        Figure("ballots", "ballots/s", rates),
        Figure("raw SQLite, FULL, \(bytes) bytes, \(bench.window) a commit", "rows/s", stored),
        Figure("ZeroMQ echo, CURVE, the same frames and window", "echoes/s", echoed),
        Figure("processor time of the service for a ballot", "ns", processor),
        Figure("of that, on the thread that decides and writes", "ns", busiest),
        Figure("processor time of the clients for a ballot", "ns", client),
      ]
      report.compare("ballots to raw SQLite", rates.median, to: stored.median)
      report.compare("ballots to echoes", rates.median, to: echoed.median)
      report.compare("ballots to the first aim of 15,000/s", rates.median, to: 15_000)
    }
    return report
  }
}
