import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// Carries a project through the public queue, step by step, and tells what came of each. Ids are made of the step's
/// number, so that a step sent again after a crash is the same step; and no step begins before every service has heard
/// the ones before it, so that two runs record the same.
public final class Story {
  public let workplace: Workplace
  /// The city whose samples are used.
  let city: Identifier<SlugKind>
  /// Stands in the ids of the steps, so that stories told side by side stay apart.
  private let name: String
  public let office: Office
  let teller: Teller
  private let connection: Connection
  private var count = 0
  private var recorded: [ServiceName: Int64] = [:]
  private var uploads: [String: DocumentHash] = [:]
  /// Called before each step, with its number: where a test pulls a plug.
  public var beforeStep: (Int) async throws -> Void = { _ in }
  /// Runs a command line of the desk: the program itself, unless a simulation runs it within.
  public var runDesk: ([String]) async throws -> (status: Int32, output: String)
  /// Called with each command's name and body before it is sent: where a test plants what it searches for afterwards.
  public var rewriting: ((WireName, Data) throws -> Data)?
  /// The folder of the city's samples.
  public var samples: URL
  /// Whether the province's adapter records its answers; otherwise the story does, as a clerk would.
  public var provinceIsConnected = false
  /// How long to wait for a service that is away.
  let patience: Duration
  /// Whether nobody else sends commands: then a step waits until nothing moves any more.
  let isAlone: Bool

  /// - Parameters:
  ///   - name: what the ids of the steps begin with; the city's where nothing is said.
  ///   - office: connections to use instead of own ones.
  ///   - steps: how many steps of that name were taken before.
  public init(
    _ workplace: Workplace, city: Identifier<SlugKind>, teller: Teller, patience: Duration = .seconds(60), isAlone: Bool = true,
    name: String? = nil, sharing office: Office? = nil, after steps: Int = 0
  ) throws {
    self.workplace = workplace
    self.city = city
    self.name = name ?? city.rawValue
    self.teller = teller
    self.patience = patience
    samples = Installation.root.appendingPathComponent("deploy/samples/\(city)")
    self.isAlone = isAlone
    connection = try workplace.connection()
    runDesk = { try await workplace.desk($0) }
    self.office = try office ?? Office(connection, deadline: patience)
    count = steps
  }

  public var steps: Int { count }

  // MARK: Steps

  /// Takes a step and gives its reply. What is refused ends the story, unless `refused` expects it.
  @discardableResult
  func take<C: Command>(_ command: C, as role: Role, on day: BusinessDate) async throws -> C.Reply {
    let id = try await next()
    var command = command
    if let rewriting {
      command = try JSONDecoder().decode(C.self, from: rewriting(C.name, JSONEncoder().encode(command)))
    }
    let accepted = try await office.send(command, as: role, on: day, id: id)
    if let last = accepted.last { recorded[C.service] = max(recorded[C.service] ?? 0, Int64(last)) }
    return accepted.reply
  }

  /// Takes a step that the rules must refuse, and tells why they do.
  func expectRefusal<C: Command>(
    _ command: C, as role: Role, on day: BusinessDate, rule: RuleID, says text: String
  ) async throws {
    let id = try await next()
    do {
      _ = try await office.send(command, as: role, on: day, id: id)
    } catch ClientFault.refused(let problem) {
      guard let finding = problem.findings.first(where: { $0.rule == rule && $0.stops }) else {
        throw StoryFault("\(C.name) was refused, but not by \(rule): \(problem.code) \(problem.findings.filter(\.stops).map(\.rule))")
      }
      teller.refused(day, C.service, text, finding)
      return
    }
    throw StoryFault("\(C.name) should have been refused by \(rule)")
  }

  /// Takes a step that must be refused with a code of its own, where no rule of a gate stands behind it.
  func expectRefusal<C: Command>(
    _ command: C, as role: Role, on day: BusinessDate, code: RefusalCode, says text: String
  ) async throws {
    let id = try await next()
    do {
      _ = try await office.send(command, as: role, on: day, id: id)
    } catch ClientFault.refused(let problem) {
      guard problem.code == code.code.rawValue else {
        throw StoryFault("\(C.name) was refused, but not as \(code.code): \(problem.code)")
      }
      teller.refused(day, C.service, text, code, problem.detail)
      return
    }
    throw StoryFault("\(C.name) should have been refused as \(code.code)")
  }

  /// Has the province's answer to an entry recorded, by whomever it falls to.
  func provinceAnswers(_ answer: RecordSystemAnswer, as role: Role, on day: BusinessDate) async throws {
    guard provinceIsConnected else {
      try await take(answer, as: role, on: day)
      return
    }
    try await provinceAnswers(
      OutboundQuery(project: answer.project, planYear: nil), attempt: answer.attempt, isAccepted: answer.isAccepted)
  }

