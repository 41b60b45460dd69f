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
      属于本人的文件（身份证复印件等）默认只列校验值；--documents 指明文件夹，就一并取出，每份另记一次调阅。

      Each service records who asked and why before it tells. The file is yours alone; delete it once it is handed over. The
      person's own documents are named by their hashes; --documents names a folder into which they are brought as well.
      """)

  @OptionGroup var whom: PersonOptions

  @Option(name: .customLong("to"), help: "写到这个文件；不得已存在。 The file, which must not exist yet.")
  var file: String

  @Option(help: "json 或 csv。")
  var format: Format = .json

  @Option(help: "把本人的文件也取到这个文件夹。 A folder for the person's own documents.")
  var documents: String?

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
    let fetched = try await fetch(parts, desk, reason)
    let export = PersonExport(project: whom.project, exportedAt: Instant.now(), parts: parts)
    let text = format == .json ? export.json.text + "\n" : export.csv
    try PrivateFile.create(target, with: Data(text.utf8))
    let count = parts.reduce(0) { $0 + $1.fields.count }
    output.show([
      "file": .string(target.path), "fields": .integer(Int64(count)), "documents": .array(fetched.map { .string($0.path) }),
    ]) {
      output.say("\(file)：\(count) 项，来自 \(parts.count) 处。", "\(file): \(count) fields from \(parts.count) places.")
        + (fetched.isEmpty
          ? "" : "\n" + output.say("本人的文件 \(fetched.count) 份。", "\(fetched.count) documents of their own.") + "\n"
            + fetched.map(\.path).joined(separator: "\n"))
    }
  }

  /// Brings the person's own documents into the folder, each under its hash; those that are there already stay.
  private func fetch(_ parts: [PersonExport.Part], _ desk: Office, _ reason: Text<500>) async throws -> [URL] {
    guard let documents else { return [] }
    let folder = URL(fileURLWithPath: documents, isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let role = try office.requiredRole()
    var fetched: [URL] = []
    for part in parts {
      for hash in part.holdings.documents {
        let target = folder.appendingPathComponent("\(part.service)-\(hash)")
        if !FileManager.default.fileExists(atPath: target.path) {
          let event = try await desk.disclose(hash, of: whom.project, from: part.service, reason: reason, as: role)
          let found = try await desk.find(hash, in: part.service, of: whom.project.rawValue, event: event, as: role)
          try await DocumentDownload(office: desk, role: role, service: part.service, document: hash).fetch(found, to: target)
        }
        fetched.append(target)
      }
    }
    return fetched
  }
}
