import ArgumentParser
import DomainModel
import Foundation

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Argument(help: "CSV 文件：UTF-8 或 GB18030，首行是列名。 The CSV file.")
  var file: String

  @Option(name: .customLong("on"), help: "登记的日期，如 2024-03-01。 The day to record it for.")
  var day: BusinessDate

  @Flag(help: "只核对，不发送。 Check everything, send nothing.")
  var dryRun = false

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  var name: String { URL(fileURLWithPath: file).lastPathComponent }

  func data() throws -> Data {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw DeskFault.usage("file-unreadable", zh: "读不到文件 \(file)。", en: "The file \(file) cannot be read.")
    }
    return data
  }

  func persons() throws -> PersonBook { try PersonBook(beside: office.url, isDryRun: dryRun) }
}
