import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Finds the ids under which somebody is known, in all five services.
struct PrivacyFindCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "凭姓名、电话或身份证号找到编号。 Find a person's ids.",
    discussion: """
      全部相符的在前。值写“-”时从终端逐行读入，不留在命令记录里。加 --unit 只看该套房屋的业主。

      A value of - is read from the terminal, so that it stands in no history of commands.
      """)

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @Option(help: "姓名；“-”为从终端读入。 The whole name.")
  var name: String?

  @Option(help: "电话。 The whole phone number.")
  var phone: String?

  @Option(help: "身份证号。 The id number.")
  var idNumber: String?

  @Option(help: "房屋编号，如 u-3-1-502：只看它的业主。 Only owners of this unit.")
  var unit: UnitID?

  @OptionGroup var why: ReasonOption
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let sought = Sought(
      name: try read(name, "姓名", "name") { try? Text($0) }, phone: try read(phone, "电话", "phone") { try? Text($0) },
      idNumber: try read(idNumber, "身份证号", "id number") { try? Text($0) })
    guard sought.name != nil || sought.phone != nil || sought.idNumber != nil || unit != nil else {
      throw DeskFault.usage(
        "nobody-sought", zh: "请用 --name、--phone、--id-number 或 --unit 说明找谁。",
        en: "Say whom to look for with --name, --phone, --id-number or --unit.")
    }
    let desk = try office.office(output)
    defer { desk.close() }
    let persons = PersonOffice(desk: desk, role: try office.requiredRole(), project: project)
    var found: [FoundPerson] = []
    if sought.name != nil || sought.phone != nil || sought.idNumber != nil {
      found = try await persons.find(sought, reason: why.text)
      if let unit {
        let owners = try await persons.owners(of: unit)
        found = found.filter { owners.contains($0.person) }
      }
    } else if let unit {
      found = try await persons.owners(of: unit).sorted { $0.rawValue < $1.rawValue }.map {
        FoundPerson(person: $0, purposes: [.ownership], services: [.voting])
      }
    }
    let told = found
    output.show(.array(told.map(PrivacyFindCommand.json))) { PersonText(output: output).found(told) }
  }

  private func read<Value>(_ text: String?, _ zh: String, _ en: String, _ make: (String) -> Value?) throws -> Value? {
    guard var text else { return nil }
    if text == "-" {
      output.note(output.say("\(zh)：", "\(en):"))
      text = readLine() ?? ""
    }
    guard let value = make(text) else {
      throw DeskFault.usage("value-unusable", zh: "\(zh)填写有误。", en: "The \(en) cannot be used.")
    }
    return value
  }

  private static func json(_ person: FoundPerson) -> JSONValue {
    [
      "person": .string(person.person.rawValue), "matched": .array(person.matched.sorted().map { .string($0) }),
      "purposes": .array(person.purposes.map(\.rawValue).sorted().map { .string($0) }),
      "services": .array(person.services.map(\.rawValue).sorted().map { .string($0) }),
    ]
  }
}
