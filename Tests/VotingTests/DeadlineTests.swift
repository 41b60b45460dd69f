import Contracts
import DomainModel
import TestKit
import Testing

@testable import Voting

@Suite("The periods that voting tells")
struct DeadlineTests {
  private let place: Neighbourhood

  init() throws {
    place = try Neighbourhood()
  }

  private func deadlines(asOf day: BusinessDate) throws -> [Deadline] {
    try place.bench.ask(DeadlinesQuery<VotingContract>(project: place.project, asOf: day)).deadlines
  }

  @Test("a notice's days with those that are skipped and why, until it is taken down")
  func notice() throws {
    _ = try place.bench.send(place.posting(photographedOn: "2024-09-26"), on: "2024-09-26")
    #expect(try deadlines(asOf: "2024-09-25").isEmpty, "not posted yet")
    let due = try #require(try deadlines(asOf: "2024-10-08").first)
    #expect(due.kind == .noticePeriod && due.day == "2024-10-11" && due.workingDays == 7 && !due.past && !due.overdue)
    #expect(due.startedOn == "2024-09-26" && due.basis == .workingDays)
    #expect(due.skipped?.first == Deadline.DayOff(on: "2024-09-28", zh: "周末", en: "weekend"))
    #expect(due.skipped?.contains { $0.on == "2024-10-01" && $0.zh == "国庆节" } == true)
    #expect(due.madeUp == ["2024-09-29"])
    #expect(due.cites?.map(\.description) == ["plan 3.3"])
    let passed = try #require(try deadlines(asOf: "2024-10-12").first)
    #expect(passed.past && !passed.overdue, "that a period is complete makes nobody late")
  }

  @Test("a year whose holidays are not published is named, and no day is guessed")
  func unknownYear() throws {
    _ = try place.bench.send(place.posting(photographedOn: "2026-12-28"), on: "2026-12-28")
    let due = try #require(try deadlines(asOf: "2026-12-29").first)
    #expect(due.day == nil && due.unknownYear == 2027 && !due.past)
  }

  @Test("forms of a round are counted by the date on them, nothing else")
  func ballots() throws {
    let roll = try place.sealedRoll(try Neighbourhood.units(1...20))
    _ = try place.postedNotice()
    let round = try place.bench.send(place.opening(.plan, on: roll), on: "2024-03-04").round
    #expect(try place.bench.ask(BallotsByDayQuery(project: place.project, round: round)).days.isEmpty)
    try place.cast(.agree, 1...12, in: round)
    try place.cast(.disagree, 13...15, in: round)
    let days = try place.bench.ask(BallotsByDayQuery(project: place.project, round: round)).days
    #expect(days.reduce(0) { $0 + $1.forms } == 15 && days == days.sorted { $0.on < $1.on })
    #expect(try place.bench.ask(BallotsByDayQuery(project: "330382-2024-0099", round: round)).days.isEmpty)
  }
}
