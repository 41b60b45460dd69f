import ArgumentParser
import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// Makes keys: of a client, of a vault, of a whole installation.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "生成、分发、更换、吊销密钥。 Make, hand out, renew and revoke keys.",
    subcommands: [
      NewKey.self, VaultKeyFile.self, WholeInstallation.self, KeysListCommand.self, KeysBundleCommand.self,
      KeysRotateCommand.self, KeysRevokeCommand.self,
    ])

  struct NewKey: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "为一个单位或人员生成一对密钥。 A key pair for a client.",
      discussion: """
        写出 NAME.key（公钥，交给运维登记）和 NAME.key_secret（私钥，0600，不外传），并打印要加进 principals.yaml 的一段。

        Examples:
          jiugai keys new yueqing-housing --role housing --folder clients
          jiugai keys new lecheng --organisation lecheng-subdistrict --role subdistrict --division 330382
        """)

    @Argument(help: "文件名。 The name of the files.")
    var name: String

    @Option(help: "写到哪个文件夹。 The folder.")
    var folder: String = "."

    @Option(parsing: .upToNextOption, help: "身份，可写几个；见 jiugai policy roles --codes。 The roles.")
    var role: [Role] = []

    @Option(help: "单位代码；默认同名字。 The organisation's id; the name when left out.")
    var organisation: OrganisationID?

    @Option(parsing: .upToNextOption, help: "可办理的区划代码；不写则不限。 Divisions it may act in.")
    var division: [DivisionCode] = []

    @Option(parsing: .upToNextOption, help: "只可办理的小区编号；不写则不限。 Communities for which alone it may act.")
    var community: [CommunityID] = []

    @OptionGroup var output: OutputOptions

    func perform() async throws {
      guard let organisation = organisation ?? OrganisationID(argument: name) else {
        throw DeskFault.usage(
          "organisation-missing", zh: "“\(name)”不能作单位代码，请用 --organisation 给出（小写字母、数字、连字符）。",
          en:
            "\(name) cannot be an organisation's id; give one with --organisation (a-z, 0-9, hyphens)."
        )
      }
      let home = URL(fileURLWithPath: folder, isDirectory: true)
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let pair = try CurveKeyPair.generate()
      let files = try CertificateFile.write(
        pair, name: name, in: home, metadata: ["organisation": organisation.rawValue])
      let entry = PrincipalEntry(
        key: pair.publicKey, organisation: organisation.rawValue, source: "urn:jiugai:\(organisation)", roles: role,
        divisions: division, communities: community)
      let client = NewKey.client(
        role.first?.rawValue ?? name, certificate: folder == "." ? "\(name).key_secret" : "\(folder)/\(name).key_secret",
        organisation: organisation)
      output.show([
        "publicKey": .string(pair.publicKey), "public": .string(files.public.path),
        "secret": .string(files.secret.path),
        "principal": .string(entry.text), "client": .string(client),
      ]) {
        output.say(
          """
          公钥 \(files.public.path)
          私钥 \(files.secret.path)（不要外传）

          把下面一段加进各服务的 principals.yaml，保存后即生效：

          \(entry.text)
          用它的一方，在连接文件 connection.json 的 clients 里写（证书的路径从连接文件所在文件夹算起）：

          \(client)
          """,
          """
          public key \(files.public.path)
          secret key \(files.secret.path) (keep it)

          Add this to the services' principals.yaml; it holds as soon as it is saved:

          \(entry.text)
          Whoever uses it writes among the clients of connection.json (the path of the certificate is that from its folder):

          \(client)
          """
        )
      }
    }

    /// The entry of a connection file by which a program acts with the key.
    private static func client(_ name: String, certificate: String, organisation: OrganisationID) -> String {
      """
          "\(name)": {
            "certificate": "\(certificate)",
            "organisation": "\(organisation)",
            "source": "urn:jiugai:\(organisation)"
          }
      """
    }
  }

  struct VaultKeyFile: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "vault", abstract: "生成一个服务的保险库密钥。 The key of a service's vault.",
      discussion: """
        个人信息用它加密。与存储分开保管、分开备份；丢失后无法恢复个人信息。已有的文件不会覆盖。

        Example:
          jiugai keys vault /etc/jiugai/keys/voting/vault.key
        """)

    @Argument(help: "文件。 The file.")
    var file: String

    @OptionGroup var output: OutputOptions

    func perform() async throws {
      _ = try VaultKey.create(file: URL(fileURLWithPath: file))
      output.show(["file": .string(file)]) { output.say("已写 \(file)（0600）。", "\(file) written (0600).") }
    }
  }

  struct WholeInstallation: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "installation", abstract: "生成一台机器上整套服务的密钥和配置。 All keys and settings of one machine.",
      discussion: """
        写出：keys/<服务>（服务密钥、其他服务的公钥、保险库密钥）、clients/<身份>（每种身份一个证书）、principals.yaml、
        config/<服务>.yaml、stores/<服务>、connection.json。

        Examples:
          jiugai keys installation run
          jiugai-voting --config run/config/voting.yaml
          jiugai keys installation keyring --host intake=10.0.0.11 --host voting=10.0.0.12
          jiugai keys installation /tmp/try --any-port --json
        """)

    @Argument(help: "写到哪个文件夹；不得已有密钥。 The folder, without keys so far.")
    var folder: String

    @Option(help: "第一个端口，其余依次加 10。 The first port; the others follow by tens.")
    var basePort: Int = 5710

    @Flag(help: "用任意空闲端口。 Use any free ports.")
    var anyPort = false

    @Option(
      parsing: .singleValue,
      help: "某个服务所在机器的地址，如 voting=10.0.0.12；可写几次，其余在本机。 Where a service stands; the others on this machine.")
    var host: [ServiceHost] = []

    @Option(help: "各单位代码的前缀。 What the clients' organisation ids begin with.")
    var prefix: String = "yueqing"

    @Option(parsing: .upToNextOption, help: "客户端可办理的区划；不写则不限。 Divisions the clients may act in.")
    var division: [DivisionCode] = []

    @Option(help: "策略包文件夹；不写则用程序旁边的。 The folder of packs, if not the usual one.")
    var packs: String?

    @Option(help: "另有城市的策略包文件夹。 A folder of further cities.")
    var furtherPacks: String?

    @Option(help: "工作日历文件夹；不写则用程序旁边的。 The folder of calendars, if not the usual one.")
    var calendars: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1024...65_495).contains(basePort) else { throw ValidationError("--base-port: 1024 to 65495") }
    }

    func perform() async throws {
      let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
      let ports = anyPort ? try FreePorts.any() : FreePorts.from(base: basePort)
      let installation = Installation(
        folder: root, ports: ports, prefix: prefix, divisions: division, packs: packs.map(absolute),
        furtherPacks: furtherPacks.map(absolute), calendars: calendars.map(absolute),
        hosts: Dictionary(host.map { ($0.service, $0.host) }) { _, last in last })
      let files = try installation.write()
      output.show([
        "folder": .string(root.path), "connection": .string(installation.connectionFile.path),
        "endpoints": .object(
          ServiceName.allCases.map { .init($0.rawValue, .string(installation.endpoint($0))) }),
        "files": .array(files.map { .string($0) }),
      ]) {
        let starts = ServiceName.allCases.map {
          "  jiugai-\($0.rawValue) --config \(root.path)/config/\($0.rawValue).yaml"
        }
        .joined(separator: "\n")
        let export = "export JIUGAI_CONNECTION=\(installation.connectionFile.path)"
        return output.say(
          "已在 \(root.path) 写好 \(files.count) 个文件。启动：\n\(starts)\n然后：\(export)",
          "\(files.count) files written in \(root.path). Start:\n\(starts)\nThen: \(export)"
        )
      }
    }

    private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
  }
}
