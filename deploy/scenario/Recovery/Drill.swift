import ClientKit
import Contracts
import DomainModel
import Foundation
import Synchronization

/// Proves that backups are worth something: five services in the middle of a project, copied under load, one of them
/// destroyed, put back, accepted by its readers, and the project carried to the end that it has without all this.
struct Drill {
  let folder: URL
  private let log = Protocol()
  private static let lost = ServiceName.intake
  /// Of whom intake's vault holds a name: a member of the community's body.
  private static let person: PersonID = "p-hp00077"
  private static let project: ProjectID = "330382-2024-0001"

  init(folder: URL) { self.folder = folder }

  /// - Returns: how much did not hold.
  func run() async throws -> Int {
    log.chapter("一、对照：不受干扰地办完一遍")
    let (expected, steps) = try await undisturbed()
    log.check(expected.count > 50, "\(steps) 步办完，五个服务共知 \(expected.count) 项事实")

    log.chapter("二、另起五个服务，办到一半时带着负载备份")
    let installation = try await Installation.started(in: folder.appendingPathComponent("drill"))
    defer { installation.stopAll() }
    _ = try await InterruptedStory(installation: installation).tell(before: steps / 2)
    try await backUpUnderLoad(installation)

    log.chapter("三、备份之后：销毁一个人的信息，再备份一次，继续办到三分之二")
    try await erase(installation)
    try await backUp(installation, Drill.lost, "2")
    _ = try await InterruptedStory(installation: installation).tell(before: steps * 2 / 3)
    log.check(true, "第 \(steps / 2) 至 \(steps * 2 / 3) 步只在存储里，不在备份里")

    log.chapter("四、\(Drill.lost.rawValue) 的存储整个毁掉，恢复")
    try await restore(installation)

    log.chapter("五、读取方停下，运维确认，补录丢失的部分，办到底")
    try await accept(installation)
    let told = try await InterruptedStory(installation: installation).tell()
    log.check(told?.steps == steps, "\(told?.steps ?? 0) 步办完")

    log.chapter("六、与对照相比")
    try await compare(installation, expected)
    return log.failures
  }

  private func undisturbed() async throws -> (ProjectReading, Int) {
    let installation = try await Installation.started(in: folder.appendingPathComponent("undisturbed"))
    defer { installation.stopAll() }
    guard let told = try await InterruptedStory(installation: installation).tell() else {
      throw InstallationFault("the undisturbed story was broken off")
    }
    return (try await installation.reading(of: told.project), told.steps)
  }

  // MARK: Backing up

  private func backUpUnderLoad(_ installation: Installation) async throws {
    let office = try Office(try installation.connection())
    defer { office.close() }
    let load = try await Load.begun(office)
    for service in ServiceName.allCases { try await backUp(installation, service, "1") }
    let count = try await load.ended()
    log.check(count > 0, "备份期间 intake 照常受理：\(count) 条命令，一条不少地得到答复")
    let health = try await Health.ask(.intake, office)
    let copied = try head(of: backup(.intake, "1"))
    log.check(copied < health.head, "备份止于第 \(copied) 号事件，服务已办到第 \(health.head) 号")
  }

  private func backup(_ service: ServiceName, _ name: String) -> URL {
    folder.appendingPathComponent("backups/\(service.rawValue)/\(name)")
  }

  private func backUp(_ installation: Installation, _ service: ServiceName, _ name: String) async throws {
    let (status, output) = try await script("backup", installation, service, backup(service, name))
    log.check(status == 0, "备份 \(service.rawValue)", otherwise: output)
    log.note(output.split(separator: "\n").first.map(String.init) ?? "")
  }

