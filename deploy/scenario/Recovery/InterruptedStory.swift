import ClientKit
import DomainModel
import Foundation

/// Yueqing's story, told quietly and broken off before a step. Told again it goes on: a step that was recorded is the same
/// step and is answered as before, one that was lost is taken anew.
struct InterruptedStory {
  private struct Pause: Error {}
  let installation: Installation

  /// - Parameter step: the step before which it stops; nil to tell it to its end.
  /// - Returns: how it ended; nil when it was broken off.
  func tell(before step: Int? = nil) async throws -> Told? {
    let story = try Story(installation.workplace, city: YueqingStory.city, teller: Teller(isQuiet: true))
    defer { story.office.close() }
    if let step { story.beforeStep = { if $0 == step { throw Pause() } } }
    do {
      var telling = try YueqingStory(story)
      let project = try await telling.tell()
      try await story.settle()
      return Told(project: project, steps: story.steps)
    } catch is Pause {
      try await story.settle()
      return nil
    }
  }
}

extension Installation {
  /// Makes an installation in a fresh folder, starts its services and waits until they answer.
  static func started(in folder: URL, replacing other: [ServiceName: URL] = [:]) async throws -> Installation {
    try? FileManager.default.removeItem(at: folder)
    let installation = Installation(folder: folder)
    installation.otherPrograms = other
    try await installation.prepare()
    try installation.start()
    try await installation.ready()
    return installation
  }

  func ready() async throws {
    let office = try Office(try connection())
    defer { office.close() }
    try await waitUntilReady(office)
  }

  /// What the services know of a project.
  func reading(of project: ProjectID) async throws -> ProjectReading {
    let office = try Office(try connection())
    defer { office.close() }
    return try await ProjectReading(project, office)
  }
}
