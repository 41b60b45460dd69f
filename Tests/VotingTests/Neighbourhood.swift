import Contracts
import Crypto
import DomainModel
import Foundation
import Policy
import TestKit
import Voting

/// A project ready to vote, and shorthand for what its offices do, so that a test reads like the case it tells.
struct Neighbourhood {
  let bench: Bench
  let project: ProjectID = "330382-2024-0007"
  let plan: PlanID = "330382-2024-0007/P1"
  /// A photograph, a scan, a letter.
  let paper: DocumentHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  init(law: Law? = nil) throws {
    bench = try Bench(VotingService.definition, law: law ?? .yueqing())
    try bench.openProject(project, on: "2024-01-08")
    try bench.state(
      [
        FactStatement(.eligible, .flag(true)), FactStatement(.selfGovernanceFormed, .flag(true)),
        FactStatement(.planVersion, .code(plan.rawValue)),
      ], of: project, on: "2024-01-10")
    try bench.upload(paper)
  }

  // MARK: Rolls

  /// Unit `u-n` with 80 m² and the owner `p-n`, unless said otherwise.
  static func unit(
    _ number: Int, _ area: Area? = "80.00", basis: AreaBasis = .registered, owners: [PersonID]? = nil,
    isUnsold: Bool? = nil, countsAsHousehold: Bool? = nil
  ) throws -> RollUnit {
    RollUnit(
      unit: try UnitID("u-\(number)"), building: "b-1", roomNo: try Text("1幢\(number)室"), exclusiveArea: area,
      areaBasis: basis, owners: try Listing((owners ?? [PersonID("p-\(number)")]).map { RollOwner(person: $0) }),
      isUnsold: isUnsold, countsAsHousehold: countsAsHousehold)
  }

  static func units(_ numbers: ClosedRange<Int>) throws -> [RollUnit] { try numbers.map { try unit($0) } }

  func draft(_ units: [RollUnit], on day: BusinessDate = "2024-01-15") throws -> RollID {
    let roll = try bench.send(BeginRoll(project: project), on: day).roll
    for start in stride(from: 0, to: units.count, by: 500) {
      let chunk = Array(units[start..<min(start + 500, units.count)])
      try bench.send(AddRollUnits(project: project, roll: roll, units: try Listing(chunk)), on: day)
    }
    return roll
  }

  /// The seal as whoever holds the list would state it.
  func seal(_ roll: RollID, _ units: [RollUnit]) throws -> SealRoll {
    let digest = SHA256.hash(data: Data(RollContent(units.map(RollEntry.init)).text.utf8))
    let hash = try DocumentHash(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    return SealRoll(
      project: project, roll: roll, units: try Whole(units.count),
      totalArea: try Area.sum(units.compactMap(\.exclusiveArea)), contentHash: hash)
  }

  @discardableResult
  func sealedRoll(_ units: [RollUnit], on day: BusinessDate = "2024-01-15") throws -> RollID {
    let roll = try draft(units, on: day)
    try bench.send(seal(roll, units), on: day)
    return roll
  }

  // MARK: Rounds

  func opening(
    _ kind: RoundKind, on roll: RollID, opensOn: BusinessDate? = nil, closesOn: BusinessDate? = nil,
    blankRulePrinted: Bool? = nil
  ) -> OpenRound {
    OpenRound(
      project: project, kind: kind, roll: roll, planVersion: kind == .plan ? plan : nil, opensOn: opensOn,
      closesOn: closesOn, formsIssued: 300, blankRulePrinted: blankRulePrinted)
  }

  func ballot(
    _ number: String, _ unit: Int, _ opinion: Opinion, by signer: PersonID? = nil,
    signedOn day: BusinessDate = "2024-03-05"
  ) throws -> Ballot {
    Ballot(
      ballotNo: try Identifier(number), unit: try UnitID("u-\(unit)"), signer: try signer ?? PersonID("p-\(unit)"),
      opinion: opinion, signedOn: day)
  }

  /// Enters `opinion` for each unit, the forms numbered by unit.
  func cast(
    _ opinion: Opinion, _ units: ClosedRange<Int>, in round: RoundID, signedOn day: BusinessDate = "2024-03-05"
  ) throws {
    let ballots = try units.map { try ballot("f-\($0)", $0, opinion, signedOn: day) }
    let reply = try bench.send(
      CastBallots(project: project, round: round, ballots: try Listing(ballots)), on: "2024-03-08")
    guard reply.rows.allSatisfy({ $0.outcome == .counted }) else { throw Unexpected() }
  }

  func closing(_ round: RoundID) -> CloseRound {
    CloseRound(project: project, round: round, counters: ["p-0a11"], scans: [paper])
  }

  // MARK: Notices

  func posting(
    _ kind: NoticeKind = .plan, contents: [Identifier<SlugKind>]? = nil,
    places: [Identifier<SlugKind>] = ["in-community"], photographedOn: BusinessDate? = "2024-03-04", plan: PlanID? = nil,
    until printedLastDay: BusinessDate? = nil
  ) throws -> PostNotice {
    let codes = contents ?? ["works-content", "estimate", "fund-raising", "long-term-management", "notice-form"]
    return PostNotice(
      project: project, kind: kind, planVersion: kind == .willingness ? nil : plan ?? self.plan,
      contents: try Listing(codes.map { NoticeContent(code: $0, document: paper) }), places: try Listing(places),
      evidence: try Listing(
        photographedOn.map { [NoticeEvidence(shows: .hangsAtStart, takenOn: $0, document: paper)] } ?? []),
      printedLastDay: printedLastDay)
  }

  /// A notice posted on Monday, 4 March 2024: seven working days are complete with Wednesday the 13th.
  @discardableResult
  func postedNotice(until printed: BusinessDate? = nil) throws -> NoticeID {
    try bench.send(posting(until: printed), on: "2024-03-04").notice
  }

  func ending(_ notice: NoticeID, lastDay: BusinessDate, photographedOn: BusinessDate? = nil) -> CloseNotice {
    CloseNotice(
      project: project, notice: notice, lastDay: lastDay,
      evidence: [NoticeEvidence(shows: .hangsAtEnd, takenOn: photographedOn ?? lastDay, document: paper)])
  }

  struct Unexpected: Error {}
}
