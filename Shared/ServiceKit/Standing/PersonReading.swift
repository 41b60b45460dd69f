import Contracts
import DomainModel
import FileStore
import Policy

/// What is held of persons and until when, without a value: read from the vault's own notes, judged by the retention rules
/// of the project's law as of a day. Nothing is stored of a date, so a project that ends, or whose end is withdrawn, needs
/// nothing done.
struct PersonReading {
  private let view: SnapshotView
  private let inquiry: Inquiry
  private let ends: MatterEnds

  init(_ view: SnapshotView, _ inquiry: Inquiry) throws {
    self.view = view
    self.inquiry = inquiry
    ends = try MatterEnds(view)
  }

  func holdings(of person: PersonID, in project: ProjectID, asOf: BusinessDate) throws -> PersonHoldings {
    let vault = view.snapshot
    let scopes = try scopes(of: project)
    let own = try vault.holdings(of: person.rawValue)
    guard own.contains(where: { scopes.contains($0.scope) || $0.scope.isEmpty }) else { return PersonHoldings(of: person) }
    let belonging = try vault.subjects(belongingTo: person.rawValue)
    let holdings = try (own + belonging.flatMap { try vault.holdings(of: $0) }).compactMap(judged)
    var fields: [PersonHoldings.Field] = []
    for subject in [person.rawValue] + belonging {
      let record = subject == person.rawValue ? nil : try PersonID(subject)
      for kept in try vault.fieldNames(of: subject) {
        fields.append(
          PersonHoldings.Field(
            name: try Identifier(kept.field), classification: DataClassification(rawValue: kept.classification) ?? .p3,
            record: record))
      }
    }
    let until = PersonReading.until(holdings, of: own.count)
    return PersonHoldings(
      person: person, holdings: holdings, fields: fields,
      documents: try ([person.rawValue] + belonging).flatMap { try vault.documents(ownedBy: $0) }.map {
        try DocumentHash(bytes: $0)
      },
      until: until, isDue: until.map { $0 < asOf } ?? false,
      heldBecause: try PersonHold.any(of: person, at: view)?.reason)
  }

  func due(in project: ProjectID, asOf: BusinessDate, after: PersonID?) throws -> DuePersons {
    let vault = view.snapshot
    var subjects: Set<String> = []
    for scope in try scopes(of: project) {
      subjects.formUnion(try vault.subjects(inScope: scope, after: after?.rawValue, limit: PersonReading.page))
    }
    let page = subjects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(PersonReading.page)
    var due: [DuePersons.Due] = []
    for subject in page {
      let own = try vault.holdings(of: subject)
      let all = try own + vault.subjects(belongingTo: subject).flatMap { try vault.holdings(of: $0) }
      let judged = try all.compactMap(judged)
      guard let until = PersonReading.until(judged, of: all.count), until < asOf else { continue }
      let person = try PersonID(subject)
      due.append(
        DuePersons.Due(
          person: person, purposes: Set(judged.map(\.purpose)).sorted { $0.rawValue < $1.rawValue }, until: until,
          isHeld: try PersonHold.any(of: person, at: view) != nil))
    }
    let isLast = page.count < PersonReading.page
    return DuePersons(
      persons: due, kept: page.count - due.count, next: try isLast ? nil : page.last.map { try PersonID($0) })
  }

  private static let page = 500

  private func scopes(of project: ProjectID) throws -> Set<String> {
    var scopes: Set<String> = [project.rawValue]
    if let home = try view.get(ProjectRecord.self, project.rawValue)?.community { scopes.insert(home.rawValue) }
    return scopes
  }

  /// The last day of the longest period; nil when one of them has no end, or nobody wrote down what something is held for.
  private static func until(_ holdings: [PersonHoldings.Holding], of count: Int) -> BusinessDate? {
    guard holdings.count >= count, holdings.allSatisfy({ $0.until != nil }) else { return nil }
    return holdings.compactMap(\.until).max()
  }

  private func judged(_ holding: VaultHolding) throws -> PersonHoldings.Holding? {
    guard let purpose = PersonalPurpose(rawValue: holding.purpose), let since = try? BusinessDate(holding.since) else { return nil }
    let projects = try ends.projects(of: holding.scope)
    let settled = try projects.lazy.compactMap { try inquiry.presentLaw(of: $0, in: view) }.first?.edition.retention(of: purpose)
    let period = settled?.value
    let start: BusinessDate? =
      switch period?.from {
      case .recorded: since
      case .projectClosed: try ends.end(of: projects).map { max($0, since) }
      case nil: nil
      }
    return PersonHoldings.Holding(
      purpose: purpose, matter: holding.scope, since: since, years: period?.years, from: period?.from,
      until: period.flatMap { period in start.flatMap { try? $0.adding(years: period.years) } }, origin: settled?.origin ?? .recommended,
      cites: settled?.citations ?? [])
  }
}

/// When the matters that data is held for came to their end.
private struct MatterEnds {
  private let view: SnapshotView
  private var ofCommunity: [CommunityID: [ProjectID]] = [:]

  init(_ view: SnapshotView) throws {
    self.view = view
    for record in try view.all(ProjectRecord.self, prefix: "", limit: 100_000) {
      if let home = record.community { ofCommunity[home, default: []].append(record.project) }
    }
  }

  /// The project of a scope, or all projects of a community.
  func projects(of scope: String) throws -> [ProjectID] {
    if let project = try? ProjectID(scope) { return [project] }
    return (try? CommunityID(scope)).flatMap { ofCommunity[$0] } ?? []
  }

  /// The day on which the last of them ended; nil while one goes on.
  func end(of projects: [ProjectID]) throws -> BusinessDate? {
    guard !projects.isEmpty else { return nil }
    let ends = try projects.map { try view.facts(of: $0).closedOn }
    return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
  }
}

extension PersonHoldings {
  /// That nothing is held.
  init(of person: PersonID) {
    self.init(person: person, holdings: [], fields: [], documents: [], until: nil, isDue: false, heldBecause: nil)
  }
}

extension ProjectFacts {
  /// The day on which the project came to its end: its files went to the archive, it was struck off or withdrawn.
  var closedOn: BusinessDate? {
    [FactKey.archived, .writtenOff, .projectWithdrawn].compactMap { key in
      guard let fact = self[key], fact.value == .flag(true) else { return nil }
      return fact.on
    }.max()
  }
}
