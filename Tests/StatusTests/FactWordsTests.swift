import DomainModel
import Testing

@testable import Status

@Suite("What a fact is called")
struct FactWordsTests {
  @Test("is another for each fact, in both languages")
  func distinct() {
    #expect(Set(FactKey.allCases.map(\.words.zh)).count == FactKey.allCases.count)
    #expect(Set(FactKey.allCases.map(\.words.en)).count == FactKey.allCases.count)
    #expect(FactKey.allCases.allSatisfy { !$0.words.zh.isEmpty && !$0.words.en.isEmpty })
  }

  @Test("is not the wire's name, unless nobody worded it")
  func names() throws {
    let zh = FactWords(language: .zh)
    #expect(zh.name("supervision.demolition-cleared") == "违章建筑已拆除")
    #expect(zh.name("voting.health") != "voting.health")
    #expect(zh.name("voting.no-such-thing") == "voting.no-such-thing")
    #expect(zh.value(.flag(false), of: "intake.eligible") == "否")
    #expect(zh.value(.flag(true), of: "intake.eligible") == nil)
    // Cut, never rounded up: what is one fen short is not whole.
    #expect(zh.value(.share(try Share(119_999_999, of: 120_000_000)), of: "funding.in-place-ratio") == "99.99%")
    #expect(zh.value(.code("REVIEW"), of: "intake.eligibility") == "须人工判断")
    #expect(zh.value(.code("implement"), of: "intake.pool-batch") == "实施一批")
    #expect(zh.value(.code("330302-2024-0001/P1"), of: "intake.plan-version") == "330302-2024-0001/P1")
    let step = FactWords(language: .en).step("voting.close-round")
    #expect(step.hasSuffix(" (voting.close-round)") && step.count > 25)
    #expect(FactWords(language: .en).step("voting.no-such-thing") == "voting.no-such-thing")
  }
}
