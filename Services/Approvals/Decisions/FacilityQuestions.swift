import Contracts
import DomainModel
import Policy
import ServiceKit

/// What is asked where a plan adds public facilities: whether they harm fire safety or the sunlight of homes (Yueqing plan
/// 2.4.5). The text gives no measure, so the offices' own words count: a yes stops the opinion, no answer is told.
struct FacilityQuestions {
  private let terms: Provision<PublicFacilityTerms>

  init(_ edition: Edition) {
    terms = edition.stated(\.planning.publicFacilities)
  }

  /// Who answers which question.
  private var questions: [(office: Role, answer: KeyPath<FacilityStatement, Bool?>)] {
    guard let terms = terms.value else { return [] }
    return [(terms.fireBy, \FacilityStatement.affectsFireSafety), (terms.sunlightBy, \FacilityStatement.affectsSunlight)]
      .compactMap { office, answer in office.map { ($0, answer) } }
  }

  /// - Throws: `Refusal` (`facilities-not-theirs`) where someone answers another's question.
  func check(_ statement: FacilityStatement?, from roles: Set<Role>) throws {
    guard let statement else { return }
    let theirs = questions.filter { roles.contains($0.office) }
    let given = [\FacilityStatement.affectsFireSafety, \.affectsSunlight].filter { statement[keyPath: $0] != nil }
    guard given.allSatisfy({ answer in theirs.contains { $0.answer == answer } }) else {
      throw Refusal(.facilitiesNotTheirs, pointers: ["/facilities"])
    }
  }

  /// Told when the meeting is called, while it is easily mended.
  func invited(_ roles: Set<Role>, _ ruling: Ruling) -> Finding? {
    guard !questions.isEmpty, let adds = ruling.facts?[.planAddsPublicFacilities], adds.value == .flag(true) else {
      return nil
    }
    let missing = questions.map(\.office).filter { !roles.contains($0) }
    return .advice(
      "consultation.facility-offices-invited", missing.isEmpty, cites: terms.citations,
      values: missing.map { NamedValue("missing", .code($0.rawValue)) }, sources: [adds.source])
  }

  /// What was answered, and what was not. An answer counts whether or not intake said that the plan adds anything.
  func findings(_ seats: [Seat], _ ruling: Ruling) -> [Finding] {
    let adds = ruling.facts?[.planAddsPublicFacilities]
    var missing: [NamedValue] = []
    var harmful: [NamedValue] = []
    var sources = [adds?.source].compactMap { $0 }
    for (office, answer) in questions {
      let answers = seats.filter { $0.role == office }.compactMap(\.answer)
      let given = answers.compactMap { $0.facilities?[keyPath: answer] }
      if given.isEmpty { missing.append(NamedValue("missing", .code(office.rawValue))) }
      if given.contains(true) { harmful.append(NamedValue("affected", .code(office.rawValue))) }
      if !given.isEmpty { sources += answers.map(\.source) }
    }
    let areAsked = adds?.value == .flag(true)
    guard !questions.isEmpty, areAsked || missing.count < questions.count else { return [] }
    var findings: [Finding] = []
    if areAsked {
      findings.append(
        .advice(
          "planning.facilities-answered", missing.isEmpty, cites: terms.citations, values: missing, sources: sources))
    }
    if missing.count < questions.count {
      findings.append(
        Finding(
          "planning.facilities-harmless", harmful.isEmpty ? .satisfied : .violated, cites: terms.citations,
          values: harmful, sources: sources))
    }
    return findings
  }
}
