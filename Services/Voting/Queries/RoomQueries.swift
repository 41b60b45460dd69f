import Contracts
import DomainModel
import Policy
import ServiceKit

/// The rooms that agreed in a round.
enum RoomQueries {
  static let handlers: [QueryHandler] = [
    .to(AgreeingRoomsQuery.self) { query, view, _ in
      guard query.round.project() == query.project, let round = try view.get(Round.self, query.round.rawValue),
        let report = round.report
      else { return AgreeingRooms(rooms: [], next: nil) }
      let page = try view.all(
        RolledUnit.self, prefix: "\(round.roll)/", after: query.after.map { RolledUnit.key(round.roll, $0) },
        limit: pageSize + 1)
      let looked = page.prefix(pageSize)
      return AgreeingRooms(
        rooms: try looked.compactMap { try room($0.entry, report, view) },
        next: page.count > looked.count ? looked.last?.entry.unit : nil)
    }
  ]

  /// Units looked at for a page: each name is opened from the vault by itself.
  private static let pageSize = 200

  private static func room(
    _ entry: RollEntry, _ report: RoundReport, _ view: any EntityView
  ) throws -> AgreeingRooms.Room? {
    let key = UnitForms.key(report.round, entry.unit)
    guard let opinion = try view.get(UnitForms.self, key)?.standing?.opinion else { return nil }
    let isDeemed =
      opinion == .blank && report.blanks.treatment == .followsMajority && report.blanks.majority == .agree
    guard opinion == .agree || isDeemed else { return nil }
    return AgreeingRooms.Room(
      unit: entry.unit, building: entry.building, roomNo: entry.roomNo, area: entry.exclusiveArea,
      countsAsHousehold: entry.countsAsHousehold,
      owners: try entry.owners.compactMap { try view.maskedName(of: $0)?.text }, isDeemed: isDeemed)
  }
}
