import Contracts
import DomainModel
import ServiceKit

/// The image database of a division.
enum ImageReports {
  static let handler = QueryHandler.to(ImagesQuery.self) { query, view, _ in
    let communities = try view.all(
      Community.self, prefix: "\(query.division)-", after: query.after?.rawValue, limit: page)
    return ImageDatabase(
      communities: try communities.map { community in
        let survey = try view.get(CurrentSurvey.self, community.key)
        return ImageDatabase.Line(
          community: community.community, name: community.name, images: survey?.survey.images.items ?? [])
      })
  }

  private static let page = 200
}
