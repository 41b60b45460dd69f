import ClientKit
import Contracts
import DomainModel
import Foundation
import Testing

@testable import Scenario

@Suite("The programme's sample")
struct ProgrammeSampleTests {
  static func samples() throws -> [TiexiSample] {
    try TiexiSample.communities(
      Installation.root.appendingPathComponent("deploy/samples/programme/communities.json"))
  }

  @Test("is of the size of Tiexi's plan of 2021, exactly")
  func size() throws {
    let samples = try Self.samples()
    #expect(samples.count == 24 && Programme.planned.communities == 24)
    #expect(samples.map(\.buildings.count).reduce(0, +) == 146 && Programme.planned.buildings == 146)
    #expect(samples.map(\.households).reduce(0, +) == 9120 && Programme.planned.households == 9120)
    let area = try Area.sum(samples.flatMap(\.buildings).map(\.floorArea))
    #expect(area == "721000.00" && Programme.planned.area == area)
  }

  @Test("has budgets that their sources make up, and deposits that make up the residents' part, to the fen")
  func money() throws {
    for sample in try Self.samples() {
      #expect(try Money.sum(sample.sources.map(\.amount)) == sample.budget, "\(sample.name)")
      let rows = try sample.deposits()
      #expect(rows.count { $0.source == .personal } == sample.households)
      #expect(try Money.sum(rows.filter { $0.source == .personal }.map(\.amount)) == sample.amount(.residents))
      #expect(Set(rows.map(\.transaction)).count == rows.count)
      #expect(sample.contract < sample.budget && sample.accounts <= sample.budget)
    }
  }

  @Test("names the sample in every name, so that nobody takes it for a place")
  func marked() throws {
    for sample in try Self.samples() { #expect(sample.name.value.contains("（样例）")) }
  }
}

extension WholeProjectTests {
  @Suite("The programme")
  struct ProgrammeTests {
    @Test("carries communities side by side, and the services' figures are the sample's", .timeLimit(.minutes(5)))
    func carried() async throws {
      try await Stage.with { stage in
        let programme = try Programme(stage.installation.workplace, communities: 3)
        defer { programme.office.close() }
        let steps = try await programme.run()
        let report = try await ProgrammeReport(programme.office)
        let samples = try Array(ProgrammeSampleTests.samples().prefix(3))
        #expect(report.lines.map(\.name) == samples.map(\.name.value))
        #expect(try report.totals().households == samples.map(\.households).reduce(0, +))
        #expect(try report.totals().area == Area.sum(samples.flatMap(\.buildings).map(\.floorArea)))
        #expect(report.lines.allSatisfy { $0.stage?.code == "S36" })
        #expect(try Money.sum(report.budgeted().map(\.amount)) == Money.sum(samples.map(\.budget)))
        #expect(try Money.sum(report.received().map(\.amount)) == Money.sum(samples.map(\.budget)))
        #expect(report.refused > 0 && report.refused < steps)
        #expect(try report.text(steps: steps, took: "1 s").contains("S36 长效管理"))
      }
    }

    @Test("tells Tiexi's story to its end", .timeLimit(.minutes(5)))
    func story() async throws {
      try await Stage.with { stage in
        let story = try Story(stage.installation.workplace, city: TiexiStory.city, teller: Teller(isQuiet: true))
        defer { story.office.close() }
        var telling = try TiexiStory(story)
        let project = try await telling.tell()
        try await stage.settle()
        let report = try await stage.office.ask(ProjectReportQuery(project: project))
        #expect(report.stage?.code == "S36" && report.planYear == 2021)
        #expect(report.edition.edition == "2020-draft")
        #expect(telling.sample.incidents.count >= 10)
      }
    }
  }
}
