import ArgumentParser
import ClientKit
import Contracts
import DomainModel

/// Keeps a person's data for an open dispute, in every service that has some.
struct PrivacyHoldCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "因未了结的争议留存，期满也不销毁。 Keep a person's data for a dispute.")

  @OptionGroup var whom: PersonOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws { try await Holding(whom: whom, why: why, office: office, output: output).set(true) }
}

/// Ends such a hold.
struct PrivacyReleaseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "争议了结，解除留存。 End a hold.")

  @OptionGroup var whom: PersonOptions
  @OptionGroup var why: ReasonOption
  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws { try await Holding(whom: whom, why: why, office: office, output: output).set(false) }
}

/// What both do.
private struct Holding {
  let whom: PersonOptions
  let why: ReasonOption
  let office: OfficeOptions
  let output: OutputOptions

  func set(_ isHeld: Bool) async throws {
    let reason = try why.text
    let desk = try office.office(output)
    defer { desk.close() }
    let persons = PersonOffice(desk: desk, role: try office.requiredRole(), project: whom.project)
    var services: [ServiceName] = []
    for person in try whom.required() {
      for answer in try await persons.holdings(of: person, asOf: nil)
      where answer.value.isSomething && (answer.value.heldBecause != nil) != isHeld {
        try await persons.hold(person, in: answer.service, isHeld: isHeld, reason: reason)
        services.append(answer.service)
      }
    }
    let names = services
    output.show(["held": .bool(isHeld), "services": .array(names.map { .string($0.rawValue) })]) {
      guard !names.isEmpty else { return output.say("没有变化。", "Nothing changed.") }
      let list = names.map(PersonText(output: output).service).joined(separator: output.say("、", ", "))
      return isHeld ? output.say("已留存：\(list)。", "Held in \(list).") : output.say("已解除：\(list)。", "Released in \(list).")
    }
  }
}
