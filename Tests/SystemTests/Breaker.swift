import DomainModel
import Foundation
import Scenario
import TestKit

/// One pull of a plug: when in the story, which service, and for how long it is gone.
struct Blow: CustomStringConvertible, Sendable {
  /// Before this step is taken …
  let step: Int
  let service: ServiceName
  /// … or so long into it.
  let delay: Duration
  /// How long until the service is started again.
  let absence: Duration

  var description: String { "step \(step) +\(delay) \(service.rawValue) for \(absence)" }

  /// Blows at random moments of a story of so many steps: a third before a step, the others in the middle of one, most
  /// of these within the few milliseconds in which it is decided, stored and heard.
  static func random(_ count: Int, steps: Int, seed: UInt64) -> [Blow] {
    var chance = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let delay: Int
      switch Int.random(in: 0..<6, using: &chance) {
      case 0, 1: delay = 0
      case 2, 3: delay = .random(in: 1...12, using: &chance)
      case 4: delay = .random(in: 12...60, using: &chance)
      default: delay = .random(in: 60...600, using: &chance)
      }
      return Blow(
        step: .random(in: 1...steps, using: &chance), service: ServiceName.allCases.randomElement(using: &chance) ?? .intake,
        delay: .milliseconds(delay),
        absence: .milliseconds(Bool.random(using: &chance) ? 0 : .random(in: 1...1500, using: &chance)))
    }.sorted { $0.step < $1.step }
  }
}

/// Kills services and starts them again while someone else tells a story.
actor Breaker {
  private let installation: Installation
  private let plan: [Int: [Blow]]
  private var underWay: [Task<Void, any Error>] = []
  /// How many blows met a running service.
  private(set) var count = 0

  init(folder: URL, _ blows: [Blow]) {
    installation = Installation(folder: folder)
    plan = Dictionary(grouping: blows, by: \.step)
  }

  func startAll() throws { try installation.start() }

  /// Deals the blows of a step: those before it at once, the others while it runs.
  func step(_ number: Int) throws {
    for blow in plan[number] ?? [] {
      if blow.delay == .zero { kill(blow.service) }
      underWay.append(
        Task {
          if blow.delay > .zero {
            try await Task.sleep(for: blow.delay)
            kill(blow.service)
          }
          try await Task.sleep(for: blow.absence)
          try installation.start([blow.service])
        })
    }
  }

  private func kill(_ service: ServiceName) {
    if installation.isRunning(service) { count += 1 }
    installation.kill(service)
  }

  /// Waits until every service is up again.
  func finish() async throws {
    for task in underWay { try await task.value }
    try startAll()
  }

  func endAll() async {
    for task in underWay { task.cancel() }
    // One that slept out in this moment still starts its service: before the end, not after it.
    for task in underWay { _ = await task.result }
    await installation.endAll()
  }
}
