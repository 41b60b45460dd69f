import Contracts
import DomainModel
import Testing

@testable import Status

@Suite("What a project waits for")
struct ProjectStandingTests {
  @Test("is the first step ahead with what stops it and from whom")
  func missing() throws {
    let standing = ProjectStanding(.init(line: Sample.line(), outlook: Sample.outlook(Sample.missing)))
    let next = try #require(standing.next)
    #expect(next.step == "intake.review-application")
    #expect(next.stage == Sample.agreed)
    #expect(
      next.missing == [
        .init(rule: "voting.willingness-carried", isUnknown: true, awaits: .voting, values: []),
        .init(rule: "application.forms-complete", isUnknown: false, awaits: nil, values: []),
      ])
  }

  @Test("is the office where nothing that is known stops the step")
  func open() throws {
    let outlook = Sample.outlook([], takenBy: [.subdistrict])
    let next = try #require(ProjectStanding(.init(line: Sample.line(), outlook: outlook)).next)
    #expect(next.missing.isEmpty)
    #expect(next.takenBy == [.subdistrict])
  }

  @Test("comes from the list where the outlook did not come")
  func listOnly() throws {
    let line = Sample.line(waitingFor: ["voting.willingness-carried", "plan.deadline"], awaits: [.voting])
    let next = try #require(ProjectStanding(.init(line: line)).next)
    #expect(next.missing == [.init(rule: "voting.willingness-carried", isUnknown: true, awaits: .voting, values: [])])
    #expect(ProjectStanding(.init(line: line)).isLate == nil)
  }

  @Test("is nothing for a project that was withdrawn, or has run its course")
  func nothing() {
    #expect(ProjectStanding(.init(line: Sample.line(isWithdrawn: true))).next == nil)
    #expect(ProjectStanding(.init(line: Sample.line(next: nil))).next == nil)
  }

  @Test("is told beside what marks the project")
  func flags() {
    let known = ProjectAnswers.Known(line: Sample.line(isHalted: true), report: Sample.report(isLate: true))
    let standing = ProjectStanding(known)
    #expect(standing.isSuspended && standing.isLate == true && !standing.isWithdrawn)
  }
}
