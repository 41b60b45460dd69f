import Contracts
import DomainModel
import Policy
import Terminal

/// The list of projects, as a page, a sheet or a document.
struct ProjectsText {
  let language: Language
  private let text: StatusText
  private let deadlines: DeadlineWords

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    text = StatusText(language, width: width)
    deadlines = DeadlineWords(language: language)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  // MARK: A page

  func page(_ rows: [ProjectRow], of all: Int, gap: ProjectAnswers.Gap?) -> String {
    var lines = [
      Style.heading.paint(say("项目（列出 \(rows.count) 个，共 \(all) 个）", "Projects (\(rows.count) of \(all))")), "",
    ]
    lines += rows.isEmpty ? [say("没有这样的项目。", "There are none such.")] : table(rows)
    switch gap {
    case .silent(let silence):
      lines.append(Style.bad.paint("✗ ") + TextWidth.safe(silence.sentence(of: .intake, language)))
    case .cut:
      lines.append(
        Style.warning.paint(
          say("项目太多，只列出一部分；请用 --division 分区划查看。", "There are more; look at one --division at a time.")))
    case .noDivision:
      lines.append(
        Style.warning.paint(
          say(
            "这台机器上没有规则包说明区划；请用 --division 给出，例如 --division 330382。",
            "No pack on this machine names a division; give one with --division, such as --division 330382.")))
    case nil: break
    }
    return lines.joined(separator: "\n")
  }

  private func table(_ rows: [ProjectRow]) -> [String] {
    var table = Table(
      say("项目", "project"), say("名称", "name"), say("街道", "subdistrict"), say("阶段", "stage"),
      say("标记", "flags"), say("最近期限", "next due"), say("在等什么", "waits for"))
    for row in rows {
      let (flags, style) = text.flags(row.standing)
      let due = due(row)
      table.add(
        .init(row.line.project.rawValue), .init(text.short(row.line.title.value)),
        .init(row.line.subdistrict?.value ?? "—"), .init(text.short(text.stage(row.line.stage))), .init(flags, style),
        due, .init(text.waits(row.standing), row.standing.next == nil || row.standing.isSuspended ? .quiet : .plain))
    }
    return table.lines(width: text.width)
  }

  private func due(_ row: ProjectRow) -> Table.Cell {
    guard let first = row.duties.first else { return .init("—", .quiet) }
    let style: Style = first.deadline.overdue ? .bad : (first.daysLeft ?? 99) <= 7 ? .warning : .plain
    return .init("\(deadlines.kind(first.deadline.kind))\n\(deadlines.left(first))", style)
  }

  // MARK: A sheet

  func sheet(_ rows: [ProjectRow]) -> String {
    CSVSheet.text(
      [
        say("项目编号", "project"), say("项目名称", "name"), say("小区", "community"), say("街道（乡镇）", "subdistrict"),
        say("规则", "rules"), say("阶段代码", "stage code"), say("阶段", "stage"), say("建立日期", "opened on"),
        say("计划年度", "plan year"), say("暂停", "suspended"), say("下一步", "next step"), say("在等什么", "waits for"),
        say("最早期限", "first due"), say("逾期项数", "overdue"),
      ],
      rows.map { row in
        let line = row.line
        return [
          line.project.rawValue, line.title.value, line.communityName?.value ?? "", line.subdistrict?.value ?? "",
          line.edition.map { "\($0.pack)/\($0.edition)" } ?? "", line.stage?.code ?? "",
          line.stage.map { say($0.zh, $0.en) } ?? "", line.openedOn?.description ?? "",
          line.planYear.map(String.init) ?? "", line.isHalted ? say("是", "yes") : say("否", "no"),
          line.next?.rawValue ?? "", text.waits(row.standing).replacing("\n", with: " "),
          row.duties.first?.deadline.day?.description ?? "", String(row.overdue.count),
        ]
      })
  }

  // MARK: A document

  func value(_ rows: [ProjectRow], of all: Int, gap: ProjectAnswers.Gap?) -> JSONValue {
    [
      "format": "jiugai-status-projects/1", "all": .integer(Int64(all)),
      "gap": gap.map { .string(StatusJSON.gap($0)) } ?? .null,
      "projects": .array(rows.map(value)),
    ]
  }

  private func value(_ row: ProjectRow) -> JSONValue {
    let line = row.line
    let next = row.standing.next
    return [
      "project": .string(line.project.rawValue), "title": .string(line.title.value),
      "community": string(line.communityName?.value), "subdistrict": string(line.subdistrict?.value),
      "pack": string(line.edition?.pack.rawValue), "edition": string(line.edition?.edition.rawValue),
      "stage": line.stage.map { ["code": .string($0.code), "zh": .string($0.zh), "en": .string($0.en)] } ?? .null,
      "openedOn": string(line.openedOn?.description),
      "planYear": line.planYear.map { .integer(Int64($0)) } ?? .null,
      "isSuspended": .bool(line.isHalted), "isWithdrawn": .bool(line.isWithdrawn),
      "next": string(line.next?.rawValue), "takenBy": .array((next?.takenBy ?? []).map { .string($0.rawValue) }),
      "waitingFor": .array((next?.missing ?? []).map { .string($0.rule.rawValue) }),
      "awaits": .array(line.awaits.map { .string($0.rawValue) }),
      "overdue": .integer(Int64(row.overdue.count)), "firstDue": string(row.duties.first?.deadline.day?.description),
    ]
  }

  private func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
