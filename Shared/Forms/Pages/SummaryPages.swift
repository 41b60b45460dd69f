import Contracts
import DomainModel
import Policy

/// The summary of the willingness round, which those who agree sign (Yueqing plan 3.1).
enum OpinionSummaryPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let report = facts.willingness else {
      throw FormFault.notReady("改造意愿表决还没有截止", "the willingness round is not closed")
    }
    let signs = facts.edition.terms.rounds.willingness.approversSign.value?.contains("opinion-summary") ?? false
    return SummaryContent.of(report, facts).merging(["isSigned": .flag(signs)]) { own, _ in own }
  }
}

/// The summary of the plan round with the rooms that agreed, as it hangs with the notice (Wenzhou 3.4, Annex 2; Yueqing
/// plan 3.3).
enum PlanSummaryPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    guard let report = facts.plan else {
      throw FormFault.notReady("方案表决还没有截止", "the plan round is not closed")
    }
    return SummaryContent.of(report, facts).merging(
      ["plan": .text(report.planVersion?.rawValue), "isSigned": false]
    ) { own, _ in own }
  }
}

/// What both summaries hold: the figures of the round, and the rooms.
enum SummaryContent {
  static func of(_ report: RoundReport, _ facts: FormFacts) -> [String: FormValue] {
    let figures = RoundFigures(report, under: facts.edition)
    return figures.sentence.merging([
      "hasExplicit": .flag(!report.explicitRatios.isEmpty), "explicitRows": figures.explicitRows,
      "issued": .text(FormText.grouped(Int64(report.forms.issued.value))),
      "returned": .text(FormText.grouped(Int64(report.forms.returned))),
      "agreeing": .text(FormText.grouped(Int64(report.forms.agreeing.value))),
      "disagreeing": .text(FormText.grouped(Int64(report.forms.disagreeing.value))),
      "blank": .text(FormText.grouped(Int64(report.forms.blank.value))),
      "unsigned": .text(FormText.grouped(Int64(report.forms.unsigned.value))),
      "replaced": .text(FormText.grouped(Int64(report.forms.replaced.value))),
      "totalHeads": .text(FormText.grouped(Int64(report.heads.all.value))),
      "totalHouseholds": .text(FormText.grouped(Int64(report.households.all.value))),
      "totalArea": .text(FormText.area(report.area.all)),
    ]) { own, _ in own }.merging(rooms(facts)) { own, _ in own }
  }

  /// The rooms that agreed: three abreast for a wall, one to a line where something is written beside them.
  static func rooms(_ facts: FormFacts) -> [String: FormValue] {
    let rooms = facts.rooms.sorted {
      RoomOrder.precedes(($0.building, $0.roomNo.value), ($1.building, $1.roomNo.value))
    }
    let cells = rooms.enumerated().map { index, room -> FormValue in
      var cell: [String: FormValue] = [
        "number": "\(index + 1)", "room": .text(room.roomNo.value), "owners": .text(room.owners.joined(separator: "、")),
        "area": .text(room.area.map(FormText.area)), "isDeemed": .flag(room.isDeemed), "isThere": true,
      ]
      if let people = facts.disclosed[room.unit] {
        cell["people"] = .list(
          people.map { person in
            ["name": .text(person.name ?? "—"), "phone": .text(person.phone ?? "—"), "tail": .text(person.idTail ?? "—")]
          })
      }
      return .map(cell)
    }
    let empty: FormValue = ["isThere": false]
    let rows = stride(from: 0, to: cells.count, by: 3).map { start -> FormValue in
      let row = Array(cells[start..<min(start + 3, cells.count)])
      return ["cells": .list(row + Array(repeating: empty, count: 3 - row.count))]
    }
    return [
      "roomCount": .text(FormText.grouped(Int64(rooms.count))),
      "householdCount": .text(FormText.grouped(Int64(rooms.count { $0.countsAsHousehold }))),
      "hasDeemed": .flag(rooms.contains(where: \.isDeemed)), "roomRows": .list(rows), "roomLines": .list(cells),
      "hasRooms": .flag(!rooms.isEmpty),
    ]
  }
}
