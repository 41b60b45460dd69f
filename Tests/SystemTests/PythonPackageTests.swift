import ClientKit
import DomainModel
import Foundation
import Scenario
import Testing

/// What departments are given: the package, its worked adapters and the conformance kit, with tests of their own in Python.
@Suite("The Python package", .timeLimit(.minutes(10)))
struct PythonPackageTests {
  private static let package = Installation.root.appendingPathComponent("Shared/Contracts/python")

  /// Each group is a process of its own and waits nearly all of its time, so they run side by side, and beside the lanes.
  private static let groups = [
    "test_package", "test_province", "test_live", "test_published", "test_conformance.Examples",
    "test_conformance.Disturbances", "test_conformance.Scenarios",
  ]

  @Test(
    "keeps its promises, against simulated and real services",
    .enabled(if: SystemTests.PeerTests.python != nil, "no Python with pyzmq: run deploy/test, or set JIUGAI_PYTHON"),
    arguments: groups)
  func unittest(_ group: String) async throws {
    let python = try #require(SystemTests.PeerTests.python)
    try await Stage.with(group == "test_live" ? ServiceName.allCases : []) { stage in
      let (status, output) = try await Installation.run(
        python, ["-m", "unittest", group],
        environment: [
          "PYTHONPATH": ["src", "tests"].map { Self.package.appendingPathComponent($0).path }.joined(separator: ":"),
          "JIUGAI_CONNECTION": stage.installation.connectionFile.path, "PYTHONDONTWRITEBYTECODE": "1",
        ])
      #expect(status == 0, "\(output)")
      #expect(output.contains("\nOK\n"), "\(output)")
    }
  }

  @Test("has no file of tests that is left out")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.package.appendingPathComponent("tests").path)
    let modules = files.filter { $0.hasPrefix("test_") && $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }
    #expect(Set(modules) == Set(Self.groups.map { String($0.prefix { $0 != "." }) }))
    let conformance = try String(
      contentsOf: Self.package.appendingPathComponent("tests/test_conformance.py"), encoding: .utf8)
    let classes = conformance.components(separatedBy: "\nclass ").dropFirst().map { String($0.prefix { $0 != "(" }) }
    #expect(Set(classes) == Set(Self.groups.compactMap { $0.hasPrefix("test_conformance.") ? String($0.dropFirst(17)) : nil }))
  }
}
