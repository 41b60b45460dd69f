import Contracts
import DomainModel
import Policy

/// Who may send a command in each city: what the contract allows, narrowed by the city's pack.
struct CitySenders {
  /// What one edition of a pack says about one command.
  struct Narrowing {
    let pack: String
    let edition: String
    /// Those that remain, in the order of the list of roles.
    let roles: [Role]
    /// `plan 3.1`
    let cites: [String]
  }

  /// By command name; commands that no pack narrows are not in it.
  private let narrowings: [String: [Narrowing]]
  /// The packs that were looked at, each in its newest edition.
  let packs: [(id: String, title: String)]

  init(_ library: PackLibrary) {
    var newest: [String: Edition] = [:]
    for edition in library.editions {
      let id = edition.file.pack.id.rawValue
      if let known = newest[id], known.file.pack.edition.rawValue > edition.file.pack.edition.rawValue { continue }
      newest[id] = edition
    }
    let editions = newest.values.sorted { $0.file.pack.id.rawValue < $1.file.pack.id.rawValue }
    packs = editions.map { ($0.file.pack.id.rawValue, $0.file.pack.name.zh) }
    var found: [String: [Narrowing]] = [:]
    for command in Catalogue.commands {
      for edition in editions {
        guard let rule = edition.file.senders.value?.first(where: { $0.item.message == command.name }) else { continue }
        let left = command.senders.intersection(rule.item.roles)
        found[command.name.rawValue, default: []].append(
          Narrowing(
            pack: edition.file.pack.id.rawValue, edition: edition.file.pack.edition.rawValue,
            roles: Role.allCases.filter(left.contains), cites: rule.citations.map(\.description)))
      }
    }
    narrowings = found
  }

  func narrowings(of command: WireName) -> [Narrowing] { narrowings[command.rawValue] ?? [] }

  /// `senders.json`: each command with who may send it, and where a city narrows that.
  var json: JSONValue {
    .object(
      Catalogue.commands.sorted { $0.name.rawValue < $1.name.rawValue }.map { command in
        .init(
          command.name.rawValue,
          [
            "senders": .array(Role.allCases.filter(command.senders.contains).map { .string($0.rawValue) }),
            "cities": .object(
              narrowings(of: command.name).map { narrowing in
                .init(
                  narrowing.pack,
                  [
                    "edition": .string(narrowing.edition),
                    "senders": .array(narrowing.roles.map { .string($0.rawValue) }),
                    "cites": .array(narrowing.cites.map { .string($0) }),
                  ])
              }),
          ])
      })
  }
}
