import ArgumentParser
import Contracts
import DomainModel
import FileStore
import Foundation

/// What a service's program does beside serving: it verifies its store, or checks its settings on this machine, and ends.
struct InspectionOptions: ParsableArguments {
  @Flag(help: "Verify the store, while the service runs or not: chain, state, answers, documents, vault, invariants.")
  var verify = false

  @Flag(help: "Check settings, keys, principals, packs and the store's folder on this machine.")
  var check = false

  @Flag(help: "With --verify or --check: answer in JSON, for programs.")
  var json = false

  @Option(name: .customLong("lang"), help: "With --verify or --check: zh or en.")
  var language: String = "zh"

  @Option(
    name: .customLong("seen"),
    help: "With --verify: what another service has read of this store, as reader:epoch:sequence:hash; may be repeated.")
  var seen: [String] = []

  func validate() throws {
    guard !(verify && check) else { throw ValidationError("only one of --verify and --check can be done at a time") }
    guard ["zh", "en"].contains(language) else { throw ValidationError("--lang: zh or en") }
    guard seen.isEmpty || verify else { throw ValidationError("--seen belongs to --verify") }
    for word in seen where InspectionOptions.position(word) == nil {
      throw ValidationError("--seen '\(word)': expected reader:epoch:sequence:hash")
    }
  }

  private var spoken: Language { language == "en" ? .en : .zh }

  private static func position(_ word: String) -> StoreVerification.Seen? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let reader = ServiceName(rawValue: parts[0]), let sequence = Int64(parts[2]), sequence >= 0,
      let hash = try? ChainDigest(parts[3])
    else { return nil }
    return StoreVerification.Seen(reader: reader, epoch: parts[1], sequence: sequence, hash: hash.bytes)
  }

  /// - Throws: `ExitCode(1)` when something is wrong, `ExitCode(70)` when the store cannot be looked at.
  func verify(_ definition: ServiceDefinition, _ settings: Settings) throws {
    let report: StoreReport
    do {
      let key = URL(fileURLWithPath: try settings.text("keys")).appendingPathComponent("vault.key")
      var verification = try StoreVerification(
        definition, folder: URL(fileURLWithPath: try settings.text("store")),
        vaultKey: FileManager.default.fileExists(atPath: key.path) ? try VaultKey(file: key) : nil,
        seen: seen.compactMap(InspectionOptions.position), progress: VerificationProgress(name: definition.service.rawValue))
      report = try verification.report()
    } catch {
      try? FileHandle.standardError.write(
        contentsOf: Data("jiugai-\(definition.service) --verify: \(error)\n".utf8))
      throw ExitCode(70)
    }
    print(json ? try InspectionOptions.text(report) : VerificationText(spoken).text(report))
    if !report.isSound { throw ExitCode(1) }
  }

  /// - Throws: `ExitCode(1)` when there is something to see to.
  func check(_ definition: ServiceDefinition, config: URL?, overrides: [String]) throws {
    let check = HostInspection(definition, config: config, overrides: overrides).check()
    if json {
      print(try InspectionOptions.text(check))
    } else {
      for finding in check.findings {
        print("\(finding.isFatal ? "✗" : "!") \(finding.what.text(spoken))\n  → \(finding.cure.text(spoken))")
      }
      if check.findings.isEmpty { print(spoken == .zh ? "没有要处理的事。" : "There is nothing to do.") }
    }
    if !check.findings.isEmpty { throw ExitCode(1) }
  }

  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
