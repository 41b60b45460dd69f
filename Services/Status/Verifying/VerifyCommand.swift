import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Whether what the services recorded is still what they recorded.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核验：日志、相互引用、账目是否还是原来的。 Whether what was recorded is still what was recorded.",
    discussion: """
        jiugai-status verify                              经网络：从头读每个数据流，核对链、相互引用、账目
        jiugai-status verify --service voting --json
        sudo jiugai-status verify --config /etc/jiugai/*.yaml      在主机上：打开存储，由事件重算全部状态
        jiugai-status verify --stores /restored           一个文件夹里各服务的存储（如恢复出来的）
        sudo jiugai-status verify --stores /var/backups/jiugai/voting/2026-03-01T020000Z --keys /etc/jiugai/keys   一份备份

      Over the wire it needs the services and the operator's key; beside the stores it needs neither, only to read them.
      A store is verified while its service runs or not, and nothing in it is changed.

      Exit codes: 0 sound · 1 something is not what it was: change nothing, follow Runbooks/store-faulty.md · 2 nothing is
      known to be wrong, but not all could be looked at · 64 wrong use of this command line.
      """)

  @Option(help: "只核验这个服务，可写几次。 Only this service; may be repeated.")
  var service: [ServiceName] = []

  @Option(
    parsing: .upToNextOption, help: "配置文件：在主机上核验这些服务的存储。 Configuration files: verify their stores on this machine.")
  var config: [String] = []

  @Option(help: "存有各服务存储的文件夹，或一份备份。 A folder that holds stores by the services' names, or one backup.")
  var stores: String?

  @Option(help: "与 --stores 同用：密钥文件夹，其下按服务分。 With --stores: a folder of keys by the services' names.")
  var keys: String?

  @Option(help: "服务程序所在的文件夹。 Where the services' programs are.")
  var programs: String?

  @OptionGroup var options: OperatorOptions

  func validate() throws {
    guard config.isEmpty || stores == nil else { throw ValidationError("--config, --stores: only one of them") }
    guard keys == nil || stores != nil else { throw ValidationError("--keys belongs to --stores") }
  }

  func run() async throws {
    let isDeep = !config.isEmpty || stores != nil
    let wanted = service.isEmpty ? ServiceName.allCases : service
    let verified: [VerifiedService]
    if isDeep {
      let programs = ServicePrograms(folder: programs)
      verified = await StoreVerifying(programs, try installed(programs, wanted)).verify()
    } else {
      let office = try options.office(patience: 30)
      var verification = WireVerification(office, services: wanted, progress: VerifyProgress())
      verified = await verification.verify()
      office.close()
    }
    let text = VerifyText(options.language, isDeep: isDeep)
    print(options.json ? text.json(verified).text : text.text(verified))
    throw ExitCode(VerifiedService.exitCode(verified))
  }

  private func installed(_ programs: ServicePrograms, _ wanted: [ServiceName]) throws -> [ServicePrograms.Installed] {
    var found: [ServicePrograms.Installed] = []
    func add(_ service: ServiceName, _ arguments: [String], _ file: URL?) throws {
      guard wanted.contains(service) else { return }
      guard let program = programs.program(of: service) else {
        throw ValidationError(
          options.say(
            "没有找到程序 jiugai-\(service)；用 --programs 指明所在文件夹。",
            "There is no program jiugai-\(service); name its folder with --programs."))
      }
      found.append(.init(service: service, program: program, arguments: arguments, config: file))
    }
    if let stores {
      for (service, folder) in StoreVerifying.stores(in: URL(fileURLWithPath: stores), wanted: wanted) {
        var arguments = ["--set", "store=\(folder.path)"]
        if let keys {
          arguments += ["--set", "keys=\(URL(fileURLWithPath: keys).appendingPathComponent(service.rawValue).path)"]
        }
        try add(service, arguments, nil)
      }
    } else {
      for name in config {
        let file = URL(fileURLWithPath: name)
        // Beside the services' files there may be others, such as principals.yaml.
        guard let service = ServicePrograms.service(of: file) else { continue }
        try add(service, ["--config", file.path], file)
      }
    }
    guard !found.isEmpty else {
      throw ValidationError(
        options.say(
          "没有要核验的存储：看看 --config 或 --stores 是否写对；移开的存储还要用 --service 指明属于谁。",
          "There is no store to verify; check --config or --stores. Of a store that was put aside, --service must say whose it is."))
    }
    return found
  }
}
