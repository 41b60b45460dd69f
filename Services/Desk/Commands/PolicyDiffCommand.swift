import ArgumentParser
import DomainModel
import Policy
import Terminal

/// `jiugai policy diff`: what two packs, or two editions, say differently.
struct PolicyDiffCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "比较两个策略包：不同的参数、门槛、内容、阶段和文本。 Lay two packs side by side.",
    discussion: """
      同一城市两版之间，只有依据不同的也列出；两个城市之间只比内容，加 --cites 才连依据一起比。

      Examples:
        jiugai policy diff yueqing wenzhou
        jiugai policy diff yueqing/2024-1 草案.yaml --json
      """)

  @Argument(help: "策略包、某一版，或一个 .yaml 文件。 A pack, an edition, or a file.")
  var one: String

  @Argument(help: "与之比较的。 What to compare it with.")
  var other: String

  @Flag(help: "只有依据不同的也列出。 Also lines whose articles alone differ.")
  var cites = false

  @OptionGroup var folders: PackFolders
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let places = try folders.folders()
    let first = try PackSource(one, in: places)
    let second = try PackSource(other, in: places)
    let isOneCity = first.edition.identity.pack == second.edition.identity.pack
    let difference = PackDifference(
      try PackOutline(file: first.url), try PackOutline(file: second.url), names: (first.name, second.name),
      withCites: cites || isOneCity)
    output.show(difference.json) { PackDifferenceText(output.language).text(difference) }
  }
}
