import Contracts
import DomainModel
import Policy
import ServiceKit

/// Findings about a joint acceptance that look at more than facts.
enum AcceptanceFindings {
  static let parties: RuleID = "acceptance.parties-present"
  static let defects: RuleID = "acceptance.defects-closed"

  /// Only whom the city has organise the acceptance may take its steps; a construction unit is whoever it names as one.
  static func requireOrganiser(_ ruling: Ruling) throws {
    let terms = try ruling.law().edition.file.terms
    guard let named = terms.acceptance.organiser.value, let first = named.first else { return }
    let units = named.contains(.constructionUnit) ? terms.construction.constructionUnit.value ?? [.subdistrict] : []
    guard ruling.principal.roles.isDisjoint(with: named + units) else { return }
    throw Refusal(.acceptanceOfOthers, values: [NamedValue("organiser", .code(first.rawValue))])
  }

  /// The pack's rule on who must be there, naming every party that is not.
  static func partiesPresent(_ rule: GateRule, missing: [AcceptancePartyKind], sources: [SourceRef] = []) -> Finding {
    rule.finding(
      missing.isEmpty ? .satisfied : .violated, missing.map { NamedValue("missing", .code($0.rawValue)) }, sources)
  }

  /// A party that says no is told; what the documents make of it they do not say.
  static func nobodyObjects(_ parties: [AcceptanceParty]) -> Finding {
    let objecting = parties.filter { $0.stance == .objects }
    return .advice(
      "acceptance.nobody-objects", objecting.isEmpty,
      values: objecting.map { NamedValue("objects", .code($0.organisation.rawValue)) })
  }

  /// The acceptance is held by technical rules that an office sets (Wenzhou 3.8, Yueqing plan 3.7): which they were is told
  /// where it is not on record.
  static func rulesNamed(_ rules: DocumentHash?, _ edition: Edition) -> Finding? {
    guard case .stated(let offices, let cites) = edition.stated(\.acceptance.technicalRulesBy) else { return nil }
    return .advice(
      "acceptance.technical-rules-named", rules != nil, cites: cites,
      values: offices.map { NamedValue("set-by", .code($0.rawValue)) })
  }

  /// Every defect of the project is closed, for packs whose gate does not say it: ours (domain §12, REC).
  static func defectsClosed(open: Int, under law: Law, step: WireName) -> Finding? {
    guard !law.gate(step).contains(where: { $0.rule == defects }) else { return nil }
    let settled = law.edition.settled(\.acceptance.rectification)
    guard settled.value == .allDefectsClosed else { return nil }
    return Finding(
      defects, open == 0 ? .satisfied : .violated, origin: settled.origin, cites: settled.citations,
      values: [NamedValue("open", .count(Int64(open)))])
  }
}
