import Foundation
import Scenario

/// A page of the runbooks, and the commands that its steps tell an operator to type.
struct Runbook {
  /// The numbered steps under "What to do", each with the lines that belong to it.
  let steps: [String]
  /// What stands in code marks in them, in order: commands, and names of files and settings.
  let quoted: [String]
  private let name: String

  struct NotTold: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter page: as the operators' tool names it, such as `Runbooks/down.md`.
  init(_ page: String) throws {
    name = page
    let text = try String(
      contentsOf: Installation.root.appendingPathComponent("Shared/Documentation/\(page)"), encoding: .utf8)
    guard let part = text.components(separatedBy: "\n## ").first(where: { $0.hasPrefix("What to do\n") }) else {
      throw NotTold(description: "\(page) does not say what to do")
    }
    var steps: [String] = []
    for line in part.components(separatedBy: "\n").dropFirst() {
      if line.first?.isNumber == true {
        steps.append(line)
      } else if !steps.isEmpty {
        steps[steps.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
    self.steps = steps
    quoted = steps.flatMap { step in
      step.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
  }

  /// The one command of the page that begins so.
  func command(_ beginning: String) throws -> String {
    let told = Set(quoted.filter { $0 == beginning || $0.hasPrefix(beginning + " ") })
    guard let command = told.first, told.count == 1 else {
      throw NotTold(description: "\(name) tells \(told.count) commands that begin with “\(beginning)”: \(told.sorted())")
    }
    return command
  }
}

/// The shell of an operator on the machine of an installation: what stands in the documents is typed as it stands there. What a
/// package brings (`systemctl`, the paths below `/etc` and `/var`) is played by stand-ins on the installation of a test.
struct OperatorShell {
  private let stage: Stage
  private let service: String
  private let bin: URL
  let backups: URL

  /// - Parameter service: the one that the alarm names; the pages say `voting`.
  init(_ stage: Stage, service: String = "voting") throws {
    self.stage = stage
    self.service = service
    bin = stage.folder.appendingPathComponent("operator-bin")
    backups = stage.folder.appendingPathComponent("backups")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let (root, folder, programs) = (Installation.root.path, stage.folder.path, stage.installation.programs.path)
    try write(
      "systemctl",
      """
      name=${2#jiugai-}
      pid=$(cat '\(folder)'/$name.pid)
      case $1 in
        start)
          # Without what it would inherit: Process waits until nobody holds that any more.
          (
            for fd in $(ls /proc/self/fd); do [ $fd -le 2 ] || eval "exec $fd>&-"; done
            exec setsid '\(programs)'/jiugai-$name --config '\(folder)'/config/$name.yaml
          ) >>'\(folder)'/logs/$name.log 2>&1 </dev/null &
          echo $! >'\(folder)'/$name.pid ;;
        stop) kill $pid; while kill -0 $pid 2>/dev/null; do sleep 0.05; done ;;
        restart) "$0" stop $2; "$0" start $2 ;;
        status) kill -0 $pid 2>/dev/null && echo active || { echo failed; exit 3; } ;;
        *) echo "systemctl: no stand-in for $1" >&2; exit 64 ;;
      esac
      """)
    try write("journalctl", "[ \"$1\" = --namespace=jiugai ] || exit 64; tail -n 50 '\(folder)'/logs/${3#jiugai-}.log")
    try write("jiugai-backup", "exec '\(root)'/deploy/backup --installation '\(folder)' \"$@\"")
    try write("jiugai-restore", "exec '\(root)'/deploy/restore --installation '\(folder)' \"$@\"")
  }

  private func write(_ name: String, _ script: String) throws {
    let file = bin.appendingPathComponent(name)
    try "#!/bin/bash\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Types a command.
  ///
  /// - Parameter words: what the page leaves to the reader, such as `PROJECT`, with what stands there this time.
  @discardableResult
  func type(_ command: String, _ words: [String: String] = [:]) async throws -> (status: Int32, output: String) {
    var line = command
    for (word, value) in words { line = line.replacing(word, with: value) }
    let folder = stage.folder.path
    for (path, here) in [
      ("/var/lib/jiugai/voting.lost-", "\(folder)/stores/voting.lost-"), ("/etc/jiugai/voting.yaml", "\(folder)/config/voting.yaml"),
      ("/etc/jiugai/keys", "\(folder)/keys"), ("/var/backups/jiugai", backups.path),
    ] { line = line.replacing(path, with: here) }
    line = line.replacing("jiugai-voting", with: "jiugai-\(service)").replacing("/voting", with: "/\(service)")
      .replacing(" voting", with: " \(service)")
    return try await Installation.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", "cd '\(folder)' && \(line)"],
      environment: [
        "PATH": [bin.path, stage.installation.programs.path, ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
          .joined(separator: ":"),
        "JIUGAI_CONNECTION": stage.installation.connectionFile.path, "JIUGAI_PROGRAMS": stage.installation.programs.path,
        "NO_COLOR": "1",
      ])
  }

  /// Ends what was started here rather than by the test.
  func leave() async {
    _ = try? await Installation.run(Installation.root.appendingPathComponent("deploy/down"), [stage.folder.path])
  }
}

/// What the doctor says, as a program reads it.
struct DoctorSays: Decodable {
  struct Finding: Decodable {
    let code: String
    let service: String?
    let cure: String
    let runbook: String
  }

  let exitCode: Int32
  let findings: [Finding]

  /// The page that leads on from what stands first.
  func page(of code: String) throws -> Runbook {
    guard let finding = findings.first(where: { $0.code == code }) else {
      throw Runbook.NotTold(description: "the doctor finds no \(code): \(findings.map(\.code))")
    }
    return try Runbook(finding.runbook)
  }
}
