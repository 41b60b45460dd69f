import ArgumentParser
import ClientKit
import DomainModel

/// `jiugai`: the command line of clerks and of those who connect other systems.
public struct Desk: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "jiugai",
    abstract: "旧改办事命令行：发命令、查询、导入、上传、读事件、说明依据。 The clerks' and integrators' tool.",
    discussion: """
      一个命令对应一件事；先看有哪些命令、样子如何，再发送：

        jiugai send --list                                列出全部命令和可以发送的单位
        jiugai send voting.close-round --example          这个命令的样例
        jiugai send voting.close-round @close.json --on 2024-03-20 --as owners-body
        jiugai query intake.outlook --project 330382-2024-0007
        jiugai import roll 名册.csv --project 330382-2024-0007 --on 2024-02-01 --as subdistrict
        jiugai explain 330382-2024-0007                   每一步的依据，以及下一步还缺什么

      Where the services are and which keys may be used stands in connection.json (--connection, else
      $JIUGAI_CONNECTION, else ./connection.json); `jiugai keys installation` writes one. --lang en speaks English,
      --json gives every answer as JSON.

      Exit codes: 0 done · 1 refused by the rules or by the state · 2 rejected for form or authority · 3 no answer
      (send again with the same id: jiugai send --resend) · 64 wrong use of this command line.
      """,
    version: Version.current,
    subcommands: [
      SendCommand.self, QueryCommand.self, ImportCommand.self, AttachCommand.self, DocumentCommand.self,
      FeedCommand.self,
      OutboundCommand.self, ExplainCommand.self, CompareCommand.self, KeysCommand.self, PolicyCommand.self,
      SchemasCommand.self, CatalogueCommand.self, VersionCommand.self, FormCommand.self,
      PrivacyCommand.self,
    ])

  public init() {}
}

/// The whole of the tool's `main`: an asynchronous context, in which the asynchronous entry is the one that is meant.
public enum DeskProgram {
  public static func main() async {
    ToolStart.refuseMisspeltVariables()
    await Desk.main()
  }

  /// Runs a command line within another program, its messages carried by `carrier`.
  ///
  /// - Returns: the exit code, and what a person would have seen.
  public static func run(_ arguments: [String], through carrier: any Carrier) async -> (status: Int32, output: String) {
    let surroundings = DeskSurroundings(carrier: carrier)
    return await DeskSurroundings.$current.withValue(surroundings) {
      do {
        var command = try Desk.parseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
        return (0, surroundings.output)
      } catch {
        return (Desk.exitCode(for: error).rawValue, surroundings.output + Desk.message(for: error))
      }
    }
  }
}
