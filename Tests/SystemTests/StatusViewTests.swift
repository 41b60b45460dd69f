import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  /// What an operator sees of real services.
  @Suite("The operator's views", .timeLimit(.minutes(3)))
  struct StatusViewTests {
    /// Reads standard input as Prometheus does and prints the names of the families.
    private static let parser = """
      import sys
      from prometheus_client.openmetrics.parser import text_string_to_metric_families
      print(",".join(sorted(f.name for f in text_string_to_metric_families(sys.stdin.read()))))
      """

    @Test("tell of projects, deadlines and figures, and end with the code that they promise")
    func views() async throws {
      try await Stage.with { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle()
        let (listed, list) = try await stage.status(["projects", "--division", "330382", "--json"])
        #expect(listed == 0 && list.contains(course.project.rawValue), "\(list)")
        let (told, dossier) = try await stage.status(["project", course.project.rawValue, "--lang", "en"])
        #expect(told == 0 && dossier.contains("What comes next"), "\(dossier)")
        let (due, deadlines) = try await stage.status(["deadlines", "--json"])
        #expect(due == 0 && deadlines.contains("jiugai-status-deadlines/1"), "\(deadlines)")
        let page = stage.folder.appendingPathComponent("report.html")
        #expect(try await stage.status(["report", "--division", "330382", "--out", page.path]).status == 0)
        #expect(try String(contentsOf: page, encoding: .utf8).contains(course.project.rawValue))
        let (watched, pages) = try await stage.status(["watch", "--times", "2", "--every", "1", "--lang", "en"])
        #expect(watched == 0 && pages.components(separatedBy: "● healthy").count == 3, "\(pages)")

        let (scraped, metrics) = try await stage.status(["metrics", "--division", "330382"])
        #expect(scraped == 0 && metrics.hasSuffix("# EOF\n"))
        #expect(!metrics.contains(course.project.rawValue))
        try await Self.parse(metrics, in: stage)

        #expect(await stage.installation.stop(.funding, within: .seconds(30))?.code == 0)
        #expect(try await stage.status(["deadlines"]).status == 2, "a service did not tell")
        #expect(try await stage.status(["metrics"]).status == 2)
      }
    }

    @Test("a misspelt variable is refused with the nearest name")
    func misspelt() async throws {
      for program in ["jiugai-status", "jiugai"] {
        let (status, output) = try await Installation.run(
          Installation.builtPrograms().appendingPathComponent(program), ["--version"],
          environment: ["JIUGAI_CONECTION": "connection.json"])
        #expect(
          status == 64 && output.contains("JIUGAI_CONECTION") && output.contains("JIUGAI_CONNECTION"), "\(output)")
      }
    }

    /// Only where a Python with prometheus_client is there: deploy/test makes one.
    private static func parse(_ metrics: String, in stage: Stage) async throws {
      guard let python = SystemTests.PeerTests.python,
        try await Installation.run(python, ["-c", "import prometheus_client"], environment: [:]).status == 0
      else { return }
      let file = stage.folder.appendingPathComponent("metrics.txt")
      try metrics.write(to: file, atomically: true, encoding: .utf8)
      let script = "import sys; sys.stdin = open(sys.argv[1], encoding='utf-8')\n" + parser
      let (status, names) = try await Installation.run(python, ["-c", script, file.path], environment: [:])
      #expect(status == 0 && names.contains("jiugai_journal_events,") && names.contains("jiugai_service,"), "\(names)")
    }
  }
}
