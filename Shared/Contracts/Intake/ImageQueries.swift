import DomainModel

/// The image database (影像资料库, Ziyang Annex 1): the images of a division's communities as their current surveys hold
/// them, by community.
public struct ImagesQuery: Query {
  public static var name: WireName { "intake.images" }
  public static var example: ImagesQuery { ImagesQuery(division: "330382", after: nil) }
  public typealias Answer = ImageDatabase

  public let division: DivisionCode
  /// The last community of the page before.
  public let after: CommunityID?
  public var subject: String { division.rawValue }

  public init(division: DivisionCode, after: CommunityID?) {
    self.division = division
    self.after = after
  }
}

/// The answer of `ImagesQuery`, at most 200 communities; one without images is listed too.
public struct ImageDatabase: Codable, Hashable, Sendable {
  public let communities: [Line]

  public init(communities: [Line]) {
    self.communities = communities
  }

  /// The images of one community.
  public struct Line: Codable, Hashable, Sendable {
    public let community: CommunityID
    public let name: Text<100>
    public let images: [SurveyImage]

    public init(community: CommunityID, name: Text<100>, images: [SurveyImage]) {
      self.community = community
      self.name = name
      self.images = images
    }
  }
}
