import ClientKit
import Contracts
import DomainModel

/// Asks all five services about a person, one after the other: what each holds, who answers to a name, and to erase. A
/// person may have several ids: one in each file that did not tell them apart from others.
struct PersonOffice {
  let desk: Office
  let role: Role
  let project: ProjectID

  /// What one service said.
  struct Answer<Value: Sendable>: Sendable {
    let service: ServiceName
    let value: Value
  }

  /// What each service holds of a person.
  func holdings(of person: PersonID, asOf: BusinessDate?) async throws -> [Answer<PersonHoldings>] {
    var answers: [Answer<PersonHoldings>] = []
    for contract in Catalogue.contracts {
      answers.append(Answer(service: contract.service, value: try await holdings(contract, person, asOf)))
    }
    return answers
  }

  /// Everybody who answers to the name, phone or id number, with the fields that agree and the services that know them.
  func find(_ sought: Sought, reason: Text<500>) async throws -> [FoundPerson] {
    var found: [PersonID: FoundPerson] = [:]
    for contract in Catalogue.contracts {
      for person in try await find(contract, sought, reason) {
        found[person.person, default: FoundPerson(person: person.person)].add(person, in: contract.service)
      }
    }
    return found.values.sorted {
      $0.matched.count == $1.matched.count ? $0.person.rawValue < $1.person.rawValue : $0.matched.count > $1.matched.count
    }
  }

  /// A person's own data from one service. It records who asked and why.
  func disclose(_ person: PersonID, from service: ServiceName, reason: Text<500>) async throws -> [PersonField] {
    for contract in Catalogue.contracts where contract.service == service {
      return try await disclose(contract, person, reason)
    }
    return []
  }

  /// Erases a person in one service.
  func erase(_ person: PersonID, in service: ServiceName, reason: Text<500>) async throws {
    for contract in Catalogue.contracts where contract.service == service { try await erase(contract, person, reason) }
  }

  /// Holds a person's data for a dispute, or ends that, in one service.
  func hold(_ person: PersonID, in service: ServiceName, isHeld: Bool, reason: Text<500>) async throws {
    for contract in Catalogue.contracts where contract.service == service {
      try await hold(contract, person, isHeld, reason)
    }
  }

  /// Everybody in each service whose data has been kept as long as it may.
  func due(asOf: BusinessDate?) async throws -> [Answer<DuePersons>] {
    var answers: [Answer<DuePersons>] = []
    for contract in Catalogue.contracts {
      answers.append(Answer(service: contract.service, value: try await due(contract, asOf)))
    }
    return answers
  }

  /// The owners of a unit by the roll sealed last.
  func owners(of unit: UnitID) async throws -> Set<PersonID> {
    var after: UnitID?
    repeat {
      let page = try await desk.ask(RollUnitsQuery(project: project, after: after), as: role)
      if let line = page.units.first(where: { $0.unit == unit }) { return Set(line.owners) }
      after = page.next
    } while after != nil
    return []
  }

  // MARK: One service

  private func holdings<C: ServiceContract>(
    _ contract: C.Type, _ person: PersonID, _ asOf: BusinessDate?
  ) async throws -> PersonHoldings {
    try await desk.ask(PersonHoldingsQuery<C>(project: project, person: person, asOf: asOf), as: role)
  }

  private func find<C: ServiceContract>(
    _ contract: C.Type, _ sought: Sought, _ reason: Text<500>
  ) async throws -> [FoundPerson] {
    let command = FindPerson<C>(
      project: project, personName: sought.name, phone: sought.phone, idNumber: sought.idNumber, reason: reason)
    return try await desk.send(command, as: role, on: today).reply.persons.map {
      FoundPerson(
        person: $0.person, matched: Set($0.matched.map(\.rawValue)), purposes: Set($0.purposes.items), services: [C.service])
    }
  }

  private func disclose<C: ServiceContract>(
    _ contract: C.Type, _ person: PersonID, _ reason: Text<500>
  ) async throws -> [PersonField] {
    try await desk.send(Disclose<C>(project: project, person: person, reason: reason), as: role, on: today).reply.fields.items
  }

  private func erase<C: ServiceContract>(_ contract: C.Type, _ person: PersonID, _ reason: Text<500>) async throws {
    try await desk.send(ErasePerson<C>(project: project, person: person, reason: reason), as: role, on: today)
  }

  private func hold<C: ServiceContract>(
    _ contract: C.Type, _ person: PersonID, _ isHeld: Bool, _ reason: Text<500>
  ) async throws {
    if isHeld {
      try await desk.send(HoldPerson<C>(project: project, person: person, reason: reason), as: role, on: today)
    } else {
      try await desk.send(ReleasePerson<C>(project: project, person: person, reason: reason), as: role, on: today)
    }
  }

  private func due<C: ServiceContract>(_ contract: C.Type, _ asOf: BusinessDate?) async throws -> DuePersons {
    var due: [DuePersons.Due] = []
    var kept = 0
    var after: PersonID?
    repeat {
      let page = try await desk.ask(DuePersonsQuery<C>(project: project, asOf: asOf, after: after), as: role)
      due += page.persons
      kept += page.kept
      after = page.next
    } while after != nil
    return DuePersons(persons: due, kept: kept, next: nil)
  }

  private var today: BusinessDate { Instant.now().businessDate }
}

/// What somebody says of themselves at the counter.
struct Sought: Sendable {
  var name: Text<60>?
  var phone: Text<30>?
  var idNumber: Text<18>?
}

/// Somebody who answers to it.
struct FoundPerson: Sendable, Hashable {
  let person: PersonID
  var matched: Set<String> = []
  var purposes: Set<PersonalPurpose> = []
  var services: Set<ServiceName> = []

  mutating func add(_ other: FoundPerson, in service: ServiceName) {
    matched.formUnion(other.matched)
    purposes.formUnion(other.purposes)
    services.insert(service)
  }
}
