import ClientKit
import Contracts
import DomainModel
import Foundation
import Forms
import Policy

/// Asks the services for what a form is made of, and for nothing else.
struct FormGathering {
  let desk: Office
  let role: Role
  let project: ProjectID
  let round: RoundID?
  /// Why personal data is disclosed; nil for a public form.
  let reason: String?

  /// - Throws: `FormFault` for an unknown form or a round that does not suit it; `ClientFault` from the services.
  func facts(for name: String, laws: InstalledLaws) async throws -> (FormEntry, FormFacts) {
    let report = try await desk.ask(ProjectReportQuery(project: project), as: role)
    let law = try FormGathering.law(of: report, laws)
    let list = FormList(of: law.edition)
    guard let entry = list.entry(name) else {
      let known = list.entries.map(\.code.rawValue).joined(separator: ", ")
      throw FormFault(
        "unknown-form", zh: "\(law.edition.identity.pack) 没有表单“\(name)”；可打印：\(known)。",
        en: "\(law.edition.identity.pack) has no form \(name); it has: \(known).")
    }
    let community = try await desk.ask(CommunityQuery(community: report.community), as: role)
    var facts = FormFacts(law: law, project: report, community: community)
    guard let kind = entry.kind else { return (entry, facts) }
    try await gatherVotes(kind, &facts)
    try await gatherRest(kind.needs, &facts)
    if let reason {
      guard kind.hasInternalForm else { return (entry, facts.internalFor(reason)) }
      facts = try await disclose(facts.internalFor(reason))
    }
    return (entry, facts)
  }

  /// The law that judges the project, the very file of its edition.
  static func law(of report: ProjectReport, _ laws: InstalledLaws) throws -> Law {
    guard let law = laws.law(report.edition) else {
      let edition = "\(report.edition.pack)/\(report.edition.edition)"
      throw DeskFault.rejected(
        "edition-missing", zh: "本机没有安装该项目所用的规则版本 \(edition)。", en: "The edition \(edition) of the project is not installed here.")
    }
    return law
  }

  private func gatherVotes(_ kind: FormKind, _ facts: inout FormFacts) async throws {
    let needs = kind.needs
    guard needs.contains(where: { [.roll, .units, .willingness, .plan, .anyRound, .rooms].contains($0) }) else { return }
    if needs.contains(.roll) { facts.roll = try await desk.ask(RollQuery(project: project), as: role).roll }
    let lines = try await desk.ask(RoundsQuery(project: project), as: role).rounds.sorted {
      $0.round.rawValue.compare($1.round.rawValue, options: .numeric) == .orderedAscending
    }
    let asked = try askedLine(kind, lines)
    if needs.contains(.willingness) {
      let own = asked.flatMap { $0.kind == .willingness && !kind.isBallot ? $0 : nil }
      let last = lines.last { $0.kind == .willingness && $0.closedOn != nil }
      facts.willingness = try await report(own ?? last)
    }
    if needs.contains(.plan) {
      // A later round takes the place of an earlier one, also while it is open.
      facts.plan = try await report(asked.flatMap { $0.kind == .plan ? $0 : nil } ?? lines.last { $0.kind == .plan })
    }
    if needs.contains(.anyRound) { facts.asked = try await report(asked ?? lines.last { $0.closedOn != nil }) }
    if needs.contains(.rooms) {
      let told = kind == .opinionSummary ? facts.willingness : facts.plan
      if let told { facts.rooms = try await rooms(told.round) }
    }
    if needs.contains(.units), let asked {
      facts.openRound = asked
      facts.units = try await units(asked.roll)
    }
  }

  /// The round that was asked for, checked against what the form is about.
  private func askedLine(_ kind: FormKind, _ lines: [Rounds.Line]) throws -> Rounds.Line? {
    guard let round else { return nil }
    guard let line = lines.first(where: { $0.round == round }) else {
      throw FormFault("unknown-round", zh: "没有轮次 \(round)。", en: "There is no round \(round).")
    }
    let suits =
      switch kind.round {
      case .willingness: line.kind == .willingness
      case .plan: line.kind == .plan
      case .any: true
      case nil: kind.needs.contains(line.kind == .willingness ? .willingness : .plan)
      }
    guard suits else {
      throw FormFault("other-round", zh: "\(round) 不是此表所属的表决。", en: "\(round) is not a round of the kind that this form is about.")
    }
    return line
  }

