import DomainModel
import Testing

@testable import Policy

@Suite("Resident money over time")
struct FundingOverTimeTests {
  @Test(
    "one fen short is not the whole",
    arguments: [("1199999.99", false), ("1200000.00", true), ("1200000.01", true)] as [(Money, Bool)])
  func oneFenShort(cleared: Money, holds: Bool) {
    let ratio = InPlaceRatio(cleared: cleared, planned: "1200000.00")
    #expect(ratio.reaches(.whole) == holds)
    #expect(ratio.missing(to: .whole) == (holds ? .zero : "0.01"))
  }

  @Test("nine tenths to the fen", arguments: [("1079999.99", false), ("1080000.00", true)] as [(Money, Bool)])
  func nineTenths(cleared: Money, holds: Bool) {
    #expect(InPlaceRatio(cleared: cleared, planned: "1200000.00").reaches("9/10") == holds)
  }

  @Test("is unknown before there is a plan, and met where nothing is planned")
  func withoutPlan() {
    #expect(InPlaceRatio(cleared: "100.00", planned: nil).reaches(.whole) == nil)
    #expect(InPlaceRatio(cleared: "100.00", planned: nil).share == nil)
    #expect(InPlaceRatio(cleared: .zero, planned: .zero).reaches(.whole) == true)
    #expect(InPlaceRatio(cleared: .zero, planned: .zero).share == nil)
  }

  @Test("is complete on the clearing day of the deposit that completes it")
  func completeSince() throws {
    let funds = FundsOnDays(
      [ClearedOn("2024-03-10", "400.00"), ClearedOn("2024-03-01", "600.00"), ClearedOn("2024-03-20", "50.00")],
      planned: "1000.00")
    #expect(try funds.completeSince() == "2024-03-10")
    let standing = try funds.standing()
    #expect(standing.cleared == "1000.00" && standing.since == "2024-03-10")
    #expect(try funds.total() == "1050.00")
    #expect(try funds.cleared(by: "2024-03-09") == "600.00")
  }

  @Test("a deposit entered late moves the day forward")
  func enteredLate() throws {
    let before = FundsOnDays(
      [ClearedOn("2024-03-01", "600.00"), ClearedOn("2024-03-10", "400.00")], planned: "1000.00")
    let after = FundsOnDays(
      [ClearedOn("2024-03-01", "600.00"), ClearedOn("2024-03-10", "400.00"), ClearedOn("2024-03-05", "400.00")],
      planned: "1000.00")
    #expect(try before.completeSince() == "2024-03-10")
    #expect(try after.completeSince() == "2024-03-05")
  }

  @Test("while something is missing all of it counts, from the day of the last part")
  func incomplete() throws {
    let funds = FundsOnDays([ClearedOn("2024-03-10", "399.99"), ClearedOn("2024-03-01", "600.00")], planned: "1000.00")
    #expect(try funds.completeSince() == nil)
    let standing = try funds.standing()
    #expect(standing.cleared == "999.99" && standing.since == "2024-03-10")
  }
}

@Suite("Dividing the residents' money")
struct FundingApportionmentTests {
  @Test("by area, the odd fen to the largest remainder, ties in the order of the roll")
  func byArea() throws {
    let key = ShareApportionment(by: .exclusiveArea)
    let weights = try [("80.00", true), ("80.00", true), ("40.00", false)].map {
      try key.weight(area: $0.0, countsAsHousehold: $0.1)
    }
    #expect(try key.parts(of: "1000.01", weights: weights) == ["400.01", "400.00", "200.00"])
    #expect(try key.parts(of: "0.02", weights: [1, 1, 1]) == ["0.01", "0.01", .zero])
  }

  @Test("per household, a garage pays nothing")
  func perHousehold() throws {
    let key = ShareApportionment(by: .perHousehold)
    let weights = try [("80.00", true), ("120.00", true), ("15.00", false)].map {
      try key.weight(area: $0.0, countsAsHousehold: $0.1)
    }
    #expect(try key.parts(of: "100.01", weights: weights) == ["50.01", "50.00", .zero])
  }

  @Test("sums exactly for many units")
  func sums() throws {
    let weights = (1...3000).map { Int64(5000 + ($0 * 7919) % 9000) }
    let parts = try ShareApportionment(by: .exclusiveArea).parts(of: "1234567.89", weights: weights)
    #expect(try Money.sum(parts) == "1234567.89")
  }

  @Test("nobody to pay is refused")
  func nobody() {
    #expect(throws: ShareApportionment.NobodyPays.self) {
      try ShareApportionment(by: .perHousehold).parts(of: "1.00", weights: [0, 0])
    }
  }
}

@Suite("The states and bounds of a payment")
struct FundingDisbursementRulesTests {
  @Test("no state is skipped")
  func path() {
    let path = DisbursementPath.usual
    #expect(path.mayEnter("checked", from: "requested"))
    #expect(!path.mayEnter("approved", from: "requested"))
    #expect(!path.mayEnter("paid", from: "checked"))
    #expect(path.next(after: "paid") == nil)
    #expect(DisbursementPath.usual.next(after: "approved") == "paid")
  }

  func facts(contract: Money?, progress: Share?) -> ProjectFacts {
    var facts = ProjectFacts(project: "330382-2024-0007")
    let source = SourceRef(feed: .supervision, epoch: "be9c4001", sequence: 1)
    if let contract { facts.state(.contractSum, Fact(value: .money(contract), on: "2024-05-01", source: source)) }
    if let progress { facts.state(.progress, Fact(value: .share(progress), on: "2024-06-01", source: source)) }
    return facts
  }

  @Test(
    "payment follows progress to the fen",
    arguments: [("250.00", true), ("250.01", false)] as [(Money, Bool)])
  func progress(asked: Money, holds: Bool) throws {
    let findings = try DisbursementBounds(before: "250.00", asked: asked).findings(
      over: facts(contract: "1000.00", progress: "50/100"), on: "2024-07-01")
    #expect(findings.contains { $0.stops } == !holds)
    #expect(findings.map(\.origin) == [.recommended, .recommended])
  }

  @Test(
    "the contract sum bounds it even at full progress",
    arguments: [("500.00", true), ("500.01", false)] as [(Money, Bool)])
  func contract(asked: Money, holds: Bool) throws {
    let findings = try DisbursementBounds(before: "500.00", asked: asked).findings(
      over: facts(contract: "1000.00", progress: "100/100"), on: "2024-07-01")
    #expect((findings.first { $0.rule == DisbursementBounds.contractRule }?.stops == false) == holds)
  }

  @Test("progress of a later day does not count")
  func laterProgress() throws {
    let findings = try DisbursementBounds(before: .zero, asked: "1.00").findings(
      over: facts(contract: "1000.00", progress: "50/100"), on: "2024-05-31")
    #expect(findings.first { $0.rule == DisbursementBounds.progressRule }?.result == .violated)
  }

  @Test("what supervision has not told is awaited")
  func unknown() throws {
    let findings = try DisbursementBounds(before: .zero, asked: "1.00").findings(
      over: facts(contract: "1000.00", progress: nil), on: "2024-07-01")
    #expect(findings.first { $0.rule == DisbursementBounds.progressRule }?.awaits == .supervision)
    #expect(findings.first { $0.rule == DisbursementBounds.contractRule }?.result == .satisfied)
  }
}