  private func head(of backup: URL) throws -> Int64 {
    struct Manifest: Decodable { let head: Int64 }
    return try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: backup.appendingPathComponent("backup.json"))).head
  }

  private func script(
    _ name: String, _ installation: Installation, _ service: ServiceName, _ place: URL
  ) async throws -> (status: Int32, output: String) {
    try await Installation.run(
      Installation.root.appendingPathComponent("deploy/\(name)"),
      ["--installation", installation.folder.path, service.rawValue, place.path],
      environment: ["JIUGAI_PROGRAMS": installation.programs.path])
  }

  private func erase(_ installation: Installation) async throws {
    let office = try Office(try installation.connection())
    defer { office.close() }
    let before = try await fields(office)
    log.check(before > 0, "intake 的保险库里有此人 \(before) 项信息")
    _ = try await office.send(
      ErasePerson<IntakeContract>(project: Drill.project, person: Drill.person, reason: "本人申请"), as: .subdistrict,
      on: Instant.now().businessDate)
    let after = try await fields(office)
    log.check(after == 0, "依申请销毁后一项也没有")
  }

  /// How many fields a disclosure shows.
  private func fields(_ office: Office) async throws -> Int {
    try await office.send(
      Disclose<IntakeContract>(project: Drill.project, person: Drill.person, reason: "备份演练核对"), as: .subdistrict,
      on: Instant.now().businessDate
    ).reply.fields.count
  }

  // MARK: Restoring

  private func restore(_ installation: Installation) async throws {
    let store = installation.store(of: Drill.lost)
    installation.kill(Drill.lost)
    for name in try FileManager.default.contentsOfDirectory(atPath: store.path) {
      try FileManager.default.removeItem(at: store.appendingPathComponent(name))
    }
    log.check(true, "kill -9，存储文件夹清空")
    try flipByte(in: backup(Drill.lost, "2").appendingPathComponent("documents"))
    let (refused, why) = try await script("restore", installation, Drill.lost, backup(Drill.lost, "2"))
    log.check(refused == 70 && why.contains("other bytes"), "第二份备份里有一个字节坏了：拒绝恢复", otherwise: why)
    log.check(
      !FileManager.default.fileExists(atPath: store.appendingPathComponent("journal.sqlite").path), "存储没有被动过")
    let (status, output) = try await script("restore", installation, Drill.lost, backup(Drill.lost, "1"))
    log.check(status == 0, "改用第一份备份", otherwise: output)
    log.note(output)
    log.check(output.contains("1 erasures"), "第一份备份之后的那次销毁，从第二份备份的日志里得知，重做了")
  }

  private func flipByte(in folder: URL) throws {
    guard let name = try FileManager.default.contentsOfDirectory(atPath: folder.path).min() else {
      throw InstallationFault("the backup holds no document")
    }
    var bytes = try Data(contentsOf: folder.appendingPathComponent(name))
    bytes[bytes.startIndex] ^= 1
    try bytes.write(to: folder.appendingPathComponent(name))
  }

  private func accept(_ installation: Installation) async throws {
    try installation.start([Drill.lost])
    try await installation.ready()
    let office = try Office(try installation.connection())
    defer { office.close() }
    let after = try await fields(office)
    log.check(after == 0, "已销毁的信息没有随备份回来")
    let readers = ServiceName.allCases.filter { $0 != Drill.lost }
    let deadline = ContinuousClock.now + .seconds(60)
    var stopped = 0
    while stopped < readers.count, ContinuousClock.now < deadline {
      stopped = 0
      for reader in readers {
        let position = try await Health.ask(reader, office).feeds.first { $0.feed == Drill.lost }
        if position?.stopped != nil { stopped += 1 }
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    log.check(stopped == readers.count, "\(stopped) 个读取方停在新纪元前，等运维确认")
    let (status, output) = try await Installation.run(
      installation.programs.appendingPathComponent("jiugai-status"),
      ["feed", "accept", "--feed", Drill.lost.rawValue, "--reason", "备份恢复演练", "--connection", installation.connectionFile.path])
    log.check(status == 0, "jiugai-status feed accept", otherwise: output)
    log.note(output)
  }

  private func compare(_ installation: Installation, _ expected: ProjectReading) async throws {
    let found = try await installation.reading(of: Drill.project)
    let differences = found.differences(from: expected)
    log.check(
      differences.isEmpty, "五个服务所知的 \(found.count) 项事实与对照一致", otherwise: differences.prefix(20).joined(separator: "\n"))
    for service in ServiceName.allCases { try await backUp(installation, service, "end") }
    let office = try Office(try installation.connection())
    defer { office.close() }
    let last = try await fields(office)
    log.check(last == 0, "最后仍查不到已销毁的信息")
  }
}

/// Registers one community after another until it is told to end.
private final class Load: Sendable {
  private let isOver = Mutex(false)
  private let task = Mutex<Task<Int, any Error>?>(nil)

  static func begun(_ office: Office) async throws -> Load {
    let evidence = try await office.attach(
      Data("城关范围证明\n".utf8), to: .intake, as: .subdistrict, mediaType: "text/plain")
    let first = try await register(0, evidence, office)
    let load = Load()
    let task = Task {
      var count = first
      // Not cancelled: the command that is under way gets its answer.
      while !load.isOver.withLock({ $0 }) { count += try await register(count, evidence, office) }
      return count
    }
    load.task.withLock { $0 = task }
    return load
  }

  /// - Returns: how many commands were answered.
  func ended() async throws -> Int {
    isOver.withLock { $0 = true }
    return try await task.withLock { $0 }?.value ?? 0
  }

  private static func register(_ number: Int, _ evidence: DocumentHash, _ office: Office) async throws -> Int {
    _ = try await office.send(
      RegisterCommunity(
        division: "330382", name: try Text("演练小区\(number)"), address: "乐成街道样例路1号", subdistrict: "乐成街道",
        residentsCommittee: "样例社区", geography: .urbanCore, geographyEvidence: evidence), as: .subdistrict,
      on: "2024-01-08", id: "drill-load-\(number)")
    return 1
  }
}
