import Foundation
import Yams

/// The articles of one city's document, kept by hand: what kind of statement each makes, and why some are not modelled.
struct ArticleTable: Decodable {
  /// What a statement does. The first four bind somebody and must be modelled, or left out for a reason.
  enum Kind: String, Decodable {
    case duty, bound, formula, sequence, definition, aim

    var mustBeModelled: Bool {
      switch self {
      case .duty, .bound, .formula, .sequence: true
      case .definition, .aim: false
      }
    }

    /// Whether there must be a test that shows it on both sides: for what can be right or wrong by one.
    var mustBeTested: Bool { self == .bound || self == .formula || self == .sequence }
  }

  /// One statement of an article; an article that makes several has as many.
  struct Statement: Decodable {
    /// As packs cite it: `3.3`, `Annex 2`.
    let number: String
    let kind: Kind
    /// In a few words of ours.
    let says: String
    /// What became of it: beginnings of the pack's paths that cite the article (`rounds.willingness`,
    /// `gates.voting.close-notice`), or commands by which it is recorded.
    let by: [String]?
    /// `PolicyTests/VoteVectorTests: the beginning of the test's title`
    let tests: [String]?
    /// Why it is deliberately not modelled.
    let omitted: String?
  }

  let pack: String
  /// The document's short key in the pack.
  let instrument: String
  let articles: [Statement]

  init(file: URL) throws {
    self = try DocumentationFile.read(ArticleTable.self, file)
  }
}

/// A hand-kept YAML file below Shared/Documentation.
enum DocumentationFile {
  static func read<Value: Decodable>(_ type: Value.Type, _ file: URL) throws -> Value {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw DeskFault.usage("file-unreadable", zh: "读不到文件 \(file.path)。", en: "The file \(file.path) cannot be read.")
    }
    do { return try YAMLDecoder().decode(type, from: text) } catch {
      throw DeskFault.rejected("file-unreadable", zh: "读不懂 \(file.path)：\(error)", en: "\(file.path) cannot be read: \(error)")
    }
  }
}
