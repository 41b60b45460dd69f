import DomainModel
import Testing

@Suite("Facts of a project")
struct FactTests {
  private static let source = SourceRef(feed: .voting, epoch: "0badcafe", sequence: 4)

  private func facts() -> ProjectFacts {
    var facts = ProjectFacts(project: "330382-2024-0007")
    facts.state(.planVoteCarried, Fact(value: .flag(true), on: "2024-03-01", source: Self.source))
    return facts
  }

  @Test("are owned by the service that begins their name", arguments: FactKey.allCases)
  func owners(_ key: FactKey) {
    #expect(key.rawValue.hasPrefix("\(key.owner.rawValue)."))
  }

  @Test("hold while they stand, and are unknown once withdrawn, though still listed")
  func withdrawn() {
    var facts = facts()
    #expect(facts.holds(.planVoteCarried))
    facts.withdraw(Self.source)
    #expect(!facts.holds(.planVoteCarried))
    #expect(facts[.planVoteCarried] == nil)
    #expect(facts.all.map(\.fact.isWithdrawn) == [true])
  }

  @Test("stand in question until that is cleared, and a later statement replaces both marks")
  func questioned() {
    var facts = facts()
    facts.question(Self.source, true)
    #expect(facts[.planVoteCarried]?.isInQuestion == true)
    facts.question(Self.source, false)
    #expect(facts[.planVoteCarried]?.isInQuestion == false)
    facts.withdraw(Self.source)
    let newer = SourceRef(feed: .voting, epoch: "0badcafe", sequence: 9)
    facts.state(.planVoteCarried, Fact(value: .flag(false), on: "2024-04-01", source: newer))
    #expect(facts[.planVoteCarried]?.value == .flag(false))
    facts.withdraw(Self.source)
    #expect(facts[.planVoteCarried] != nil)
  }

  @Test("cross the wire as one typed value", arguments: [
    FactValue.flag(false), .count(3), .money("5.00"), .area("78.32"), .share("2/3"), .date("2024-03-01"), .code("a"),
  ])
  func values(_ value: FactValue) throws {
    #expect(try WireForm.roundTrip(value).value == value)
  }

  @Test("are refused with no value, two, or one of another kind", arguments: ["{}", #"{"flag":true,"count":1}"#, #"{"money":5}"#,
    #"{"text":"a"}"#, #"{"flag":"yes"}"#])
  func refused(_ json: String) {
    #expect(throws: (any Error).self) { try WireForm.decode(FactValue.self, json) }
  }
}
