import Contracts
import DomainModel
import TestKit
import Testing

@testable import Supervision

@Suite("Design changes")
struct ChangeTests {
  static let change: ChangeID = "330382-2024-0007/G1"

  private func propose(_ difference: Money, added: Listing<CatalogueKey, 20> = []) -> ProposeChange {
    ProposeChange(
      project: Site.project, title: "增设围墙段", added: added, direction: .more, difference: difference,
      proposedBy: "yueqing-design-2")
  }

  private let justify = JustifyChange(
    project: Site.project, change: change, designer: "yueqing-design-2", statement: Site.paper)
  private let classify = ClassifyChange(project: Site.project, change: change, treatAsMajor: false)
  private let approve = ApproveChange(
    project: Site.project, change: change, approved: true, by: "yueqing-drc", document: Site.paper)
  private let publish = PublishChange(project: Site.project, change: change, photos: [Site.paper])
  private let execute = ExecuteChange(project: Site.project, change: change)

  @Test("is major only above a tenth of the approved investment", arguments: [
    ("999999.99", ChangeClass.minor), ("1000000.00", .minor), ("1000000.01", .major),
  ] as [(Money, ChangeClass)])
  func bound(_ difference: Money, _ classed: ChangeClass) throws {
    let site = try Site()
    try site.started()
    try site.bench.send(propose(difference), on: "2024-08-01")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    #expect(try site.bench.send(classify, on: "2024-08-03").classed == classed)
  }

  @Test("is major when an item comes in, whatever it costs")
  func addedItem() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(propose("0.00", added: ["fitness-path"]), on: "2024-08-01")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    #expect(try site.bench.send(classify, on: "2024-08-03").classed == .major)
  }

  @Test("waits for the approved investment, unless it is taken as major")
  func unknownInvestment() throws {
    let site = try Site()
    try site.bench.send(propose("5.00"), on: "2024-08-01")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    let refused = try #require(try site.refusal(classify, on: "2024-08-03"))
    #expect(refused.code == "investment-unknown")
    #expect(refused.retry == .later)
    let strict = ClassifyChange(project: Site.project, change: ChangeTests.change, treatAsMajor: true)
    #expect(try site.bench.send(strict, on: "2024-08-03").classed == .major)
  }

  @Test("goes through its stages in order")
  func order() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(propose("2000000.00"), on: "2024-08-01")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    try site.bench.send(classify, on: "2024-08-03")
    try site.bench.send(approve, on: "2024-08-04", as: .housing)
    try site.bench.send(publish, on: "2024-08-05")
    #expect(try site.bench.send(execute, on: "2024-08-06").stage == .executed)
    #expect(try site.refusal(execute, on: "2024-08-07")?.code == "change-closed")
    let line = try #require(try site.bench.ask(ChangesQuery(project: Site.project)).changes.first)
    #expect(line.skipped.isEmpty)
    #expect(line.executedOn == "2024-08-06")
  }

  @Test("skipping is told, not refused, where the pack is silent")
  func skipping() throws {
    let site = try Site()
    try site.started()
    try site.bench.send(propose("1.00"), on: "2024-08-01")
    try site.bench.send(execute, on: "2024-08-02")
    let overview = try site.bench.ask(ChangesQuery(project: Site.project))
    #expect(!overview.orderBinds)
    #expect(overview.changes.first?.skipped == [.justified, .classified, .approved, .published])
  }

  @Test("is not taken twice, before its own day, or after it was turned down")
  func guards() throws {
    let site = try Site()
    try site.started()
    #expect(try site.refusal(justify, on: "2024-08-02", as: .designer)?.code == "change-unknown")
    try site.bench.send(propose("1.00"), on: "2024-08-01")
    #expect(try site.refusal(justify, on: "2024-07-31", as: .designer)?.code == "dated-before")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    #expect(try site.refusal(justify, on: "2024-08-02", as: .designer)?.code == "change-stage-taken")
    try site.bench.send(
      ApproveChange(
        project: Site.project, change: ChangeTests.change, approved: false, by: "yueqing-drc", document: Site.paper),
      on: "2024-08-03", as: .housing)
    #expect(try site.refusal(execute, on: "2024-08-04")?.code == "change-closed")
  }

  @Test("an approval heard from approvals counts from its day")
  func heard() throws {
    let site = try Site()
    try site.started()
    // Heard before the change itself is known here: no order between the two matters.
    try site.bench.hear(
      DesignChangeApproved(
        project: Site.project, change: ChangeTests.change, addition: "2000000.00", reduction: .zero,
        investment: "12000000.00", reason: "增设围墙", document: Site.paper, organisation: "yueqing-housing",
        needsRecheck: true), on: "2024-08-04")
    try site.bench.send(propose("2000000.00"), on: "2024-08-01")
    try site.bench.send(justify, on: "2024-08-02", as: .designer)
    try site.bench.send(classify, on: "2024-08-03")
    try site.bench.send(publish, on: "2024-08-05")
    try site.bench.send(execute, on: "2024-08-06")
    #expect(try site.bench.ask(ChangesQuery(project: Site.project)).changes.first?.skipped == [])
  }

  @Test("the order asks a major change for approval and posting, a minor one for the explanation only")
  func missing() {
    var change = Change(
      id: ChangeTests.change, title: "x", itemsChanged: false, direction: .none, difference: .zero,
      proposedOn: "2024-08-01", lastOn: "2024-08-01")
    #expect(change.missing(before: .classified, approved: false) == [.justified])
    change.taken = [.proposed, .justified, .classified]
    change.classed = .minor
    #expect(change.missing(before: .executed, approved: false) == [])
    change.classed = .major
    #expect(change.missing(before: .published, approved: false) == [.approved])
    #expect(change.missing(before: .executed, approved: false) == [.approved, .published])
    #expect(change.missing(before: .executed, approved: true) == [.published])
  }
}
