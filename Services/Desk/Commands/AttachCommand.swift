import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Uploads a document, so that a command may name it.
struct AttachCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "上传文件，得到命令里要写的校验值。 Upload a document.",
    discussion: """
      命令里写的是文件的校验值（SHA-256）；同一文件要给几个服务，就向每个服务各上传一次。中断后再执行会接着传。

      Examples:
        jiugai attach 公示照片.jpg --to voting --as subdistrict
        jiugai attach 签字表.pdf --to voting --class P2 --as owners-body
      """)

  @Argument(help: "文件。 The file.")
  var file: String

  @Option(name: .customLong("to"), help: "intake、voting、funding、approvals 或 supervision。")
  var service: ServiceName

  @Option(name: .customLong("class"), help: "P1 一般，P2 含个人信息，P3 含身份证号等；P2、P3 加密保存。")
  var classification: DataClassification = .p1

  @Option(help: "媒体类型；默认按文件名。 The media type; told from the name when left out.")
  var mediaType: String?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard classification != .p0 else { throw ValidationError("--class: P1, P2 or P3") }
  }

  func perform() async throws {
    let url = URL(fileURLWithPath: file)
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe), !data.isEmpty else {
      throw DeskFault.usage(
        "file-unreadable", zh: "读不到文件 \(file)，或文件是空的。", en: "The file \(file) cannot be read, or is empty.")
    }
    let told = mediaType ?? AttachCommand.mediaTypes[url.pathExtension.lowercased()] ?? "application/octet-stream"
    guard let kind = try? Text<100>(told) else {
      throw DeskFault.usage("media-type-unusable", zh: "媒体类型应为 1 至 100 字。", en: "A media type has 1 to 100 characters.")
    }
    let role = try office.requiredRole()
    let desk = try office.office(output)
    defer { desk.close() }
    let bar = ProgressBar(url.lastPathComponent, of: data.count)
    let hash = try await desk.attach(
      data, to: service, as: role, classification: classification, mediaType: kind
    ) { bar.advance(to: $0) }
    bar.finish()
    output.show([
      "sha256": .string(hash.rawValue), "size": .integer(Int64(data.count)), "service": .string(service.rawValue),
    ]) { hash.rawValue }
  }

  private static let mediaTypes = [
    "pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "tif": "image/tiff",
    "tiff": "image/tiff", "csv": "text/csv", "txt": "text/plain", "zip": "application/zip", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "dwg": "image/vnd.dwg", "ofd": "application/ofd", "mp4": "video/mp4",
  ]
}
