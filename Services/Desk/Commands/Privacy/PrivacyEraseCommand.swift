import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Erases a person in every service, or everybody who is due, and shows that nothing is left.
struct PrivacyEraseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "在各服务销毁一个人的资料，并证明已无留存。 Erase a person, with proof.",
    discussion: """
      名字、电话、证件号、本人的话和信件一并销毁，密钥先毁；表决票数、面积和编号不变。因争议留存的先用 release 解除。
      中断后再执行一次即可：已销毁的不再重复。不加 --yes 只显示将要销毁什么。

      Run again after a break; what is gone is not erased twice. Without --yes it only shows what would go.
      """)

  @OptionGroup var whom: PersonOptions

  @Flag(help: "全部到期且未留存的人。 Everybody who is due and not held.")
  var due = false

  @Option(help: "与 --due 同用：按这一天判断，不得晚于今天。 With --due: the day as of which it is judged.")
  var asOf: BusinessDate?

  @Flag(help: "确认销毁。 Really erase.")
  var yes = false

  @OptionGroup var why: ReasonOption
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard due != !whom.persons.isEmpty else {
      throw ValidationError("人员编号与 --due 用一个。 Name persons, or give --due.")
    }
    if let asOf, asOf > Instant.now().businessDate { throw ValidationError("--as-of 不得晚于今天。 Not later than today.") }
  }

  func perform() async throws {
    let reason = try why.text
    let desk = try office.office(output)
    defer { desk.close() }
    let persons = PersonOffice(desk: desk, role: try office.requiredRole(), project: whom.project)
    let planned = due ? try await allDue(persons) : try await named(persons)
    guard yes else { return tell(planned, done: false) }
    let book = try PersonBook(beside: office.url)
    for (person, services) in planned {
      for service in services { try await persons.erase(person, in: service, reason: reason) }
      book.forget(person)
      try book.save()
    }
    try await prove(persons, planned)
    tell(planned, done: true)
  }

  private typealias Plan = [(person: PersonID, services: [ServiceName])]

  private func named(_ persons: PersonOffice) async throws -> Plan {
    var plan: Plan = []
    for person in whom.persons {
      let held = try await persons.holdings(of: person, asOf: nil).filter(\.value.isSomething).map(\.service)
      if !held.isEmpty { plan.append((person, held)) }
    }
    return plan
  }

  private func allDue(_ persons: PersonOffice) async throws -> Plan {
    var services: [PersonID: [ServiceName]] = [:]
    for answer in try await persons.due(asOf: asOf) {
      for person in answer.value.persons where !person.isHeld { services[person.person, default: []].append(answer.service) }
    }
    return services.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  /// Each service is asked anew; one that still holds something is a fault to be told, not passed over.
  private func prove(_ persons: PersonOffice, _ plan: Plan) async throws {
    for (person, services) in plan {
      for answer in try await persons.holdings(of: person, asOf: nil)
      where services.contains(answer.service) && answer.value.isSomething {
        throw DeskFault.rejected(
          "still-held", zh: "\(answer.service.zh)仍保存 \(person) 的资料，请再执行一次；仍然如此请联系信息部门。",
          en: "\(answer.service.rawValue) still holds data of \(person); run again, and ask IT if it stays so.")
      }
    }
  }

  private func tell(_ plan: Plan, done: Bool) {
    let text = PersonText(output: output)
    output.show([
      "erased": .bool(done),
      "persons": .array(
        plan.map { entry in
          [
            "person": .string(entry.person.rawValue),
            "services": .array(entry.services.map { .string($0.rawValue) }),
          ]
        }),
    ]) {
      guard !plan.isEmpty else { return output.say("没有要销毁的。", "There is nothing to erase.") }
      var table = Table(output.say("编号", "id"), output.say("服务", "services"))
      for (person, services) in plan {
        table.add([
          Table.Cell(person.rawValue), Table.Cell(services.map(text.service).joined(separator: output.say("、", ", "))),
        ])
      }
      let end =
        done
        ? Style.good.paint(output.say("✓ 已销毁；各服务复核均无留存。", "✓ erased; each service was asked again and holds nothing."))
          + "\n"
          + output.say(
            "事件链和汇总未变，可用 jiugai-status verify 核对。", "Chains and tallies are as before: jiugai-status verify checks them.")
        : output.say("以上将被销毁；加 --yes 执行。", "These would be erased; add --yes.")
      return table.text() + "\n" + end
    }
  }
}

extension PersonHoldings {
  /// Whether anything is held.
  var isSomething: Bool { !holdings.isEmpty || !fields.isEmpty || !documents.isEmpty }
}
