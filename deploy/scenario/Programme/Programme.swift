import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// A year's plan of the size of Tiexi's of 2021: invented communities, carried through the five services several at a time.
struct Programme: Sendable {
  let workplace: Workplace
  let office: Office
  let samples: [TiexiSample]
  private let progress: ProgrammeProgress

  /// As many projects as are under way at the same moment.
  static let atOnce = 6
  /// What the plan of 2021 counts (plan 3).
  static let planned = ProgrammeTotals(communities: 24, buildings: 146, households: 9120, area: "721000.00")

  /// - Parameter communities: how many of the sample's communities to carry; the first ones.
  init(_ workplace: Workplace, communities: Int) throws {
    self.workplace = workplace
    office = try Office(try workplace.connection(), deadline: .seconds(60))
    let all = try TiexiSample.communities(
      Installation.root.appendingPathComponent("deploy/samples/programme/communities.json"))
    samples = Array(all.prefix(communities))
    progress = ProgrammeProgress(of: samples.map(\.chapters).reduce(0, +))
  }

  /// Carries every community as far as it comes, and gives the number of steps taken.
  func run() async throws -> Int {
    // The reserve is entered by one hand, so that a community has the same number on every run.
    var standings: [TiexiStory.Standing] = []
    for number in samples.indices { standings.append(try await carry(number, nil) { try await $0.survey() }) }
    standings = try await each(standings) {
      try await $0.preliminaryPlan()
      try await $0.communityPlan()
      try await $0.signature()
      try await $0.preparation()
    }
    // One annual plan lists them all.
    let planner = try TiexiStory(
      Story(
        workplace, city: TiexiStory.city, teller: Teller(isQuiet: true), isAlone: false, name: "programme-plan", sharing: office),
      telling: samples[0])
    try await planner.annualPlan(of: standings.map(\.project))
    try await planner.story.settle()
    standings = try await each(standings) {
      try await $0.start()
      try await $0.works()
      try await $0.acceptance()
      try await $0.evaluation()
      try await $0.handover()
    }
    // The report reads what intake heard of the others: it must have heard the last of it.
    try await planner.story.settle()
    progress.finish()
    return standings.map(\.steps).reduce(planner.story.steps, +)
  }

  /// Takes one part of a community's course.
  private func carry(
    _ number: Int, _ standing: TiexiStory.Standing?, _ part: (inout TiexiStory) async throws -> Void
  ) async throws -> TiexiStory.Standing {
    let progress = progress
    let story = try Story(
      workplace, city: TiexiStory.city, teller: Teller(isQuiet: true) { progress.advance() }, isAlone: false,
      name: "programme-\(number + 1)", sharing: office, after: standing?.steps ?? 0)
    var telling =
      try standing.map { try TiexiStory(story, telling: samples[number], from: $0) }
      ?? TiexiStory(story, telling: samples[number])
    try await part(&telling)
    return telling.standing
  }

  /// Takes a part of every community's course, several at a time.
  private func each(
    _ standings: [TiexiStory.Standing], _ part: @escaping @Sendable (inout TiexiStory) async throws -> Void
  ) async throws -> [TiexiStory.Standing] {
    try await withThrowingTaskGroup(of: (Int, TiexiStory.Standing).self) { group in
      var after = standings
      var begun = 0
      while begun < min(Programme.atOnce, standings.count) {
        let number = begun
        group.addTask { (number, try await carry(number, standings[number], part)) }
        begun += 1
      }
      for try await (done, standing) in group {
        after[done] = standing
        guard begun < standings.count else { continue }
        let number = begun
        group.addTask { (number, try await carry(number, standings[number], part)) }
        begun += 1
      }
      return after
    }
  }
}
