/// The word of a closed list that someone who misspelt it probably meant.
public enum NearestWord {
  /// The closest of `words`, or nil when none is close enough to be meant.
  public static func to(_ text: String, among words: some Sequence<String>) -> String? {
    let bound = max(2, text.count * 2 / 5)
    // Long texts are no misspelt keys; measuring them against every word would only cost time.
    guard text.count <= 80 else { return nil }
    var best: (word: String, distance: Int)?
    for word in words {
      let distance = distance(Array(text.lowercased()), Array(word.lowercased()))
      if distance <= bound, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Levenshtein's distance, with one row kept.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[right.count]
  }
}
