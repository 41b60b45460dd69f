import Contracts
import DomainModel
import FileStore

/// Records who is shown what. The fields themselves are read from the vault after the commit, and only for this answer.
enum DiscloseDecision<C: ServiceContract>: Decision {
  static func look(_ command: Disclose<C>, at view: any EntityView) throws {}

  static func decide(_ command: Disclose<C>, seeing: Void, under ruling: Ruling) throws -> Outcome<Disclose<C>.Reply> {
    Outcome(
      [Disclosed<C>(project: command.project, person: command.person, reason: command.reason)],
      reply: Disclose<C>.Reply(person: command.person, fields: []))
  }
}

/// Records that somebody was looked for, and by which kinds of field. Whom it finds is read after the commit.
enum FindPersonDecision<C: ServiceContract>: Decision {
  static func look(_ command: FindPerson<C>, at view: any EntityView) throws {}

  static func decide(_ command: FindPerson<C>, seeing: Void, under ruling: Ruling) throws -> Outcome<FindPerson<C>.Reply> {
    var by: [Identifier<FieldKind>] = []
    if command.personName != nil { by.append("name") }
    if command.phone != nil { by.append("phone") }
    if command.idNumber != nil { by.append("idNumber") }
    guard !by.isEmpty else { throw Refusal(.nobodySought, pointers: ["/personName", "/phone", "/idNumber"]) }
    return Outcome(
      [PersonsSought<C>(project: command.project, by: try Listing(by), reason: command.reason)],
      reply: FindPerson<C>.Reply(persons: []))
  }
}

/// Records the erasure; the engine destroys the key in the same transaction.
enum ErasePersonDecision<C: ServiceContract>: Decision {
  static func look(_ command: ErasePerson<C>, at view: any EntityView) throws -> PersonSight {
    try PersonSight(command.person, of: command.project, at: view)
  }

  static func decide(_ command: ErasePerson<C>, seeing sight: PersonSight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard sight.isOfProject else { throw Refusal(.personOfOtherProject, pointers: ["/person"]) }
    guard sight.hold == nil else { throw Refusal(.personHeld, pointers: ["/person"]) }
    return Outcome([PersonErased<C>(project: command.project, person: command.person, reason: command.reason)])
  }
}

/// Keeps a person's data for a dispute.
enum HoldPersonDecision<C: ServiceContract>: Decision {
  static func look(_ command: HoldPerson<C>, at view: any EntityView) throws -> PersonSight {
    try PersonSight(command.person, of: command.project, at: view)
  }

  static func decide(_ command: HoldPerson<C>, seeing sight: PersonSight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard sight.isKnown else { throw Refusal(.personUnknown, pointers: ["/person"]) }
    guard sight.isOfProject else { throw Refusal(.personOfOtherProject, pointers: ["/person"]) }
    return Outcome([PersonHeld<C>(project: command.project, person: command.person, reason: command.reason)])
  }
}

/// Ends a hold. It is the project's own hold that ends; another project's stays.
enum ReleasePersonDecision<C: ServiceContract>: Decision {
  static func look(_ command: ReleasePerson<C>, at view: any EntityView) throws -> PersonHold? {
    try view.get(PersonHold.self, PersonHold.key(command.person, command.project))
  }

  static func decide(_ command: ReleasePerson<C>, seeing hold: PersonHold?, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard hold != nil else { throw Refusal(.personNotHeld, pointers: ["/person"]) }
    return Outcome([PersonReleased<C>(project: command.project, person: command.person, reason: command.reason)])
  }
}

/// What an order about a person sees: whether their data is here, for which project, and whether a dispute keeps it.
struct PersonSight {
  let isKnown: Bool
  let isOfProject: Bool
  let hold: PersonHold?

  init(_ person: PersonID, of project: ProjectID, at view: any EntityView) throws {
    let holdings = try view.journal.holdings(of: person)
    var scopes: Set<String> = [project.rawValue, ""]
    if let home = try view.get(ProjectRecord.self, project.rawValue)?.community { scopes.insert(home.rawValue) }
    isKnown = !holdings.isEmpty
    isOfProject = holdings.isEmpty || holdings.contains { scopes.contains($0.scope) }
    hold = try PersonHold.any(of: person, at: view)
  }
}
