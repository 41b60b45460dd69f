import ClientKit
import Contracts
import Crypto
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import ServiceKit
import Voting

/// Projects whose residents can be asked: opened in the store of a voting service, then given rolls and rounds through
/// the service's own queue.
final class Electorate {
  /// A round that is open, and the units that have not voted in it yet.
  struct Precinct {
    let project: ProjectID
    let round: RoundID
    let units: Int
    fileprivate(set) var used = 0
  }

  private let rig: Rig
  private var projects = 0
  private var opened = 0
  private let encoder = JSONEncoder()
  static let day: BusinessDate = "2024-03-08"

  init(_ rig: Rig) {
    self.rig = rig
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Makes the voting service know `count` projects, by the engine in this process: in an installation it hears of them
  /// from intake. The service must not be running.
  func openProjects(_ count: Int) throws {
    let laws = try InstalledLaws()
    guard let law = laws.law(of: "yueqing", on: Electorate.day) else { throw BenchFault("the Yueqing pack is not installed") }
    let journal = try SQLiteJournal(
      StoreOptions(
        folder: rig.store(of: .voting), feed: ServiceName.voting.rawValue, vaultKey: try rig.vaultKey(of: .voting),
        makeEpoch: { "be9c0001" }, now: { Instant.now().description }))
    let engine = try Engine(VotingService.definition, journal: journal, laws: Laws(installed: laws))
    let facts = [
      FactStatement(.eligible, .flag(true)), FactStatement(.selfGovernanceFormed, .flag(true)),
    ]
    for number in 1...count {
      let project = try project(number)
      var text = #"{"id":"intake-be9c0002-\#(number)","type":"jiugai.intake.bench-statement.v1","subject":"\#(project)""#
      text += #","time":"2024-01-08T00:00:00.000Z","sequence":\#(number),"effectiveon":"2024-01-08""#
      text += #","organisation":"bench","causationid":"bench","project":"\#(project)""#
      text += #","edition":"# + String(decoding: try encoder.encode(law.reference), as: UTF8.self)
      text += #","facts":"# + String(decoding: try encoder.encode(facts), as: UTF8.self) + "}"
      try engine.hear(HeardEvent(feed: .intake, epoch: "be9c0002", sequence: Int64(number), bytes: Data(text.utf8)))
    }
    try engine.commit()
    try journal.close()
    projects = count
  }

  private struct Laws: LawBook {
    let installed: InstalledLaws
    func law(_ edition: PackEdition) -> Law? { installed.law(edition) }
  }

  private func project(_ number: Int) throws -> ProjectID {
    let digits = String(number)
    return try ProjectID("330382-2024-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }

  /// The next project that has no roll yet.
  func nextProject() throws -> ProjectID {
    guard opened < projects else { throw BenchFault("more projects were needed than opened") }
    opened += 1
    return try project(opened)
  }

  // MARK: Rolls and rounds

  /// Seals a roll of `units` units, each of one owner, and opens a willingness round on it.
  func precinct(units: Int, through line: Pipeline) throws -> Precinct {
    let project = try nextProject()
    let begun: RollBegun = try send(BeginRoll(project: project), through: line)
    let all = try (1...units).map(unit)
    for start in stride(from: 0, to: units, by: 400) {
      let chunk = Array(all[start..<min(units, start + 400)])
      let _: RollProgress = try send(
        AddRollUnits(project: project, roll: begun.roll, units: try Listing(chunk)), through: line)
    }
    let _: RollSummary = try send(try seal(project, begun.roll, all), through: line)
    let round: RoundOpened = try send(
      OpenRound(project: project, kind: .willingness, roll: begun.roll, formsIssued: try Whole(units)), through: line)
    return Precinct(project: project, round: round.round, units: units)
  }

  private func unit(_ number: Int) throws -> RollUnit {
    RollUnit(
      unit: try UnitID("u-\(number)"), building: try BuildingID("b-\(number / 100 + 1)"), roomNo: "室",
      exclusiveArea: "80.00", owners: try Listing([RollOwner(person: try PersonID("p-\(number)"))]))
  }

  func seal(_ project: ProjectID, _ roll: RollID, _ units: [RollUnit]) throws -> SealRoll {
    let digest = SHA256.hash(data: Data(RollContent(units.map(RollEntry.init)).text.utf8))
    return SealRoll(
      project: project, roll: roll, units: try Whole(units.count),
      totalArea: try Area.sum(units.compactMap(\.exclusiveArea)),
      contentHash: try DocumentHash(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
  }

  /// The commands that make a roll of one unit; the last of them states a fact that every service hears.
  func smallRoll(of project: ProjectID, through line: Pipeline) throws -> Prepared {
    let begun: RollBegun = try send(BeginRoll(project: project), through: line)
    let units = [try unit(1)]
    let _: RollProgress = try send(
      AddRollUnits(project: project, roll: begun.roll, units: try Listing(units)), through: line)
    return try prepare(try seal(project, begun.roll, units))
  }

  // MARK: Ballots

  private func ballot(_ number: Int) throws -> Ballot {
    // Two of three agree: the tally moves as in life.
    Ballot(
      ballotNo: try Identifier("f-\(number)"), unit: try UnitID("u-\(number)"), signer: try PersonID("p-\(number)"),
      opinion: number % 3 == 0 ? .disagree : .agree, signedOn: Electorate.day)
  }

  /// `count` commands of one ballot each, for units that have not voted.
  func ballots(_ count: Int, in precinct: inout Precinct) throws -> [Prepared] {
    try take(count, of: &precinct).map { number in
      try prepare(CastBallot(project: precinct.project, round: precinct.round, ballot: try ballot(number)))
    }
  }

  /// The same ballots in commands of `rows`.
  func bulkBallots(_ count: Int, rows: Int, in precinct: inout Precinct) throws -> [Prepared] {
    let numbers = Array(try take(count, of: &precinct))
    return try stride(from: 0, to: count, by: rows).map { start in
      let ballots = try numbers[start..<min(count, start + rows)].map(ballot)
      return try prepare(CastBallots(project: precinct.project, round: precinct.round, ballots: try Listing(ballots)))
    }
  }

  private func take(_ count: Int, of precinct: inout Precinct) throws -> ClosedRange<Int> {
    guard count > 0, precinct.used + count <= precinct.units else { throw BenchFault("the roll has too few units") }
    let range = (precinct.used + 1)...(precinct.used + count)
    precinct.used += count
    return range
  }

  // MARK: Messages

  private func prepare<C: Command>(_ command: C) throws -> Prepared {
    let id = MessageID.make()
    let header = RequestHeader(
      id: id, source: Rig.source, type: C.wireType, subject: command.subject, effectiveon: Electorate.day.description,
      rid: String(id.suffix(12)), lang: "zh-CN")
    return Prepared(kind: .command, header: header.wire(), body: try encoder.encode(command))
  }

  private func send<C: Command>(_ command: C, through line: Pipeline) throws -> C.Reply {
    try JSONDecoder().decode(C.Reply.self, from: try line.ask(try prepare(command)).body)
  }
}
