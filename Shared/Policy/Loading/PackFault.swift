/// What is wrong at one place of a policy file, said so that whoever edits the file can put it right.
public struct PackFault: Error, Hashable, Sendable {
  /// The kinds of fault, stable for tools and tests; never reused for another meaning.
  public enum Code: String, Sendable, CaseIterable {
    case unreadable, tooLarge = "too-large", notText = "not-text", malformed, anchor, tag
    case duplicateKey = "duplicate-key", unknownKey = "unknown-key", missingKey = "missing-key"
    case wrongShape = "wrong-shape", wrongValue = "wrong-value", unknownWord = "unknown-word"
    case missingCitation = "missing-citation", missingReason = "missing-reason"
    case unknownInstrument = "unknown-instrument", unknownRule = "unknown-rule"
    case unknownReference = "unknown-reference", repeated, wrongOrder = "wrong-order", wrongName = "wrong-name"
    case overlappingValidity = "overlapping-validity"
  }

  public let code: Code
  /// The file as it was named to the loader.
  public let file: String
  /// From 1; 0 when the fault is about the file as a whole.
  public let line: Int
  /// From 1, counted in Unicode scalars; 0 when the fault is about the file as a whole.
  public let column: Int
  /// Where in the file's structure: `rounds.plan.quorum`, `gates[3].gate[0]`.
  public let path: String
  /// The fault and its remedy in Chinese.
  public let zh: String
  /// The same in English.
  public let en: String

  public init(
    _ code: Code, file: String, line: Int = 0, column: Int = 0, path: String = "", zh: String, en: String
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.zh = zh
    self.en = en
  }
}

extension PackFault: CustomStringConvertible {
  /// `yueqing/2024-1.yaml:14:3: rounds.plan: …` as compilers print faults, so that editors can jump to it.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return path.isEmpty ? "\(place): \(en)" : "\(place): \(path): \(en)"
  }
}

/// Every fault of the files read together, by file and line. Never empty.
public struct PackFaults: Error, Hashable, Sendable {
  public let faults: [PackFault]

  init(_ faults: [PackFault]) {
    precondition(!faults.isEmpty, "a refusal of a file names its faults")
    self.faults = faults.sorted {
      ($0.file, $0.line, $0.column, $0.code.rawValue) < ($1.file, $1.line, $1.column, $1.code.rawValue)
    }
  }
}

extension PackFaults: CustomStringConvertible {
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
