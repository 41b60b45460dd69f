import Yams

/// A line and a column of a file, both from 1; 0 for the file as a whole.
struct Place {
  let line: Int
  let column: Int

  static let wholeFile = Place(line: 0, column: 0)
  static let beginning = Place(line: 1, column: 1)

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
