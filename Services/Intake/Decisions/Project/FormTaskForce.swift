import Contracts
import DomainModel
import Policy
import ServiceKit

/// Forms the task force with everyone whom the pack seats in it. Names go into the vault.
enum FormTaskForceDecision: Decision {
  static func look(_ command: FormTaskForce, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: FormTaskForce, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(project.listed?.on ?? project.openedOn)
    guard !command.members.isEmpty else { throw Refusal(.bodyEmpty, pointers: ["/members"]) }
    let seated = TaskForceSeats.finding(Set(command.members.map(\.role)), under: try ruling.law().edition)
    try ruling.passGate(adding: [seated].compactMap { $0 })
    let seats = command.members.map { TaskForceSeat(role: $0.role, organisation: $0.organisation, person: $0.person) }
    return Outcome(
      [TaskForceFormed(project: command.project, seats: Listing(capped: seats), document: command.document)],
      persons: command.members.compactMap(\.record))
  }
}

extension TaskForceMember {
  /// Name and phone for the vault; nil when neither was given.
  fileprivate var record: PersonRecord? {
    guard let person, name != nil || phone != nil else { return nil }
    var fields: [String: String] = [:]
    if let name { fields["name"] = name.value }
    if let phone { fields["phone"] = phone.value }
    return PersonRecord(person: person, for: .office, personal: fields)
  }
}
