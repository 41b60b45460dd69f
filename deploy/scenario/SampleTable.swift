import Foundation

/// A small CSV of the samples: no quotes, a header line.
struct SampleTable {
  let rows: [[String]]

  init(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension [String] {
  func whole(_ place: Int) throws -> Int {
    guard let value = Int(self[place]) else { throw StoryFault("a sample has no number in column \(place + 1)") }
    return value
  }
}
