import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@Suite("Records of the site")
struct SiteRecordTests {
  private func structure(_ id: Identifier<SlugKind>, removed: Bool, photo: Bool = true) -> IllegalStructureLine {
    IllegalStructureLine(
      structure: id, place: "4幢天井", area: "12.50", removed: removed, after: removed && photo ? [Site.paper] : [])
  }

  private func demolition(_ lines: [IllegalStructureLine], complete: Bool) throws -> RecordDemolition {
    RecordDemolition(project: Site.project, structures: try Listing(lines), listComplete: complete)
  }

  @Test("demolition is cleared when the complete list stands no more")
  func demolition() throws {
    let site = try Site()
    let first = try site.bench.send(
      try demolition([structure("w-1", removed: true), structure("w-2", removed: false)], complete: true),
      on: "2024-06-01", as: .enforcement)
    #expect(first == DemolitionReport(known: 2, standing: 1, cleared: false))
    #expect(try site.facts[.demolitionCleared]?.value == .flag(false))
    let second = try site.bench.send(
      try demolition([structure("w-2", removed: true)], complete: false), on: "2024-06-02")
    #expect(second == DemolitionReport(known: 2, standing: 0, cleared: false))
    let third = try site.bench.send(try demolition([], complete: true), on: "2024-06-03")
    #expect(third.cleared)
    #expect(try site.facts.holds(.demolitionCleared))
  }

  @Test("a removal without a photo, or a number twice, is refused at its place")
  func demolitionFaults() throws {
    let site = try Site()
    let bare = try site.refusal(
      try demolition([structure("w-1", removed: false), structure("w-2", removed: true, photo: false)], complete: true),
      on: "2024-06-01")
    #expect(bare?.code == "photo-missing")
    #expect(bare?.pointers == ["/structures/1/after"])
    let twice = try site.refusal(
      try demolition([structure("w-1", removed: true), structure("w-1", removed: true)], complete: true),
      on: "2024-06-01")
    #expect(twice?.code == "structure-repeated")
  }

  @Test("standing structures do not keep Yueqing's works from starting")
  func demolitionIsInformal() throws {
    let site = try Site()
    try site.bench.send(try demolition([structure("w-1", removed: false)], complete: true), on: "2024-06-01")
    try site.started()
    let finding = try site.bench.receiptFinding("demolition.cleared", of: StartConstruction.name)
    #expect(finding?.result == .violated)
    #expect(finding?.force == .advises)
    #expect(finding?.origin == .recommended)
  }

  @Test("failed items open defects that close only when looked at again")
  func inspection() throws {
    let site = try Site()
    try site.started()
    let report = try site.bench.send(
      RecordInspection(
        project: Site.project, kind: .qualitySafety, inspector: "yueqing-quality",
        items: [
          CheckItem(code: "scaffold", what: "脚手架连墙件", outcome: .fail),
          CheckItem(code: "helmet", what: "安全帽", outcome: .pass),
          CheckItem(code: "crane", what: "塔吊", outcome: .notApplicable),
        ]), on: "2024-08-01", as: .qualitySafety)
    #expect(report.inspection == "330382-2024-0007/I1")
    #expect(report.defects == ["330382-2024-0007/F1"])
    #expect(try site.facts[.defectsOpen]?.value == .count(1))

    let recheck = RecheckDefect(
      project: Site.project, defect: "330382-2024-0007/F1", passed: true, checkedBy: "yueqing-supervision-1")
    let fix = FixDefect(project: Site.project, defect: "330382-2024-0007/F1", by: "yueqing-build-3")
    #expect(try site.refusal(recheck, on: "2024-08-02")?.code == "defect-not-fixed")
    #expect(try site.refusal(fix, on: "2024-07-31")?.code == "dated-before")
    try site.bench.send(fix, on: "2024-08-03")
    #expect(try site.refusal(fix, on: "2024-08-03")?.code == "defect-not-open")
    let again = RecheckDefect(
      project: Site.project, defect: "330382-2024-0007/F1", passed: false, checkedBy: "yueqing-supervision-1")
    #expect(try site.bench.send(again, on: "2024-08-04").defectsOpen == 1)
    try site.bench.send(fix, on: "2024-08-05")
    #expect(try site.bench.send(recheck, on: "2024-08-06").defectsOpen == 0)
    #expect(try site.facts[.defectsOpen]?.value == .count(0))
    let standing = try #require(try site.bench.ask(AcceptanceQuery(project: Site.project)).defects.first)
    #expect(standing.state == .closed)
    #expect(standing.timesReopened == 1)
  }

