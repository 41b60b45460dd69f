import ArgumentParser
import ClientKit
import DomainModel
import Foundation
import Messaging

/// The operators' tool: asks the five services how they are, and says what to do first.
public struct StatusCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "jiugai-status",
    abstract: "旧改运维状态：五个服务怎样，项目到了哪一步，先处理什么。 How the services are, and what to see to first.",
    discussion: """
        jiugai-status                                   看一次
        jiugai-status --watch 5                         每 5 秒看一次，Ctrl-C 结束
        jiugai-status --json                            一份 JSON，供监控读取
        jiugai-status --division 330382 --lang en

      Where the services are and which key may be used stands in connection.json (--connection, else
      $JIUGAI_CONNECTION, else ./connection.json). The role is `operator`.

      Exit codes: 0 healthy · 1 degraded: something is to be seen to · 2 down: a service does not answer ·
      64 wrong use of this command line, or a connection file that cannot be used.
      """,
    version: Version.current)

  @Option(name: .customLong("connection"), help: "connection.json 的位置。 The connection file.")
  var file: String?

  @Flag(help: "以 JSON 输出，供程序读取。 Answer in JSON, for programs.")
  var json = false

  @Option(name: .customLong("lang"), help: "输出语言：zh 或 en。 The language of the output.")
  var language: Language = .zh

  @Option(help: "只看这个区划的项目，可写几次；默认是已装规则包的区划。 Projects of this division only; may be repeated.")
  var division: [DivisionCode] = []

  @Option(help: "每隔多少秒再看一次。 Look again every so many seconds.")
  var watch: Int?

  @Option(help: "每个服务最多等多少秒。 How many seconds to wait for each service.")
  var wait: Int = 2

  public init() {}

  public func validate() throws {
    if let watch, !(1...86_400).contains(watch) { throw ValidationError("--watch: 1 to 86400 seconds") }
    guard (1...60).contains(wait) else { throw ValidationError("--wait: 1 to 60 seconds") }
  }

  public func run() async throws {
    let office = try Office(connection(), language: language.rawValue, deadline: .seconds(wait))
    let inquirer = Inquirer(office: office, divisions: division.isEmpty ? InstalledDivisions.all() : division)
    let screen = StatusScreen(language: language, isJSON: json, isWatching: watch != nil)
    repeat {
      let assessment = Assessment(await inquirer.answers())
      try screen.show(assessment)
      guard let watch else {
        office.close()
        throw ExitCode(assessment.verdict.exitCode)
      }
      try await Task.sleep(for: .seconds(watch))
    } while !Task.isCancelled
  }

  /// The connection, with an operator's certificate that can be read: without one there is nobody to ask.
  private func connection() throws -> Connection {
    let url = URL(
      fileURLWithPath: file ?? ProcessInfo.processInfo.environment["JIUGAI_CONNECTION"] ?? "connection.json")
    do {
      let connection = try Connection(file: url)
      let certificate = try connection.client(for: .systemOperator).certificate
      _ = try CertificateFile.readPair(at: connection.folder.appendingPathComponent(certificate))
      return connection
    } catch {
      throw ValidationError(sentence(error, url))
    }
  }

  private func sentence(_ error: any Error, _ url: URL) -> String {
    guard language == .zh else { return "\(error)" }
    return switch error {
    case ClientFault.noConnection(let path): "找不到或读不懂连接文件 \(path)；deploy/up 或 jiugai keys installation 会写出它。"
    case ClientFault.noClient: "连接文件 \(url.path) 里没有运维（operator）的证书。"
    default: "连接文件 \(url.path) 里运维（operator）的证书不能用：\(error)"
    }
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument.lowercased() {
    case "zh", "zh-cn", "zh-hans": self = .zh
    case "en": self = .en
    default: return nil
    }
  }
}

extension Identifier: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = try? Identifier(argument) else { return nil }
    self = known
  }
}

/// The whole of the program's `main`.
public enum StatusProgram {
  public static func main() async { await StatusCommand.main() }
}
