import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Imports the forms that came back in a round.
struct ImportBallotsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "ballots", abstract: "导入收回的表决票。 Returned forms of a round.",
    discussion: """
      每张票各有结果；某张不予登记不影响其他票，结尾会列出是哪一行、为什么。

      有“扫码”一列的，票号和房号取自票面二维码；别的项目、轮次或规则版本的票不予导入。只有一位业主的不必填签字人。

      Example:
        jiugai import ballots 票.csv --project 330382-2024-0007 \
          --round 330382-2024-0007/R1 --on 2024-03-18 --as owners-body
      """)

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @Option(help: "轮次。 The round.")
  var round: RoundID

  @OptionGroup var options: ImportOptions

  var output: OutputOptions { options.output }

  func perform() async throws {
    let data = try options.data()
    let persons = try options.persons()
    let table = try CSVTable(data: data, file: options.name)
    let sheet = try BallotSheet(table, file: options.name, persons: persons, scans: try await scans(for: table))
    var summary = ImportSummary(sheet.sheet, isDryRun: options.dryRun)
    summary.add("ballots", "票数", "forms", sheet.ballots.count)
    for opinion in Opinion.allCases {
      let count = sheet.ballots.count { $0.ballot.opinion == opinion }
      summary.add(opinion.rawValue, Words.name(opinion.rawValue, .zh), opinion.rawValue, count)
    }
    guard !options.dryRun else { return output.show(summary.json) { summary.text(output) } }

    let role = try options.office.requiredRole()
    let office = try options.office.office(output)
    defer { office.close() }
    let run = ImportRun(office: office, role: role, day: options.day, file: data, target: "ballots \(round)")
    let bar = ProgressBar(options.name, of: sheet.ballots.count)
    var outcomes: [BallotOutcome: Int] = [:]
    var done = 0
    for (index, part) in try ImportRun.parts(sheet.ballots.map(\.ballot)).enumerated() {
      let answer = try await run.send(
        CastBallots(project: project, round: round, ballots: try Listing(part)), part: index)
      for (place, row) in answer.reply.rows.enumerated() {
        outcomes[row.outcome, default: 0] += 1
        if row.outcome == .refused, done + place < sheet.ballots.count {
          summary.leftOut.append(
            (sheet.ballots[done + place].line, RefusalWords.sentence(row.refusal?.rawValue, output)))
        }
      }
      done += part.count
      bar.advance(to: done)
    }
    bar.finish()
    for outcome in BallotOutcome.allCases {
      let (zh, key) = ImportBallotsCommand.outcome(outcome)
      summary.add(key, zh, outcome.rawValue, outcomes[outcome] ?? 0)
    }
    output.show(summary.json) { summary.text(output) }
    if !summary.leftOut.isEmpty { throw Exit.refused }
  }

  /// What the codes must say, asked of the services; nothing is asked for a table without codes.
  private func scans(for table: CSVTable) async throws -> ScannedBallots? {
    guard BallotSheet.isScanned(table) else { return nil }
    let desk = try options.office.office(output)
    defer { desk.close() }
    return try await ScannedBallots(desk, as: options.office.requiredRole(), project: project, round: round)
  }

  private static func outcome(_ outcome: BallotOutcome) -> (zh: String, key: String) {
    switch outcome {
    case .counted: ("计入", "counted")
    case .replacesEarlier: ("替换先前的票", "replacesEarlier")
    case .outdated: ("已有更晚的票", "outdated")
    case .void: ("无效（未签名）", "void")
    case .refused: ("未登记", "refused")
    }
  }
}

/// The sentence of a refusal that is told by its code alone.
enum RefusalWords {
  static func sentence(_ code: String?, _ output: OutputOptions) -> String {
    guard let code, let known = Catalogue.refusals.first(where: { $0.code.rawValue == code }) else { return code ?? "" }
    return "\(output.say(known.zh, known.en)) [\(code)]"
  }
}
