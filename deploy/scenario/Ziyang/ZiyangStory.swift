import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// One community of Ziyang from its survey to its being struck off the register, with the steps that the rules refuse on
/// the way. The annual plan comes before the design, and the plan's review before its notice.
public struct ZiyangStory: CityStory {
  public static let city: Identifier<SlugKind> = "ziyang"
  public static let name = Bilingual(zh: "资阳", en: "Ziyang")

  let story: Story
  let edition: PackEdition
  let year = PlanYear(division: "512000", year: 2021)
  var community: CommunityID = "512000-C00001"
  var project: ProjectID = "512000-2021-0001"

  public init(_ story: Story) throws {
    self.story = story
    edition = try story.edition(on: "2021-01-06")
  }

  var say: Teller { story.teller }

  /// From the first chapter to the last.
  public mutating func tell() async throws -> ProjectID {
    try await survey()
    try await willingness()
    try await application()
    try await annualPlan()
    try await plan()
    try await review()
    try await approvals()
    try await shares()
    try await transfers()
    try await works()
    try await acceptance()
    try await takeover()
    try await evaluation()
    return project
  }

  func paper(_ name: String, _ service: ServiceName, as role: Role = .subdistrict) async throws -> DocumentHash {
    try await story.paper(name, service, as: role)
  }
}
