import ArgumentParser
import DomainModel
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// A program that is a service: what its `main` names.
public protocol ServiceProgram {
  static var definition: ServiceDefinition { get }
}

/// The command line of a service, the same for all five.
public struct ServiceCommand<Program: ServiceProgram>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    let name = Program.definition.service.rawValue
    return CommandConfiguration(
      commandName: "jiugai-\(name)",
      abstract: "旧改 \(name) 服务：单独启动、停止、升级。 The \(name) service of Jiugai.",
      discussion: """
        The service owns one store and answers on one ZeroMQ endpoint; it reads the feeds of the other four and works
        without them. Settings come from the file, over it the environment (JIUGAI_…), over it --set.

          jiugai-\(name) --print-config > \(name).yaml     write a configuration file that explains itself
          jiugai-\(name) --config \(name).yaml             serve until SIGTERM
          jiugai-\(name) --config \(name).yaml --check    settings, keys, principals, packs and store of this machine
          jiugai-\(name) --config \(name).yaml --verify   the whole store, while the service runs or not
          jiugai-\(name) --config \(name).yaml --backup FOLDER   copy the store, while the service runs or not
          jiugai-\(name) --config \(name).yaml --restore FOLDER  put a backup into an empty store, verified
          jiugai-\(name) --config \(name).yaml --begin-epoch     once, after a copy of the store was put back by hand

        It ends with 0 after a clean stop, 64 when the command line or a setting is wrong, 70 when it cannot go on. --check and
        --verify end with 0 when all is well, 1 when something is to be seen to, 70 when the store cannot be looked at. A
        backup that is whole but names documents which the store had lost ends with 1.
        """,
      version: Version.current)
  }

  @Option(name: .customLong("config"), help: "The configuration file (YAML).")
  var config: String?

  @Option(name: .customLong("set"), help: "One setting, key=value; may be repeated and goes before the file.")
  var overrides: [String] = []

  @Flag(name: .customLong("print-config"), help: "Print all settings with explanations and what is in force, and end.")
  var printConfig = false

  @Flag(
    name: .customLong("begin-epoch"),
    help: "After a copy of the store was put back: begin a new epoch at its last event, say so, and end.")
  var beginEpoch = false

  @OptionGroup(title: "Looking after it") var inspection: InspectionOptions

  @Option(help: "Copy the store into this folder, which is empty or does not exist, verify the copy, and end.")
  var backup: String?

  @Option(help: "Put the backup of this folder into the store's empty folder, verify it, begin a new epoch, and end.")
  var restore: String?

  @Option(
    help: "With --restore: a later backup, or the store that was lost; erasures that it names are done again. May be repeated.")
  var erasures: [String] = []

  public init() {}

  /// One thing at a time.
  public func validate() throws {
    guard [beginEpoch, backup != nil, restore != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("only one of --backup, --restore and --begin-epoch can be done at a time")
    }
    guard erasures.isEmpty || restore != nil else { throw ValidationError("--erasures belongs to --restore") }
  }

  public func run() async throws {
    CrashOutput.restrict()
    let file = config.map { URL(fileURLWithPath: $0) }
    guard !inspection.check else {
      try inspection.check(Program.definition, config: file, overrides: overrides)
      return
    }
    let settings: Settings
    do {
      settings = try Settings(
        service: Program.definition.service, file: file, overrides: overrides)
      guard !printConfig else {
        print(try settings.printed())
        return
      }
    } catch let fault as SettingsFault {
      throw ValidationError(fault.description)
    }
    guard !inspection.verify else {
      try inspection.verify(Program.definition, settings)
      return
    }
    let level = try settings.text("log-level")
    guard let level = Logger.Level(rawValue: level) else {
      throw ValidationError("log-level: '\(level)' is not trace, debug, info, notice, warning, error or critical")
    }
    let name = Program.definition.service.rawValue
    var logger = Logger(label: name) { JSONLogHandler(label: $0) }
    logger.logLevel = level
    let process = ServiceProcess(Program.definition, settings: settings, logger: logger)
    if beginEpoch {
      try finish(logger, failing: "no epoch begun") { [try process.beginEpoch()] }
      return
    }
    if let backup {
      let (lines, isWhole) = try finishing(logger, failing: "no backup was made") {
        try process.backUp(to: URL(fileURLWithPath: backup))
      }
      print(lines.joined(separator: "\n"))
      guard isWhole else { throw ExitCode(1) }
      return
    }
    if let restore {
      try finish(logger, failing: "nothing was restored") {
        try process.restore(
          from: URL(fileURLWithPath: restore), erasures: erasures.map { URL(fileURLWithPath: $0) }, now: Instant.now)
      }
      return
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: process, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .cancelGroup)
        ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do { try await group.run() } catch {
      logger.critical("cannot go on", metadata: ["fault": "\(error)"])
      throw ExitCode(70)
    }
  }

  /// Does something that ends by itself and prints what came of it.
  private func finish(_ logger: Logger, failing: String, _ body: () throws -> [String]) throws {
    print(try finishing(logger, failing: failing, body).joined(separator: "\n"))
  }

  private func finishing<T>(_ logger: Logger, failing: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      logger.critical("\(failing)", metadata: ["fault": "\(error)"])
      throw ExitCode(70)
    }
  }
}

extension ServiceProgram {
  /// The whole of a service's `main`.
  public static func main() async { await ServiceCommand<Self>.main() }
}