  /// The same for a pushed plan.
  func provinceAnswers(_ answer: RecordPushAnswer, as role: Role, on day: BusinessDate) async throws {
    guard provinceIsConnected else {
      try await take(answer, as: role, on: day)
      return
    }
    try await provinceAnswers(
      OutboundQuery(project: nil, planYear: answer.planYear), attempt: answer.attempt, isAccepted: answer.isAccepted)
  }

  private func provinceAnswers(_ query: OutboundQuery, attempt: Whole<1, 1000>, isAccepted: Bool) async throws {
    _ = try await next()
    let clock = ContinuousClock()
    let end = clock.now + patience
    while clock.now < end {
      let attempts = try await office.ask(query).attempts
      if let answered = attempts.first(where: { $0.attempt == attempt.value })?.isAccepted {
        guard answered == isAccepted else { throw StoryFault("the province did not answer attempt \(attempt) as told") }
        return
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw StoryFault("the province did not answer within \(patience)")
  }

  /// Runs a command of the desk as a step: the imports that clerks make.
  func desk(_ arguments: [String], records service: ServiceName) async throws {
    _ = try await next()
    let (status, output) = try await runDesk(arguments)
    guard status == 0 else { throw StoryFault("jiugai \(arguments.joined(separator: " ")) ended with \(status): \(output)") }
    recorded[service] = max(recorded[service] ?? 0, try await Health.ask(service, office).head)
  }

  private func next() async throws -> String {
    count += 1
    try await beforeStep(count)
    try await allHaveHeard(everything: isAlone)
    return "\(name)-step-\(count)"
  }

  /// Waits until every service has read what the others recorded: everything, or what this story recorded.
  private func allHaveHeard(everything: Bool) async throws {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while clock.now < end {
      var behind = false
      let before = recorded
      for service in ServiceName.allCases {
        let health = try await Health.ask(service, office)
        if everything { recorded[service] = max(recorded[service] ?? 0, health.head) }
        for position in health.feeds where position.sequence < recorded[position.feed] ?? 0 { behind = true }
        if let stopped = health.feeds.first(where: { $0.stopped != nil }) {
          throw StoryFault("\(service.rawValue) stopped reading \(stopped.feed.rawValue): \(stopped.stopped ?? "")")
        }
      }
      // A head may have moved while the others were asked: only a round in which nothing moved counts.
      if !behind, recorded == before { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw StoryFault("the services did not hear each other within \(patience)")
  }

  /// Waits until every service knows all that was recorded so far, by whomever.
  func settle() async throws { try await allHaveHeard(everything: true) }

  // MARK: Papers

  /// Uploads a paper to a service once and gives its hash. The paper's text is made up from its name.
  func paper(_ name: String, _ service: ServiceName, as role: Role) async throws -> DocumentHash {
    let key = "\(service.rawValue) \(name)"
    if let known = uploads[key] { return known }
    let text = "\(name)\n\n此文件为演示样例，内容系虚构。\n"
    let hash = try await office.attach(Data(text.utf8), to: service, as: role, mediaType: "text/plain")
    uploads[key] = hash
    return hash
  }

  // Not inlined: the optimiser of Swift 6.3 crashes on asynchronous functions that hold it more than once.
  @inline(never)
  func organisation(of role: Role) throws -> OrganisationID {
    try OrganisationID(try connection.client(for: role).organisation)
  }

  // MARK: Samples

  /// A file of the city's samples.
  func sample(_ name: String) -> URL {
    samples.appendingPathComponent(name)
  }

  func table(_ name: String) throws -> SampleTable { try SampleTable(sample(name)) }

  /// Imports a file of the city's samples for a project, as a clerk at the desk would.
  func imports(
    _ kind: String, _ file: String, for project: ProjectID, _ more: [String], records service: ServiceName
  ) async throws {
    try await desk(
      ["import", kind, sample(file).path, "--project", project.rawValue, "--json"] + more, records: service)
  }

  private static let laws = Result {
    try InstalledLaws(
      packs: Installation.root.appendingPathComponent("Shared/Policy/Packs").path,
      calendars: Installation.root.appendingPathComponent("Shared/Policy/Calendars").path)
  }

  /// The edition of the city's pack that is valid on a day.
  func edition(on day: BusinessDate) throws -> PackEdition {
    guard let law = try Story.laws.get().law(of: city, on: day) else { throw StoryFault("no edition of \(city) is valid on \(day)") }
    return law.reference
  }
}

/// The story did not go as told.
public struct StoryFault: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
