import DomainModel

/// One rule of a gate: what must hold, how hard it binds, and what it rests on.
public struct GateRule: Decodable, Hashable, Sendable {
  /// What a rule of a gate rests on.
  public enum Basis: Hashable, Sendable {
    case document([Citation])
    /// The path of a default of ours, for what the document leaves silent.
    case recommended(String)
  }

  /// The gate of the domain's table that this rule is part of: `G-V2`.
  public let code: GateCode
  public let rule: RuleID
  public let force: Force
  public let basis: Basis
  public let parameters: RuleParameters

  /// For findings.
  public var citations: [Citation] {
    switch basis {
    case .document(let citations): citations
    case .recommended(let path): [Citation(instrument: Recommendation.instrument, article: path)]
    }
  }

  /// For findings: whose word the rule is.
  public var origin: Finding.Origin {
    if case .document = basis { .document } else { .recommended }
  }

  private enum Key: String, CodingKey { case code, rule, force, cites, recommended }

  /// Reads the rule's own keys beside its parameters.
  public init(from decoder: any Decoder) throws {
    let decoder = NodeDecoder.reading(decoder)
    let container = decoder.container(keyedBy: Key.self)
    code = try container.decode(GateCode.self, forKey: .code)
    rule = try container.decode(RuleID.self, forKey: .rule)
    force = try container.decode(Force.self, forKey: .force)
    if let ours = try container.decodeIfPresent(String.self, forKey: .recommended) {
      if container.contains(.cites) {
        decoder.session.fault(
          .wrongShape, at: decoder.spot, zh: "cites 与 recommended 只能二选一。", en: "give either cites or recommended, not both")
      }
      basis = .recommended(ours)
    } else {
      basis = .document(try BasisReader.read(decoder))
    }
    parameters = try RuleParameters(from: decoder)
    check(decoder)
  }

  private func check(_ decoder: NodeDecoder) {
    let session = decoder.session
    if let known = session.knownRules, !known.contains(rule.rawValue) {
      let nearest = NearestWord.to(rule.rawValue, among: known.sorted())
      session.fault(
        .unknownRule, at: decoder.spot,
        zh: "没有名为“\(rule)”的规则\(nearest.map { "，是否应为“\($0)”" } ?? "")。",
        en: "there is no rule \(rule)\(nearest.map { "; did you mean \($0)" } ?? "")")
    }
    for name in RuleParameters.needed(by: rule) where !parameters.given.contains(name) {
      session.fault(
        .missingKey, at: decoder.spot, zh: "规则 \(rule) 需要参数“\(name)”。", en: "the rule \(rule) needs the parameter \(name)")
    }
    if (force == .overridable) != (parameters.overridableBy != nil) {
      session.fault(
        .wrongShape, at: decoder.spot, zh: "force: overridable 应与 overridableBy（哪些角色可以例外放行）同时出现。",
        en: "force: overridable and overridableBy (the roles that may go past it) belong together")
    }
  }
}

/// A gate of the domain's table: `G-F100`.
public typealias GateCode = Identifier<GateCodeKind>

public enum GateCodeKind: IdentifierKind {
  public static let pattern = "^G-[A-Z0-9]{1,8}$"
  public static let longest = 10
  public static let example = "G-V2"
  public static func accepts(_ text: String) -> Bool {
    text.hasPrefix("G-") && (3...10).contains(text.utf8.count)
      && text.utf8.dropFirst(2).allSatisfy { ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) }
  }
}
