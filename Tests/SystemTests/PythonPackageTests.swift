import ClientKit
import DomainModel
import Foundation
import Scenario
import Testing

extension SystemTests {
  /// What departments are given: the package, its worked adapters and the conformance kit, with tests of their own in Python.
  @Suite("The Python package", .timeLimit(.minutes(5)))
  struct PythonPackageTests {
    private static let package = Installation.root.appendingPathComponent("Shared/Contracts/python")

    @Test(
      "keeps its promises, against simulated and real services",
      .enabled(if: PeerTests.python != nil, "no Python with pyzmq: run deploy/test, or set JIUGAI_PYTHON"))
    func unittest() async throws {
      let python = try #require(PeerTests.python)
      try await Stage.with { stage in
        let (status, output) = try Installation.run(
          python, ["-m", "unittest", "discover", "-s", Self.package.appendingPathComponent("tests").path],
          environment: [
            "PYTHONPATH": Self.package.appendingPathComponent("src").path,
            "JIUGAI_CONNECTION": stage.installation.connectionFile.path, "PYTHONDONTWRITEBYTECODE": "1",
          ])
        #expect(status == 0, "\(output)")
        #expect(output.contains("\nOK\n"), "\(output)")
      }
    }
  }
}
