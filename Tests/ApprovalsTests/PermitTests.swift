import Contracts
import DomainModel
import TestKit
import Testing

@Suite("Drawings, papers and permits")
struct PermitTests {
  @Test("the construction permit is issued when everything is there, once")
  func issued() throws {
    let course = try Course.readyForPermit()
    try course.bench.send(course.permit, on: "2024-06-20", as: .housing)
    #expect(try course.holds(.constructionPermitIssued))
    #expect(try course.bench.refusal(course.permit, on: "2024-06-21", as: .housing)?.code == "permit-issued-already")
    let (before, after) = try course.bench.rebuilt()
    #expect(before == after)
  }

  @Test("the construction permit tells all that lacks, and waits for the contractors to be heard of")
  func lacking() throws {
    let course = try Course.initiated()
    let problem = try #require(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing))
    for rule: RuleID in [
      "documents.band-complete", "initiation.approved", "drawings.uploaded", "permit.materials-ready",
      "contractors.appointed", "permit.papers-complete",
    ] { #expect(problem.stops(rule), "\(rule)") }
    #expect(!problem.stops("planning.exempt-or-permitted"))
  }

  @Test("drawings are needed although their review is exempt, and a withdrawn upload closes the gate again")
  func drawings() throws {
    let course = try Course.readyForPermit()
    let events = try course.bench.ask(ReceiptsQuery<ApprovalsContract>(project: course.project)).receipts
    #expect(!events.isEmpty)
    let fact = try #require(try course.bench.facts(of: course.project)[.drawingsUploaded])
    try course.bench.send(
      WithdrawRecord<ApprovalsContract>(project: course.project, sequence: fact.source.sequence, reason: "传错图纸"),
      on: "2024-06-11")
    let problem = try #require(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing))
    #expect(problem.stops("drawings.uploaded"))
    let empty = UploadDrawings(
      project: course.project, drawings: [], designer: "zhedong-design", complianceStatement: .sample)
    #expect(try course.bench.refusal(empty, on: "2024-06-12")?.code == "documents-empty")
    try course.bench.send(course.drawings, on: "2024-06-12")
    try course.bench.send(course.permit, on: "2024-06-20", as: .housing)
  }

  @Test("a pledge or the paper itself will do on the simplified route, in any mixture")
  func pledges() throws {
    let course = try Course.voted()
    try course.route()
    let first = try course.bench.send(course.pledge(.drawingReviewCertificate), on: "2024-06-04")
    #expect(!first.areMaterialsReady)
    #expect(first.missing.items == [.landApprovalEvidence])
    #expect(try !course.holds(.permitMaterialsReady))
    #expect(try course.bench.send(course.evidence(.landApprovalEvidence), on: "2024-06-05").areMaterialsReady)
    #expect(try course.holds(.permitMaterialsReady))
  }

  @Test("a pledge does nothing before the route is confirmed or on the ordinary one; the papers do")
  func ordinary() throws {
    let course = try Course.voted()
    let early = try #require(try course.bench.refusal(course.pledge(.landApprovalEvidence), on: "2024-06-04"))
    #expect(early.stops("permit.pledge-allowed"))
    try course.route(Course.declared(structure: .major))
    #expect(try course.bench.refusal(course.pledge(.landApprovalEvidence), on: "2024-06-04")?.code == "gate-closed")
    try course.bench.send(course.evidence(.landApprovalEvidence), on: "2024-06-05")
    #expect(try course.bench.send(course.evidence(.drawingReviewCertificate), on: "2024-06-05").areMaterialsReady)
  }

  @Test("a withdrawn pledge is missed paper by paper")
  func withdrawnPledge() throws {
    let course = try Course.readyForPermit()
    let fact = try #require(try course.bench.facts(of: course.project)[.permitMaterialsReady])
    // The first pledge; the second one stated that all is ready.
    try course.bench.send(
      WithdrawRecord<ApprovalsContract>(project: course.project, sequence: fact.source.sequence - 1, reason: "无签章"),
      on: "2024-06-11")
    let problem = try #require(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing))
    #expect(problem.stops("permit.papers-complete"))
  }

  @Test("planning permits are issued where no exemption is in effect, and both are needed")
  func planning() throws {
    func permit(_ kind: PlanningPermitKind) -> IssuePlanningPermit {
      IssuePlanningPermit(project: Course.project, kind: kind, number: "建字第1号", document: .sample)
    }
    let exempt = try Course.initiated()
    #expect(
      try exempt.bench.refusal(permit(.engineering), on: "2024-06-01", as: .naturalResources)?.code
        == "planning-permit-not-needed")

    let course = try Course.voted()
    try course.route(Course.declared(added: "30.00"))
    try course.formed()
    try course.bench.send(permit(.landUse), on: "2024-06-01", as: .naturalResources)
    #expect(try !course.holds(.planningPermitsIssued))
    try course.bench.send(permit(.engineering), on: "2024-06-02", as: .naturalResources)
    #expect(try course.holds(.planningPermitsIssued))
    #expect(
      try course.bench.refusal(permit(.engineering), on: "2024-06-03", as: .naturalResources)?.code
        == "permit-issued-already")
  }

  @Test("enforcement permits works on roads and trees for a time")
  func works() throws {
    let course = try Course.voted()
    func permit(until: BusinessDate) -> IssueWorksPermit {
      IssueWorksPermit(
        project: Course.project, kind: .dig, number: "乐综执挖〔2024〕12号", document: .sample, from: "2024-07-01",
        until: until)
    }
    #expect(
      try course.bench.refusal(permit(until: "2024-06-30"), on: "2024-06-20", as: .enforcement)?.code
        == "permit-dates-reversed")
    try course.bench.send(permit(until: "2024-07-01"), on: "2024-06-20", as: .enforcement)
    #expect(try course.bench.ask(PermitsQuery(project: course.project)).permits.map(\.kind) == ["dig"])
  }

  @Test("an expert argument keeps the floor, dates its baseline, and leaves no name in any event")
  func experts() throws {
    func argument(floor: Bool, passed: Bool = true, baseline: BusinessDate = "1996-08-01") -> RecordExpertArgument {
      RecordExpertArgument(
        project: Course.project, clause: "GB 50016-2014 7.1.8", reason: "楼间距不足",
        experts: [ExpertEntry(person: "p-7f3a90c21b44", name: "郑重其")], isPassed: passed, baseline: "原设计防火规范",
        baselineDate: baseline, keepsExistingFireSafety: floor, drawings: [.sample], report: .sample)
    }
    let course = try Course.voted()
    let problem = try #require(try course.bench.refusal(argument(floor: false), on: "2024-06-01"))
    #expect(problem.stops("safety.floor-affirmed"))
    #expect(problem.stopping.first?.cites.contains("plan 2.4.4") == true)
    #expect(
      try course.bench.refusal(argument(floor: true, baseline: "2024-06-02"), on: "2024-06-01")?.code
        == "baseline-dated-ahead")
    let reply = try course.bench.send(argument(floor: true), on: "2024-06-01")
    #expect(reply.argument == "330382-2024-0007/E1")
    #expect(try !course.bench.recordedText().contains("郑重其"))
    // One that did not pass is recorded whatever it says.
    #expect(
      try course.bench.send(argument(floor: false, passed: false), on: "2024-06-02").argument.rawValue.hasSuffix("E2"))
  }

  @Test("an approved design change moves the investment and shows a crossed bound")
  func change() throws {
    let course = try Course.readyForPermit()
    func change(_ number: Int, _ addition: Money, project: ProjectID = Course.project) -> ApproveDesignChange {
      ApproveDesignChange(
        project: Course.project, change: ChangeID(project, number), addition: addition, reduction: "0.00",
        reason: "增设检查井", document: .sample)
    }
    #expect(try !course.bench.send(change(1, "1000000.00"), on: "2024-06-11", as: .housing).needsRecheck)
    #expect(try course.bench.send(change(2, "0.01"), on: "2024-06-12", as: .housing).needsRecheck)
    #expect(
      try course.bench.refusal(change(2, "0.01"), on: "2024-06-13", as: .housing)?.code == "change-approved-already")
    #expect(
      try course.bench.refusal(change(1, "0.01", project: "330382-2024-0008"), on: "2024-06-13", as: .housing)?.code
        == "change-of-other-project")
    let list = try course.bench.ask(DocumentsQuery(project: course.project))
    #expect(list.investment == "10000000.01")
    #expect(list.needsRecheck)
  }

  @Test("nothing goes on while the project is suspended")
  func halted() throws {
    let course = try Course.readyForPermit()
    try course.bench.state([FactStatement(.projectSuspended, .flag(true))], of: course.project, on: "2024-06-12")
    #expect(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing)?.code == "project-halted")
  }
}
