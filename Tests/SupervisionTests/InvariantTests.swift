import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@testable import Supervision

@Suite("What must always hold of the works")
struct InvariantTests {
  private static let all: [Identifier<SlugKind>] = [
    "works-are-recounts", "acceptances-name-their-defects", "hand-overs-are-recounts", "questionnaires-add-up", "claims-run-forward",
  ]

  /// A site with two defects of which one is closed, an open ticket, a hand-over that nobody took over, and two forms.
  private func site() throws -> Site {
    let site = try Site()
    try site.started()
    try site.bench.send(Site.fire(), on: "2025-04-01")
    try site.bench.send(try Site.acceptance(faults: ["屋面排水口堵塞", "栏杆松动"]), on: "2025-04-08")
    for number in [1, 2] {
      let defect = DefectID(Site.project, number)
      try site.bench.send(FixDefect(project: Site.project, defect: defect, by: "yueqing-build-3"), on: "2025-04-09", as: .contractor)
      try site.bench.send(
        RecheckDefect(project: Site.project, defect: defect, passed: true, checkedBy: "yueqing-supervision-1"), on: "2025-04-10",
        as: .supervisor)
    }
    try site.bench.send(Site.pass, on: "2025-04-10")
    try site.bench.send(
      HandOver(
        project: Site.project, asset: .completionDocuments, part: "全部", giver: "yueqing-lecheng", receiver: "owners",
        receiverRole: .ownersBody, lastOfClass: true, jointAcceptance: nil, papers: [Site.paper]), on: "2025-05-10")
    try site.bench.send(
      RecordQuestionnaires(
        project: Site.project,
        rows: [
          QuestionnaireRow(respondent: "q-1", aspects: [.roads, .lift], improvement: .muchBetter, satisfaction: .very),
          QuestionnaireRow(respondent: "q-2", satisfaction: .not),
        ]), on: "2025-06-01")
    return site
  }

  private func faults(_ site: Site, _ invariant: Identifier<SlugKind>) throws -> [String] {
    try site.bench.check(SupervisionContract.self, invariant).faults.map(\.en)
  }

  @Test("holds after a project's course", arguments: all)
  func holds(_ invariant: Identifier<SlugKind>) throws {
    let page = try site().bench.check(SupervisionContract.self, invariant)
    #expect(page.faults == [] && page.deferred == [])
    #expect(page.checked > 0 || invariant == "claims-run-forward")
  }

  @Test("shows a counter that a hand moved")
  func counters() throws {
    let site = try site()
    try site.bench.tamper(Works.self) { $0.defectsOpen = 1 }
    #expect(try faults(site, "works-are-recounts") == ["open defects: 1 are kept, 0 are there"])
    try site.bench.tamper(Works.self) {
      $0.defectsOpen = 0
      $0.classes["completion-documents"]?.pending = 0
    }
    #expect(try faults(site, "works-are-recounts") == [])
    #expect(try faults(site, "hand-overs-are-recounts") == ["completion-documents: 0 are kept, 1 are there"])
  }

  @Test("shows a defect that another acceptance is said to have found, or none")
  func defects() throws {
    let site = try site()
    try site.bench.tamper(Acceptance.self) { acceptance in
      acceptance = Acceptance(
        id: acceptance.id, heldOn: acceptance.heldOn, parties: acceptance.parties, missing: acceptance.missing,
        defects: acceptance.defects + [DefectID(Site.project, 3)], technicalRules: acceptance.technicalRules,
        passedOn: acceptance.passedOn)
    }
    #expect(try faults(site, "acceptances-name-their-defects") == ["there is no defect \(DefectID(Site.project, 3))"])
    try site.bench.tamper(Defect.self) { defect in
      defect = Defect(
        id: defect.id, acceptance: nil, what: defect.what, building: defect.building, openedOn: defect.openedOn,
        state: defect.state, timesReopened: defect.timesReopened, lastOn: defect.lastOn)
    }
    #expect(try faults(site, "acceptances-name-their-defects").count == 2)
  }

  @Test("shows forms that somebody added to the counts")
  func questionnaires() throws {
    let site = try site()
    try site.bench.tamper(Poll.self) { $0.chosen["q8.very", default: 0] += 1 }
    #expect(try faults(site, "questionnaires-add-up") == ["q8: 2 forms, 2 answers, 3 choices"])
    try site.bench.tamper(Poll.self) {
      $0.answered["q8", default: 0] += 1
      $0.forms += 1
    }
    #expect(try faults(site, "questionnaires-add-up") == ["3 forms, 2 respondents"])
  }

  @Test("shows a claim made good before it was made, and one of works that nobody knows")
  func claims() throws {
    let site = try site()
    let standing = WarrantyStanding.allCases[0]
    try site.bench.plant(
      WarrantyClaim(
        id: WarrantyID(Site.project, 1), category: .waterproofing, what: "渗漏", on: "2025-06-02", standing: standing,
        fixedOn: "2025-06-01"))
    try site.bench.plant(
      WarrantyClaim(
        id: WarrantyID("330382-2024-0099", 1), category: .waterproofing, what: "渗漏", on: "2025-06-02", standing: standing,
        fixedOn: nil))
    #expect(
      try faults(site, "claims-run-forward") == [
        "made 2025-06-02, made good 2025-06-01", "there are no works of 330382-2024-0099",
      ])
  }
}
