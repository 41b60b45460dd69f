import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("Articles in both languages, for every installed city")
struct ArticleBookTests {
  private static let articles = ArticleBook { try? OurPacks.library() }

  /// Every article that a gate of the edition rests on.
  private static func citations(_ edition: Edition) -> Set<Citation> {
    Set(edition.file.gates.flatMap(\.gate).flatMap(\.citations).filter { $0.instrument != Recommendation.instrument })
  }

  @Test("each is cited by its document's title, or by our name for it that says so, and its article", arguments: Language.allCases)
  func named(_ language: Language) throws {
    for edition in try OurPacks.library().editions {
      let cites = ArticleBookTests.citations(edition)
      #expect(!cites.isEmpty, "\(edition.identity.pack) has gates")
      for citation in cites {
        let text = ArticleBookTests.articles.text(of: citation, in: edition.identity, language)
        let instrument = try #require(edition.instrument(of: citation))
        #expect(text.contains(instrument.name(language)), "\(text)")
        #expect(text.contains(citation.article), "\(text)")
        #expect(text != citation.description, "the short key alone means nothing to a clerk")
        if let title = instrument.title {
          #expect(text.contains("《\(title)》"))
        } else {
          #expect(text.contains(language == .zh ? "所拟" : "ours"), "a name of ours says that it is: \(text)")
        }
      }
    }
  }

  @Test("a draft is called one beside every article, and nothing else is", arguments: Language.allCases)
  func drafts(_ language: Language) throws {
    for edition in try OurPacks.library().editions {
      for citation in ArticleBookTests.citations(edition) {
        let text = ArticleBookTests.articles.text(of: citation, in: edition.identity, language)
        let mark = edition.file.pack.status.mark.map { language == .zh ? "【\($0.zh)】" : "[\($0.en)]" }
        if edition.file.pack.status == .draft {
          #expect(text.contains(try #require(mark)), "\(text)")
        } else {
          #expect(!text.contains("征求意见") && !text.lowercased().contains("draft"), "\(text)")
        }
      }
    }
  }

  @Test("a default of ours is called ours with its reason in the language asked for")
  func ours() throws {
    let citation = Citation(instrument: Recommendation.instrument, article: "notices.plan.summaryVisible")
    #expect(ArticleBookTests.articles.text(of: citation, in: nil, .zh).contains("本系统默认"))
    #expect(ArticleBookTests.articles.text(of: citation, in: nil, .en).contains("our default"))
  }
}
