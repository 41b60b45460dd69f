import Mustache

/// What a template is filled with.
indirect enum FormValue: Hashable, Sendable {
  case text(String)
  /// A text that is not there: shows nothing, and what surrounds it is not looked at in its place.
  case nothing
  case flag(Bool)
  case list([FormValue])
  case map([String: FormValue])

  /// As the template engine takes it.
  var plain: Any {
    switch self {
    case .text(let text): text
    case .nothing: Nothing()
    case .flag(let flag): flag
    case .list(let values): values.map(\.plain)
    case .map(let members): members.mapValues(\.plain)
    }
  }

  private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  /// `nothing` when there is no text.
  static func text(_ text: String?) -> FormValue { text.map { .text($0) } ?? .nothing }
}

extension FormValue: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}

extension FormValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension FormValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: FormValue...) { self = .list(elements) }
}

extension FormValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, FormValue)...) {
    self = .map(Dictionary(elements) { _, last in last })
  }
}
