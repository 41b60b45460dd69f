import DomainModel
import Yams

/// Reads a Swift value from a YAML node strictly: text stays text until a type gives it a meaning, what a type does not
/// ask for is refused, and a fault is noted rather than thrown so that the next one is told as well.
struct NodeDecoder: Decoder {
  let session: LoadSession
  let spot: Spot
  /// Whether this is part of a parameter's value, where nothing may be left out, rather than a section of parameters.
  var isInsideValue = false
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// This decoder behind the protocol's mask, for types that read themselves.
  static func reading(_ decoder: any Decoder) -> NodeDecoder {
    guard let decoder = decoder as? NodeDecoder else {
      preconditionFailure("policy values are read from policy files only")
    }
    return decoder
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(NodeKeyedContainer<Key>(decoder: self, values: session.open(spot)))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { NodeListContainer(decoder: self) }

  func singleValueContainer() -> any SingleValueDecodingContainer { NodeValueContainer(decoder: self) }

  func at(_ spot: Spot) -> NodeDecoder { NodeDecoder(session: session, spot: spot, isInsideValue: isInsideValue) }

  /// The same spot, read as part of a value.
  var insideValue: NodeDecoder { NodeDecoder(session: session, spot: spot, isInsideValue: true) }

  /// The value at this spot, or a stand-in with its fault noted.
  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let entered = session.enter(spot)
    if entered.isAbsent, !spot.isAbsent { return try at(entered).value(type) }
    if let plain = plain(type) { return plain }
    // Each of these questions is dear for a type that is asked for the first time: most are structures, and asked one.
    guard let describing = type as? any SchemaDescribing.Type else { return try Value(from: self) }
    if let closed = type as? any WireEnum.Type, let value = word(closed) as? Value { return value }
    if !spot.isAbsent {
      do { return try Value(from: self) } catch DecodingError.dataCorrupted(let context) {
        session.fault(
          .wrongValue, at: spot, zh: "值不合规（\(context.debugDescription)）。",
          en: "the value is not of its kind: \(context.debugDescription)")
      } catch is AlreadyNoted {
        // The fault stands in the session.
      }
    }
    guard let standIn = describing.sample as? Value else { preconditionFailure("\(type) samples itself") }
    return standIn
  }

  /// Thrown inside a single value's reading after its fault was noted; never leaves this file's types.
  struct AlreadyNoted: Error {}

  /// The text of a scalar, or nil with the fault noted.
  func text() -> String? {
    guard let node = spot.node else { return nil }
    guard case .scalar(let scalar) = node else {
      session.fault(.wrongShape, at: spot, zh: "此处应为一个值。", en: "a single value belongs here")
      return nil
    }
    guard !scalar.string.isEmpty else {
      session.fault(.wrongValue, at: spot, zh: "值为空。", en: "the value is empty")
      return nil
    }
    return scalar.string
  }

  private func plain<Value>(_ type: Value.Type) -> Value? {
    if type == String.self { return (text() ?? "") as? Value }
    if type == Int.self { return (integer() ?? 0) as? Value }
    if type == Bool.self { return (yesOrNo() ?? false) as? Value }
    return nil
  }

  func integer() -> Int? {
    guard let text = text() else { return nil }
    guard text.utf8.count <= 9, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(text) else {
      session.fault(.wrongValue, at: spot, zh: "应为不超过 9 位的整数，如 7。", en: "expected a whole number of at most 9 digits, such as 7")
      return nil
    }
    return number
  }

  func yesOrNo() -> Bool? {
    guard let text = text() else { return nil }
    switch text {
    case "yes": return true
    case "no": return false
    default:
      session.fault(.wrongValue, at: spot, zh: "应为 yes 或 no。", en: "expected yes or no")
      return nil
    }
  }

  private func word<Word: WireEnum>(_ type: Word.Type) -> Word {
    guard let text = text() else { return Word.sample }
    if let value = Word(rawValue: text) { return value }
    let allowed = Word.allCases.map(\.rawValue)
    let nearest = NearestWord.to(text, among: allowed)
    session.fault(
      .unknownWord, at: spot,
      zh: "未知的取值“\(text)”\(nearest.map { "，是否应为“\($0)”" } ?? "")。可用：\(allowed.joined(separator: "、"))。",
      en: "unknown word \(text)\(nearest.map { "; did you mean \($0)" } ?? ""); allowed: \(allowed.joined(separator: ", "))")
    return Word.sample
  }
}
