import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Documents that were uploaded.
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "取回已上传的文件。 Documents that were uploaded.", subcommands: [DocumentGetCommand.self])
}

/// Brings an uploaded document into a file.
struct DocumentGetCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "按校验值取回一份文件。 Bring a document into a file.",
    discussion: """
      能看到提到这份文件的记录，就能取回它。含个人信息的文件（P2、P3）要写明理由，服务先记下谁因何调阅，再给出内容。
      中断后再执行会接着取；取完按校验值核对。文件只有自己能读（0600）。

      Who may read a record that names a document may read the document. A protected one asks for a reason, which is recorded
      first. What was broken off goes on where it stopped.

      Examples:
        jiugai document get 5891b5b5… --from voting --project 330382-2024-0007 --out 公示.jpg --as subdistrict
        jiugai document get 5891b5b5… --from voting --project 330382-2024-0007 --out 签字表.pdf --reason 核对签字 --as subdistrict
      """)

  @Argument(help: "文件的校验值（SHA-256）。 The document's SHA-256.")
  var document: DocumentHash

  @Option(name: .customLong("from"), help: "intake、voting、funding、approvals 或 supervision。")
  var service: ServiceName

  @Option(help: "提到它的项目。 The project whose records name it.")
  var project: ProjectID?

  @Option(help: "提到它的小区，没有项目时用。 The community, where there is no project.")
  var community: CommunityID?

  @Option(name: .customLong("out"), help: "写到这个文件；不得已存在。 The file, which must not exist yet.")
  var file: String

  @Option(help: "调阅含个人信息的文件的理由。 Why a protected document must be looked at.")
  var reason: String?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (project == nil) != (community == nil) else { throw ValidationError("--project or --community") }
    guard reason == nil || project != nil else { throw ValidationError("--reason: --project") }
  }

  func perform() async throws {
    let target = URL(fileURLWithPath: file)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw DeskFault.usage("file-exists", zh: "文件 \(file) 已存在，请换一个名字。", en: "The file \(file) exists; name another.")
    }
    let role = try office.requiredRole()
    let desk = try office.office(output)
    defer { desk.close() }
    var event: Int64?
    if let reason, let project {
      guard let words = try? Text<500>(reason) else {
        throw DeskFault.usage("reason-unusable", zh: "理由应为 1 至 500 字。", en: "A reason has 1 to 500 characters.")
      }
      event = try await desk.disclose(document, of: project, from: service, reason: words, as: role)
    }
    let found = try await desk.find(
      document, in: service, of: project?.rawValue ?? community?.rawValue ?? "", event: event, as: role)
    let bar = ProgressBar(target.lastPathComponent, of: Int(found.size))
    try await DocumentDownload(office: desk, role: role, service: service, document: document).fetch(found, to: target) {
      bar.advance(to: $0)
    }
    bar.finish()
    output.show([
      "file": .string(target.path), "size": .integer(found.size), "mediaType": .string(found.mediaType.value),
      "classification": .string(found.classification.rawValue),
    ]) { output.say("\(file)：\(found.size) 字节，校验值相符。", "\(file): \(found.size) bytes, the hash agrees.") }
  }
}
