import DomainModel
import Hummingbird
import HummingbirdCore
import Logging

/// The endpoint that Prometheus scrapes: two paths, nothing to write to, nothing to log in to.
struct MetricsServer: Sendable {
  let desk: MetricsDesk
  let address: MetricsAddress

  /// Connections at once; more wait in the system's queue.
  private static let mostConnections = 32

  /// Serves until SIGTERM or SIGINT; what is being answered is answered first.
  func run() async throws {
    var logger = Logger(label: "jiugai-status")
    logger.logLevel = .warning
    let router = Router()
    router.get("metrics") { [desk] _, _ in
      MetricsServer.response(.ok, MetricsText.contentType, await desk.metrics().text)
    }
    router.get("health") { [desk] _, _ in
      let verdict = await desk.metrics().assessment.verdict
      return MetricsServer.response(
        verdict == .down ? .serviceUnavailable : .ok, "text/plain; charset=utf-8", verdict.rawValue + "\n")
    }
    let application = Application(
      router: router,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: "jiugai-status",
        availableConnectionsDelegate: MaximumAvailableConnections(MetricsServer.mostConnections)),
      logger: logger)
    try await application.runService()
  }

  private static func response(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
