import DomainModel
import Foundation

/// Row 5: a service whose journal is long: how soon it answers after a start, what memory it takes, and row 1 again.
enum BigJournal {
  static func measure(_ bench: Workbench) throws -> RowReport {
    var report = RowReport(5, "a journal of \(bench.events.grouped) ballots more")
    try bench.withRig("big") { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(2)
      try rig.start(.voting)
      _ = try rig.waitUntilReady(.voting)
      let units = bench.ballots * Workbench.runs + bench.ballots / 4
      let before = try paces(bench, rig, electorate, units, "before")
      try rig.stop(.voting)

      bench.say("row 5: writing \(bench.events.grouped) ballots into the store")
      let generator = try JournalGenerator(store: rig.store(of: .voting), vaultKey: try rig.vaultKey(of: .voting))
      let written = try generator.addBallots(bench.events)
      try generator.close()

      var starts: [Int] = []
      var resident: [Int] = []
      for run in 1...Workbench.runs {
        let watch = Stopwatch()
        try rig.start(.voting)
        _ = try rig.waitUntilReady(.voting)
        starts.append(watch.nanoseconds / 1_000_000)
        resident.append(rig.residentMiB(of: .voting))
        if run < Workbench.runs { try rig.stop(.voting) }
      }
      let after = try paces(bench, rig, electorate, units, "after")
      report.figures = [
        Figure("ballots, short journal", "ballots/s", before.map(\.rate)),
        Figure("ballots, long journal", "ballots/s", after.map(\.rate)),
        Figure("processor time of the service, short journal", "ns", before.map(\.serviceNanoseconds)),
        Figure("processor time of the service, long journal", "ns", after.map(\.serviceNanoseconds)),
        Figure("from the start to the first answer", "ms", starts), Figure("resident after the start", "MiB", resident),
        Figure("resident after the ballots", "MiB", [rig.residentMiB(of: .voting)]),
        Figure("the generator wrote", "ballots/s", [written]),
      ]
      report.compare("long journal to short journal, aim 0.75", after.map(\.rate).median, to: before.map(\.rate).median)
      report.compare("start to the first aim of 5 s", starts.median, to: 5_000)
      report.compare("resident to the first aim of 400 MiB", resident.median, to: 400)
    }
    return report
  }

  private static func paces(
    _ bench: Workbench, _ rig: Rig, _ electorate: Electorate, _ units: Int, _ when: String
  ) throws -> [Workbench.Pace] {
    let line = try rig.pipeline(to: .voting, connections: bench.connections, inFlight: bench.inFlight)
    let single = try rig.pipeline(to: .voting)
    defer {
      line.close()
      single.close()
    }
    var precinct = try electorate.precinct(units: units, through: single)
    try line.run(try electorate.ballots(bench.ballots / 4, in: &precinct))
    return try (1...Workbench.runs).map { run in
      let requests = try electorate.ballots(bench.ballots, in: &precinct)
      let pace = try bench.pace(requests, ballots: bench.ballots, through: line, of: rig)
      bench.say("row 5, \(when), run \(run): \(pace.rate.grouped) ballots/s")
      return pace
    }
  }
}
