import Contracts
import DomainModel
import ServiceKit

/// One line of a project's timeline: what one event of any service said of it.
struct TimelineEntry: Entity {
  static let kind = "timeline"
  let project: ProjectID
  let on: BusinessDate
  /// What happened: the own event's name, or the fact that another service stated.
  let what: String
  let value: FactValue?
  let source: SourceRef
  /// The place among the lines of the same event.
  let place: Int
  /// Its owner took it back.
  var isWithdrawn = false
  var isInQuestion = false

  /// By day, then by service and number, so that a scan is chronological.
  var key: String {
    let number = TimelineEntry.digits(source.sequence)
    return "\(project)#\(on)#\(source.feed.rawValue)#\(number)#\(TimelineEntry.digits(Int64(place)))"
  }
  var indexes: [String: String] { ["source": TimelineEntry.index(project, source)] }

  static func index(_ project: ProjectID, _ source: SourceRef) -> String {
    "\(project)#\(source.feed.rawValue)-\(source.epoch)-\(source.sequence)"
  }

  private static func digits(_ number: Int64) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 12 - text.count)) + text
  }
}
