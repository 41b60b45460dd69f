import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@Suite("Initiation and its documents")
struct InitiationTests {
  @Test("opens on the opinion, the code and the annual plan; all that lacks is told")
  func gate() throws {
    let course = try Course()
    let facts = [FactStatement(.planVersion, .code(Course.plan.rawValue))]
    try course.bench.state(facts, of: course.project, on: "2024-04-30")
    try course.route()
    let problem = try #require(try course.bench.refusal(Course.opening("9000000.00", .allInOne), on: "2024-05-24"))
    #expect(problem.stops("consultation.opinion-formed"))
    #expect(problem.stops("code.assigned"))
    #expect(problem.stops("plan.annual-plan-listed"))
  }

  struct Band: Sendable {
    let investment: Money
    let packaging: Packaging
    let isAllowed: Bool
  }

  @Test(
    "merges up to and including the bounds of plan 4.4",
    arguments: [
      Band(investment: "10000000.00", packaging: .allInOne, isAllowed: true),
      Band(investment: "10000000.01", packaging: .allInOne, isAllowed: false),
      Band(investment: "10000000.01", packaging: .proposalWithFeasibility, isAllowed: true),
      Band(investment: "20000000.00", packaging: .proposalWithFeasibility, isAllowed: true),
      Band(investment: "20000000.00", packaging: .allInOne, isAllowed: false),
      Band(investment: "20000000.01", packaging: .proposalWithFeasibility, isAllowed: false),
      Band(investment: "20000000.01", packaging: .separate, isAllowed: true),
      Band(investment: "0.01", packaging: .separate, isAllowed: true),
      Band(investment: "10000000.00", packaging: .proposalWithFeasibility, isAllowed: true),
    ])
  func bands(_ given: Band) throws {
    let course = try Course.voted()
    try course.route()
    try course.formed()
    try course.code()
    let problem = try course.bench.refusal(Course.opening(given.investment, given.packaging), on: "2024-05-24")
    #expect((problem == nil) == given.isAllowed)
    if let problem {
      let finding = try #require(problem.stopping.first { $0.rule == "documents.merge-allowed" })
      #expect(finding.cites.contains("plan 4.4"))
    } else {
      let known = try #require(try course.bench.ask(DocumentsQuery(project: course.project)).packaging)
      #expect(known == given.packaging)
    }
  }

