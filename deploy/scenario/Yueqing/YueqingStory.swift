import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// One community of Yueqing from its survey to its post-evaluation, with the steps that the rules refuse on the way.
public struct YueqingStory: CityStory {
  public static let city: Identifier<SlugKind> = "yueqing"
  public static let name = Bilingual(zh: "乐清", en: "Yueqing")

  let story: Story
  let edition: PackEdition
  var community: CommunityID = "330382-C00001"
  var project: ProjectID = "330382-2024-0001"

  public init(_ story: Story) throws {
    self.story = story
    edition = try story.edition(on: "2024-01-08")
  }

  var say: Teller { story.teller }

  /// From the first chapter to the last.
  public mutating func tell() async throws -> ProjectID {
    try await survey()
    try await willingness()
    try await application()
    try await plan()
    try await notice()
    try await declaration()
    try await selection()
    try await consultation()
    try await approvals()
    try await works()
    try await acceptance()
    try await accounts()
    try await afterwards()
    return project
  }

  func paper(_ name: String, _ service: ServiceName, as role: Role = .subdistrict) async throws -> DocumentHash {
    try await story.paper(name, service, as: role)
  }

  func import_(_ kind: String, _ file: String, _ more: [String], records service: ServiceName) async throws {
    try await story.imports(kind, file, for: project, more, records: service)
  }
}
