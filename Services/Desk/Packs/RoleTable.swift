import Contracts
import DomainModel
import Policy

/// Who may do what with every message, in every city: senders of commands, askers of queries, readers of events.
struct RoleTable {
  /// What is done with a message.
  enum Kind: String, CaseIterable {
    case command
    case query
    case event
  }

  /// A message in one city.
  struct Row {
    let kind: Kind
    let service: ServiceName
    let name: WireName
    let version: Int
    /// Who may, in the order of the list of roles.
    let roles: [Role]
    /// Whether the pack leaves out some whom the contract admits.
    let isNarrowed: Bool
    /// Where the pack says so.
    let cites: [Citation]
    /// An event that only services read, or only its own.
    let access: Access

    /// Whom an event is for, where it is not for roles.
    enum Access: String {
      case roles
      case services
      case own
    }
  }

  /// One city's table.
  struct City {
    let pack: String
    let edition: String
    let title: String
    let rows: [Row]
  }

  let cities: [City]

  /// - Parameters:
  ///   - editions: whose tables; none gives the one of the contract alone.
  ///   - role: only messages with which this role has to do.
  ///   - message: only this message, or those whose names begin so.
  init(_ editions: [Edition], role: Role? = nil, message: String? = nil) {
    func wanted(_ row: Row) -> Bool {
      (role.map { row.roles.contains($0) } ?? true)
        && (message.map { row.name.rawValue == $0 || row.name.rawValue.hasPrefix($0.hasSuffix(".") ? $0 : "\($0).") } ?? true)
    }
    let tables: [(String, String, String, Edition?)] =
      editions.isEmpty
      ? [("", "", "", nil)]
      : editions.map { ($0.identity.pack.rawValue, $0.identity.edition.rawValue, $0.file.pack.name.zh, $0) }
    cities = tables.map { pack, edition, title, law in
      City(pack: pack, edition: edition, title: title, rows: RoleTable.rows(law).filter(wanted))
    }
  }

  private static func rows(_ edition: Edition?) -> [Row] {
    Catalogue.contracts.flatMap { contract -> [Row] in
      contract.commands.map { row(.command, $0, $0.senders, edition) }
        + contract.queries.map { row(.query, $0, $0.askers, nil) } + contract.events.map { event($0) }
    }
  }

  private static func row(_ kind: Kind, _ type: any Message.Type, _ declared: Set<Role>, _ edition: Edition?) -> Row {
    let rule = edition?.file.senders.value?.first { $0.item.message == type.name }
    let allowed = rule.map { declared.intersection($0.item.roles) } ?? declared
    return Row(
      kind: kind, service: type.service, name: type.name, version: type.version, roles: ordered(allowed),
      isNarrowed: allowed != declared, cites: rule?.citations ?? [], access: .roles)
  }

  private static func event(_ type: any Event.Type) -> Row {
    let (roles, access): (Set<Role>, Row.Access) =
      switch type.readers {
      case .own: ([], .own)
      case .services: ([.service], .services)
      case .roles(let roles): (roles.union([.service]), .roles)
      }
    return Row(
      kind: .event, service: type.service, name: type.name, version: type.version, roles: ordered(roles), isNarrowed: false,
      cites: [], access: access)
  }

  private static func ordered(_ roles: Set<Role>) -> [Role] { Role.allCases.filter(roles.contains) }
}
