import Contracts
import DomainModel
import Terminal

/// What is held of people, as a clerk reads it; never a value.
struct PersonText {
  let output: OutputOptions

  /// What the five services hold of one person.
  func holdings(of person: PersonID, _ answers: [PersonOffice.Answer<PersonHoldings>]) -> String {
    let held = answers.filter { !$0.value.holdings.isEmpty || !$0.value.fields.isEmpty }
    guard !held.isEmpty else {
      return output.say("\(person)：五个服务都没有保存此人的资料。", "\(person): none of the five services holds anything.")
    }
    var lines = [Style.heading.paint(person.rawValue)]
    var table = Table(
      output.say("服务", "service"), output.say("用途", "held for"), output.say("事项", "matter"),
      output.say("自", "since"), output.say("期限", "period"), output.say("到", "until"))
    for answer in held {
      for holding in answer.value.holdings {
        table.add([
          Table.Cell(service(answer.service)), Table.Cell(purpose(holding.purpose)), Table.Cell(holding.matter),
          Table.Cell(holding.since.description), Table.Cell(period(holding)), Table.Cell(until(holding)),
        ])
      }
    }
    lines.append(table.text())
    for answer in held {
      let fields = answer.value.fields.map { field in
        "\(name(of: field.name.rawValue)) \(field.classification.rawValue)"
          + (field.record.map { " (\($0))" } ?? "")
      }
      lines.append("\(service(answer.service))\(output.say("：", ": "))\(fields.joined(separator: output.say("、", ", ")))")
      for document in answer.value.documents { lines.append("  \(output.say("文件", "document")) \(document)") }
      if let reason = answer.value.heldBecause {
        lines.append(Style.warning.paint("  \(output.say("因争议留存：", "held for a dispute: "))\(TextWidth.safe(reason.value))"))
      }
    }
    return lines.joined(separator: "\n")
  }

  func found(_ persons: [FoundPerson]) -> String {
    guard !persons.isEmpty else { return output.say("没有找到。", "Nobody was found.") }
    var table = Table(
      output.say("编号", "id"), output.say("相符", "agrees in"), output.say("用途", "held for"), output.say("服务", "services"))
    for person in persons {
      table.add([
        Table.Cell(person.person.rawValue), Table.Cell(list(person.matched.sorted().map(name(of:)))),
        Table.Cell(list(person.purposes.sorted { $0.rawValue < $1.rawValue }.map(purpose))),
        Table.Cell(list(person.services.sorted { $0.rawValue < $1.rawValue }.map(service))),
      ])
    }
    return table.text()
  }

  func due(_ answers: [PersonOffice.Answer<DuePersons>]) -> String {
    var table = Table(
      output.say("服务", "service"), output.say("编号", "id"), output.say("用途", "held for"), output.say("期满", "ended"),
      output.say("留存", "held"))
    for answer in answers {
      for person in answer.value.persons {
        table.add([
          Table.Cell(service(answer.service)), Table.Cell(person.person.rawValue),
          Table.Cell(list(person.purposes.map(purpose))), Table.Cell(person.until.description),
          person.isHeld ? Table.Cell(output.say("争议留存", "dispute"), .warning) : "",
        ])
      }
    }
    let count = answers.reduce(0) { $0 + $1.value.persons.count }
    let kept = answers.reduce(0) { $0 + $1.value.kept }
    let sum = output.say("期满 \(count) 条，未到期 \(kept) 条。", "\(count) are due, \(kept) are not.")
    return count == 0 ? sum : table.text() + "\n" + sum
  }

  func service(_ name: ServiceName) -> String { output.say(name.zh, name.rawValue) }

  /// `objection3` is the third objection.
  private func name(of field: String) -> String {
    guard output.isChinese else { return field }
    let digits = field.reversed().prefix { $0.isNumber }.count
    let word = PersonText.fields[String(field.dropLast(digits))] ?? Words.name(field, output.language)
    return word + field.suffix(digits)
  }

  private static let fields = [
    "name": "姓名", "phone": "电话", "idNumber": "身份证号", "contact": "联系方式", "post": "职务", "text": "所述内容",
    "objection": "异议", "comment": "意见", "comments": "问卷意见", "otherAspect": "其他方面", "answers": "答卷",
    "accountNumber": "账号", "unit": "房屋", "hardship": "困难类型",
  ]

  private func purpose(_ purpose: PersonalPurpose) -> String { output.say(purpose.zh, purpose.en) }

  private func list(_ words: [String]) -> String { words.joined(separator: output.say("、", ", ")) }

  private func period(_ holding: PersonHoldings.Holding) -> String {
    guard let years = holding.years, let from = holding.from else { return output.say("未定", "not settled") }
    let ours = holding.origin == .recommended ? output.say("（系统默认）", " (our default)") : ""
    switch from {
    case .recorded: return output.say("登记后 \(years) 年", "\(years) years after the record") + ours
    case .projectClosed: return output.say("项目结束后 \(years) 年", "\(years) years after the project's end") + ours
    }
  }

  private func until(_ holding: PersonHoldings.Holding) -> String {
    holding.until?.description ?? output.say("项目未结束", "the project goes on")
  }
}
