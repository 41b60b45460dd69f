import DomainModel
import Foundation
import Policy

/// The pages about the rules that are generated from a checkout, and what is missing in what they are made of.
struct PolicyPages {
  struct Page {
    /// Relative to the checkout.
    let path: String
    let text: String
  }

  let pages: [Page]
  let gaps: [String]

  /// - Parameter root: the checkout.
  init(root: URL) throws {
    let packs = root.appendingPathComponent("Shared/Policy/Packs")
    let documentation = root.appendingPathComponent("Shared/Documentation")
    let tests = TestShelf(folder: root.appendingPathComponent("Tests"))
    var pages: [Page] = []
    var gaps: [String] = []
    let library = try PackLibrary(folder: packs, knownRules: RuleRegistry.knownRules)
    for pack in Set(library.editions.map(\.identity.pack.rawValue)).sorted() {
      let file = documentation.appendingPathComponent("Index/\(pack).yaml")
      guard FileManager.default.fileExists(atPath: file.path) else {
        gaps.append("\(pack): write Shared/Documentation/Index/\(pack).yaml, the table of its articles")
        continue
      }
      let index = try PackIndex(PackSource(pack, in: [packs]), table: ArticleTable(file: file), tests: tests)
      pages.append(Page(path: "Shared/Documentation/Index/\(pack).md", text: index.markdown))
      gaps += index.gaps
    }
    let register = try AmbiguityRegister(file: documentation.appendingPathComponent("Index/ambiguities.yaml"))
    pages.append(Page(path: "Shared/Documentation/Ambiguities.md", text: register.markdown(library.defaults)))
    self.pages = pages
    self.gaps = gaps + register.gaps(library.defaults, tests)
  }
}
