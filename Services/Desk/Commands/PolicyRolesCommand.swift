import ArgumentParser
import Contracts
import DomainModel
import Policy
import Terminal

/// `jiugai policy roles`: who may send, ask and read what, in every city.
struct PolicyRolesCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "谁可以办理、查询、读取哪种报文。 Who may send, ask and read what.",
    discussion: """
      每种报文在约定中写明可由谁办理；城市的规则包可以收窄，不能放宽，收窄的注明依据。

      Examples:
        jiugai policy roles yueqing
        jiugai policy roles wenzhou --role finance
        jiugai policy roles --message voting.close-round          各城市
        jiugai policy roles --json                                全部城市，供程序读取
        jiugai policy roles yueqing --csv > roles.csv             供电子表格
        jiugai policy roles --codes                               身份代码和名称
      """)

  @Argument(help: "策略包，如 yueqing；不写则全部已安装的。 The pack; all that are installed when left out.")
  var city: String?

  @Option(help: "只看与这个身份有关的：英文代码或中文名。 Of this role only.")
  var role: Role?

  @Option(help: "只看这种报文，如 voting.close-round，或一个服务，如 voting。 Of this message, or this service, only.")
  var message: String?

  @Flag(help: "以 CSV 输出，每个单位一行。 As CSV, a line for each role.")
  var csv = false

  @Flag(help: "只列身份代码和名称。 The codes and names of the roles alone.")
  var codes = false

  @OptionGroup var folders: PackFolders
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !(csv && output.json) else { throw ValidationError("--csv, --json: only one of them") }
  }

  func perform() async throws {
    guard !codes else { return listCodes() }
    if let message { try requireKnown(message) }
    let editions: [Edition]
    if let city {
      editions = [try PackSource(city, in: folders.folders()).edition]
    } else {
      // The newest edition of each: what new projects go by.
      let newest = Dictionary(try folders.library().editions.map { ($0.identity.pack, $0) }, uniquingKeysWith: { $1 })
      editions = newest.values.sorted { $0.identity.pack.rawValue < $1.identity.pack.rawValue }
    }
    let table = RoleTable(editions, role: role, message: message)
    let text = RoleTableText(output)
    if csv { return print(text.csv(table)) }
    output.show(text.json(table)) { text.text(table) }
  }

  private func requireKnown(_ message: String) throws {
    let names = RoleTable([]).cities.flatMap { $0.rows.map(\.name.rawValue) }
    guard !names.contains(where: { $0 == message || $0.hasPrefix("\(message).") }) else { return }
    let nearest = NearestWord.to(message, among: names)
    throw DeskFault.usage(
      "unknown-message", zh: "没有报文 \(message)\(nearest.map { "，是否指 \($0)" } ?? "")。",
      en: "There is no message \(message)\(nearest.map { "; did you mean \($0)?" } ?? ".")")
  }

  private func listCodes() {
    output.show(.array(Role.allCases.map { ["role": .string($0.rawValue), "zh": .string($0.zh)] })) {
      var table = Table(output.say("代码", "Role"), output.say("名称", "In Chinese"))
      for role in Role.allCases { table.add(.init(role.rawValue), .init(role.zh)) }
      return table.text()
    }
  }
}
