import DomainModel
import Yams

/// What a document says about one parameter: a value with the articles it rests on, or nothing.
///
/// A silent provision is never filled in quietly: what applies then is looked up in our own defaults and shown as ours.
public enum Provision<Value: Sendable & Hashable>: Hashable, Sendable {
  /// The value and at least one citation.
  case stated(Value, [Citation])
  case silent

  public var value: Value? {
    if case .stated(let value, _) = self { value } else { nil }
  }

  /// The articles behind the value; empty when silent.
  public var citations: [Citation] {
    if case .stated(_, let citations) = self { citations } else { [] }
  }

  public var isSilent: Bool { value == nil }
}

/// A type of parameter that a pack may leave silent.
protocol MayBeSilent {
  /// What the pack states when it is not silent.
  static var stated: Any.Type { get }
}

extension Provision: MayBeSilent {
  static var stated: Any.Type { Value.self }
}

extension Provision: Decodable where Value: Decodable {
  private enum Key: String, CodingKey { case value }

  /// Reads `silent`; or `{value: …, cites: […]}` for plain values; or the value's own keys beside `cites`; or a list
  /// whose elements cite for themselves.
  public init(from decoder: any Decoder) throws {
    let decoder = NodeDecoder.reading(decoder)
    self = .silent
    switch decoder.spot.node {
    case nil: return
    case .scalar(let scalar) where scalar.string == "silent": return
    case .scalar:
      decoder.session.fault(
        .missingCitation, at: decoder.spot, zh: "取值缺少依据，请写成 {value: …, cites: [plan 3.3]}，或写 silent。",
        en: "a value without a citation; write {value: …, cites: [plan 3.3]} or silent")
    case .sequence:
      guard Value.self is any ListOfCited.Type else {
        decoder.session.fault(
          .missingCitation, at: decoder.spot, zh: "列表缺少依据，请写成 {value: […], cites: [plan 3.3]}。",
          en: "a list without a citation; write {value: […], cites: [plan 3.3]}")
        return
      }
      let value = try decoder.insideValue.value(Value.self)
      let citations = (value as? any ListOfCited)?.allCitations ?? []
      if citations.isEmpty {
        decoder.session.fault(
          .missingCitation, at: decoder.spot, zh: "空列表没有依据；文件未作规定的请写 silent。",
          en: "an empty list cites nothing; write silent where the document says nothing")
      } else {
        self = .stated(value, citations)
      }
    default:
      let citations = try BasisReader.read(decoder)
      let inside = decoder.insideValue
      let value =
        Provision.standsUnderValue
        ? try inside.container(keyedBy: Key.self).decode(Value.self, forKey: .value) : try inside.value(Value.self)
      if !citations.isEmpty { self = .stated(value, citations) }
    }
  }

  /// Whether the value is one scalar or list, written under `value`, rather than a structure with keys of its own.
  private static var standsUnderValue: Bool {
    Value.self is any SchemaDescribing.Type || Value.self is any PlainValue.Type
  }
}

/// The values other than domain scalars that stand under the key `value`.
protocol PlainValue {}
extension Int: PlainValue {}
extension String: PlainValue {}
extension Array: PlainValue {}

protocol ListOfCited {
  var allCitations: [Citation] { get }
}

extension Array: ListOfCited where Element: CitesForItself {
  /// Each article once, in the order of first mention.
  var allCitations: [Citation] {
    var seen: Set<Citation> = []
    return flatMap(\.citations).filter { seen.insert($0).inserted }
  }
}

protocol CitesForItself {
  var citations: [Citation] { get }
}
