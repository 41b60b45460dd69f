import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Starts five services in a fresh folder and carries a sample project of Yueqing from survey to post-evaluation.
public struct DemoCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "jiugai-demo",
    abstract: "在本机启动五个服务，把一个样例项目从调查摸底办到后评估。",
    discussion: "Every figure that is printed comes out of the services. deploy/demo builds and calls this.")

  @Option(help: "The folder for keys, settings, stores and logs; made when missing.")
  var folder = ".run/demo"

  @Flag(help: "Leave the services running at the end and say how to look around.")
  var keep = false

  @Flag(name: .customLong("services-only"), help: "Start the services with empty stores, write connection.json, and end.")
  var servicesOnly = false

  public init() {}

  public func run() async throws {
    let folder = URL(fileURLWithPath: folder)
    let installation = Installation(folder: folder)
    try installation.prepare()
    try installation.start()
    let office = try Office(try installation.connection())
    try await installation.waitUntilReady(office)
    office.close()
    if servicesOnly {
      installation.release()
      print("五个服务已启动：\(installation.connectionFile.path)")
      return
    }
    let story = try Story(installation, teller: Teller())
    var yueqing = try YueqingStory(story)
    let clock = ContinuousClock()
    let begun = clock.now
    do {
      let project = try await yueqing.tell()
      let took = clock.now - begun
      print("\n\(story.steps) 步，用时 \(took.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1))))")
      story.office.close()
      let (status, table) = try Installation.run(
        installation.programs.appendingPathComponent("jiugai-status"), ["--connection", installation.connectionFile.path])
      print("\n" + table)
      if keep {
        installation.release()
        print("服务仍在运行。可以这样查看：")
        for line in [
          "export JIUGAI_CONNECTION=\(installation.connectionFile.path)", "jiugai explain \(project)", "jiugai-status",
          "jiugai feed voting", "deploy/down \(folder.path)",
        ] { print("  \(line)") }
      } else {
        installation.stopAll()
      }
      if status != 0 { throw ExitCode(status) }
    } catch let fault as StoryFault {
      installation.stopAll()
      FileHandle.standardError.write(Data("\(fault)\n".utf8))
      throw ExitCode(1)
    } catch let fault as ClientFault {
      installation.stopAll()
      FileHandle.standardError.write(Data("\(fault)\n".utf8))
      if case .refused(let problem) = fault {
        for finding in problem.findings where finding.stops {
          FileHandle.standardError.write(
            Data("  \(finding.rule) \(finding.result.rawValue) \(finding.values.map { "\($0.name)=\($0.value.text)" })\n".utf8))
        }
      }
      throw ExitCode(1)
    }
  }
}

/// The whole of the demo's `main`.
public enum Demo {
  public static func main() async { await DemoCommand.main() }
}
