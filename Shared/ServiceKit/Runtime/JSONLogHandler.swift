import DomainModel
import Foundation
import Logging

/// One JSON object per line on standard error, for journald and whoever searches it.
struct JSONLogHandler: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]
  let label: String

  init(label: String) {
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line: [String: String] = [:]
    for (key, value) in metadata { line[key] = "\(value)" }
    for (key, value) in event.metadata ?? [:] { line[key] = "\(value)" }
    line["at"] = Instant.now().description
    line["level"] = event.level.rawValue
    line["service"] = label
    line["message"] = "\(event.message)"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var data = try? encoder.encode(line) else { return }
    data.append(0x0A)
    FileHandle.standardError.write(data)
  }
}
