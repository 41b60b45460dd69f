import DomainModel
import Foundation
import Testing

@testable import ServiceKit

@Suite("Settings")
struct SettingsTests {
  private func file(_ text: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-settings-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: url)
    return url
  }

  private func settings(
    _ text: String? = nil, environment: [String: String] = [:], overrides: [String] = []
  ) throws -> Settings {
    let url = try text.map(file)
    defer { if let url { try? FileManager.default.removeItem(at: url) } }
    return try Settings(service: .voting, file: url, environment: environment, overrides: overrides)
  }

  private func fault(_ text: String? = nil, environment: [String: String] = [:], overrides: [String] = []) -> SettingsFault? {
    #expect(throws: SettingsFault.self) { try settings(text, environment: environment, overrides: overrides) }
  }

  @Test("a misspelt key is refused with file, line and the nearest name")
  func misspelt() throws {
    let first = try #require(fault("# voting\nlisten: \"tcp://127.0.0.1:1\"\nlog-levle: debug\n"))
    #expect(first.place.hasSuffix(".yaml:3"))
    #expect(first.sentence.contains("'log-levle'"))
    #expect(first.sentence.contains("'log-level'"))
    let nested = try #require(fault("feeds:\n  intake:\n    endpont: x\n"))
    #expect(nested.place.hasSuffix(":3"))
    #expect(nested.sentence.contains("feeds.intake.endpoint"))
    #expect(fault(overrides: ["lisen=x"])?.sentence.contains("listen") == true)
  }

  @Test("a misspelt variable is refused with the nearest name; those of tools, tests and other services are not", arguments: [
    ("JIUGAI_LOGLEVEL", "JIUGAI_LOG_LEVEL"), ("JIUGAI_BATCHES", "JIUGAI_BATCH"),
    ("JIUGAI_FEEDS_INTAKE_ENDPONT", "JIUGAI_FEEDS_INTAKE_ENDPOINT"), ("JIUGAI_CONECTION", "JIUGAI_CONNECTION"),
  ])
  func misspeltVariable(_ variable: String, _ nearest: String) throws {
    let refused = try #require(fault(environment: [variable: "x"]))
    #expect(refused.place == "the environment")
    #expect(refused.sentence.contains("'\(variable)'") && refused.sentence.contains("'\(nearest)'"))
    let others = Dictionary(uniqueKeysWithValues: KnownVariables.ofTools.map { ($0, "x") })
    #expect(try settings(environment: others).whole("batch") == 512)
    let own = Set(ServiceName.allCases.flatMap { Settings.table(for: $0).map(\.key) })
    #expect(Set(own.map(KnownVariables.variable)) == KnownVariables.ofServices)
    // Voting reads no feed of its own, but the others, whose environment it may share, read voting's.
    #expect(try settings(environment: ["JIUGAI_FEEDS_VOTING_KEY": "k", "OTHER": "x"]).whole("batch") == 512)
  }

  @Test("an unreadable number is refused where it stands, not replaced by the default", arguments: [
    "many", "-1", "0", "1.5", "", "1e3", "9999999999999999999", "100001",
  ])
  func numbers(_ number: String) throws {
    #expect(fault("batch: \"\(number)\"")?.place.hasSuffix(":1") == true)
    #expect(fault(environment: ["JIUGAI_BATCH": number])?.place == "the environment")
    #expect(fault(overrides: ["batch=\(number)"])?.place == "--set")
  }

  @Test("a feed is waited for neither too shortly nor too long", arguments: [("99", false), ("100", true), ("20000", true), ("20001", false)])
  func feedWait(_ wait: String, _ isGood: Bool) {
    #expect(((try? settings("feed-wait: \(wait)")) != nil) == isGood)
  }

  @Test("the command line goes before the environment, that before the file, that before the defaults")
  func precedence() throws {
    #expect(try settings().whole("batch") == 512)
    #expect(try settings("batch: 5").whole("batch") == 5)
    #expect(try settings("batch: 5", environment: ["JIUGAI_BATCH": "6"]).whole("batch") == 6)
    #expect(try settings("batch: 5", environment: ["JIUGAI_BATCH": "6"], overrides: ["batch=7"]).whole("batch") == 7)
    #expect(try settings(environment: ["JIUGAI_FEEDS_INTAKE_KEY": "k"]).text("feeds.intake.key") == "k")
    #expect(try settings(overrides: ["listen=tcp://a=b"]).text("listen") == "tcp://a=b")
  }

  @Test("keys may be nested or whole, but not both", arguments: [
    "feeds: {intake: {key: a}}\nfeeds.intake.key: b", "batch: 5\nbatch: 6",
  ])
  func twice(_ text: String) {
    _ = fault(text)
  }

  @Test("what is not one value to a key is refused", arguments: ["listen: [a, b]", "- listen", "listen", "{", "feeds.intake: 7"])
  func forms(_ text: String) {
    _ = fault(text)
  }

  @Test("a word of the command line needs its sign")
  func words() {
    #expect(fault(overrides: ["batch"])?.sentence.contains("key=value") == true)
  }

  @Test("what is printed reads back to the same settings", arguments: ServiceName.allCases)
  func printed(_ service: ServiceName) throws {
    let odd = #"store=/var/lib/a "quoted" \ folder: #1"#
    let first = try Settings(service: service, file: nil, environment: [:], overrides: [odd, "batch=7"])
    let url = try file(try first.printed())
    defer { try? FileManager.default.removeItem(at: url) }
    let second = try Settings(service: service, file: url, environment: [:])
    #expect(try second.printed() == first.printed())
    #expect(try second.text("store") == #"/var/lib/a "quoted" \ folder: #1"#)
    for setting in Settings.table(for: service) {
      #expect(try first.printed().contains("\n\(setting.key): "))
      #expect(!setting.explanation.isEmpty)
    }
  }

  @Test("a file that is not there is told")
  func missing() {
    #expect(throws: SettingsFault.self) {
      try Settings(service: .voting, file: URL(fileURLWithPath: "/nonexistent/voting.yaml"), environment: [:])
    }
  }
}
