import ArgumentParser
import ClientKit
import DomainModel
import Foundation
import Messaging

/// What every command of the operator's tool takes: where the services are, and how to answer.
struct OperatorOptions: ParsableArguments {
  @Option(name: .customLong("connection"), help: "connection.json 的位置。 The connection file.")
  var file: String?

  @Flag(help: "以 JSON 输出，供程序读取。 Answer in JSON, for programs.")
  var json = false

  @Option(name: .customLong("lang"), help: "输出语言：zh 或 en。 The language of the output.")
  var language: Language = .zh

  @Option(help: "每个服务最多等多少秒。 How many seconds to wait for each service.")
  var wait: Int = 2

  func validate() throws {
    guard (1...60).contains(wait) else { throw ValidationError("--wait: 1 to 60 seconds") }
  }

  /// A client of the services as the operator.
  ///
  /// - Parameter patience: seconds that a command may take at least, whatever `--wait` says.
  func office(patience: Int = 0) throws -> Office {
    try Office(connection(), language: language.rawValue, deadline: .seconds(max(wait, patience)))
  }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Where the connection file is, or should be.
  var connectionFile: URL {
    URL(fileURLWithPath: file ?? ProcessInfo.processInfo.environment["JIUGAI_CONNECTION"] ?? "connection.json")
  }

  /// The connection, with an operator's certificate that can be read: without one there is nobody to ask.
  private func connection() throws -> Connection {
    let url = connectionFile
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

extension ServiceName: ExpressibleByArgument {}
