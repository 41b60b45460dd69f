import DomainModel

/// The body of a refusal or an error: an RFC 9457 problem with our own members. What a person needs is in `title` and
/// `detail`, in the language that was asked for; what a program needs is in the rest.
public struct Problem: Codable, Hashable, Sendable {
  /// `urn:jiugai:problem:round-not-open`.
  public let type: String
  public let title: String
  public let detail: String
  /// A refusal's code, or a wire code for what was not judged.
  public let code: String
  public let retry: Retry
  public let step: WireName?
  public let edition: PackEdition?
  public let on: BusinessDate?
  public let findings: [Finding]
  public let values: [NamedValue]
  /// JSON pointers to the fields in question.
  public let pointers: [String]

  public init(
    code: String, title: String, detail: String, retry: Retry, step: WireName? = nil, edition: PackEdition? = nil,
    on: BusinessDate? = nil, findings: [Finding] = [], values: [NamedValue] = [], pointers: [String] = []
  ) {
    type = "urn:jiugai:problem:\(code)"
    self.title = title
    self.detail = detail
    self.code = code
    self.retry = retry
    self.step = step
    self.edition = edition
    self.on = on
    self.findings = findings
    self.values = values
    self.pointers = pointers
  }
}
