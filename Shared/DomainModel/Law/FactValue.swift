/// A typed value of a fact or of a finding's input.
public enum FactValue: Hashable, Sendable {
  case flag(Bool)
  case count(Int64)
  case money(Money)
  case area(Area)
  /// A fraction as counted, never reduced.
  case share(Share)
  case date(BusinessDate)
  /// An id, a code or a word of a closed list; never free text and never personal.
  case code(String)
}

extension FactValue: SchemaDescribing {
  private enum Key: String, CodingKey, CaseIterable { case flag, count, money, area, share, date, code }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard container.allKeys.count == 1, let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected exactly one typed value"))
    }
    switch key {
    case .flag: self = .flag(try container.decode(Bool.self, forKey: key))
    case .count: self = .count(try container.decode(Int64.self, forKey: key))
    case .money: self = .money(try container.decode(Money.self, forKey: key))
    case .area: self = .area(try container.decode(Area.self, forKey: key))
    case .share: self = .share(try container.decode(Share.self, forKey: key))
    case .date: self = .date(try container.decode(BusinessDate.self, forKey: key))
    case .code: self = .code(try container.decode(String.self, forKey: key))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .flag(let value): try container.encode(value, forKey: .flag)
    case .count(let value): try container.encode(value, forKey: .count)
    case .money(let value): try container.encode(value, forKey: .money)
    case .area(let value): try container.encode(value, forKey: .area)
    case .share(let value): try container.encode(value, forKey: .share)
    case .date(let value): try container.encode(value, forKey: .date)
    case .code(let value): try container.encode(value, forKey: .code)
    }
  }

  public static var schema: Schema {
    .oneOf([
      .object([.init("flag", .boolean)]),
      .object([.init("count", .integer(least: 0, most: 9_007_199_254_740_991))]),
      .object([.init("money", Money.schema)]), .object([.init("area", Area.schema)]),
      .object([.init("share", Share.schema)]), .object([.init("date", BusinessDate.schema)]),
      .object([.init("code", .string(minLength: 1, maxLength: 200))]),
    ])
  }

  public static var sample: FactValue { .flag(true) }

  /// As a person would read it.
  public var text: String {
    switch self {
    case .flag(let value): value ? "yes" : "no"
    case .count(let value): String(value)
    case .money(let value): value.description
    case .area(let value): value.description
    case .share(let value): "\(value) (\(value.percentage))"
    case .date(let value): value.description
    case .code(let value): value
    }
  }
}
