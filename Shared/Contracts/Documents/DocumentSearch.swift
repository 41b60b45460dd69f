import DomainModel

/// Asks whether a document may be read, and by which event.
public struct DocumentSearch: Codable, Hashable, Sendable {
  /// The project or community whose records name the document.
  public let subject: Text<60>
  /// The event that names it, where it is known already: the disclosure's, for a protected document.
  public let event: Int64?

  public init(subject: Text<60>, event: Int64? = nil) {
    self.subject = subject
    self.event = event
  }

  static let example = DocumentSearch(subject: "330382-2024-0007")
}
