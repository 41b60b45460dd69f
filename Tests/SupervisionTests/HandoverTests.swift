import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Hand-over by class of assets")
struct HandoverTests {
  private func handOver(
    _ asset: AssetKind, to receiver: OrganisationID, as role: Role, joint: JointUtilityAcceptance? = nil,
    last: Bool = true, papers: Listing<DocumentHash, 20> = [Site.paper]
  ) -> HandOver {
    HandOver(
      project: Site.project, asset: asset, part: "全部", giver: "yueqing-lecheng", receiver: receiver,
      receiverRole: role, lastOfClass: last, jointAcceptance: joint, papers: papers)
  }

  private func joint(
    passed: Bool = true, on day: BusinessDate = "2025-05-01", utility: OrganisationID = "yueqing-water"
  ) -> JointUtilityAcceptance {
    JointUtilityAcceptance(
      utility: utility, constructionUnit: "yueqing-lecheng", passed: passed, heldOn: day, document: Site.paper)
  }

  private func takeOver(_ number: Int) throws -> TakeOver {
    TakeOver(project: Site.project, handover: HandoverID(Site.project, number), receipt: Site.paper)
  }

  @Test("nothing is handed over before the acceptance is passed")
  func gate() throws {
    let site = try Site()
    let refused = try #require(
      try site.refusal(handOver(.completionDocuments, to: "owners", as: .ownersBody), on: "2025-05-01"))
    #expect(refused.stopping == ["acceptance.passed"])
    #expect(refused.finding("acceptance.passed")?.articles == ["plan 3.8"])
  }

  @Test("utilities go over only after they and the construction unit accepted together")
  func utilities() throws {
    let site = try Site()
    try site.accepted()
    let faults: [JointUtilityAcceptance?] = [
      nil, joint(passed: false), joint(on: "2025-05-11"), joint(utility: "yueqing-gas"),
    ]
    for fault in faults {
      let refused = try #require(
        try site.refusal(handOver(.sharedUtilities, to: "yueqing-water", as: .utility, joint: fault), on: "2025-05-10"))
      #expect(refused.stopping == ["handover.jointly-accepted"])
      #expect(refused.finding("handover.jointly-accepted")?.articles == ["plan 3.8"])
    }
    try site.bench.send(
      handOver(.sharedUtilities, to: "yueqing-water", as: .utility, joint: joint(on: "2025-05-10")), on: "2025-05-10")
  }

  @Test("each class goes to the receivers that the plan names")
  func receivers() throws {
    let site = try Site()
    try site.accepted()
    #expect(
      try site.refusal(handOver(.completionDocuments, to: "x", as: .utility), on: "2025-05-10")?.code
        == "receiver-not-allowed")
    #expect(
      try site.refusal(handOver(.everythingElse, to: "x", as: .propertyCompany), on: "2025-05-10")?.code
        == "receiver-not-allowed")
    try site.bench.send(handOver(.specialWorks, to: "x", as: .enforcement, papers: []), on: "2025-05-10")
    #expect(try site.bench.recordedText().contains("handover.lead-department-arranged"))
  }

  @Test("the rest goes to the owners, who bear its upkeep from the day after the warranty")
  func upkeep() throws {
    let site = try Site()
    try site.accepted(on: "2025-04-10")
    let report = try site.bench.send(handOver(.everythingElse, to: "owners", as: .ownersBody), on: "2025-05-10")
    #expect(report.upkeepFrom == "2030-04-11")
  }

  @Test("the receiver takes over itself, or its signed paper is added")
  func takingOver() throws {
    let site = try Site()
    try site.accepted()
    let report = try site.bench.send(
      handOver(.completionDocuments, to: "lecheng-owners", as: .ownersBody), on: "2025-05-10")
    let bare = TakeOver(project: Site.project, handover: report.handover)
    #expect(try site.refusal(bare, on: "2025-05-11")?.code == "receipt-missing")
    #expect(try site.refusal(try takeOver(1), on: "2025-05-09")?.code == "dated-before")
    try site.bench.send(bare, on: "2025-05-11", as: .ownersBody, organisation: "lecheng-owners")
    #expect(try site.refusal(bare, on: "2025-05-12")?.code == "handover-taken")
    #expect(try site.refusal(try takeOver(9), on: "2025-05-12")?.code == "handover-unknown")
  }

  @Test("the project is handed over when every class is taken and the archive has the documents")
  func complete() throws {
    let site = try Site()
    try site.accepted()
    try site.bench.send(
      DeclareAssetClasses(
        project: Site.project, classes: [.completionDocuments, .sharedUtilities, .everythingElse]), on: "2025-05-01")
    #expect(
      try site.refusal(handOver(.specialWorks, to: "x", as: .enforcement), on: "2025-05-10")?.code
        == "asset-not-offered")
    try site.bench.send(handOver(.completionDocuments, to: "owners", as: .ownersBody), on: "2025-05-10")
    try site.bench.send(
      handOver(.sharedUtilities, to: "yueqing-water", as: .utility, joint: joint(), last: false), on: "2025-05-10")
    try site.bench.send(
      handOver(.sharedUtilities, to: "yueqing-gas", as: .utility, joint: joint(utility: "yueqing-gas")),
      on: "2025-05-10")
    try site.bench.send(handOver(.everythingElse, to: "owners", as: .ownersBody), on: "2025-05-10")
    #expect(try site.bench.send(try takeOver(3), on: "2025-05-12").left.contains(.sharedUtilities))
    try site.bench.send(try takeOver(2), on: "2025-05-12")
    try site.bench.send(try takeOver(4), on: "2025-05-12")
    let last = try site.bench.send(try takeOver(1), on: "2025-05-12")
    #expect(!last.handoverComplete)
    #expect(last.left == [.completionDocuments])
    let archived = try site.bench.send(
      ArchiveProject(
        project: Site.project, status: .archived, archive: "yueqing-archive", receipt: Site.paper, asFormed: true),
      on: "2025-05-20")
    #expect(archived.handoverComplete)
    #expect(try site.facts.holds(.handedOver))
    #expect(try site.facts[.handedOver]?.on == "2025-05-20")
    let overview = try site.bench.ask(HandoverQuery(project: Site.project))
    #expect(overview.classes.map(\.complete) == [true, true, true])
    #expect(overview.handedOverOn == "2025-05-20")
    let (before, after) = try site.bench.rebuilt()
    #expect(before == after)
  }
}
