import Contracts
import DomainModel
import Foundation
import Messaging

/// Row 4: how long after the sender knows that an event is committed another party has it: a client that waits on the
/// feed, and another service, which has recorded what it heard.
enum SeenElsewhere {
  static let count = 60

  static func measure(_ bench: Workbench) throws -> RowReport {
    var report = RowReport(4, "event seen elsewhere after the sender's answer, median of \(count)")
    try bench.withRig("seen", [.intake, .voting]) { rig in
      let electorate = Electorate(rig)
      try electorate.openProjects(1)
      try rig.start(.voting)
      try rig.start(.intake)
      _ = try rig.waitUntilReady(.voting)
      _ = try rig.waitUntilReady(.intake)
      let line = try rig.pipeline(to: .voting)
      let intake = try rig.pipeline(to: .intake)
      let watched = try rig.pipeline(to: .voting)
      let watcher = FeedWatcher(of: .voting, through: watched)
      let echo = try Echo()
      let echoLine = try echo.pipeline(connections: 1, inFlight: 1)
      let project = try electorate.nextProject()
      var polls: [Int] = [], services: [Int] = [], echoes: [Int] = [], processor: [Int] = []
      for _ in 1...Workbench.runs {
        let service = ProcessorTime(of: rig.process(of: .voting))
        polls.append(try (0..<count).map { _ in
          try watcher.sees(try electorate.smallRoll(of: project, through: line), through: line)
        }.median)
        processor.append(service.nanoseconds(per: count) / 1000)
        services.append(try (0..<count).map { _ in
          let reply = try line.ask(try electorate.smallRoll(of: project, through: line))
          let answered = Stopwatch.now()
          return try waitUntilHeard(try reply.replyHeader().lastseq ?? 0, by: intake, since: answered)
        }.median)
        echoes.append(try (0..<count).map { _ in
          let watch = Stopwatch()
          _ = try echoLine.ask(health())
          return watch.nanoseconds / 1000
        }.median)
      }
      for each in [line, intake, watched, echoLine] { each.close() }
      echo.close()
      report.figures = [
        Figure("on the feed, by a waiting client", "µs", polls),
        Figure("recorded by intake, as its health tells", "µs", services),
        Figure("ZeroMQ echo, CURVE, median", "µs", echoes),
        Figure("processor time of voting for a roll of one unit, seen", "µs", processor),
      ]
      report.compare("waiting client to the first aim of 20 ms", polls.median, to: 20_000)
      report.compare("intake to the first aim of 20 ms", services.median, to: 20_000)
      report.notes = ["intake is asked again and again, so its figure holds up to one more round trip of a query"]
    }
    return report
  }

  private static func health() -> Prepared {
    Prepared(
      kind: .query, header: RequestHeader(id: "health", source: Rig.source, type: HealthQuery<IntakeContract>.wireType).wire(),
      body: Data("{}".utf8))
  }

  private static func waitUntilHeard(_ sequence: Int, by intake: Pipeline, since answered: UInt64) throws -> Int {
    while true {
      let reply = try JSONDecoder().decode(Health.self, from: try intake.ask(health()).body)
      let now = Stopwatch.now()
      if reply.feeds.contains(where: { $0.feed == .voting && $0.sequence >= Int64(sequence) }) {
        return Int(now - answered) / 1000
      }
      guard now - answered < 10_000_000_000 else { throw BenchFault("intake did not hear event \(sequence)") }
    }
  }
}
