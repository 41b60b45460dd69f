import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// What an office needs when somebody asks what is held of them, wants it, or wants it gone.
struct PrivacyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy", abstract: "个人信息：查找、查看、提供、销毁、到期。 A person's data, in all five services.",
    discussion: """
      当事人到窗口（个人信息保护法第四十四条至第四十七条）：先找到编号，再看有哪些，再提供或销毁。

        jiugai privacy find --project 330382-2024-0007 --name - --phone - --reason 本人申请查阅 --as subdistrict
        jiugai privacy show p-7f3a90c21b44 --project 330382-2024-0007 --as subdistrict
        jiugai privacy export p-7f3a90c21b44 --project 330382-2024-0007 --reason 本人申请 --to 资料.json --as subdistrict
        jiugai privacy erase p-7f3a90c21b44 --project 330382-2024-0007 --reason 本人申请删除 --yes --as subdistrict
        jiugai privacy due --project 330382-2024-0007 --as subdistrict
        jiugai privacy hold p-7f3a90c21b44 --project 330382-2024-0007 --reason 行政复议未结 --as subdistrict

      Every search, disclosure, erasure and hold is an event with office, clerk and reason. Nothing is erased by itself.
      """,
    subcommands: [
      PrivacyFindCommand.self, PrivacyShowCommand.self, PrivacyExportCommand.self, PrivacyEraseCommand.self,
      PrivacyDueCommand.self, PrivacyHoldCommand.self, PrivacyReleaseCommand.self,
    ])
}

/// Whose data, and for which project the office may act.
struct PersonOptions: ParsableArguments {
  @Argument(help: "人员编号，可以是几个。 The person's ids.")
  var persons: [PersonID] = []

  @Option(help: "项目编号。 The project.")
  var project: ProjectID
}

/// Why an office looks, discloses or erases; it stands in the journal.
struct ReasonOption: ParsableArguments {
  @Option(help: "理由，写入记录；不要写个人信息。 The reason, which is recorded; name nobody in it.")
  var reason: String

  var text: Text<500> {
    get throws {
      guard let text = try? Text<500>(reason) else {
        throw DeskFault.usage("reason-unusable", zh: "理由应为 1 至 500 字。", en: "A reason has 1 to 500 characters.")
      }
      return text
    }
  }
}

extension PersonOptions {
  /// - Throws: when nobody was named.
  func required() throws -> [PersonID] {
    guard !persons.isEmpty else {
      throw DeskFault.usage(
        "person-missing", zh: "请写人员编号；不知道时先用 jiugai privacy find 查找。",
        en: "Name the person's id; jiugai privacy find tells it.")
    }
    return persons
  }
}
