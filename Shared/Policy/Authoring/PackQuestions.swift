/// What an author of a pack looks for in a city's document: a question for each part of the format, in the order in which
/// answers build on each other, which is that of the format.
public enum PackQuestions {
  /// The question behind a parameter. `rounds.plan.quorum` and `rounds.willingness.quorum` ask the same.
  public static func question(of path: String) -> Bilingual? { known[path] ?? known[general(path)] }

  /// All questions by path; a star stands for both rounds and for both notices.
  static let known = residents.merging(money) { first, _ in first }.merging(works) { first, _ in first }

  static func q(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

  /// The path with the two rounds and the two notices as one.
  static func general(_ path: String) -> String {
    var parts = path.split(separator: ".").map(String.init)
    guard parts.count == 3, ["rounds", "notices"].contains(parts[0]) else { return path }
    parts[1] = "*"
    return parts.joined(separator: ".")
  }
}
