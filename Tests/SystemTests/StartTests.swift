import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension SystemTests {
  @Suite("Starting", .timeLimit(.minutes(5)))
  struct StartTests {
    @Test("each service answers with nothing else running", arguments: ServiceName.allCases)
    func alone(_ service: ServiceName) async throws {
      try await Stage.with([service]) { stage in
        let health = try await stage.health(service)
        #expect(health.service == service)
        #expect(health.acceptingCommands)
        #expect(health.feeds.count == 4)
        #expect(health.feeds.allSatisfy { $0.sequence == 0 && $0.head == nil })
        #expect(await stage.installation.stop(service, within: .seconds(30))?.code == 0)
      }
    }

    /// Five orders out of 120: each service is first once and last once.
    static let orders: [[ServiceName]] = [
      [.intake, .voting, .funding, .approvals, .supervision], [.supervision, .approvals, .funding, .voting, .intake],
      [.voting, .supervision, .intake, .funding, .approvals], [.funding, .intake, .approvals, .supervision, .voting],
      [.approvals, .voting, .supervision, .intake, .funding],
    ]

    @Test("goes in any order, and the feeds catch up", arguments: orders)
    func anyOrder(_ order: [ServiceName]) async throws {
      try await Stage.with([]) { stage in
        var course: Course?
        for service in order {
          try stage.installation.start([service])
          try await stage.installation.waitUntilReady(stage.office, [service])
          // As soon as intake is there, a project begins, whoever else is.
          if service == .intake { course = try await Course.opened(stage.office) }
        }
        try await stage.settle()
        let project = try #require(course?.project)
        for service in ServiceName.allCases where service != .intake {
          #expect(try await stage.facts(of: project, in: service).contains(.eligible), "\(service.rawValue) has not heard")
        }
      }
    }

    @Test("a service that was away for half of the story catches up")
    func away() async throws {
      try await Stage.with([.intake, .funding, .approvals, .supervision]) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle([.intake, .funding, .approvals, .supervision])
        try stage.installation.start([.voting])
        try await stage.settle()
        try await course.vote(stage.office)
        stage.installation.kill(.funding)
        try await course.apply(stage.office)
        try stage.installation.start([.funding])
        try await stage.settle()
        #expect(try await stage.facts(of: course.project, in: .funding).contains(.applicationAgreed))
      }
    }

    @Test("a second instance on the same store is refused, and the first serves on")
    func second() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        let config = stage.folder.appendingPathComponent("config/intake.yaml").path
        let (status, output) = try await Installation.run(
          stage.installation.programs.appendingPathComponent("jiugai-intake"), ["--config", config])
        #expect(status == 70)
        #expect(output.contains("open in another process"))
        // The first still writes, under the address that it had.
        try await stage.office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day)
        #expect(try await stage.head(.intake) == 2)
      }
    }
  }
}

extension Stage {
  /// What a service knows of a project.
  func facts(of project: ProjectID, in service: ServiceName) async throws -> Set<FactKey> {
    let known: KnownFacts =
      switch service {
      case .intake: try await office.ask(FactsQuery<IntakeContract>(project: project))
      case .voting: try await office.ask(FactsQuery<VotingContract>(project: project))
      case .funding: try await office.ask(FactsQuery<FundingContract>(project: project))
      case .approvals: try await office.ask(FactsQuery<ApprovalsContract>(project: project))
      case .supervision: try await office.ask(FactsQuery<SupervisionContract>(project: project))
      }
    return Set(known.facts.map(\.key))
  }
}
