import Terminal

/// Shapes of a drawing inside the page. Colours come from the page's classes, so that paper and dark screens have their own.
struct SVG: Sendable {
  let width: Int
  let height: Int
  /// What the drawing says, for those who do not see it.
  let title: String
  private(set) var parts: [String] = []

  init(width: Int, height: Int, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  enum Anchor: String, Sendable {
    case start, middle, end
  }

  mutating func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ name: String, tip: String? = nil, radius: Int = 2
  ) {
    let shape =
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(max(0, width))\" height=\"\(max(0, height))\" rx=\"\(radius)\" class=\"\(name)\""
    parts.append(tip.map { "\(shape)><title>\(HTMLText.escape($0))</title></rect>" } ?? "\(shape)/>")
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ name: String) {
    parts.append("<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" class=\"\(name)\"/>")
  }

  mutating func circle(_ x: Int, _ y: Int, _ radius: Int, _ name: String, tip: String) {
    parts.append(
      "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" class=\"\(name)\"><title>\(HTMLText.escape(tip))</title></circle>"
    )
  }

  mutating func text(_ x: Int, _ y: Int, _ text: String, _ name: String = "t", anchor: Anchor = .start) {
    parts.append(
      "<text x=\"\(x)\" y=\"\(y)\" class=\"\(name)\" text-anchor=\"\(anchor.rawValue)\">\(HTMLText.escape(text))</text>"
    )
  }

  var markup: String {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(HTMLText.escape(title))\">\(parts.joined())</svg>"
  }
}
