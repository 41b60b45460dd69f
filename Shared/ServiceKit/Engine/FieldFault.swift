import Foundation

/// What a decoding error says of a field: where it is and what was expected. Never the value.
struct FieldFault: Error {
  let pointer: String
  let detail: String

  init(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      pointer = FieldFault.pointer(context.codingPath + [key])
      detail = "a required field is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      pointer = FieldFault.pointer(context.codingPath)
      detail = "the field has another type than expected"
    case DecodingError.dataCorrupted(let context):
      pointer = FieldFault.pointer(context.codingPath)
      // Our own types say what they expect; Foundation's sentences may quote the input, so they are not passed on.
      detail = context.debugDescription.hasPrefix("expected ") ? context.debugDescription : "the field is not of its form"
    default:
      pointer = ""
      detail = "the body is not of its form"
    }
  }

  private static func pointer(_ path: [any CodingKey]) -> String {
    path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
  }
}
