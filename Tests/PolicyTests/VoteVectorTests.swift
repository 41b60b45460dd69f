import DomainModel
import Testing

@testable import Policy

/// The vectors V1 to V14 of domain §4.5: one set of ballots under the rules of four cities.
@Suite("Vote vectors")
struct VoteVectorTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    var heads: Int64 = 300
    var area: Int64 = 2_400_000
    let agree: (heads: Int64, area: Int64)
    var disagree: (heads: Int64, area: Int64) = (0, 0)
    var blank: (heads: Int64, area: Int64) = (0, 0)
    let wenzhou: Bool
    let yueqing: Bool
    let sichuan: Bool

    var testDescription: String { name }

    /// Every unit of the vectors is one head and one household.
    var figures: VoteFigures {
      let people = OpinionCount(agreeing: agree.heads, disagreeing: disagree.heads, blank: blank.heads)
      return VoteFigures(
        roll: .init(area: area, heads: heads, households: heads),
        area: OpinionCount(agreeing: agree.area, disagreeing: disagree.area, blank: blank.area), heads: people,
        households: people)
    }
  }

  static let vectors: [Vector] = [
    Vector(
      name: "V1", agree: (200, 1_600_000), disagree: (100, 800_000), wenzhou: true, yueqing: false, sichuan: true),
    Vector(
      name: "V2", agree: (199, 2_000_000), disagree: (101, 400_000), wenzhou: false, yueqing: false, sichuan: false),
    Vector(
      name: "V3", agree: (210, 1_680_000), disagree: (90, 720_000), wenzhou: true, yueqing: false, sichuan: true),
    Vector(
      name: "V4", agree: (168, 1_344_000), disagree: (42, 336_000), wenzhou: false, yueqing: true, sichuan: false),
    Vector(
      name: "V5", agree: (150, 1_200_000), disagree: (50, 400_000), wenzhou: false, yueqing: true, sichuan: false),
    Vector(name: "V6", agree: (200, 1_599_999), wenzhou: false, yueqing: false, sichuan: true),
    Vector(
      name: "V7", area: 2_500_000, agree: (230, 1_666_666), disagree: (70, 833_334), wenzhou: false, yueqing: false,
      sichuan: true),
    Vector(
      name: "V8", area: 2_500_000, agree: (230, 1_666_667), disagree: (70, 833_333), wenzhou: true, yueqing: false,
      sichuan: true),
    Vector(
      name: "V9", agree: (225, 1_200_000), disagree: (55, 1_000_000), wenzhou: false, yueqing: false, sichuan: true),
    Vector(
      name: "V10", agree: (179, 1_500_000), disagree: (61, 420_000), wenzhou: false, yueqing: false, sichuan: false),
    Vector(
      name: "V11", agree: (180, 1_440_000), disagree: (60, 480_000), wenzhou: false, yueqing: true, sichuan: false),
    Vector(
      name: "V12", agree: (150, 1_200_000), disagree: (40, 320_000), blank: (60, 480_000), wenzhou: true,
      yueqing: false, sichuan: false),
    Vector(
      name: "V13", agree: (100, 800_000), disagree: (100, 800_000), blank: (60, 480_000), wenzhou: false,
      yueqing: false, sichuan: false),
    Vector(
      name: "V14", agree: (120, 960_000), disagree: (130, 1_040_000), blank: (30, 240_000), wenzhou: false,
      yueqing: false, sichuan: false),
  ]

  @Test("come out as the domain computed them", arguments: vectors)
  func vector(_ vector: Vector) throws {
    for round in [\RoundsTerms.willingness, \RoundsTerms.plan] {
      let wenzhou = try #require(VoteThresholds(PackFolder.wenzhou(), round))
      #expect(wenzhou.result(of: vector.figures, blankRulePrinted: true).isCarried == vector.wenzhou)
      let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), round))
      #expect(yueqing.result(of: vector.figures, blankRulePrinted: false).isCarried == vector.yueqing)
    }
    #expect(VoteThresholds.sichuan.result(of: vector.figures, blankRulePrinted: false).isCarried == vector.sichuan)
  }

  @Test("come out in Ziyang by its own pack, which counts owners and no area", arguments: vectors)
  func ziyang(_ vector: Vector) throws {
    let edition = try #require(PackFolder.library().edition("ziyang", "2020-1"))
    let thresholds = try #require(VoteThresholds(edition, \.willingness))
    let result = thresholds.result(of: vector.figures, blankRulePrinted: false)
    #expect(result.isCarried == vector.sichuan)
    #expect(result.tests.map(\.name) == [.approveHeads])
    #expect(result.tests.first?.cites.map(\.article) == ["4.2"])
  }

  private func wenzhou() throws -> VoteThresholds { try #require(VoteThresholds(PackFolder.wenzhou(), \.plan)) }

  private func vector(_ name: String) throws -> Vector { try #require(Self.vectors.first { $0.name == name }) }

  @Test("V6 fails Yueqing by one hundredth of a square metre, and says so")
  func quorumByAHair() throws {
    let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), \.plan))
    let result = yueqing.result(of: try vector("V6").figures, blankRulePrinted: false)
    #expect(result.tests.filter { !$0.isReached }.map(\.name) == [.quorumArea])
    let finding = try #require(result.findings.first { $0.rule == "voting.quorum-area" })
    #expect(finding.result == .violated)
    #expect(finding.values.contains(NamedValue("missing", .area("0.01"))))
  }

  @Test("V7 would read 66.67 % if it were rounded; it is cut and not met")
  func roundingTrap() throws {
    let test = try #require(
      try wenzhou().result(of: try vector("V7").figures, blankRulePrinted: true).tests.first)
    #expect(try Share(test.part, of: test.of).percentage == "66.66%")
    #expect(!test.isReached)
  }

  @Test("V12 turns on the forms without an opinion in Wenzhou, and on nothing else in Yueqing")
  func pivotalBlanks() throws {
    let figures = try vector("V12").figures
    let wenzhou = try self.wenzhou().result(of: figures, blankRulePrinted: true)
    #expect(wenzhou.isBlankPivotal && wenzhou.majority == .agree)
    #expect(wenzhou.tests.map(\.part) == [1_680_000, 210])
    #expect(wenzhou.explicitTests.map(\.part) == [1_200_000, 150])
    let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), \.plan)).result(of: figures, blankRulePrinted: false)
    #expect(!yueqing.isBlankPivotal)
    #expect(yueqing.blank == .participatesNotApproves && yueqing.blankOrigin == .recommended)
  }

  @Test("V12 fails in Wenzhou when the form did not print the rule")
  func unprintedRule() throws {
    let result = try wenzhou().result(of: try vector("V12").figures, blankRulePrinted: false)
    #expect(!result.isCarried && !result.isBlankPivotal)
    #expect(result.blank == .participatesNotApproves && result.blankOrigin == .recommended)
  }

  @Test("V13: at a tie the blanks stay with nobody; V14: they may follow a no")
  func tieAndNo() throws {
    let tie = try wenzhou().result(of: try vector("V13").figures, blankRulePrinted: true)
    #expect(tie.majority == .none && tie.tests == tie.explicitTests)
    let no = try wenzhou().result(of: try vector("V14").figures, blankRulePrinted: true)
    #expect(no.majority == .disagree && no.tests.map(\.part) == [960_000, 120])
  }

  @Test("V5 is the least that carries in Yueqing: one head or one hundredth less does not")
  func leastApproval() throws {
    let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), \.plan))
    func carries(_ agree: (Int64, Int64), _ disagree: (Int64, Int64)) -> Bool {
      yueqing.result(
        of: Vector(name: "", agree: agree, disagree: disagree, wenzhou: false, yueqing: false, sichuan: false).figures,
        blankRulePrinted: false
      ).isCarried
    }
    #expect(carries((150, 1_200_000), (50, 400_000)))
    #expect(!carries((149, 1_200_000), (51, 400_000)))
    #expect(!carries((150, 1_199_999), (50, 400_001)))
    #expect(!carries((150, 1_200_000), (49, 400_000)))
    #expect(!carries((150, 1_200_000), (50, 399_999)))
  }

  @Test("nobody taking part carries nothing")
  func emptyRound() throws {
    let figures = VoteFigures(roll: .init(area: 2_400_000, heads: 300, households: 300))
    for thresholds in [try #require(VoteThresholds(PackFolder.yueqing(), \.willingness)), try wenzhou(), .sichuan] {
      #expect(!thresholds.result(of: figures, blankRulePrinted: true).isCarried)
    }
  }

  @Test("the chart's two thirds of all are advice: V4 carries and the advice says what it misses")
  func advisoryThreshold() throws {
    let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), \.plan))
    let result = yueqing.result(of: try vector("V4").figures, blankRulePrinted: false)
    let advice = try #require(result.findings.first { $0.rule == "voting.advisory-threshold" })
    #expect(result.isCarried && advice.result == .violated && advice.force == .advises)
    #expect(advice.cites.items == [Citation(instrument: "plan", article: "Annex 3")])
    let reached = yueqing.result(
      of: Vector(name: "", agree: (240, 1_920_000), wenzhou: true, yueqing: true, sichuan: true).figures,
      blankRulePrinted: false)
    #expect(reached.findings.first { $0.rule == "voting.advisory-threshold" }?.result == .satisfied)
  }

  @Test("owners and households that decide differently are told")
  func headBasesDiffer() throws {
    // One owner of fifty-one units says no: one head of 250, but 51 households of 300.
    let figures = VoteFigures(
      roll: .init(area: 2_400_000, heads: 250, households: 300), area: OpinionCount(agreeing: 2_000_000),
      heads: OpinionCount(agreeing: 180, disagreeing: 20), households: OpinionCount(agreeing: 180, disagreeing: 71))
    let yueqing = try #require(VoteThresholds(PackFolder.yueqing(), \.plan))
    let result = yueqing.result(of: figures, blankRulePrinted: false)
    let told = try #require(result.findings.first { $0.rule == "voting.head-bases-agree" })
    #expect(result.isCarried && told.result == .violated && !told.stops)
  }

  @Test("a head with several units agrees only if none of its forms says otherwise")
  func severalUnits() {
    var head = HeadForms()
    #expect(head.opinion == nil)
    head.move(from: nil, to: .agree)
    #expect(head.opinion == .agree)
    head.move(from: nil, to: .blank)
    #expect(head.opinion == .blank)
    head.move(from: nil, to: .disagree)
    #expect(head.opinion == .disagree)
    head.move(from: .disagree, to: .agree)
    #expect(head.opinion == .blank)
    head.move(from: .blank, to: nil)
    #expect(head.opinion == .agree)
  }
}

extension VoteThresholds {
  /// Sichuan 2.2, and Ziyang 4.2 alike: two thirds of all owners, no test of area.
  static let sichuan = VoteThresholds(
    quorum: .silent,
    approval: .stated(Approval(area: nil, heads: "2/3", of: .all), [Citation(instrument: "workflow", article: "2.2")]),
    heads: .owner, blank: .open)
}
