/// One metric with its samples, as the OpenMetrics text format 1.0 writes it.
struct MetricFamily: Hashable, Sendable {
  enum Kind: String, Sendable {
    case gauge, counter, info
  }

  struct Label: Hashable, Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  struct Sample: Hashable, Sendable {
    let labels: [Label]
    let value: Int64
    /// Whether the value counts thousandths: moments are written in seconds.
    let isInThousandths: Bool

    init(_ labels: [Label] = [], _ value: Int64, isInThousandths: Bool = false) {
      self.labels = labels
      self.value = value
      self.isInThousandths = isInThousandths
    }
  }

  /// Without the suffix that the kind asks for.
  let name: String
  let kind: Kind
  /// `seconds`, `bytes`: the name ends with it.
  let unit: String?
  let help: String
  let samples: [Sample]

  init(_ name: String, _ kind: Kind, unit: String? = nil, _ help: String, _ samples: [Sample]) {
    precondition(unit.map { name.hasSuffix("_" + $0) } ?? true, "the name of a metric ends with its unit")
    self.name = name
    self.kind = kind
    self.unit = unit
    self.help = help
    self.samples = samples
  }

  var lines: [String] {
    var lines = ["# TYPE \(name) \(kind.rawValue)"]
    if let unit { lines.append("# UNIT \(name) \(unit)") }
    lines.append("# HELP \(name) \(MetricFamily.escaped(help, quotes: true))")
    let suffix =
      switch kind {
      case .gauge: ""
      case .counter: "_total"
      case .info: "_info"
      }
    return lines + samples.map { name + suffix + MetricFamily.text($0.labels) + " " + MetricFamily.text($0) }
  }

  private static func text(_ labels: [Label]) -> String {
    guard !labels.isEmpty else { return "" }
    return "{" + labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",") + "}"
  }

  private static func text(_ sample: Sample) -> String {
    guard sample.isInThousandths else { return String(sample.value) }
    let digits = String(sample.value % 1000)
    return "\(sample.value / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\"" where quotes: out += "\\\""
      default: out.append(character)
      }
    }
    return out
  }
}

/// A whole answer to a scrape.
enum MetricsText {
  /// What a scraper is told of the form.
  static let contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

  /// Families without samples are left out.
  static func text(_ families: [MetricFamily]) -> String {
    (families.filter { !$0.samples.isEmpty }.flatMap(\.lines) + ["# EOF"]).joined(separator: "\n") + "\n"
  }
}
