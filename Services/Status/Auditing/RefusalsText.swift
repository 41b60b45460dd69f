import Contracts
import DomainModel
import Terminal

/// Refusals for people and for programs.
struct RefusalsText {
  private let language: Language
  private let limit: Int

  init(_ language: Language, limit: Int) {
    self.language = language
    self.limit = limit
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Of all services together, the newest first.
  private func newest(_ lists: [RefusalList]) -> [(service: ServiceName, entry: RefusalLog.Entry)] {
    let all = lists.flatMap { list in list.refusals.map { (service: list.service, entry: $0) } }
    return Array(all.sorted { ($0.entry.at, $0.entry.id) > ($1.entry.at, $1.entry.id) }.prefix(limit))
  }

  private func isCut(_ lists: [RefusalList]) -> Bool {
    lists.contains(where: \.hasMore) || lists.reduce(0) { $0 + $1.refusals.count } > limit
  }

  func text(_ lists: [RefusalList]) -> String {
    let figures = Figures(language: language)
    var table = Table(
      say("时间", "when"), say("服务", "service"), say("单位", "organisation"), say("密钥", "key"), say("事项", "subject"),
      say("步骤", "step"), say("原因", "reason"))
    for (service, entry) in newest(lists) {
      let rules = entry.rules.isEmpty ? "" : "\n" + entry.rules.map(\.rawValue).joined(separator: " ")
      table.add(
        .init(figures.moment(entry.at)), .init(service.rawValue), .init(entry.organisation),
        .init(entry.key?.rawValue ?? "—", .quiet), .init(entry.subject), .init(entry.step?.rawValue ?? "—"),
        .init("\(entry.code)\(say("：", ": "))\(entry.title)\(rules)"))
    }
    var lines = table.isEmpty ? [say("没有这样的记录。", "There are none.")] : table.lines()
    if isCut(lists) { lines.append(say("还有更早的；用 --limit 多列，或用 --since 等缩小范围。", "There are older ones: raise --limit, or narrow.")) }
    for silence in lists.compactMap(\.silence) { lines.append(Style.bad.paint("✗ ") + silence) }
    return lines.joined(separator: "\n")
  }

  func json(_ lists: [RefusalList]) -> JSONValue {
    [
      "format": "jiugai-refusals/1", "hasMore": .bool(isCut(lists)),
      "silent": .array(lists.filter { $0.silence != nil }.map { .string($0.service.rawValue) }),
      "refusals": .array(
        newest(lists).map { service, entry -> JSONValue in
          [
            "at": .string(entry.at.description), "service": .string(service.rawValue),
            "organisation": .string(entry.organisation), "source": .string(entry.source),
            "key": entry.key.map { .string($0.rawValue) } ?? .null, "id": .string(entry.id),
            "subject": .string(entry.subject), "step": entry.step.map { .string($0.rawValue) } ?? .null,
            "code": .string(entry.code), "title": .string(entry.title), "retry": .string(entry.retry.rawValue),
            "rules": .array(entry.rules.map { .string($0.rawValue) }),
          ]
        }),
    ]
  }
}
