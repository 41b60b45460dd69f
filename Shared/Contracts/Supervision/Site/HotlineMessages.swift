import DomainModel

/// Record that a complaint number hangs on the site, where residents ask and complain (投诉热线, Sichuan 6.2).
public struct PostHotline: ProjectCommand {
  public static var name: WireName { "supervision.post-hotline" }
  public static var senders: Set<Role> { [.constructionUnit, .subdistrict, .contractor] }
  public static var example: PostHotline {
    PostHotline(
      project: "330382-2024-0007", number: "028-00000000", answeredBy: "qingjiang-subdistrict", photos: [.sample])
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The public number of the office that answers; nobody's own.
  public let number: Text<30>
  public let answeredBy: OrganisationID
  /// Photographs of the board; at least one.
  public let photos: Listing<DocumentHash, 6>

  public var documents: [DocumentHash] { photos.items }

  public init(project: ProjectID, number: Text<30>, answeredBy: OrganisationID, photos: Listing<DocumentHash, 6>) {
    self.project = project
    self.number = number
    self.answeredBy = answeredBy
    self.photos = photos
  }
}

/// A complaint number hangs on the site.
public struct HotlinePosted: ProjectEvent {
  public static var name: WireName { "supervision.hotline-posted" }
  public static var isWithdrawable: Bool { true }
  public static var example: HotlinePosted {
    HotlinePosted(
      project: "330382-2024-0007", number: "028-00000000", answeredBy: "qingjiang-subdistrict", photos: [.sample])
  }

  public let project: ProjectID
  /// The public number of the office that answers; nobody's own.
  public let number: Text<30>
  public let answeredBy: OrganisationID
  /// Photographs of the board; at least one.
  public let photos: Listing<DocumentHash, 6>

  public var facts: [FactStatement] { [FactStatement(.hotlinePosted, .flag(true))] }

  public init(project: ProjectID, number: Text<30>, answeredBy: OrganisationID, photos: Listing<DocumentHash, 6>) {
    self.project = project
    self.number = number
    self.answeredBy = answeredBy
    self.photos = photos
  }
}
