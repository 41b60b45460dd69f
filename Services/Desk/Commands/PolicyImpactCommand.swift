import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Policy

/// `jiugai policy impact`: what a changed pack would have made of projects that were decided.
struct PolicyImpactCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "按改动后的策略包重算已有项目，列出会不同的决定。 Replay projects under a changed pack.",
    discussion: """
      只读：存储不会被写，服务可以在运行。各服务的存储一起给出，才能看到一处改变对后面步骤的影响。
      重算的是决定：能否办理、金额、日期、所需材料和单位。仅作提示的核查不列；谁可以办理（senders）也不列，存储不记办理人的角色。
      结束代码：0 没有不同，1 有不同。
      Advice is not listed, nor who may send what: a store does not keep the sender's role.

      Examples:
        jiugai policy impact 2025-1.yaml --store /var/lib/jiugai/voting --store /var/lib/jiugai/intake
        jiugai policy impact yueqing/2025-1 --store stores/intake --store stores/funding --json
      """)

  @Argument(help: "改动后的策略包文件，或已安装的一版。 The changed pack: a file or an installed edition.")
  var changed: String

  @Option(name: .customLong("store"), help: "服务的存储文件夹，可重复。 A service's store; may be repeated.")
  var stores: [String]

  @OptionGroup var folders: PackFolders
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let library = try folders.library()
    let source = try PackSource(changed, in: folders.folders())
    let calendar = try WorkCalendar(
      folder: PolicyFolder.calendars.locate(configured: ProcessInfo.processInfo.environment["JIUGAI_CALENDARS"]))
    let replay = try ImpactReplay(
      stores.map { try RecordedStore(folder: URL(fileURLWithPath: $0)) },
      under: Law(edition: source.edition, calendar: calendar), library: library)
    output.show([
      "changed": .string(source.name), "sha256": .string(source.edition.identity.sha256.description),
      "replayed": .integer(Int64(replay.replayed)), "differences": .array(replay.differences.map(\.json)),
      "notInstalled": .array(
        replay.missing.map { .string("\($0.pack)/\($0.edition) \($0.sha256)") }),
    ]) { ImpactText(language: output.language).text(replay) }
    guard replay.differences.isEmpty else { throw Exit.refused }
  }
}
