import Configuration
import DomainModel
import FileStore
import Foundation
import Yams

/// A service's settings: what the table says, over it the file, over it the environment, over it the command line.
public struct Settings: Sendable {
  public let service: ServiceName
  private let reader: ConfigReader
  private let table: [Setting]

  /// Every setting there is, in the order in which `--print-config` shows them.
  public static func table(for service: ServiceName) -> [Setting] {
    let ports: [ServiceName: Int] = [.intake: 5710, .voting: 5720, .funding: 5730, .approvals: 5740, .supervision: 5750]
    func endpoint(_ name: ServiceName) -> String { "tcp://127.0.0.1:\(ports[name] ?? 5700)" }
    var table = [
      Setting("listen", .text, fallback: endpoint(service), "Where the service answers. Loopback unless you change it."),
      Setting(
        "store", .path, fallback: "/var/lib/jiugai/\(service.rawValue)",
        "The folder of the service's store: journal and documents. Back it up as a whole."),
      Setting(
        "erasures", .path, fallback: "",
        "The file that names whose personal data was erased, by opaque ids. It must stay when a store is restored. Empty: "
          + "erasures.log in a folder beside the store, <store>-erasures."),
      Setting(
        "keys", .path, fallback: "/etc/jiugai/keys/\(service.rawValue)",
        "The folder of the service's keys (\(service.rawValue).key_secret, vault.key). Kept apart from the store."),
      Setting(
        "principals", .path, fallback: "/etc/jiugai/principals.yaml",
        "Who may connect: public keys with organisation, roles and divisions. Read again when it changes."),
      Setting(
        "packs", .path, fallback: "",
        "The folder of the policy packs. Empty: beside the executable, else /usr/share/jiugai/packs."),
      Setting(
        "further-packs", .path, fallback: "",
        "A folder of further cities' packs, read beside the one above. Empty: none. The same on every service."),
      Setting(
        "calendars", .path, fallback: "",
        "The folder of the working-day calendars. Empty: beside the executable, else /usr/share/jiugai/calendars."),
      Setting("document-limit", .whole, fallback: "209715200", "The largest document that is taken, in bytes (200 MiB)."),
      Setting(
        "batch", .whole, fallback: "512", within: 1...10_000, "How many commands are decided and written together at most."),
      Setting(
        "feed-wait", .whole, fallback: "20000", within: 100...20_000,
        "How long a read of another service's feed waits for news, in milliseconds, 100 to 20000."),
      Setting(
        "alarm-attempts", .whole, fallback: "10", within: 1...100_000,
        "So many attempts of one key at what it may not do raise an alarm in jiugai-status,"),
      Setting("alarm-minutes", .whole, fallback: "10", within: 1...60, "within so many minutes."),
      Setting("log-level", .text, fallback: "info", "trace, debug, info, notice, warning, error or critical."),
    ]
    for other in ServiceName.allCases where other != service {
      table.append(
        Setting(
          "feeds.\(other.rawValue).endpoint", .text, fallback: endpoint(other),
          "Where \(other.rawValue) answers; this service reads its feed. Empty: it is not read."))
      table.append(
        Setting(
          "feeds.\(other.rawValue).key", .text, fallback: "",
          "The public key of \(other.rawValue), 40 characters. Empty: the file \(other.rawValue).key in the keys folder."))
    }
    return table
  }

  /// - Parameters:
  ///   - file: the configuration file, if one was named.
  ///   - overrides: `key=value` words of the command line.
  /// - Throws: `SettingsFault` that names the file, the line and the nearest key.
  public init(
    service: ServiceName, file: URL?, environment: [String: String] = ProcessInfo.processInfo.environment,
    overrides: [String] = []
  ) throws {
    self.service = service
    let table = Settings.table(for: service)
    self.table = table
    var layers: [InMemoryProvider] = []
    layers.append(try Settings.layer("--set", table, try Settings.words(overrides)))
    let own = environment.filter { $0.key.hasPrefix("JIUGAI_") }
    // A misspelt variable would leave its setting as it is, unseen.
    if let misspelt = KnownVariables.misspelt(in: environment) {
      throw SettingsFault(place: "the environment", sentence: misspelt.sentence)
    }
    let variables = Dictionary(
      uniqueKeysWithValues: table.compactMap { setting in own[setting.variable].map { (setting.key, ($0, Int?.none)) } })
    layers.append(try Settings.layer("the environment", table, variables))
    if let file { layers.append(try Settings.layer(file.path, table, try Settings.read(file))) }
    layers.append(
      try Settings.layer(
        "defaults", table, Dictionary(uniqueKeysWithValues: table.compactMap { s in s.fallback.map { (s.key, ($0, nil)) } })))
    reader = ConfigReader(providers: layers)
  }

  /// - Throws: when a setting that must be given is missing.
  public func text(_ key: String) throws -> String { try reader.requiredString(forKey: ConfigKey(key)) }

