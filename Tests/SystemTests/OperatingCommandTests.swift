import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  /// What a document tells to type on a host with systemd and installed packages cannot be typed in a test of one checkout. That
  /// units, verbs, options and folders are those that there are is looked up: in the packaged unit, and in what the programs say
  /// of themselves. `deploy/trial` types a part of it on hosts that boot.
  @Suite("Commands for a host", .timeLimit(.minutes(5)))
  struct OperatingCommandTests {
    /// Everything in the documents that is a command: lines of shell blocks, and what stands in code marks.
    static func commands(in text: String) -> [String] {
      var commands: [String] = []
      var fence: String?
      for line in text.components(separatedBy: "\n") {
        if line.hasPrefix("```") {
          fence = fence == nil ? String(line.dropFirst(3)) : nil
        } else if fence == "sh" {
          commands.append(line.components(separatedBy: " #")[0])
        }
      }
      // Code marks outside blocks; one may run over the end of a line.
      let prose = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
      for paragraph in prose.components(separatedBy: "\n\n") {
        let marks = paragraph.replacing("\n", with: " ").components(separatedBy: "`")
        commands += marks.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      }
      return commands.flatMap { $0.components(separatedBy: " | ") }.flatMap { $0.components(separatedBy: " && ") }
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The packaged unit of a service.
    private static let unit: String? = try? String(
      contentsOf: Installation.root.appendingPathComponent("deploy/debian/service.unit"), encoding: .utf8)

    private static let services = Set(ServiceName.allCases.map { "jiugai-\($0)" })
    private static let verbs: Set<String> = [
      "start", "stop", "restart", "status", "enable", "disable", "is-active", "edit", "show", "kill", "daemon-reload",
    ]

    /// What is wrong with a command for systemd; nil for another.
    static func fault(ofSystemd command: String, namespace: String?) -> String? {
      let words = command.split(separator: " ").map(String.init).filter { $0 != "sudo" }
      guard let program = words.first else { return nil }
      let named = words.dropFirst().filter { $0.hasPrefix("jiugai-") }.map { $0.replacing(".service", with: "") }
      switch program {
      case "systemctl":
        guard let verb = words.dropFirst().first(where: { !$0.hasPrefix("-") }) else { return "no verb" }
        if !verbs.contains(verb) { return "no such verb: \(verb)" }
        if verb != "daemon-reload", named.isEmpty { return "no unit" }
      case "journalctl":
        if let namespace, !words.contains("--namespace=\(namespace)") { return "the services log into the namespace \(namespace)" }
      case "systemd-analyze": if named.isEmpty { return "no unit" }
      default: return nil
      }
      return named.first { !services.contains($0) && $0 != "jiugai-<service>" }.map { "no such unit: \($0)" }
    }

    @Test("name units that are packaged, verbs that systemd knows, and the journal that the services write to")
    func systemd() throws {
      let unit = try #require(Self.unit)
      let namespace = try #require(unit.components(separatedBy: "\n").first { $0.hasPrefix("LogNamespace=") }).dropFirst(13)
      #expect(unit.contains("ExecStart=/usr/bin/jiugai-@SERVICE@ --config /etc/jiugai/@SERVICE@.yaml"))
      #expect(unit.contains("StateDirectory=jiugai/@SERVICE@ jiugai/@SERVICE@-erasures"))
      var looked = 0
      for document in WholeProjectTests.DocumentTests.documents {
        for command in Self.commands(in: try WholeProjectTests.DocumentTests.text(document)) {
          if ["systemctl ", "journalctl ", "systemd-analyze "].contains(where: command.contains) { looked += 1 }
          #expect(Self.fault(ofSystemd: command, namespace: String(namespace)) == nil, "\(document): \(command)")
        }
      }
      #expect(looked > 10, "only \(looked) commands for systemd were found")
    }

    @Test("would be told when they name what there is not")
    func wrong() {
      for (command, fault) in [
        ("systemctl begin jiugai-voting", "verb"), ("systemctl start jiugai-votes", "unit"), ("systemctl start", "no unit"),
        ("journalctl -u jiugai-voting", "namespace"), ("sudo systemctl --now", "no verb"), ("systemd-analyze security", "no unit"),
      ] {
        #expect(Self.fault(ofSystemd: command, namespace: "jiugai")?.contains(fault) == true, "\(command)")
      }
      let text = "Say `jiugai-status\nverify` or:\n\n```sh\nsystemctl stop jiugai-voting   # now\n```\n```yaml\na: `b`\n```\n"
      #expect(Self.commands(in: text) == ["systemctl stop jiugai-voting", "jiugai-status verify"])
    }

    /// The subcommands and options that a program names in the help of a command; nil when there is no such command.
    private static func help(_ program: String, _ path: [String], _ known: inout [[String]: String?]) async throws -> String? {
      let place = [program] + path
      if let text = known[place] { return text }
      let file = Installation.builtPrograms().appendingPathComponent(program)
      guard FileManager.default.isExecutableFile(atPath: file.path) else { return nil }
      let (status, text) = try await Installation.run(file, path + ["--help"], environment: ["COLUMNS": "400", "NO_COLOR": "1"])
      known[place] = .some(status == 0 ? text : nil)
      return status == 0 ? text : nil
    }

    @Test("name subcommands and options that the programs have")
    func options() async throws {
      var known: [[String]: String?] = [:]
      var looked = 0
      for document in WholeProjectTests.DocumentTests.documents where !document.hasPrefix("Tests/") {
        for command in Self.commands(in: try WholeProjectTests.DocumentTests.text(document)) {
          var words = command.split(separator: " ").map(String.init).filter { $0 != "sudo" }
          guard let program = words.first, ["jiugai", "jiugai-status"].contains(program) || Self.services.contains(program) else {
            continue
          }
          words.removeFirst()
          var path: [String] = []
          while let word = words.first, let text = try await Self.help(program, path, &known),
            text.components(separatedBy: "SUBCOMMANDS:").dropFirst().joined().components(separatedBy: "\n")
              .contains(where: { $0.hasPrefix("  \(word) ") || $0 == "  \(word)" })
          {
            path.append(word)
            words.removeFirst()
          }
          guard var text = try await Self.help(program, path, &known) else {
            Issue.record("\(document): there is no help of \(program) \(path.joined(separator: " "))")
            continue
          }
          // A subcommand that need not be named.
          let implied = text.components(separatedBy: "\n").first { $0.hasPrefix("  ") && $0.contains(" (default) ") }
          if let name = implied?.split(separator: " ").first { text += try await Self.help(program, path + [String(name)], &known) ?? "" }
          for word in words where word.hasPrefix("--") {
            let option = word.prefix { $0 != "=" && $0 != "…" && $0 != "," }
            looked += 1
            #expect(
              text.contains("\(option) ") || text.contains("\(option)]") || text.contains("\(option)\n"),
              "\(document): \(command): \(program) \(path.joined(separator: " ")) has no \(option)")
          }
        }
      }
      #expect(looked > 60, "only \(looked) options were looked up")
    }
  }
}
