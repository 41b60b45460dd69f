import Foundation
import Testing

@Suite("The glossary")
struct GlossaryTests {
  @Test("names types that are declared in the files it names")
  func types() throws {
    let page = try #require(Checkout.file("Shared/Documentation/Glossary.md"))
    let rows = Self.rows(of: page.text)
    #expect(rows.count > 30)
    for row in rows {
      let file = Checkout.file(row.file)
      #expect(file != nil, "\(row.file) is not there")
      #expect(Self.declares(file?.text ?? "", row.type), "\(row.file) does not declare \(row.type)")
    }
  }

  @Test("is seen to name what is not there")
  func absent() {
    #expect(Self.rows(of: "| a | b | `Round` | Shared/x.swift |\n|---|---|---|---|\n").map(\.type) == ["Round"])
    #expect(Self.declares("public struct Round {}", "Round"))
    #expect(!Self.declares("public struct Rounds {}\n// struct Round", "Round"))
  }

  @Test("is not alone: every page that another page links to is there")
  func links() {
    let pages = Checkout.files.filter { $0.path.hasPrefix("Shared/Documentation/") && $0.path.hasSuffix(".md") }
    #expect(pages.count > 5)
    for page in pages {
      let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
      for part in page.text.components(separatedBy: "](").dropFirst() {
        let link = String(part.prefix { $0 != ")" })
        let target = String(link.prefix { $0 != "#" })
        guard !link.hasPrefix("http"), !target.isEmpty else { continue }
        let place = Checkout.folder.appendingPathComponent(folder).appendingPathComponent(target)
        #expect(FileManager.default.fileExists(atPath: place.path), "\(page.path) links to \(link)")
      }
    }
  }

  private static func rows(of page: String) -> [(type: String, file: String)] {
    page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[2].hasPrefix("`"), cells[2].hasSuffix("`") else { return nil }
      return (String(cells[2].dropFirst().dropLast()), cells[3])
    }
  }

  private static func declares(_ text: String, _ type: String) -> Bool {
    let words = SwiftWords(text)
    return ["struct", "enum", "class", "protocol", "typealias"].contains { !words.places(ofWords: [$0, type]).isEmpty }
  }
}
