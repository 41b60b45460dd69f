import Contracts
import DomainModel
import Foundation
import Policy

/// The form on which owners say whether to renovate at all, with the list of works to tick (Wenzhou Annex 1).
enum OpinionFormPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let edition = facts.edition
    let tiers = edition.file.catalogue.tiers.value?.map(\.item) ?? []
    let rows = edition.file.catalogue.aspects.map { aspect -> FormValue in
      let items = edition.file.catalogue.items.filter { $0.code.rawValue.hasPrefix(aspect.code.rawValue) }
      let cells = tiers.isEmpty ? [items] : tiers.map { tier in items.filter { $0.tier == tier.tier } }
      return [
        "aspect": .text(aspect.zh),
        "cells": .list(
          cells.map { cell in
            ["items": .list(cell.enumerated().map { ["number": "\($0 + 1)", "text": .text($1.zh)] })]
          }),
      ]
    }
    return [
      "tiers": .list(tiers.isEmpty ? ["改造内容"] : tiers.map { .text($0.zh) }), "rows": .list(rows),
      "share": .text(edition.text("resident-share")?.item.zh), "sheets": try BallotSheets.sheets(facts, fields),
    ].merging(BallotSheets.blankRule(edition.terms.rounds.willingness)) { own, _ in own }
  }
}

/// The form on which owners vote on the plan (Wenzhou Annex 2).
enum PlanBallotPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let edition = facts.edition
    guard let first = facts.willingness, first.isCarried else {
      throw FormFault.notReady("改造意愿表决还没有通过", "the willingness round has not carried")
    }
    return [
      "first": .map(RoundFigures(first, under: edition).sentence),
      "plan": .text(facts.openRound?.planVersion?.rawValue ?? facts.project.plan?.rawValue),
      "rule": .text(edition.text("vote-rule")?.item.zh), "sheets": try BallotSheets.sheets(facts, fields),
      "rows": .list(Array(repeating: true, count: facts.openRound == nil ? 5 : 1)),
    ].merging(BallotSheets.blankRule(edition.terms.rounds.plan)) { own, _ in own }
  }
}

/// The sheets of a ballot: one for each unit with its number and code, or one to be copied.
enum BallotSheets {
  static func sheets(_ facts: FormFacts, _ fields: FormFields) throws -> FormValue {
    guard let round = facts.openRound else { return [["isNumbered": false, "room": FormText.fill(nil, 7)]] }
    var units = facts.units
    if let only = fields.unit {
      units = units.filter { $0.unit == only }
      guard !units.isEmpty else {
        throw FormFault("unit-unknown", zh: "名册里没有 \(only)。", en: "The roll has no unit \(only).")
      }
    }
    guard !units.isEmpty else { throw FormFault.notReady("名册里没有房屋", "the roll has no units") }
    let identity = facts.edition.identity
    let sheets = try units.sorted(by: inOrder).map { unit -> FormValue in
      let code = BallotCode(
        round: round.round, unit: unit.unit, pack: identity.pack, edition: identity.edition, copy: fields.copy)
      guard let number = code.number else {
        throw FormFault(
          "number-too-long", zh: "\(unit.unit) 的编号太长，不能再编补印号。", en: "The id \(unit.unit) leaves no room for the number of a reprint.")
      }
      return [
        "isNumbered": true, "number": .text(number.rawValue), "roundLabel": .text(round.round.rawValue),
        "room": FormText.fill(unit.roomNo.value, 7), "roomText": .text(unit.roomNo.value),
        "isReprint": .flag(fields.copy > 1), "qr": .text(try QRCode(code.text).svg),
      ]
    }
    return .list(sheets)
  }

  /// Whether the form must say what a signed form without an opinion counts as.
  static func blankRule(_ terms: RoundTerms) -> [String: FormValue] {
    [
      "blanksFollowMajority": .flag(terms.signedBlank.value == .followsMajority),
      "onePerHousehold": .flag(terms.oneFormPerHousehold.value == true),
    ]
  }

  /// By building, then by room, `2幢` before `10幢`.
  private static func inOrder(_ left: RollUnits.Unit, _ right: RollUnits.Unit) -> Bool {
    RoomOrder.precedes((left.building, left.roomNo.value), (right.building, right.roomNo.value))
  }
}

/// The order in which people look for a room.
enum RoomOrder {
  static func precedes(_ left: (BuildingID, String), _ right: (BuildingID, String)) -> Bool {
    let byBuilding = left.0.rawValue.compare(right.0.rawValue, options: .numeric)
    return byBuilding == .orderedSame
      ? left.1.compare(right.1, options: .numeric) == .orderedAscending : byBuilding == .orderedAscending
  }
}
