import Foundation

/// The machine that the figures were taken on: without it they say nothing.
struct Machine: Codable {
  let processor: String
  let cores: Int
  let memoryMiB: Int
  let kernel: String
  /// Processes that wanted a core when the benchmark began, in hundredths: other work on the machine shows here.
  let loadHundredths: Int

  init() {
    processor = Machine.value(of: "model name", in: "/proc/cpuinfo") ?? "unknown"
    cores = ProcessInfo.processInfo.activeProcessorCount
    memoryMiB = Int(ProcessInfo.processInfo.physicalMemory >> 20)
    kernel = Machine.text("/proc/sys/kernel/osrelease")
    let load = Machine.text("/proc/loadavg").split(separator: " ").first ?? "0"
    loadHundredths = Int(load.replacing(".", with: "")) ?? 0
  }

  var lines: [String] {
    [
      "\(processor), \(cores) cores, \(memoryMiB) MiB, Linux \(kernel)",
      "load at the start \(Ratio(hundredths: loadHundredths)); what else runs on the machine slows every figure alike: trust the ratios",
    ]
  }

  /// What stands behind `name` and a colon in a file of such lines.
  static func value(of name: String, in file: String) -> String? {
    for line in text(file).split(separator: "\n") where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  /// A file of /proc as text, empty when it cannot be read.
  static func text(_ file: String) -> String {
    guard let data = FileManager.default.contents(atPath: file) else { return "" }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