  @Test("an inspection without items and an unknown defect are refused")
  func inspectionFaults() throws {
    let site = try Site()
    #expect(
      try site.refusal(
        RecordInspection(project: Site.project, kind: .routine, inspector: "a"), on: "2024-08-01")?.code
        == "items-missing")
    #expect(
      try site.refusal(
        FixDefect(project: Site.project, defect: "330382-2024-0007/F9", by: "a"), on: "2024-08-01")?.code
        == "defect-unknown")
    #expect(
      try site.refusal(
        FixDefect(project: Site.project, defect: "330382-2024-0008/F1", by: "a"), on: "2024-08-01")?.code
        == "defect-unknown")
  }

  private func concealed(inspected: BusinessDate, covered: BusinessDate?, passed: Bool = true) -> RecordConcealedWorks {
    RecordConcealedWorks(
      project: Site.project, part: "1幢西侧污水管", inspectedOn: inspected, coveredOn: covered, passed: passed,
      photos: [Site.paper])
  }

  @Test("concealed works covered before they were seen are recorded, and told", arguments: [
    ("2024-08-01", "2024-08-01", Finding.Result.satisfied), ("2024-08-02", "2024-08-01", .violated),
  ] as [(BusinessDate, BusinessDate, Finding.Result)])
  func concealedWorks(_ inspected: BusinessDate, _ covered: BusinessDate, _ result: Finding.Result) throws {
    let site = try Site()
    try site.bench.send(concealed(inspected: inspected, covered: covered), on: "2024-08-03", as: .supervisor)
    let receipts = try #require(try site.bench.events(ConcealedWorksRecorded.self).first)
    #expect(receipts.defect == nil)
    #expect(try site.bench.recordedText().contains(#""result":"\#(result.rawValue)""#))
  }

  @Test("concealed works that fail open a defect; an inspection ahead of its record is refused")
  func concealedFailure() throws {
    let site = try Site()
    let report = try site.bench.send(
      concealed(inspected: "2024-08-01", covered: nil, passed: false), on: "2024-08-01", as: .supervisor)
    #expect(report.defects == ["330382-2024-0007/F1"])
    let refused = try site.refusal(concealed(inspected: "2024-08-05", covered: "2024-08-06"), on: "2024-08-04")
    #expect(refused?.code == "day-ahead")
    #expect(refused?.pointers == ["/inspectedOn"])
  }

  @Test("a complaint is taken whatever its project, and ends once")
  func tickets() throws {
    let site = try Site()
    let open = OpenTicket(
      project: Site.project, category: .noise, channel: .hotline, reporter: "p-9", reporterName: "李桂芳",
      reporterPhone: "13900000002", text: "李桂芳家中午施工声音太大。")
    let report = try site.bench.send(open, on: "2024-08-01")
    #expect(report.ticket == "330382-2024-0007/T1")
    #expect(try site.works().ticketsOpen == 1)
    let resolve = ResolveTicket(project: Site.project, ticket: report.ticket, outcome: .solved)
    try site.bench.send(resolve, on: "2024-08-02")
    #expect(try site.refusal(resolve, on: "2024-08-03")?.code == "ticket-ended")
    #expect(try site.works().ticketsOpen == 0)
    #expect(try site.bench.ask(TicketsQuery(project: Site.project, openOnly: true)).tickets.isEmpty)
    #expect(try site.bench.ask(TicketsQuery(project: Site.project, openOnly: false)).tickets.count == 1)
    #expect(
      try site.refusal(
        ResolveTicket(project: Site.project, ticket: "330382-2024-0007/T7", outcome: .solved), on: "2024-08-03")?.code
        == "ticket-unknown")
    for word in ["李桂芳", "13900000002", "声音太大"] { #expect(try !site.bench.recordedText().contains(word)) }
  }

  @Test("who watches the works is registered; names and words stay out of the record")
  func watchers() throws {
    let site = try Site()
    let seen = RecordObservation(
      project: Site.project, person: "p-5", topic: .quality, concern: true, text: "周敏说墙面未做防水。")
    #expect(try site.refusal(seen, on: "2024-08-02", as: .residentSupervisor)?.code == "watcher-unknown")
    try site.bench.send(
      RegisterResidentSupervisor(project: Site.project, person: "p-5", kind: .civilianSupervisor, name: "周敏"),
      on: "2024-08-01", as: .residentsCommittee)
    try site.bench.send(seen, on: "2024-08-02", as: .residentSupervisor)
    #expect(try site.works().watchers == 1)
    #expect(try site.works().observations == 1)
    let event = try #require(try site.bench.events(ObservationRecorded.self).first)
    #expect(event.text != nil)
    for word in ["周敏", "防水"] { #expect(try !site.bench.recordedText().contains(word)) }
  }

  private func progress(_ hundredths: Whole<0, 10000>, because: Text<500>? = nil) -> ReportProgress {
    ReportProgress(project: Site.project, hundredths: hundredths, correction: because)
  }

  @Test("progress needs a start and never goes back without a reason")
  func progressRules() throws {
    let site = try Site()
    #expect(try site.refusal(progress(100), on: "2024-07-05")?.code == "works-not-started")
    try site.started()
    try site.bench.send(progress(4250), on: "2024-09-01", as: .contractor)
    #expect(try site.facts[.progress]?.value == .share("4250/10000"))
    try site.bench.send(progress(4250), on: "2024-09-02")
    let refused = try #require(try site.refusal(progress(4249), on: "2024-09-03"))
    #expect(refused.code == "progress-backwards")
    #expect(refused.pointers.contains("/hundredths"))
    try site.bench.send(progress(4000, because: "返工重做屋面"), on: "2024-09-03")
    #expect(try site.works().progress == "4000/10000")
    #expect(try site.refusal(progress(5000), on: "2024-09-02")?.code == "dated-before")
  }

  @Test("a wrong report is taken back by the one that replaces it")
  func progressReplaced() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(progress(3000), on: "2024-08-01")
    try site.bench.send(progress(9000), on: "2024-09-01")
    let wrong = site.bench.engine.headSequence
    try site.bench.send(
      ReportProgress(
        project: Site.project, hundredths: 3900, replaces: Replacement(sequence: wrong, reason: "录入错误")),
      on: "2024-09-01")
    #expect(try site.works().progress == "3900/10000")
    let (before, after) = try site.bench.rebuilt()
    #expect(before == after)
  }

  @Test("works begun without a permit may report progress too")
  func progressUnpermitted() throws {
    let site = try Site()
    try site.bench.send(RecordUnpermittedStart(project: Site.project, place: "3幢"), on: "2024-05-01")
    try site.bench.send(progress(500), on: "2024-05-10")
    #expect(try site.works().progress == "500/10000")
  }

  @Test("a milestone reached in the future is refused; open ones are due")
  func milestones() throws {
    let site = try Site()
    try site.started()
    let ahead = ReportProgress(
      project: Site.project, hundredths: 10, milestones: [Milestone(name: "屋面完成", reached: "2024-09-02")])
    #expect(try site.refusal(ahead, on: "2024-09-01")?.pointers == ["/milestones/0/reached"])
    try site.bench.send(
      ReportProgress(
        project: Site.project, hundredths: 10, milestones: [Milestone(name: "屋面完成", planned: "2024-10-01")]),
      on: "2024-09-01")
    let due = try site.bench.ask(DeadlinesQuery<SupervisionContract>(project: Site.project, asOf: "2024-10-02")).deadlines
    #expect(due.map(\.kind) == [.milestone, .plannedFinish])
    #expect(due.map(\.past) == [true, false])
    #expect(due.map(\.overdue) == [true, false])
    let near = DeadlinesQuery<SupervisionContract>(project: Site.project, asOf: "2024-10-02", until: "2024-10-31")
    #expect(try site.bench.ask(near).deadlines.map(\.kind) == [.milestone])
    let all = try site.bench.ask(DeadlinesQuery<SupervisionContract>(division: "330382", asOf: "2024-10-02"))
    #expect(all.deadlines == due && all.next == nil)
    #expect(try site.bench.ask(DeadlinesQuery<SupervisionContract>(division: "330302", asOf: "2024-10-02")).deadlines.isEmpty)
  }
}

@Suite("What may be taken back")
struct WithdrawalTests {
  @Test("a wrong flag of the site is withdrawn and leaves no trace in what is kept")
  func flag() throws {
    let site = try Site()
    try site.bench.send(RecordUnpermittedStart(project: Site.project, place: "3幢"), on: "2024-05-01")
    let sequence = site.bench.engine.headSequence
    try site.bench.send(
      WithdrawRecord<SupervisionContract>(project: Site.project, sequence: sequence, reason: "看错楼幢"),
      on: "2024-05-02")
    #expect(try site.works().flags.isEmpty)
    #expect(
      try site.refusal(ReportProgress(project: Site.project, hundredths: 10), on: "2024-05-03")?.code
        == "works-not-started")
    let (before, after) = try site.bench.rebuilt()
    #expect(before == after)
  }

  @Test("a step that an office took is not withdrawn")
  func step() throws {
    let site = try Site()
    try site.started()
    let sequence = site.bench.engine.headSequence
    #expect(
      try site.refusal(
        WithdrawRecord<SupervisionContract>(project: Site.project, sequence: sequence, reason: "误办"),
        on: "2024-07-02")?.code == "record-final")
  }
}
