import DomainModel
import Foundation

/// Row 3: one command at a time; the next is sent when the answer to the one before is there.
enum RoundTrip {
  static let count = 300

  static func measure(_ bench: Workbench) throws -> RowReport {
    var report = RowReport(3, "one command at a time, median of \(count)")
    try bench.withRig("round-trip") { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(1)
      try rig.start(.voting)
      _ = try rig.waitUntilReady(.voting)
      let line = try rig.pipeline(to: .voting)
      defer { line.close() }
      var precinct = try electorate.precinct(units: count * Workbench.runs + 50, through: line)
      try line.run(try electorate.ballots(50, in: &precinct))
      let disk = try DiskSync(file: rig.folder.appendingPathComponent("sync"))
      defer { disk.close() }
      let echo = try Echo()
      let echoLine = try echo.pipeline(connections: 1, inFlight: 1)
      var processor: [Int] = [], trips: [Int] = [], late: [Int] = [], syncs: [Int] = [], echoes: [Int] = []
      for _ in 1...Workbench.runs {
        let requests = try electorate.ballots(count, in: &precinct)
        let service = ProcessorTime(of: rig.process(of: .voting))
        let samples = try requests.map { try timed($0, line) }
        processor.append(service.nanoseconds(per: count) / 1000)
        trips.append(samples.median)
        late.append(samples.percentile(99))
        syncs.append(try disk.measure(count).median)
        echoes.append(try requests.map { try timed($0, echoLine) }.median)
      }
      echoLine.close()
      echo.close()
      report.figures = [
        Figure("command, round trip, median", "µs", trips), Figure("command, round trip, 99 of 100 below", "µs", late),
        Figure("fdatasync of a page, median", "µs", syncs), Figure("ZeroMQ echo, CURVE, median", "µs", echoes),
        Figure("command less one fdatasync", "µs", zip(trips, syncs).map { $0 - $1 }),
        Figure("processor time of the service for a command", "µs", processor),
      ]
      report.compare("command to fdatasync + echo", trips.median, to: syncs.median + echoes.median)
      report.compare("command to the first aim of fdatasync + 1 ms", trips.median, to: syncs.median + 1000)
    }
    return report
  }

  private static func timed(_ request: Prepared, _ line: Pipeline) throws -> Int {
    let watch = Stopwatch()
    _ = try line.ask(request)
    return watch.nanoseconds / 1000
  }
}
