import Contracts
import DomainModel
import Testing

@Suite("What messages are for")
struct SummaryTests {
  private static var names: [WireName] {
    Catalogue.commands.map { $0.name } + Catalogue.events.map { $0.name } + Catalogue.queries.map { $0.name }
  }

  @Test("is told in a line of both languages for every message")
  func all() {
    var missing: [WireName] = []
    for name in Self.names where MessageSummary.of(name) == nil { missing.append(name) }
    #expect(missing == [])
    for name in Self.names {
      guard let summary = MessageSummary.of(name) else { continue }
      #expect(!summary.zh.isEmpty && summary.zh.count <= 40, "\(name)")
      #expect(!summary.en.isEmpty && summary.en.count <= 90, "\(name)")
    }
  }

  @Test("is not told of messages that there are not")
  func none() throws {
    #expect(MessageSummary.of("voting.fly-away") == nil)
    #expect(MessageSummary.of("voting.register-community") == nil)
  }
}
