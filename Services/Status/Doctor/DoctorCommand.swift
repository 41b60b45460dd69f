import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging

/// Looks at everything that services need, here and over the network, and says what to do, in order.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "体检：配置、密钥、时钟、版本、端口、磁盘、规则包、数据流，按次序说明怎么办。 What is wrong, and what to do first.",
    discussion: """
        jiugai-status doctor                                   连接文件里的服务，和这台机器上装的服务
        sudo jiugai-status doctor --config /etc/jiugai/voting.yaml
        jiugai-status doctor --json

      It works while services are down, with only some of them on this machine, and without a connection file. Keys belong
      to the services' users: as root it can look at all of them. What a service needs on its machine is checked by its own
      program (jiugai-voting --check).

      Exit codes: 0 nothing to do · 1 something is to be seen to · 2 a service cannot serve · 64 wrong use.
      """)

  /// Journals of so many events in all are verified over the wire on the way; larger ones by `verify`.
  private static let verifiedOnTheWay: Int64 = 20_000

  @Option(
    parsing: .upToNextOption,
    help: "本机服务的配置文件；默认连接文件旁的 config/，再 /etc/jiugai。 The services' configuration files on this machine.")
  var config: [String] = []

  @Option(help: "服务程序所在的文件夹。 Where the services' programs are.")
  var programs: String?

  @Flag(help: "不顺带核验数据流。 Do not verify the feeds on the way.")
  var quick = false

  @OptionGroup var options: OperatorOptions

  func run() async throws {
    let now = Instant.now()
    var gaps: [StoreReport.Said] = []
    let hosts = await hosts(&gaps)
    var assessment: Assessment?
    var verified: [VerifiedService] = []
    var unusable: Ailment?
    do {
      let office = try options.office()
      assessment = Assessment(await Inquirer(office: office, divisions: []).answers())
      verified = await verify(assessment, &gaps)
      verified = await verifyStores(hosts, assessment, beside: verified)
      office.close()
    } catch let error as ValidationError {
      unusable = Ailment(
        "connection-file", nil, fatal: false,
        .init(zh: "问不到任何服务：\(error.message)", en: "No service can be asked: \(error.message)"),
        cure: .init(
          zh: "用 --connection 指明连接文件；证书须属于当前用户，权限 0600。",
          en: "Name the connection file with --connection; its certificate must be the present user's, mode 0600."),
        page: .down, rank: 0)
    }
    let expected = (try? Connection(file: options.connectionFile))?.services ?? [:]
    var diagnosis = Diagnosis(
      assessment, hosts: hosts, verified: verified,
      expected: Dictionary(
        uniqueKeysWithValues: expected.compactMap { name, endpoint in
          guard let service = ServiceName(rawValue: name),
            let key = try? KeyFingerprint(CurveKeyPair.fingerprint(of: endpoint.key))
          else { return nil }
          return (service, key)
        }))
    diagnosis.gaps = gaps
    if let unusable { diagnosis.add(unusable) }
    let text = DoctorText(options.language, now: now)
    print(options.json ? text.json(diagnosis).text : text.text(diagnosis))
    throw ExitCode(diagnosis.exitCode)
  }

  /// Each service that has a configuration file here is checked by its own program.
  private func hosts(_ gaps: inout [StoreReport.Said]) async -> [Diagnosis.Host] {
    let programs = ServicePrograms(folder: programs)
    let connection = options.connectionFile
    let files = ServicePrograms.configs(
      named: config, beside: FileManager.default.fileExists(atPath: connection.path) ? connection : nil)
    if files.isEmpty {
      gaps.append(
        .init(zh: "本机没有服务的配置文件，只从网络上看。", en: "No service's configuration file is here; only the network was looked at."))
    }
    var hosts: [Diagnosis.Host] = []
    for file in files {
      guard let service = ServicePrograms.service(of: file) else { continue }
      guard let program = programs.program(of: service) else {
        gaps.append(
          .init(
            zh: "有 \(file.path)，却没有程序 jiugai-\(service)。", en: "There is \(file.path), but no program jiugai-\(service)."))
        continue
      }
      let installed = ServicePrograms.Installed(
        service: service, program: program, arguments: ["--config", file.path], config: file)
      guard let ended = try? await programs.run(installed, ["--check", "--json"], isQuiet: true),
        let check = try? JSONDecoder().decode(HostCheck.self, from: ended.output)
      else {
        gaps.append(
          .init(zh: "\(program.path) --check 没有答复。", en: "\(program.path) --check gave no answer."))
        continue
      }
      let holder = PortProbe.port(of: check.listen).flatMap { PortProbe().holder(of: $0) }
      hosts.append(Diagnosis.Host(check: check, holder: holder, config: file.path))
    }
    return hosts
  }

  /// What the wire does not show to an operator's key is in the stores: those of this machine are opened, where they are
  /// short, by the services' own programs. Of each service the pass that found more is told.
  private func verifyStores(
    _ hosts: [Diagnosis.Host], _ assessment: Assessment?, beside wire: [VerifiedService]
  ) async -> [VerifiedService] {
    guard !wire.isEmpty else { return [] }
    let programs = ServicePrograms(folder: programs)
    let installed = hosts.compactMap { host -> ServicePrograms.Installed? in
      let service = host.check.service
      guard wire.contains(where: { $0.service == service }), let program = programs.program(of: service) else { return nil }
      return .init(
        service: service, program: program, arguments: ["--config", host.config], config: URL(fileURLWithPath: host.config))
    }
    var verified = wire
    for store in await StoreVerifying(programs, installed).verify(isQuiet: true) {
      guard let place = verified.firstIndex(where: { $0.service == store.service }),
        store.findings.count > verified[place].findings.count
      else { continue }
      verified[place] = store
    }
    return verified
  }

  private func verify(_ assessment: Assessment?, _ gaps: inout [StoreReport.Said]) async -> [VerifiedService] {
    guard !quick, let assessment else { return [] }
    let up = assessment.services.filter { $0.health != nil }
    let total = up.reduce(Int64(0)) { $0 + ($1.health?.head ?? 0) }
    guard !up.isEmpty, total <= DoctorCommand.verifiedOnTheWay, let office = try? options.office(patience: 30) else {
      if total > 0 {
        gaps.append(
          .init(
            zh: "数据流较长（\(total) 条），没有顺带核验；请另行运行 jiugai-status verify。",
            en: "The feeds are long (\(total) events) and were not verified; run jiugai-status verify."))
      }
      return []
    }
    defer { office.close() }
    var verification = WireVerification(office, services: up.map(\.service), progress: VerifyProgress())
    return await verification.verify()
  }
}
