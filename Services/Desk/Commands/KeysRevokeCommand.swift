import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Takes a key out of force at once.
struct KeysRevokeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "立即吊销。 Take a key out of force at once.",
    discussion: """
      给名字则吊销它名下的全部公钥（含换下来还没到期的），给 40 位公钥则只吊销那一个。条目留在 principals.yaml 里，以免再被登记。
      把文件送到每台主机后一秒内生效，已经连着的也立即不再受理。

      Examples:
        jiugai keys revoke keyring housing
        jiugai keys revoke keyring --key '…'
      """)

  @Argument(help: "jiugai keys installation 写出的文件夹。 The folder that jiugai keys installation made.")
  var folder: String

  @Argument(help: "服务名，或单位的证书名。 A service, or the name of a client.")
  var name: String?

  @Option(help: "只吊销这一个公钥，40 位。 This one key, 40 characters.")
  var key: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (name == nil) != (key == nil) else { throw ValidationError("Either a name or --key.") }
  }

  func perform() async throws {
    let keyring = try Keyring(URL(fileURLWithPath: folder, isDirectory: true))
    var principals = try PrincipalFile(keyring.principalsFile)
    let keys = try key.map { [$0] } ?? keysOfName(keyring, principals)
    for key in keys { try principals.revoke(key) }
    try principals.write()
    output.show(["revoked": .array(keys.map { .string($0) })]) {
      output.say(
        "已吊销 \(keys.count) 个公钥。把 principals.yaml 送到每台主机的 /etc/jiugai，一秒内生效，不必重启。",
        "\(keys.count) keys are revoked. Bring principals.yaml into /etc/jiugai of every host; it holds within a second, without a restart.")
    }
  }

  private func keysOfName(_ keyring: Keyring, _ principals: PrincipalFile) throws -> [String] {
    let current = try keyring.publicKey(of: keyring.holder(name ?? ""))
    guard let source = principals.entry(of: current)?.source else { return [current] }
    return principals.entries.filter { $0.source == source && !$0.isRevoked }.map(\.key)
  }
}
