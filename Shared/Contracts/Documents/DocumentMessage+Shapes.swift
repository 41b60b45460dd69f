import DomainModel

/// The shapes of the messages about documents, for the published contract: JSON where there is JSON, else bytes.
extension DocumentMessage {
  /// Where the shape of the body stands: `document/begin.v1.json`; nil for bytes and for none.
  var path: String? {
    switch self {
    case .begin, .find, .read: "document/\(name.split(separator: ".").last ?? "").v1.json"
    case .append, .finish: nil
    }
  }

  /// Where the shape of the answer stands, a pointer included; nil for bytes.
  var answerPath: String? {
    switch self {
    case .begin, .append, .finish: DocumentMessage.begin.path.map { "\($0)#/$defs/answer" }
    case .find: path.map { "\($0)#/$defs/answer" }
    case .read: nil
    }
  }

  func example() throws -> JSONValue? {
    switch self {
    case .begin: try JSONValue(encoding: DocumentOpening.example)
    case .find: try JSONValue(encoding: DocumentSearch.example)
    case .read: try JSONValue(encoding: DocumentStretch.example)
    case .append, .finish: nil
    }
  }

  /// A body as it is sent; nil for bytes and for none.
  public func exampleText() throws -> String? { try example()?.text }

  private var body: Schema? {
    switch self {
    case .begin: Schema.of(DocumentOpening.self)
    case .find: Schema.of(DocumentSearch.self)
    case .read: Schema.of(DocumentStretch.self)
    case .append, .finish: nil
    }
  }

  private var answer: Schema? {
    switch self {
    case .begin: Schema.of(UploadProgress.self)
    case .find: Schema.of(FoundDocument.self)
    case .append, .finish, .read: nil
    }
  }

  /// The JSON Schema of the body, with that of the answer in its `$defs`; nil where the body is no JSON.
  func schema() throws -> JSONValue? {
    guard let body, let example = try example(), case .object(let members) = SchemaWriter.schema(body, isClosed: true) else {
      return nil
    }
    let definitions = answer.map { [JSONValue.Member("answer", SchemaWriter.schema($0, isClosed: false))] } ?? []
    return .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("$id", .string("urn:jiugai:schema:\(rawValue)")),
        .init("title", .string(name)), .init("$comment", "a message about documents, taken by every service, version 1"),
      ] + members + [.init("examples", .array([example])), .init("$defs", .object(definitions))])
  }
}
