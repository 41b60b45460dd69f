import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension SystemTests {
  /// The worked adapter of the provincial platform beside real services: a story whose province is a program that is killed now
  /// and then, and the file form of what it took by the queue.
  @Suite("The provincial platform's adapter", .timeLimit(.minutes(5)))
  struct ProvinceAdapterTests {
    @Test(
      "takes what a city makes ready and answers it, once, though it is killed",
      .enabled(if: PeerTests.python != nil, "no Python with pyzmq: run deploy/test, or set JIUGAI_PYTHON"))
    func province() async throws {
      let python = try #require(PeerTests.python)
      try await Stage.with { stage in
        let state = stage.folder.appendingPathComponent("province")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        // What the official at the province thinks of the first attempt; the rest is left to the simulated rules.
        let story = try Story(
          stage.installation.workplace, city: ZiyangStory.city, teller: Teller(isQuiet: true), isAlone: false)
        defer { story.office.close() }
        let project: ProjectID = "512000-2021-0001"
        try "item,reasons\n\(project)-entry-1,小区地址与省库不一致\n".write(
          to: state.appendingPathComponent("rulings.csv"), atomically: true, encoding: .utf8)
        let adapter = Adapter(python, stage, state)
        defer { adapter.kill() }
        story.provinceIsConnected = true
        story.beforeStep = { step in if step % 8 == 0 { try adapter.startAgain() } }
        try adapter.startAgain()
        var city = try ZiyangStory(story)
        #expect(try await city.tell() == project)

        let entries = try await stage.office.ask(OutboundQuery(project: project, planYear: nil)).attempts
        #expect(entries.map(\.isAccepted) == [false, true])
        #expect(entries.map(\.reasons) == ["小区地址与省库不一致", nil])
        #expect(entries.map(\.number) == [nil, "省样例-\(project)-entry-2"].map { $0.flatMap { try? Text($0) } })
        try await files(entries, of: project, stage, adapter)
      }
    }

    /// The file form of the accepted entry is, for the province, the item that it has already.
    private func files(
      _ entries: [OutboundReport.Attempt], of project: ProjectID, _ stage: Stage, _ adapter: Adapter
    ) async throws {
      let inbox = stage.folder.appendingPathComponent("inbox")
      try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
      let item = try #require(entries.last?.item)
      for format in ["json", "csv"] {
        let (status, output) = try await stage.installation.desk([
          "outbound", "--project", project.rawValue, "--format", format, "--to",
          inbox.appendingPathComponent("\(item).\(format)").path,
        ])
        #expect(status == 0, "\(output)")
      }
      let answers = stage.folder.appendingPathComponent("answers")
      let told = try await adapter.exchange(inbox, answers)
      #expect(told.components(separatedBy: "jiugai send intake.record-system-answer").count == 3, "\(told)")
      let body = try String(contentsOf: answers.appendingPathComponent("\(item).json"), encoding: .utf8)
      #expect(body.contains("省样例-\(item)"))
    }
  }

  /// The adapter as a process.
  private final class Adapter {
    private let python: URL
    private let stage: Stage
    private let state: URL
    private var process: Process?

    init(_ python: URL, _ stage: Stage, _ state: URL) {
      self.python = python
      self.stage = stage
      self.state = state
    }

    private static let package = Installation.root.appendingPathComponent("Shared/Contracts/python")

    private static let environment = [
      "PYTHONPATH": package.appendingPathComponent("src").path, "PYTHONDONTWRITEBYTECODE": "1",
    ]

    private func arguments(_ own: [String]) -> [String] {
      [Self.package.appendingPathComponent("examples/provincial_platform.py").path] + own + [
        "--state", state.appendingPathComponent("state.sqlite").path, "--history",
      ]
    }

    func startAgain() throws {
      kill()
      let process = Process()
      process.executableURL = python
      process.arguments = arguments(["queue", "--connection", stage.installation.connectionFile.path])
      process.environment = ProcessInfo.processInfo.environment.merging(Self.environment) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      self.process = process
    }

    func kill() {
      guard let process, process.isRunning else { return }
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    /// Runs it over files and gives what it said.
    func exchange(_ inbox: URL, _ answers: URL) async throws -> String {
      try await Installation.run(
        python, arguments(["files", "--inbox", inbox.path, "--answers", answers.path]), environment: Self.environment
      ).output
    }
  }
}
