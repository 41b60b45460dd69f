import DomainModel

/// The rules that judge a project: one edition of its city's pack, our defaults for what it leaves silent, and the
/// working-day calendar.
public struct Law: Sendable {
  public let edition: Edition
  public let calendar: WorkCalendar

  public init(edition: Edition, calendar: WorkCalendar) {
    self.edition = edition
    self.calendar = calendar
  }

  public var reference: PackEdition { edition.identity }

  /// The rules that guard a step; none when the pack guards it by none.
  public func gate(_ step: WireName, case name: Identifier<SlugKind>? = nil) -> [GateRule] {
    edition.gate(of: step, case: name)
  }
}
