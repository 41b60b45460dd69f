import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Terminal

/// Shows who may connect with which key until when, and what is wrong with the files.
struct KeysListCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出全部密钥并检查。 All keys, and what is wrong with them.",
    discussion: """
      逐项核对：私钥文件权限、公钥是否登记且有效、各服务互存的公钥和连接文件是否一致、哪些密钥将在 30 天内失效。
      有问题时以 2 结束，只有提醒时以 0 结束。

      Example:
        jiugai keys list keyring
      """)

  @Argument(help: "jiugai keys installation 写出的文件夹。 The folder that jiugai keys installation made.")
  var folder: String

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let review = try KeyReview(
      Keyring(URL(fileURLWithPath: folder, isDirectory: true)), today: Instant.now().businessDate)
    output.show([
      "keys": .array(review.rows.map(json)),
      "problems": .array(review.problems.map { .string(output.say($0.zh, $0.en)) }),
      "notes": .array(review.notes.map { .string(output.say($0.zh, $0.en)) }),
    ]) {
      ([table(review.rows)] + review.notes.map { Style.warning.paint(output.say($0.zh, $0.en)) }
        + review.problems.map { Style.bad.paint(output.say($0.zh, $0.en)) }
        + (review.problems.isEmpty ? [output.say("密钥文件没有问题。", "Nothing is wrong with the files.")] : []))
        .joined(separator: "\n")
    }
    guard review.problems.isEmpty else { throw Exit.rejected }
  }

  private func table(_ rows: [KeyReview.Row]) -> String {
    var table = Table(
      output.say("来源", "Source"), output.say("公钥", "Key"), output.say("状态", "Standing"), output.say("身份", "Roles"),
      output.say("文件", "File"))
    for row in rows {
      table.add(
        .init(row.entry.source), .init("\(row.entry.key.prefix(8))…"), standing(row),
        .init(row.entry.roles.map { output.isChinese ? $0.zh : $0.rawValue }.joined(separator: " ")), .init(row.file ?? "—"))
    }
    return table.text()
  }

  private func standing(_ row: KeyReview.Row) -> Table.Cell {
    let day = row.entry.expires?.description ?? ""
    return switch row.standing {
    case .inForce: .init(output.say("有效", "in force"), .good)
    case .expiring: .init(output.say("\(day) 起失效", "refused from \(day)"), .warning)
    case .expired: .init(output.say("\(day) 已失效", "expired \(day)"), .bad)
    case .revoked: .init(output.say("已吊销", "revoked"), .bad)
    }
  }

  private func json(_ row: KeyReview.Row) -> JSONValue {
    [
      "source": .string(row.entry.source), "publicKey": .string(row.entry.key), "standing": .string(row.standing.rawValue),
      "expires": row.entry.expires.map { .string($0.description) } ?? .null,
      "roles": .array(row.entry.roles.map { .string($0.rawValue) }), "file": row.file.map { .string($0) } ?? .null,
    ]
  }
}
