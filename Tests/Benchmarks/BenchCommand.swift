import ArgumentParser
import Foundation

/// Measures the rows of the performance table on this machine, each beside the limit that it is held against.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jiugai-bench",
    abstract: "Measures real services beside the limits of disk, SQLite and ZeroMQ, in the same run.",
    discussion: """
      Build it and the services for release; it starts those that stand beside it (or in JIUGAI_PROGRAMS):

        swift build -c release --product jiugai-voting
        swift build -c release --product jiugai-intake
        swift build -c release --product jiugai-bench
        .build/release/jiugai-bench --rows 1,3

      Rows: 1 ballots one by one · 2 ballots in bulk · 3 round trip · 4 event seen elsewhere · 5 long journal · 6 replay
      """)

  @Option(help: "The rows to measure, with commas between them.")
  var rows = "1,2,3,4,5,6"

  @Option(help: "Ballots of one run; three runs are made.")
  var ballots = 20_000

  @Option(help: "Events that row 5 writes into the store first.")
  var events = 1_000_000

  @Option(help: "The folder for the stores, on the disk to be measured.")
  var folder = ".run/bench"

  @Option(help: "Client connections of rows 1 and 5.")
  var connections = 8

  @Option(name: .customLong("in-flight"), help: "Unanswered commands on each connection; a service grants 32.")
  var inFlight = 32

  @Flag(help: "Print one JSON object instead of the table.")
  var json = false

  @Flag(help: "Leave the stores behind.")
  var keep = false

  private static let known: [Int: @Sendable (Workbench) throws -> RowReport] = [
    1: OneByOne.measure, 2: Bulk.measure, 3: RoundTrip.measure, 4: SeenElsewhere.measure, 5: BigJournal.measure,
    6: Replay.measure,
  ]

  func validate() throws {
    guard (1_000...30_000).contains(ballots) else { throw ValidationError("--ballots is 1000 to 30000") }
    guard (1_000...100_000_000).contains(events) else { throw ValidationError("--events is 1000 to 100000000") }
    guard (1...64).contains(connections), (1...1000).contains(inFlight) else {
      throw ValidationError("--connections is 1 to 64, --in-flight 1 to 1000")
    }
    _ = try wanted()
  }

  private func wanted() throws -> [Int] {
    try rows.split(separator: ",").map { word in
      guard let row = Int(word), BenchCommand.known[row] != nil else {
        throw ValidationError("there is no row '\(word)'; the rows are 1 to 6")
      }
      return row
    }
  }

  func run() throws {
    let machine = Machine()
    let place = URL(fileURLWithPath: folder).standardizedFileURL
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let bench = Workbench(
      folder: place, ballots: ballots, events: events, connections: connections, inFlight: inFlight, keepsFolder: keep)
    if !json { print(machine.lines.joined(separator: "\n")) }
    var reports: [RowReport] = []
    for row in try wanted() {
      guard let measure = BenchCommand.known[row] else { continue }
      let report = try measure(bench)
      reports.append(report)
      if !json { print(report.text) }
    }
    if json {
      struct Everything: Encodable {
        let machine: Machine
        let command: [String]
        let rows: [RowReport]
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let everything = Everything(machine: machine, command: CommandLine.arguments, rows: reports)
      print(String(decoding: try encoder.encode(everything), as: UTF8.self))
    }
  }
}
