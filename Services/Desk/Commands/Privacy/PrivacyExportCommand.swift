import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Writes a person's own data from all services into a file for them.
struct PrivacyExportCommand: DeskCommand {
  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "把本人的资料从各服务取出写成文件。 A person's own data as a file.",
    discussion: """
      每个服务先记下谁因何查看，再给出内容。文件只有自己能读（0600），交给当事人后请删除。

      Each service records who asked and why before it tells. The file is yours alone; delete it once it is handed over.
      """)

  @OptionGroup var whom: PersonOptions

  @Option(name: .customLong("to"), help: "写到这个文件；不得已存在。 The file, which must not exist yet.")
  var file: String

  @Option(help: "json 或 csv。")
  var format: Format = .json

  @OptionGroup var why: ReasonOption
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let target = URL(fileURLWithPath: file)
    // Found out before anything is disclosed.
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw DeskFault.usage("file-exists", zh: "文件 \(file) 已存在，请换一个名字。", en: "The file \(file) exists; name another.")
    }
    let reason = try why.text
    let desk = try office.office(output)
    defer { desk.close() }
    let persons = PersonOffice(desk: desk, role: try office.requiredRole(), project: whom.project)
    var parts: [PersonExport.Part] = []
    for person in try whom.required() {
      for answer in try await persons.holdings(of: person, asOf: nil) where !answer.value.fields.isEmpty {
        let fields = try await persons.disclose(person, from: answer.service, reason: reason)
        parts.append(
          PersonExport.Part(service: answer.service, person: person, fields: fields, holdings: answer.value))
      }
    }
    let export = PersonExport(project: whom.project, exportedAt: Instant.now(), parts: parts)
    let text = format == .json ? export.json.text + "\n" : export.csv
    try PrivateFile.create(target, with: Data(text.utf8))
    let count = parts.reduce(0) { $0 + $1.fields.count }
    output.show(["file": .string(target.path), "fields": .integer(Int64(count))]) {
      output.say("\(file)：\(count) 项，来自 \(parts.count) 处。", "\(file): \(count) fields from \(parts.count) places.")
    }
  }
}
