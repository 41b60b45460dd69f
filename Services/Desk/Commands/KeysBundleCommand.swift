import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Takes out of a keyring what one host or one client needs.
struct KeysBundleCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "取出一台主机或一个单位所需的文件。 What one host or one client needs, and no more.",
    discussion: """
      主机：所列服务的密钥、其他服务的公钥、principals.yaml、各服务的设置文件，即那台主机的 /etc/jiugai。
      单位：证书和连接文件。其他人的私钥一概不含。用安全的途径送达，送达后删除这份拷贝。

      Examples:
        jiugai keys bundle keyring --service voting --to out/beta
        jiugai keys bundle keyring --client housing --to out/housing
      """)

  @Argument(help: "jiugai keys installation 写出的文件夹。 The folder that jiugai keys installation made.")
  var folder: String

  @Option(parsing: .upToNextOption, help: "那台主机上的服务。 The services of the host.")
  var service: [ServiceName] = []

  @Option(help: "那个单位的证书名。 The client's name.")
  var client: String?

  @Option(help: "写到哪个文件夹；必须是空的。 An empty folder, or none yet.")
  var to: String

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard service.isEmpty != (client == nil) else { throw ValidationError("Either --service NAME… or --client NAME.") }
  }

  func perform() async throws {
    let keyring = try Keyring(URL(fileURLWithPath: folder, isDirectory: true))
    if let client, case .service = try keyring.holder(client) {
      throw DeskFault.usage("client-is-service", zh: "\(client) 是服务，请用 --service。", en: "\(client) is a service; use --service.")
    }
    let bundle = try KeyBundle(keyring, folder: URL(fileURLWithPath: to, isDirectory: true))
    let files = try client.map { try bundle.write(forClient: $0) } ?? bundle.write(for: service)
    output.show(["folder": .string(to), "files": .array(files.map { .string($0) })]) {
      output.say("已写到 \(to)：", "Written to \(to):") + "\n" + files.map { "  \($0)" }.joined(separator: "\n")
    }
  }
}
