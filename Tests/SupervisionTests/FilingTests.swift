import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Planning verification, filing and archive")
struct FilingTests {
  private func file(
    _ kinds: [FilingMaterialKind], _ warranty: Listing<WarrantyTerm, 16> = []
  ) throws -> FileCompletion {
    FileCompletion(
      project: Site.project, materials: try Listing(kinds.map { FilingMaterial(kind: $0, document: Site.paper) }),
      warranty: warranty)
  }

  private func ready() throws -> Site {
    let site = try Site()
    try site.accepted()
    try site.state([Site.simplified, Site.exempt], on: "2024-05-01")
    return site
  }

  @Test("exactly two documents are enough on the simplified route")
  func two() throws {
    let site = try ready()
    let report = try site.bench.send(try file([.completionReport, .qualityWarranty]), on: "2025-04-20")
    #expect(report.notNeeded.isEmpty)
    #expect(try site.facts.holds(.completionFiled))
    #expect(try site.refusal(try file([.completionReport, .qualityWarranty]), on: "2025-04-21")?.code
      == "completion-already-filed")
  }

  @Test("each missing document is told with its article", arguments: [
    ([FilingMaterialKind.qualityWarranty], ["completion-report"]), ([.completionReport], ["quality-warranty"]),
    ([], ["completion-report", "quality-warranty"]),
  ] as [([FilingMaterialKind], [String])])
  func missing(_ kinds: [FilingMaterialKind], _ missing: [String]) throws {
    let site = try ready()
    let refused = try #require(try site.refusal(try file(kinds), on: "2025-04-20"))
    #expect(refused.stopping == ["filing.materials-complete"])
    #expect(refused.finding("filing.materials-complete")?.codes("missing") == missing)
    #expect(refused.finding("filing.materials-complete")?.articles == ["plan 4.6"])
  }

  @Test("a document beyond the two is taken and told as not needed")
  func third() throws {
    let site = try ready()
    let report = try site.bench.send(
      try file([.completionReport, .qualityWarranty, .fireAcceptance]), on: "2025-04-20")
    #expect(report.notNeeded == [.fireAcceptance])
  }

  @Test("the ordinary route asks for more, by our word")
  func ordinary() throws {
    let site = try Site()
    try site.accepted()
    try site.state([FactStatement(.simplifiedRoute, .flag(false))], on: "2024-05-01")
    try site.bench.send(
      RecordPlanningVerification(project: Site.project, outcome: .verified, document: Site.paper), on: "2025-04-15")
    let refused = try #require(try site.refusal(try file([.completionReport, .qualityWarranty]), on: "2025-04-20"))
    let finding = try #require(refused.finding("filing.ordinary-materials"))
    #expect(finding.origin == .recommended)
    #expect(finding.codes("missing") == ["fire-acceptance", "construction-permit", "planning-verification"])
    try site.bench.send(
      try file([.completionReport, .qualityWarranty, .fireAcceptance, .constructionPermit, .planningVerification]),
      on: "2025-04-20")
  }

  @Test("filing waits for the passed acceptance")
  func acceptanceFirst() throws {
    let site = try Site()
    try site.started()
    try site.state([Site.simplified, Site.exempt], on: "2024-05-01")
    let refused = try #require(try site.refusal(try file([.completionReport, .qualityWarranty]), on: "2025-04-20"))
    #expect(refused.stopping == ["acceptance.passed"])
    #expect(refused.finding("acceptance.passed")?.articles == ["plan 4.6"])
  }

  @Test("filing waits for the planning verification where no exemption stands")
  func planning() throws {
    let site = try Site()
    try site.accepted()
    try site.state([Site.simplified, FactStatement(.planningPermitExempt, .flag(false))], on: "2024-05-01")
    let refused = try #require(try site.refusal(try file([.completionReport, .qualityWarranty]), on: "2025-04-20"))
    #expect(refused.stopping == ["planning.verified-or-waived"])
    #expect(refused.finding("planning.verified-or-waived")?.articles == ["plan 4.6"])
  }

  @Test("planning verification is not needed only where the opinion says so")
  func notNeeded() throws {
    let site = try Site()
    let waived = RecordPlanningVerification(project: Site.project, outcome: .notNeeded)
    let unheard = try #require(try site.refusal(waived, on: "2025-04-15"))
    #expect(unheard.code == "exemption-not-stated")
    #expect(unheard.retry == .later)
    try site.state([FactStatement(.planningPermitExempt, .flag(false))], on: "2024-05-01")
    let refused = try #require(try site.refusal(waived, on: "2025-04-15"))
    #expect(refused.retry == .afterCorrection)
    #expect(refused.finding("planning.exempt")?.articles == ["plan 4.6"])
    try site.state([Site.exempt], on: "2024-05-02")
    try site.bench.send(waived, on: "2025-04-15")
    #expect(try site.facts.holds(.planningVerified))
  }

  @Test("a verification needs its paper")
  func paper() throws {
    let site = try Site()
    #expect(
      try site.refusal(RecordPlanningVerification(project: Site.project, outcome: .verified), on: "2025-04-15")?.code
        == "verification-missing")
  }

  @Test("a warranty shorter than the least period is told")
  func shortWarranty() throws {
    let site = try ready()
    try site.bench.send(
      try file([.completionReport, .qualityWarranty], [WarrantyTerm(category: .waterproofing, years: 3)]),
      on: "2025-04-20")
    let finding = try site.bench.receiptFinding("warranty.minimum-period", of: FileCompletion.name)
    #expect(finding?.result == .violated)
    #expect(finding?.origin == .recommended)
  }

  private func archive(_ status: ArchiveStatus) -> ArchiveProject {
    ArchiveProject(
      project: Site.project, status: status, archive: "yueqing-archive", receipt: Site.paper, asFormed: true)
  }

  @Test("Yueqing's archive takes the documents over; a record of receipt is kept but does not count")
  func archiving() throws {
    let site = try Site()
    try site.accepted()
    #expect(try site.bench.send(archive(.filed), on: "2025-05-01").suffices == false)
    #expect(try site.facts[.archived]?.value == .flag(false))
    #expect(try site.bench.send(archive(.archived), on: "2025-05-02", as: .archive).suffices)
    #expect(try site.facts.holds(.archived))
  }

  @Test("archiving waits for the passed acceptance")
  func archiveGate() throws {
    let site = try Site()
    let refused = try #require(try site.refusal(archive(.archived), on: "2025-05-01"))
    #expect(refused.stopping == ["acceptance.passed"])
    #expect(refused.finding("acceptance.passed")?.articles == ["plan 3.8"])
  }
}
