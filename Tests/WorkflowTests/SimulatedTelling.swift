import Approvals
import ClientKit
import Contracts
import Desk
import DomainModel
import Foundation
import Funding
import Intake
import Policy
import Scenario
import ServiceKit
import Supervision
import TestKit
import Voting

/// A city's story told to five services in one thread, with what goes wrong between them following from a seed.
struct SimulatedTelling: Sendable {
  let state: EndState
  let steps: Int
  /// How often each thing went wrong, by its name.
  let happenings: [String: Int]
  /// All that went wrong, in its order.
  let course: [String]
  /// What the services found of what must always hold, and how many records they looked at.
  let broken: [String]
  let checked: Int

  /// A city's story told while nothing goes wrong, once for all tests.
  static func calm(_ city: City) async throws -> SimulatedTelling { try await calmTellings.telling(of: city) }

  private static let calmTellings = CalmTellings()

  private actor CalmTellings {
    private var told: [Identifier<SlugKind>: Task<SimulatedTelling, any Error>] = [:]

    func telling(of city: City) async throws -> SimulatedTelling {
      let task = told[city.id] ?? Task { try await SimulatedTelling(of: city) }
      told[city.id] = task
      return try await task.value
    }
  }

  init(of city: City, faults: SimulatedFaults = .none, seed: UInt64 = 1) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let workplace = Workplace(folder: folder, programs: folder)
    let connection = SimulatedTelling.connection(folder)
    try connection.write(to: workplace.connectionFile)
    let system = try SimulatedSystem(
      [
        IntakeService.definition, VotingService.definition, FundingService.definition, ApprovalsService.definition,
        SupervisionService.definition,
      ], laws: try Law.ours.get(), connection: connection, faults: faults, seed: seed)
    let story = try Story(
      workplace, city: city.id, teller: Teller(isQuiet: true), patience: .seconds(300),
      sharing: try Office(connection, carrier: system))
    story.runDesk = { arguments in
      await DeskProgram.run(arguments + ["--connection", workplace.connectionFile.path], through: system)
    }
    _ = try await city.tell(story)
    state = try system.settled()
    steps = story.steps
    happenings = system.happenings
    course = system.course
    let office = try Office(connection, carrier: system)
    var (broken, checked): ([String], Int) = ([], 0)
    for contract in Catalogue.contracts {
      let (faults, count) = try await SimulatedTelling.invariants(of: contract, office)
      broken += faults
      checked += count
    }
    (self.broken, self.checked) = (broken, checked)
  }

  private static func invariants<C: ServiceContract>(of contract: C.Type, _ office: Office) async throws -> ([String], Int) {
    var (broken, checked): ([String], Int) = ([], 0)
    for declared in try await office.ask(InvariantsQuery<C>()).declared {
      var after: Text<200>?
      repeat {
        let page = try await office.ask(InvariantsQuery<C>(invariant: declared.id, after: after))
        broken += page.faults.map { "\(C.service) \(declared.id): \($0.place): \($0.en)" }
        checked += page.checked
        after = page.next
      } while after != nil
    }
    return (broken, checked)
  }

  /// One client for each role, as an installation has them; no keys, for nothing here asks for any.
  private static func connection(_ folder: URL) -> Connection {
    let clients = Role.allCases.filter { $0 != .service }.map { role in
      (role.rawValue, Connection.Client(
        certificate: "none", source: "urn:jiugai:demo-\(role.rawValue)", organisation: "demo-\(role.rawValue)"))
    }
    return Connection(services: [:], clients: Dictionary(uniqueKeysWithValues: clients), folder: folder)
  }
}
