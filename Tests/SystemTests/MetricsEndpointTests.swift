import ClientKit
import DomainModel
import Foundation
import FoundationNetworking
import Scenario
import Testing

extension OperatorTests {
  /// The endpoint that Prometheus scrapes, asked over HTTP.
  @Suite("The endpoint for Prometheus", .timeLimit(.minutes(2)))
  struct MetricsEndpointTests {
    @Test("gives figures and health at two paths, and nothing else")
    func endpoint() async throws {
      try await Stage.with([.intake]) { stage in
        // A service that does not run leaves its port free, and makes the whole of the installation `down`.
        let address = try stage.installation.connection().endpoint(of: .funding).endpoint.dropFirst("tcp://".count)
        let server = try Self.serve(at: address, stage)
        defer { if server.isRunning { server.terminate() } }
        try await stage.wait(until: "the endpoint answers") { try await Self.ask(address, "/health") != nil }

        let figures = try #require(try await Self.ask(address, "/metrics"))
        #expect(figures.status == 200 && figures.body.hasSuffix("# EOF\n"), "\(figures.body.suffix(200))")
        #expect(figures.headers["Content-Type"]?.hasPrefix("application/openmetrics-text") == true)
        #expect(figures.headers["Cache-Control"] == "no-store")
        #expect(try #require(figures.headers["Date"]).wholeMatch(of: /\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
        let health = try #require(try await Self.ask(address, "/health"))
        #expect(health.status == 503 && health.body == "down\n")
        #expect(try await Self.ask(address, "/metrics", "HEAD")?.body == "")
        #expect(try await Self.ask(address, "/metrics/")?.status == 404)
        #expect(try await Self.ask(address, "/metrics", "POST")?.status == 405)

        server.terminate()
        server.waitUntilExit()
        #expect(server.terminationStatus == 0)
      }
    }

    private static func serve(at address: Substring, _ stage: Stage) throws -> Process {
      let process = Process()
      process.executableURL = stage.installation.programs.appendingPathComponent("jiugai-status")
      process.arguments = ["metrics", "--serve", String(address), "--division", "330382"]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["JIUGAI_CONNECTION": stage.installation.connectionFile.path]) { $1 }
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    private struct Answer {
      let status: Int
      let headers: [String: String]
      let body: String
    }

    /// Nil while nobody listens.
    private static func ask(_ address: Substring, _ path: String, _ method: String = "GET") async throws -> Answer? {
      var request = URLRequest(url: try #require(URL(string: "http://\(address)\(path)")))
      request.httpMethod = method
      do {
        let (body, response) = try await URLSession.shared.data(for: request)
        let told = try #require(response as? HTTPURLResponse)
        let headers = Dictionary(
          told.allHeaderFields.map { ("\($0.key)", "\($0.value)") }, uniquingKeysWith: { first, _ in first })
        return Answer(status: told.statusCode, headers: headers, body: String(decoding: body, as: UTF8.self))
      } catch let fault as URLError where fault.code == .cannotConnectToHost { return nil }
    }
  }
}
