import Foundation
import Scenario
import Testing

extension WholeProjectTests {
  /// The examples of the published contract are what the services say today.
  @Suite("Recorded examples", .timeLimit(.minutes(8)))
  struct RecordedExampleTests {
    @Test("are what five stories send and read, to the byte")
    func current() async throws {
      try await Stage.with { stage in
        let recorder = try await ExampleRecorder.recording(stage.installation.workplace)
        let folder = Installation.root.appendingPathComponent("Shared/Contracts/Published/examples")
        var stale: [String] = []
        for file in recorder.files() {
          let text = try? String(contentsOf: folder.appendingPathComponent(file.path), encoding: .utf8)
          if text != file.text { stale.append(file.path) }
        }
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let left = Set(found.filter { $0.hasSuffix(".json") }).subtracting(recorder.files().map(\.path))
        let renewal = ".build/debug/jiugai-demo --folder .run/record --record Shared/Contracts/Published/examples"
        #expect(stale.isEmpty && left.isEmpty, "the recorded examples are not current; renew them: \(renewal)\n\(stale + left)")
      }
    }
  }
}
