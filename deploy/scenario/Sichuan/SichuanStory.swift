import Contracts
import DomainModel
import Foundation
import Policy

/// One community of an invented county of Sichuan from its survey to its long-term management, with the steps that the
/// rules refuse on the way.
public struct SichuanStory: CityStory {
  public static let city: Identifier<SlugKind> = "sichuan"
  public static let name = Bilingual(zh: "四川", en: "Sichuan")

  let story: Story
  let edition: PackEdition
  var community: CommunityID = "519901-C00001"
  var project: ProjectID = "519901-2021-0001"

  public init(_ story: Story) throws {
    self.story = story
    edition = try story.edition(on: "2021-01-11")
  }

  var say: Teller { story.teller }
  var planYear: PlanYear { PlanYear(division: "519901", year: 2022) }

  /// From the first chapter to the last.
  public mutating func tell() async throws -> ProjectID {
    say.note("四川文件供各地参考，标题、文号、发文机关和日期不详；县名、小区名和人名均为虚构样例。")
    try await survey()
    try await willingness()
    try await application()
    try await specialPlan()
    try await annualPlan()
    try await constructionUnit()
    try await firstRound()
    try await secondRound()
    try await review()
    try await approvals()
    try await readiness()
    try await works()
    try await change()
    try await acceptance()
    try await afterwards()
    return project
  }

  func paper(_ name: String, _ service: ServiceName, as role: Role) async throws -> DocumentHash {
    try await story.paper(name, service, as: role)
  }

  func organisation(_ role: Role) throws -> OrganisationID { try story.organisation(of: role) }

  func shown(_ shows: NoticeEvidence.Shown, _ day: BusinessDate, as role: Role) async throws -> NoticeEvidence {
    NoticeEvidence(shows: shows, takenOn: day, document: try await paper("现场照片 \(day)", .voting, as: role))
  }
}
