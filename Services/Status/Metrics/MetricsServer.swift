import DomainModel
import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// The endpoint that Prometheus scrapes: two paths, nothing to write to, nothing to log in to. Of Hummingbird only its
/// server is used: two paths need no router.
struct MetricsServer: Sendable {
  let desk: MetricsDesk
  let address: MetricsAddress

  /// Connections at once; more wait in the system's queue.
  private static let mostConnections = 32

  /// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
  private static let dateForm = Date.VerbatimFormatStyle(
    format: """
      \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
      \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
      """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))

  /// Serves until SIGTERM or SIGINT; what is being answered is answered first.
  func run() async throws {
    var logger = Logger(label: "jiugai-status")
    logger.logLevel = .warning
    let server = try HTTPServerBuilder.http1(
      configuration: .init(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))
    ).buildServer(
      configuration: ServerConfiguration(
        address: .hostname(address.host, port: address.port), serverName: "jiugai-status",
        availableConnectionsDelegate: MaximumAvailableConnections(MetricsServer.mostConnections)),
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger
    ) { request, writer, _ in
      let response = await response(to: request)
      try await writer.write(response: response.head, body: response.body)
    }
    try await ServiceGroup(services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger).run()
  }

  private func response(to request: Request) async -> Response {
    guard request.method == .get || request.method == .head else {
      return answer(.methodNotAllowed, "text/plain; charset=utf-8", "GET\n", [.allow: "GET, HEAD"])
    }
    let response: Response
    switch request.uri.path {
    case "/metrics": response = answer(.ok, MetricsText.contentType, await desk.metrics().text)
    case "/health":
      let verdict = await desk.metrics().assessment.verdict
      response = answer(
        verdict == .down ? .serviceUnavailable : .ok, "text/plain; charset=utf-8", verdict.rawValue + "\n")
    default: response = answer(.notFound, "text/plain; charset=utf-8", "/metrics /health\n")
    }
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(
    _ status: HTTPResponse.Status, _ type: String, _ text: String, _ further: HTTPFields = [:]
  ) -> Response {
    var headers = further
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    headers[.date] = Date.now.formatted(MetricsServer.dateForm)
    headers[.server] = "jiugai-status"
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
