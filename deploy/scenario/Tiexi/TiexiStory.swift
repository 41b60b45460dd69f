import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy

/// One community of Tiexi from its survey to its hand-over, under the draft for comment, with the steps that the rules refuse
/// on the way.
public struct TiexiStory: CityStory {
  public static let city: Identifier<SlugKind> = "tiexi"
  public static let name = Bilingual(zh: "铁西", en: "Tiexi")
  static let division: DivisionCode = "220302"
  static let planYear = PlanYear(division: division, year: 2021)

  let story: Story
  let edition: PackEdition
  let sample: TiexiSample
  var community: CommunityID = "220302-C00001"
  var project: ProjectID = "220302-2020-0001"
  /// Plan versions recorded so far.
  var plans = 0

  public init(_ story: Story) throws {
    try self.init(story, telling: TiexiSample.community(story.sample("community.json")))
  }

  init(_ story: Story, telling sample: TiexiSample) throws {
    self.story = story
    self.sample = sample
    edition = try story.edition(on: "2020-12-07")
  }

  /// Goes on where a community was left.
  init(_ story: Story, telling sample: TiexiSample, from standing: Standing) throws {
    try self.init(story, telling: sample)
    community = standing.community
    project = standing.project
    plans = standing.plans
  }

  /// Where a community is left, so that another story goes on with it.
  struct Standing: Sendable {
    let community: CommunityID
    let project: ProjectID
    let plans: Int
    /// Steps taken so far.
    let steps: Int
  }

  var standing: Standing { Standing(community: community, project: project, plans: plans, steps: story.steps) }

  var say: Teller { story.teller }
  /// The version valid now.
  var plan: PlanID { PlanID(project, plans) }

  /// From the first chapter to the last.
  public mutating func tell() async throws -> ProjectID {
    say.note("铁西区的文件是征求意见稿，未正式施行；以下按其条文演示（规则版本 \(edition.pack)/\(edition.edition)）")
    try await survey()
    try await preliminaryPlan()
    try await communityPlan()
    try await signature()
    try await preparation()
    try await annualPlan(of: [project])
    try await start()
    try await works()
    try await acceptance()
    try await evaluation()
    try await handover()
    return project
  }

  func meets(_ incident: TiexiSample.Incident) -> Bool { sample.incidents.contains(incident) }

  func paper(_ name: String, _ service: ServiceName, as role: Role = .subdistrict) async throws -> DocumentHash {
    try await story.paper(name, service, as: role)
  }
}
