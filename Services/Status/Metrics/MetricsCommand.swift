import ArgumentParser
import ClientKit
import DomainModel
import Foundation

/// Figures for monitoring, once or as an endpoint.
struct MetricsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "监控指标（OpenMetrics）：输出一次，或开一个供 Prometheus 抓取的端点。 Figures for Prometheus.",
    discussion: """
        jiugai-status metrics                           在标准输出写一次
        jiugai-status metrics --serve 9464              http://127.0.0.1:9464/metrics 和 /health
        jiugai-status metrics --serve 10.0.0.5:9464     别的机器也能抓取时，须由防火墙限定来源

      The endpoint answers GET /metrics and GET /health alone (200 healthy or degraded, 503 down). It asks the services
      at most once in 5 seconds and for projects once a minute, however often it is scraped. It has no key and no TLS: it
      listens on loopback unless told otherwise. Figures name services, cities, stages and kinds, no project and no person.

      Exit codes without --serve: 0 written and all services answer · 2 written, but a service is down · with it: 0 after
      SIGTERM or Ctrl-C · 1 the address cannot be listened on · 64 wrong use of this command line.
      """)

  @OptionGroup var options: OperatorOptions

  @Option(help: "地址：端口，或 主机:端口。 Serve at this address: a port, or host and port.")
  var serve: MetricsAddress?

  @Option(help: "只看这个区划的项目，可写几次；默认是已装规则包的区划。 Projects of this division only; may be repeated.")
  var division: [DivisionCode] = []

  func validate() throws {
    if options.json {
      throw ValidationError(
        options.say(
          "指标只有一种格式；JSON 请用 jiugai-status --json。", "Metrics have one form; for JSON use jiugai-status --json."))
    }
  }

  func run() async throws {
    let office = try options.office()
    defer { office.close() }
    let desk = MetricsDesk(
      Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division))
    guard let serve else {
      let metrics = await desk.metrics()
      try FileHandle.standardOutput.write(contentsOf: Data(metrics.text.utf8))
      if metrics.assessment.verdict == .down { throw ExitCode(2) }
      return
    }
    note(options.say("指标端点：http://\(serve.display)/metrics", "metrics at http://\(serve.display)/metrics"))
    if !serve.isLoopback {
      note(options.say("别的机器能连到这个地址：请用防火墙限定来源。", "other machines can reach this address: let a firewall limit who may"))
    }
    do { try await MetricsServer(desk: desk, address: serve).run() } catch {
      note(options.say("不能在 \(serve.display) 监听：\(error)", "cannot listen on \(serve.display): \(error)"))
      throw ExitCode(1)
    }
  }

  private func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}

extension MetricsAddress {
  fileprivate var display: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