  private func report(_ line: Rounds.Line?) async throws -> RoundReport? {
    guard let line, line.closedOn != nil else { return nil }
    return try await desk.ask(RoundReportQuery(project: project, round: line.round), as: role).report
  }

  private func rooms(_ round: RoundID) async throws -> [AgreeingRooms.Room] {
    var rooms: [AgreeingRooms.Room] = []
    var after: UnitID?
    repeat {
      let page = try await desk.ask(AgreeingRoomsQuery(project: project, round: round, after: after), as: role)
      rooms += page.rooms
      after = page.next
    } while after != nil
    return rooms
  }

  /// All units of a roll.
  func units(_ roll: RollID) async throws -> [RollUnits.Unit] {
    var units: [RollUnits.Unit] = []
    var after: UnitID?
    repeat {
      let page = try await desk.ask(RollUnitsQuery(project: project, roll: roll, after: after), as: role)
      units += page.units
      after = page.next
    } while after != nil
    return units
  }

  private func gatherRest(_ needs: Set<FormNeed>, _ facts: inout FormFacts) async throws {
    if needs.contains(.notice) {
      facts.notice = try await desk.ask(NoticeQuery(project: project), as: role).notice
      facts.objectionsOpen = try await desk.ask(ObjectionsQuery(project: project), as: role).open
    }
    if needs.contains(.renovationPlan), let plan = facts.project.plan {
      facts.renovationPlan = try await desk.ask(PlanQuery(project: project, plan: plan), as: role)
    }
    if needs.contains(.money) {
      let planned = try await desk.ask(EstimateQuery(project: project), as: role)
      facts.estimate = planned.estimate
      facts.selfRaised = planned.selfRaised
      facts.account = try await desk.ask(AccountQuery(project: project), as: role)
    }
    if needs.contains(.finalAccounts) {
      facts.finalAccounts = try await desk.ask(FinalAccountsQuery(project: project), as: role)
      facts.settlement = try await settlement()
    }
    if needs.contains(.consultation) {
      facts.consultation = try await desk.ask(ConsultationQuery(project: project), as: role)
    }
    if needs.contains(.acceptance) {
      facts.acceptance = try await desk.ask(AcceptanceQuery(project: project), as: role)
    }
    if needs.contains(.management) {
      facts.managementMode = try await desk.ask(EvaluationQuery(project: project), as: role).managementMode
    }
  }

  private func settlement() async throws -> SettlementReport? {
    guard SettlementQuery.askers.contains(role) else { return nil }
    return try await desk.ask(SettlementQuery(project: project), as: role).settlement
  }

  /// Asks for each owner's data by the command that records who asked and why.
  private func disclose(_ facts: FormFacts) async throws -> FormFacts {
    var facts = facts
    guard let reason, let told = facts.rooms.isEmpty ? nil : facts.roundOfRooms else { return facts }
    let lines = try await desk.ask(RoundsQuery(project: project), as: role).rounds
    guard let roll = lines.first(where: { $0.round == told })?.roll else { return facts }
    let owners = Dictionary(
      try await units(roll).map { ($0.unit, $0.owners) }, uniquingKeysWith: { first, _ in first })
    var known: [PersonID: DisclosedPerson] = [:]
    let today = Instant.now().businessDate
    for room in facts.rooms {
      var people: [DisclosedPerson] = []
      for person in owners[room.unit] ?? [] {
        if known[person] == nil {
          let shown = try await desk.send(
            Disclose<VotingContract>(project: project, person: person, reason: try Text(reason)), as: role, on: today)
          known[person] = DisclosedPerson(fields: shown.reply.fields.items)
        }
        if let found = known[person] { people.append(found) }
      }
      facts.disclosed[room.unit] = people
    }
    return facts
  }
}

extension FormFacts {
  fileprivate func internalFor(_ reason: String) -> FormFacts {
    var facts = self
    facts.disclosureReason = reason
    return facts
  }

  /// The round whose rooms these are.
  fileprivate var roundOfRooms: RoundID? { plan?.round ?? willingness?.round }
}
