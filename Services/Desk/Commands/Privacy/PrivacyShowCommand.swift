import ArgumentParser
import ClientKit
import Contracts
import DomainModel

/// Shows what is held of a person, by class and until when, without a value.
struct PrivacyShowCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "各服务保存哪些项目、为何、到何时；不显示内容。 What is held, why and until when.")

  @OptionGroup var whom: PersonOptions

  @Option(help: "按这一天判断是否到期；默认今天。 The day as of which it is judged.")
  var asOf: BusinessDate?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let desk = try office.office(output)
    defer { desk.close() }
    let persons = PersonOffice(desk: desk, role: try office.requiredRole(), project: whom.project)
    var texts: [String] = []
    var values: [JSONValue] = []
    for person in try whom.required() {
      let answers = try await persons.holdings(of: person, asOf: asOf)
      texts.append(PersonText(output: output).holdings(of: person, answers))
      for answer in answers {
        values.append(["service": .string(answer.service.rawValue), "holdings": try JSONValue(encoding: answer.value)])
      }
    }
    let text = texts.joined(separator: "\n\n")
    output.show(.array(values)) { text }
  }
}

/// Lists whose data has been kept as long as it may.
struct PrivacyDueCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "保存期限届满的人。 Whose data is due for erasure.",
    discussion: "核对后用 jiugai privacy erase --due 销毁；系统不会自行销毁。 Nothing is erased by itself.")

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @Option(help: "按这一天判断；默认今天。 The day as of which it is judged.")
  var asOf: BusinessDate?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let desk = try office.office(output)
    defer { desk.close() }
    let answers = try await PersonOffice(desk: desk, role: try office.requiredRole(), project: project).due(asOf: asOf)
    output.show(
      .array(
        try answers.map { ["service": .string($0.service.rawValue), "due": try JSONValue(encoding: $0.value.persons)] })
    ) { PersonText(output: output).due(answers) }
  }
}
