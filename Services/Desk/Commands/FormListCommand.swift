import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Forms
import Policy
import Terminal

/// Lists the forms that a city has, and whose they are.
struct FormListCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出可打印的表单。 List the forms.",
    discussion: """
      Examples:
        jiugai form list                                  全部已安装的策略包
        jiugai form list --pack yueqing
        jiugai form list --project 330382-2024-0007       该项目所用规则版本的表单
      """)

  @Option(help: "策略包，如 yueqing。 The pack.")
  var pack: String?

  @Option(help: "项目编号。 The project.")
  var project: ProjectID?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let editions = try await editions()
    output.show(
      .array(
        editions.flatMap { edition in
          FormList(of: edition).entries.map { entry in
            [
              "pack": .string(edition.identity.pack.rawValue), "edition": .string(edition.identity.edition.rawValue),
              "code": .string(entry.code.rawValue), "title": .string(entry.title), "en": .string(entry.en),
              "origin": .string(entry.origin.rawValue), "isPrinted": .bool(entry.kind != nil),
              "cites": .array(entry.citations.map { .string($0.description) }),
            ]
          }
        })
    ) {
      editions.map(text).joined(separator: "\n\n")
    }
  }

  private func editions() async throws -> [Edition] {
    let laws = try InstalledLaws()
    if let project {
      let desk = try office.office(output)
      defer { desk.close() }
      let report = try await desk.ask(ProjectReportQuery(project: project), as: office.readingRole())
      return [try FormGathering.law(of: report, laws).edition]
    }
    guard let pack else { return laws.library.editions }
    let known = laws.library.editions.filter { $0.identity.pack.rawValue == pack }
    guard !known.isEmpty else {
      let names = Set(laws.library.editions.map(\.identity.pack.rawValue)).sorted().joined(separator: ", ")
      throw DeskFault.usage(
        "unknown-pack", zh: "没有策略包“\(pack)”；已安装：\(names)。", en: "There is no pack \(pack); installed: \(names).")
    }
    return known
  }

  private func text(_ edition: Edition) -> String {
    var table = Table(
      output.say("代码", "Code"), output.say("名称", "Title"), output.say("来源", "Origin"), output.say("依据", "Articles"))
    for entry in FormList(of: edition).entries {
      table.add(
        .init(entry.code.rawValue), .init(output.say(entry.title, entry.en)), .init(origin(entry)),
        .init(entry.citations.map(\.description).joined(separator: ", ")))
    }
    let name = edition.file.pack.name
    return Style.heading.paint("\(edition.identity.pack)/\(edition.identity.edition) \(output.say(name.zh, name.en))") + "\n"
      + table.text()
  }

  private func origin(_ entry: FormEntry) -> String {
    guard entry.kind != nil else { return output.say("由编制单位编写", "written by its author") }
    return switch entry.origin {
    case .official: output.say("文件所附", "layout of the document")
    case .named: output.say("文件所名，版式自制", "named by the document, layout ours")
    case .ours: output.say("本系统自制", "ours")
    }
  }
}
