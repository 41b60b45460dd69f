import Contracts
import DomainModel
import ServiceKit

/// What happened to a project, by day.
enum Timelines {
  static let handler = QueryHandler.to(TimelineQuery.self) { query, view, _ in
    let entries = try view.all(TimelineEntry.self, prefix: "\(query.project)#", limit: longest)
    return Timeline(
      entries: entries.filter { entry in query.until.map { entry.on <= $0 } ?? true }.map { entry in
        Timeline.Entry(
          on: entry.on, service: entry.source.feed, what: entry.what, value: entry.value, source: entry.source,
          isWithdrawn: entry.isWithdrawn, isInQuestion: entry.isInQuestion)
      })
  }

  /// More lines than any project has; what is beyond is not shown.
  private static let longest = 5000
}
