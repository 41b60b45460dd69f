/// Why a text was refused as JSON of the wire, and where.
///
/// It never holds a value of the text, so it may be logged and sent back. Names of members in `pointer` are the
/// sender's own and shown only if they are short and plain.
public struct StrictJSONError: Error, Sendable, Equatable {
  /// What was found. The raw value of `code` is stable.
  public enum Reason: Sendable, Equatable {
    /// Something other than JSON stands there.
    case unexpectedByte
    /// The text ends too early.
    case unexpectedEnd
    /// Something follows the value.
    case trailingBytes
    /// An object has the same member twice, or two that Unicode calls equal.
    case duplicateKey
    /// An object has a member that its shape does not have. `name` is at most 40 plain letters of it, if it has such.
    case unknownKey(name: String?, allowed: [String])
    /// Arrays and objects are nested deeper than 16.
    case tooDeep
    /// A number has a fraction or an exponent, or is not written in the one way that JSON has.
    case notAnInteger
    /// A number is outside ±2^53, beyond which some readers round.
    case integerOutOfRange
    /// A control character, raw, or escaped and not `\n` or `\t`.
    case controlCharacter
    /// A backslash that begins no escape.
    case badEscape
    /// Half of a surrogate pair.
    case unpairedSurrogate
    /// Bytes that are not UTF-8; overlong forms and encoded surrogates are not.
    case invalidUTF8
  }

  public let reason: Reason
  /// Where, as a JSON pointer (RFC 6901), `""` for the whole text. A name that is long or not plain is shown as `*`.
  public let pointer: String
  /// The byte at which it was found, from 0.
  public let offset: Int

  /// A stable code in kebab-case.
  public var code: String {
    switch reason {
    case .unexpectedByte: "unexpected-byte"
    case .unexpectedEnd: "unexpected-end"
    case .trailingBytes: "trailing-bytes"
    case .duplicateKey: "duplicate-key"
    case .unknownKey: "unknown-key"
    case .tooDeep: "too-deep"
    case .notAnInteger: "not-an-integer"
    case .integerOutOfRange: "integer-out-of-range"
    case .controlCharacter: "control-character"
    case .badEscape: "bad-escape"
    case .unpairedSurrogate: "unpaired-surrogate"
    case .invalidUTF8: "invalid-utf8"
    }
  }
}

extension StrictJSONError: CustomStringConvertible {
  public var description: String {
    let place = pointer.isEmpty ? "at byte \(offset)" : "at \(pointer) (byte \(offset))"
    return switch reason {
    case .unexpectedByte: "This is not JSON \(place)."
    case .unexpectedEnd: "The JSON ends too early \(place)."
    case .trailingBytes: "Something follows the JSON value \(place)."
    case .duplicateKey: "A member is given twice \(place)."
    case .unknownKey(let name, let allowed):
      "The member \(name ?? "*") is not known \(place). Known are: \(allowed.joined(separator: ", "))."
    case .tooDeep: "Arrays and objects are nested deeper than 16 \(place)."
    case .notAnInteger: "Only whole numbers without a fraction or an exponent are taken \(place)."
    case .integerOutOfRange: "The number is outside ±9007199254740992 \(place)."
    case .controlCharacter: "A text holds a control character \(place)."
    case .badEscape: "A backslash begins no escape \(place)."
    case .unpairedSurrogate: "A text holds half of a surrogate pair \(place)."
    case .invalidUTF8: "The bytes are not UTF-8 \(place)."
    }
  }
}