  /// A whole number, within the bounds that its setting declares.
  public func whole(_ key: String) throws -> Int { try reader.requiredInt(forKey: ConfigKey(key)) }

  /// Where erasures are kept a second time: apart from the store, so that a restored copy of it does not lose them.
  func erasureLog() throws -> ErasureLog {
    if let file = try folder("erasures") { return ErasureLog(file: file) }
    let store = URL(fileURLWithPath: try text("store"))
    let beside = store.deletingLastPathComponent().appendingPathComponent("\(store.lastPathComponent)-erasures")
    return ErasureLog(file: beside.appendingPathComponent("erasures.log"))
  }

  /// A folder; nil when the setting is empty.
  public func folder(_ key: String) throws -> URL? {
    let path = try text(key)
    return path.isEmpty ? nil : URL(fileURLWithPath: path)
  }

  /// The configuration file as it would have to be written to get these settings, with every explanation.
  public func printed() throws -> String {
    var lines = ["# jiugai-\(service.rawValue): all settings, with what is in force now.", ""]
    for setting in table {
      let value = setting.kind == .whole ? String(try whole(setting.key)) : Settings.quoted(try text(setting.key))
      let standard = setting.fallback.map { $0.isEmpty ? "empty" : $0 } ?? "none, must be given"
      lines += ["# \(setting.explanation)", "# Default: \(standard). Environment: \(setting.variable).", "\(setting.key): \(value)", ""]
    }
    return lines.joined(separator: "\n")
  }

  /// In YAML's double quotes.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func words(_ overrides: [String]) throws -> [String: (String, Int?)] {
    var values: [String: (String, Int?)] = [:]
    for word in overrides {
      guard let mark = word.firstIndex(of: "=") else {
        throw SettingsFault(place: "--set", sentence: "'\(word)' is not of the form key=value")
      }
      values[String(word[..<mark])] = (String(word[word.index(after: mark)...]), nil)
    }
    return values
  }

  /// The file's values with their lines. Keys may be written whole (`feeds.intake.key`) or nested.
  private static func read(_ file: URL) throws -> [String: (String, Int?)] {
    let text: String
    do { text = try String(contentsOf: file, encoding: .utf8) } catch {
      throw SettingsFault(place: file.path, sentence: "the file cannot be read")
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw SettingsFault(place: file.path, sentence: "not readable as YAML: \(error)")
    }
    var values: [String: (String, Int?)] = [:]
    func walk(_ node: Node, _ prefix: String) throws {
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping {
          let name = prefix + (key.scalar?.string ?? "")
          guard values[name] == nil else {
            throw SettingsFault(place: "\(file.path):\(key.mark?.line ?? 0)", sentence: "'\(name)' is given twice")
          }
          switch value {
          case .mapping: try walk(value, name + ".")
          case .scalar(let scalar): values[name] = (scalar.string, key.mark?.line)
          default:
            throw SettingsFault(place: "\(file.path):\(key.mark?.line ?? 0)", sentence: "'\(name)' needs one value, not a list")
          }
        }
      default: throw SettingsFault(place: file.path, sentence: "expected lines of the form key: value")
      }
    }
    if let root { try walk(root, "") }
    return values
  }

  private static func layer(
    _ place: String, _ table: [Setting], _ values: [String: (String, Int?)]
  ) throws -> InMemoryProvider {
    var known: [AbsoluteConfigKey: ConfigValue] = [:]
    for (key, (value, line)) in values {
      let place = line.map { "\(place):\($0)" } ?? place
      guard let setting = table.first(where: { $0.key == key }) else {
        let nearest = NearestWord.to(key, among: table.map(\.key)).map { "; did you mean '\($0)'?" } ?? ""
        throw SettingsFault(place: place, sentence: "there is no setting '\(key)'\(nearest)")
      }
      let absolute = AbsoluteConfigKey(ConfigKey(key))
      switch setting.kind {
      case .text, .path: known[absolute] = ConfigValue(.string(value), isSecret: false)
      case .whole:
        guard let number = Int(value), setting.bounds.contains(number) else {
          let most = setting.bounds.upperBound == .max ? "or more" : "to \(setting.bounds.upperBound)"
          throw SettingsFault(place: place, sentence: "'\(key)' needs a whole number, \(setting.bounds.lowerBound) \(most)")
        }
        known[absolute] = ConfigValue(.int(number), isSecret: false)
      }
    }
    return InMemoryProvider(name: place, values: known)
  }
}

extension Setting {
  /// `JIUGAI_FEEDS_INTAKE_KEY`
  var variable: String {
    KnownVariables.variable(of: key)
  }
}

/// A setting that cannot be used, and where it stands.
public struct SettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let place: String
  public let sentence: String

  public init(place: String, sentence: String) {
    self.place = place
    self.sentence = sentence
  }

  public var description: String { "\(place): \(sentence)" }
}
