import Contracts
import DomainModel
import Foundation
import Terminal

/// A diagnosis for people and for programs: what was looked at, then what to do, in order.
struct DoctorText {
  private let language: Language
  private let now: Instant

  init(_ language: Language, now: Instant) {
    self.language = language
    self.now = now
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func text(_ diagnosis: Diagnosis) -> String {
    var lines = [Style.heading.paint(say("旧改体检　", "Jiugai check-up, ") + Figures(language: language).moment(now))]
    lines += [""] + services(diagnosis)
    for gap in diagnosis.gaps { lines.append(Style.quiet.paint("– ") + TextWidth.safe(gap.text(language))) }
    for (place, ailment) in diagnosis.ailments.enumerated() {
      let style: Style = ailment.isFatal ? .bad : .warning
      lines += [
        "", style.paint("\(place + 1). \(ailment.isFatal ? "✗" : "!") ") + TextWidth.safe(ailment.what.text(language)),
        "   \(Style.quiet.paint("→")) \(TextWidth.safe(ailment.cure.text(language)))",
        "     " + Style.quiet.paint("\(ailment.code) · \(ailment.runbook)"),
      ]
    }
    return (lines + ["", verdict(diagnosis)]).joined(separator: "\n")
  }

  private func services(_ diagnosis: Diagnosis) -> [String] {
    let figures = Figures(language: language)
    var table = Table(
      say("服务", "service"), say("网络", "network"), say("本机", "this machine"), say("版本", "version"), say("时钟", "clock"),
      say("规则包", "packs"), say("磁盘余量", "disk free"))
    for service in ServiceName.allCases {
      let standing = diagnosis.services.first { $0.service == service }
      let host = diagnosis.hosts.first { $0.check.service == service }?.check
      let health = standing?.health
      let network: Table.Cell =
        health != nil
        ? .init(say("✓ 有答复", "✓ answers"), .good)
        : .init("✗ " + (standing?.silence?.word(language) ?? say("没有问", "not asked")), .bad)
      let machine: Table.Cell =
        host.map { $0.isRunning ? .init(say("在运行", "runs")) : .init(say("未运行", "does not run"), health == nil ? .bad : .plain) }
        ?? .init("—", .quiet)
      // An answer takes a moment to come, so a difference of two seconds says nothing.
      let clock = health?.now.map { ($0.milliseconds - (diagnosis.askedAt ?? now).milliseconds) / 1000 }
        .map { abs($0) <= 2 ? "✓" : "\($0) s" }
      table.add(
        .init(service.rawValue), network, machine, .init(health?.version ?? host?.version ?? "—"), .init(clock ?? "—"),
        .init((health?.packs ?? host?.packs).map { "\($0.count)" } ?? "—"),
        .init((health?.diskFree ?? host?.diskFree).map { figures.disk(free: $0, size: health?.diskSize ?? host?.diskSize) } ?? "—"))
    }
    return table.lines() + [
      Style.quiet.paint(say("时区：本机 ", "Time zone: this machine ") + TimeZone.current.identifier + zones(diagnosis))
    ]
  }

  private func zones(_ diagnosis: Diagnosis) -> String {
    let others = Set(diagnosis.services.compactMap { $0.health?.timeZone }).sorted()
    return others.isEmpty ? "" : say("，服务 ", ", services ") + others.joined(separator: " ")
  }

  private func verdict(_ diagnosis: Diagnosis) -> String {
    switch diagnosis.exitCode {
    case 0: return Style.good.paint(say("结论：没有要处理的事。", "Verdict: there is nothing to do."))
    case 1: return Style.warning.paint(say("结论：按上面的次序处理，做完再体检一次。", "Verdict: see to the above in order, then check again."))
    default:
      return Style.bad.paint(
        say("结论：有服务不能用。从第 1 条做起，做完再体检一次。", "Verdict: a service cannot serve. Begin with 1, then check again."))
    }
  }

  func json(_ diagnosis: Diagnosis) -> JSONValue {
    [
      "format": "jiugai-doctor/1", "at": .string(now.description), "exitCode": .integer(Int64(diagnosis.exitCode)),
      "gaps": .array(diagnosis.gaps.map { .string($0.text(language)) }),
      "services": .array(
        ServiceName.allCases.map { service -> JSONValue in
          let standing = diagnosis.services.first { $0.service == service }
          let host = diagnosis.hosts.first { $0.check.service == service }?.check
          return [
            "service": .string(service.rawValue), "answers": .bool(standing?.health != nil),
            "silence": standing?.silence.map { .string($0.code) } ?? .null, "isOnThisMachine": .bool(host != nil),
            "runs": host.map { .bool($0.isRunning) } ?? .null,
          ]
        }),
      "findings": .array(
        diagnosis.ailments.map { ailment -> JSONValue in
          [
            "code": .string(ailment.code), "service": ailment.service.map { .string($0.rawValue) } ?? .null,
            "isFatal": .bool(ailment.isFatal), "sentence": .string(ailment.what.text(language)),
            "cure": .string(ailment.cure.text(language)), "runbook": .string(ailment.runbook),
          ]
        }),
    ]
  }
}