  @Test("does not merge for money that is not the government's, off the simplified route, or before it is confirmed")
  func noMerge() throws {
    func stops(government: Bool, route: Bool?, _ packaging: Packaging) throws -> Bool {
      let course = try Course.voted(government: government)
      if let route { try course.route(Course.declared(building: !route)) }
      try course.formed(
        PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false))
      try course.code()
      let opening = Course.opening("5000000.00", packaging, government: government)
      return try course.bench.refusal(opening, on: "2024-05-24")?.stops("documents.merge-allowed") == true
    }
    #expect(try stops(government: false, route: true, .proposalWithFeasibility))
    #expect(try !stops(government: false, route: true, .separate))
    #expect(try stops(government: true, route: false, .allInOne))
    #expect(try stops(government: true, route: nil, .allInOne))
    #expect(try !stops(government: true, route: nil, .separate))
  }

  @Test("must agree with intake on who pays, and shows another figure")
  func compared() throws {
    let course = try Course.voted(government: false)
    try course.route()
    try course.formed()
    try course.code()
    let problem = try #require(try course.bench.refusal(Course.opening("9000000.00", .separate), on: "2024-05-24"))
    #expect(problem.stops("initiation.government-investment-agrees"))
  }

  @Test("opens once, with a figure that is not of the future")
  func once() throws {
    let course = try Course.voted()
    try course.route()
    try course.formed()
    try course.code()
    let ahead = OpenInitiation(
      project: course.project, investment: "9000000.00", figureDate: "2024-05-25", governmentInvestment: true,
      packaging: .allInOne)
    #expect(try course.bench.refusal(ahead, on: "2024-05-24")?.code == "figure-dated-ahead")
    let reply = try course.bench.send(Course.opening("9000000.00", .proposalWithFeasibility), on: "2024-05-24")
    #expect(reply.packages.map(\.covers.count) == [2, 1])
    let again = Course.opening("9000000.00", .separate)
    #expect(try course.bench.refusal(again, on: "2024-05-25")?.code == "initiation-open-already")
  }

  @Test("approves proposal, feasibility and preliminary design in this order")
  func order() throws {
    let course = try Course.initiated("30000000.00", .separate)
    func refused(_ covers: InitiationDocument...) throws -> String? {
      try course.bench.refusal(Course.approval(covers), on: "2024-05-28", as: .developmentReform)?.code
    }
    #expect(try refused(.feasibilityStudy) == "document-out-of-order")
    #expect(try refused(.preliminaryDesign) == "document-out-of-order")
    #expect(try refused() == "documents-empty")
    #expect(try !course.approve(.projectProposal).isInitiationApproved)
    #expect(try refused(.projectProposal) == "document-approved-already")
    #expect(try refused(.preliminaryDesign) == "document-out-of-order")
    #expect(try !course.holds(.initiationApproved))
    #expect(try course.approve(.feasibilityStudy).isInitiationApproved)
    #expect(try course.holds(.initiationApproved))
    #expect(try !course.holds(.bandDocumentsApproved))
    #expect(try course.approve(.preliminaryDesign).areDocumentsComplete)
    #expect(try course.holds(.bandDocumentsApproved))
  }

  @Test("refuses a merged approval beyond the band with the article, and one beyond the choice")
  func beyond() throws {
    let middle = try Course.initiated("15000000.00", .proposalWithFeasibility)
    let all = try Course.approval(InitiationDocument.allCases)
    let problem = try #require(try middle.bench.refusal(all, on: "2024-05-28", as: .developmentReform))
    #expect(problem.code == "gate-closed")
    #expect(problem.stopping.first { $0.rule == "documents.merge-allowed" }?.cites.contains("plan 4.4") == true)

    let chosen = try Course.initiated("9000000.00", .proposalWithFeasibility)
    #expect(try chosen.bench.refusal(all, on: "2024-05-28", as: .developmentReform)?.code == "packaging-differs")
    // Fewer merges than chosen are always possible.
    let free = try Course.initiated("9000000.00", .allInOne)
    #expect(try free.approve(.projectProposal, .feasibilityStudy).isInitiationApproved)
  }

  @Test("a later rise over a bound warns and asks for a check, and reverses nothing")
  func rise() throws {
    let course = try Course.readyForPermit()
    func declare(_ investment: Money, on day: BusinessDate) throws -> Bool {
      try course.bench.send(
        RedeclareInvestment(project: course.project, investment: investment, figureDate: day, reason: "预算调整"), on: day
      ).needsRecheck
    }
    #expect(try !declare("10000000.00", on: "2024-06-11"))
    #expect(try declare("10000000.01", on: "2024-06-12"))
    #expect(try course.holds(.bandDocumentsApproved))
    let problem = try #require(try course.bench.refusal(course.permit, on: "2024-06-20", as: .housing))
    #expect(problem.stops("documents.recheck-done"))
    try course.bench.send(
      RecheckBand(project: course.project, outcome: .approvalsStand, reason: "建设内容不变", document: .sample),
      on: "2024-06-15", as: .developmentReform)
    try course.bench.send(course.permit, on: "2024-06-20", as: .housing)
    #expect(try course.holds(.constructionPermitIssued))
  }

  @Test("after the check the documents may have to be compiled again")
  func again() throws {
    let course = try Course.readyForPermit()
    let check = RecheckBand(project: course.project, outcome: .compileAgain, reason: "超出合并范围", document: .sample)
    #expect(try course.bench.refusal(check, on: "2024-06-11", as: .developmentReform)?.code == "nothing-to-recheck")
    let rise = RedeclareInvestment(
      project: course.project, investment: "12000000.00", figureDate: "2024-06-11", packaging: .proposalWithFeasibility,
      reason: "预算调整")
    try course.bench.send(rise, on: "2024-06-11")
    let progress = try course.bench.send(check, on: "2024-06-12", as: .developmentReform)
    #expect(!progress.isInitiationApproved)
    #expect(try !course.holds(.bandDocumentsApproved))
    #expect(try !course.holds(.initiationApproved))
    #expect(try course.approve(.projectProposal, .feasibilityStudy, on: "2024-06-13").isInitiationApproved)
    #expect(try course.approve(.preliminaryDesign, on: "2024-06-14").areDocumentsComplete)
  }

  @Test("a new choice of documents must be allowed by the new figure")
  func choice() throws {
    let course = try Course.initiated("9000000.00", .separate)
    let rise = RedeclareInvestment(
      project: course.project, investment: "20000000.01", figureDate: "2024-05-25", packaging: .proposalWithFeasibility,
      reason: "预算调整")
    #expect(try course.bench.refusal(rise, on: "2024-05-25")?.stops("documents.merge-allowed") == true)
  }

  @Test("needs to be opened before anything of it")
  func unopened() throws {
    let course = try Course.voted()
    let approval = try Course.approval([.projectProposal])
    #expect(try course.bench.refusal(approval, on: "2024-05-28", as: .developmentReform)?.code == "initiation-not-open")
  }

  @Test("the code belongs to one project and is recorded once; a wrong one can be withdrawn")
  func code() throws {
    let course = try Course.voted()
    try course.code()
    let recorded = course.bench.engine.headSequence
    let other = AssignProjectCode(project: course.project, code: "2024-330382-47-01-999999", system: "平台")
    #expect(try course.bench.refusal(other, on: "2024-05-24")?.code == "code-assigned-already")
    try course.bench.openProject("330382-2024-0008")
    let taken = AssignProjectCode(project: "330382-2024-0008", code: "2024-330382-47-01-123456", system: "平台")
    #expect(try course.bench.refusal(taken, on: "2024-05-24")?.code == "code-taken")
    let corrected = AssignProjectCode(
      project: course.project, code: "2024-330382-47-01-999999", system: "平台",
      replaces: Replacement(sequence: recorded, reason: "录入错误"))
    try course.bench.send(corrected, on: "2024-05-25")
    #expect(try course.bench.ask(PermitsQuery(project: course.project)).code == "2024-330382-47-01-999999")
    try course.bench.send(taken, on: "2024-05-26")
  }
}
