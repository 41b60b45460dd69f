import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// One community of Wenzhou under the trial guide of 2020, from its survey to its post-evaluation, with the steps that the
/// rules refuse on the way.
public struct WenzhouStory: CityStory {
  public static let city: Identifier<SlugKind> = "wenzhou"
  public static let name = Bilingual(zh: "温州", en: "Wenzhou")

  let story: Story
  let edition: PackEdition
  var community: CommunityID = "330302-C00001"
  var project: ProjectID = "330302-2024-0001"

  /// The members of the residents' own group; all of them sign.
  static let members: [PersonID] = ["p-jx00012", "p-jx00077", "p-jx00141"]

  public init(_ story: Story) throws {
    self.story = story
    edition = try story.edition(on: "2024-03-04")
  }

  var say: Teller { story.teller }
  var plan: PlanID { PlanID(project, 1) }

  /// From the first chapter to the last.
  public mutating func tell() async throws -> ProjectID {
    try await survey()
    try await willingness()
    try await application()
    try await siteSurvey()
    try await design()
    try await planVote()
    try await notice()
    try await declaration()
    try await filingAndConsultation()
    try await fundsAndInitiation()
    try await permits()
    try await works()
    try await acceptance()
    try await afterwards()
    return project
  }

  func paper(_ name: String, _ service: ServiceName, as role: Role = .subdistrict) async throws -> DocumentHash {
    try await story.paper(name, service, as: role)
  }

  func import_(_ kind: String, _ file: String, _ more: [String], records service: ServiceName) async throws {
    try await story.imports(kind, file, for: project, more, records: service)
  }

  func roll() async throws -> RollSummary { try await story.roll(of: project) }
}
