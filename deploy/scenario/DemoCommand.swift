import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// Starts five services in a fresh folder and carries a sample project of a city from survey to post-evaluation.
public struct DemoCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "jiugai-demo",
    abstract: "在本机启动五个服务，把样例项目从调查摸底办到后评估。",
    discussion: "Every figure that is printed comes out of the services. deploy/demo builds and calls this.")

  @Option(help: "The folder for keys, settings, stores and logs; made when missing.")
  var folder = ".run/demo"

  @Option(help: "The city whose document is followed: \(City.all.map(\.id.rawValue).joined(separator: ", ")) or all.")
  var city = "yueqing"

  @Flag(help: "Instead of one project a year's plan of 24 communities in Tiexi, several at a time, with a closing report.")
  var programme = false

  @Option(help: "How many of the programme's communities, 1 to 24.")
  var communities = Programme.planned.communities

  @Flag(help: "Leave the services running at the end and say how to look around.")
  var keep = false

  @Flag(name: .customLong("services-only"), help: "Start the services with empty stores, write connection.json, and end.")
  var servicesOnly = false

  @Flag(help: "Instead of a story a drill: back up under load, destroy a store, restore, go on, compare (deploy/drill).")
  var drill = false

  @Option(name: .customLong("upgrade-from"), help: "Instead of a story a test of upgrades: the folder of an older build (deploy/upgrade-test).")
  var upgradeFrom: String?

  @Option(name: .customLong("upgraded"), help: "With --upgrade-from: the service that is older, or newer, than the rest.")
  var upgraded = "voting"

  @Option(
    name: .customLong("record"),
    help: "Tell the five stories one after another and keep the first message of each kind in this folder: the contract's examples.")
  var recordings: String?

  public init() {}

  public func validate() throws {
    guard ServiceName(rawValue: upgraded) != nil else {
      throw ValidationError("No service '\(upgraded)': \(ServiceName.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard (1...Programme.planned.communities).contains(communities) else {
      throw ValidationError("--communities takes 1 to \(Programme.planned.communities), not \(communities).")
    }
    guard city == "all" || City.named(city) != nil else {
      throw ValidationError("No city '\(city)': \(City.all.map(\.id.rawValue).joined(separator: ", ")) or all.")
    }
  }

  public func run() async throws {
    let folder = URL(fileURLWithPath: folder)
    guard try await !exercise(in: folder) else { return }
    let installation = Installation(folder: folder)
    guard recordings == nil || !FileManager.default.fileExists(atPath: installation.store(of: .intake).path) else {
      throw ValidationError("\(folder.path) holds stores already: what was decided there is not decided again. Remove it first.")
    }
    try await installation.prepare()
    // Those that run are left alone, and their numbers with them: else `deploy/down` would not find them.
    let already = servicesOnly ? ServiceName.allCases.filter { installation.runsAlready($0) } : []
    try installation.start(ServiceName.allCases.filter { !already.contains($0) })
    let office = try Office(try installation.connection())
    try await installation.waitUntilReady(office)
    office.close()
    if servicesOnly {
      installation.release()
      print("五个服务已启动：\(installation.connectionFile.path)")
      if !already.isEmpty { print("其中原已运行：\(already.map(\.rawValue).joined(separator: "、"))") }
      return
    }
    if programme {
      try await carryProgramme(installation)
      return
    }
    if let recordings {
      defer { installation.stopAll() }
      let recorder = try await ExampleRecorder.recording(installation.workplace)
      try recorder.write(to: URL(fileURLWithPath: recordings, isDirectory: true))
      print("\(recorder.files().count) 个样例：\(recordings)")
      return
    }
    let told: [Told]
    let clock = ContinuousClock()
    let begun = clock.now
    do {
      told =
        if let one = City.named(city) {
          [try await Told.telling(one, installation.workplace, teller: Teller(), isAlone: true)]
        } else {
          try await sideBySide(installation.workplace)
        }
    } catch {
      installation.stopAll()
      throw explain(error)
    }
    let took = spoken(clock.now - begun)
    print("\n\(told.map(\.steps).reduce(0, +)) 步，用时 \(took)")
    let (status, table) = try await Installation.run(
      installation.programs.appendingPathComponent("jiugai-status"), ["--connection", installation.connectionFile.path])
    print("\n" + table)
    if keep {
      installation.release()
      print("服务仍在运行。可以这样查看：")
      let looks = told.map { "jiugai explain \($0.project)" }
      for line in ["export JIUGAI_CONNECTION=\(installation.connectionFile.path)"] + looks + [
        "jiugai-status", "jiugai feed voting", "deploy/down \(folder.path)",
      ] { print("  \(line)") }
    } else {
      installation.stopAll()
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func spoken(_ duration: Duration) -> String {
    duration.formatted(
      .units(allowed: [.minutes, .seconds], width: .abbreviated, fractionalPart: .show(length: 1))
        .locale(Locale(identifier: "zh_CN")))
  }

  /// Runs a drill or a test of upgrades if one was asked for; it ends with 1 when something did not hold.
  private func exercise(in folder: URL) async throws -> Bool {
    let failures: Int
    do {
      if drill {
        failures = try await Drill(folder: folder).run()
      } else if let upgradeFrom, let service = ServiceName(rawValue: upgraded) {
        failures = try await UpgradeRun(folder: folder, older: URL(fileURLWithPath: upgradeFrom), service: service).run()
      } else {
        return false
      }
    } catch { throw explain(error) }
    print(failures == 0 ? "\n全部符合。" : "\n有 \(failures) 处不符合，见上。")
    if failures > 0 { throw ExitCode(1) }
    return true
  }

  /// The programme, its closing report, and whether the services agree with what the plan counts.
  private func carryProgramme(_ installation: Installation) async throws {
    let programme: Programme
    let report: ProgrammeReport
    do {
      programme = try Programme(installation.workplace, communities: communities)
      defer { programme.office.close() }
      let clock = ContinuousClock()
      let begun = clock.now
      let steps = try await programme.run()
      let took = spoken(clock.now - begun)
      report = try await ProgrammeReport(programme.office)
      print("\n" + (try report.text(steps: steps, took: took)))
    } catch {
      installation.stopAll()
      throw explain(error)
    }
    if keep {
      installation.release()
      print("服务仍在运行：export JIUGAI_CONNECTION=\(installation.connectionFile.path)；结束：deploy/down \(folder)")
    } else {
      installation.stopAll()
    }
    let totals = try report.totals()
    if communities == Programme.planned.communities, totals != Programme.planned {
      throw explain(StoryFault("the services count \(totals), the plan \(Programme.planned)"))
    }
  }

  /// All cities at once, in the same five services.
  private func sideBySide(_ workplace: Workplace) async throws -> [Told] {
    try await withThrowingTaskGroup(of: Told.self) { group in
      for city in City.all {
        group.addTask {
          try await Told.telling(city, workplace, teller: Teller(prefix: city.name.zh), isAlone: false)
        }
      }
      var told: [Told] = []
      for try await one in group { told.append(one) }
      return told.sorted { $0.project.rawValue < $1.project.rawValue }
    }
  }

  private func explain(_ error: any Error) -> any Error {
    guard error is StoryFault || error is ClientFault else { return error }
    var lines = ["\(error)"]
    if case ClientFault.refused(let problem) = error {
      for finding in problem.findings where finding.stops {
        lines.append("  \(finding.rule) \(finding.result.rawValue) \(finding.values.map { "\($0.name)=\($0.value.text)" })")
      }
    }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    return ExitCode(1)
  }
}

/// A story that was told to its end.
struct Told: Sendable {
  let project: ProjectID
  let steps: Int

  static func telling(
    _ city: City, _ workplace: Workplace, teller: Teller, isAlone: Bool
  ) async throws -> Told {
    let story = try Story(workplace, city: city.id, teller: teller, isAlone: isAlone)
    defer { story.office.close() }
    let project = try await city.tell(story)
    return Told(project: project, steps: story.steps)
  }
}

/// The whole of the demo's `main`.
public enum Demo {
  public static func main() async { await DemoCommand.main() }
}
