import Contracts
import DomainModel
import Foundation
import Policy

@testable import Forms

/// A project of a city with both votes carried, made up for these tests.
struct FormSample {
  static let project: ProjectID = "330382-2024-0007"
  static let plan: PlanID = "330382-2024-0007/P1"

  static let laws = Result {
    let policy = shared.appendingPathComponent("Policy")
    return try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
  }

  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Shared")

  static let templates = Result { try FormFolder(shared.appendingPathComponent("Forms/Templates")) }

  var facts: FormFacts
  var fields = FormFields()

  init(_ pack: String = "yueqing", community: Text<100> = "丹霞小区") throws {
    let laws = try FormSample.laws.get()
    guard let edition = laws.library.editions.last(where: { $0.identity.pack.rawValue == pack }) else {
      throw NoPack(name: pack)
    }
    facts = FormFacts(
      law: Law(edition: edition, calendar: laws.calendar),
      project: ProjectReport(
        project: FormSample.project, title: "丹霞小区改造", community: "330382-C00017", communityName: community,
        edition: edition.identity, openedOn: "2024-01-16", stage: nil, plan: FormSample.plan, constructionUnit: nil,
        planYear: nil, isPlanLate: false, suspendedOn: nil, isWithdrawn: false),
      community: CommunityReport(
        community: "330382-C00017", name: community, address: "乐成街道丹霞路100号", subdistrict: "乐成街道",
        residentsCommittee: "丹霞社区", geography: .urbanCore, registeredOn: "2024-01-08", survey: nil, eligibility: nil,
        body: .init(
          form: .ownersCommittee, formedOn: "2024-01-10", members: ["p-1", "p-2", "p-3"], hasPartyBranch: true,
          stampsByResidentsCommittee: false), project: FormSample.project))
    facts.willingness = try FormSample.report(.willingness, pack)
    facts.plan = try FormSample.report(.plan, pack)
    facts.asked = facts.plan
    facts.rooms = try (1...4).map { try FormSample.room($0) }
    facts.notice = NoticeAnswer.Standing(
      kind: .plan, planVersion: FormSample.plan,
      schedule: NoticeSchedule(
        notice: "330382-2024-0007/N1", postedOn: "2024-04-25", minimumWorkingDays: 7, countedDays: [],
        earliestLastDay: "2024-05-08", unknownYear: nil), summaryAttachedOn: "2024-04-30", lastDay: "2024-05-08",
      workingDaysComplete: 7, isSuperseded: false)
    facts.objectionsOpen = 0
    facts.estimate = FormSample.estimate
    facts.account = AccountAnswer(
      account: nil, planned: "1384666.67", cleared: "1384666.67", ratio: try Share(138_466_667, of: 138_466_667),
      missing: .zero, completeSince: "2024-05-16")
  }

  /// Prints a form of this project.
  func print(_ code: String) throws -> PrintedForm {
    guard let entry = FormList(of: facts.law.edition).entry(code) else { throw NoForm(code: code) }
    return try FormPress(FormSample.templates.get()).print(entry, facts, fields)
  }

  /// 300 heads and 24,000.00 m²; 240 and 19,200.00 take part, 180 and 14,400.00 agree (domain §4.5, V11); counted as
  /// the city counts.
  static func report(_ kind: RoundKind, _ pack: String) throws -> RoundReport {
    let ofAll = pack == "wenzhou"
    let ratios: [VoteRatio] =
      ofAll
      ? [
        VoteRatio(.approveArea, counted: try Share(1_680_000, of: 2_400_000), required: try Share(2, of: 3), isReached: true),
        VoteRatio(.approveHeads, counted: try Share(210, of: 300), required: try Share(2, of: 3), isReached: true),
      ]
      : [
        VoteRatio(.quorumArea, counted: try Share(1_920_000, of: 2_400_000), required: try Share(2, of: 3), isReached: true),
        VoteRatio(.quorumHeads, counted: try Share(240, of: 300), required: try Share(2, of: 3), isReached: true),
        VoteRatio(.approveArea, counted: try Share(1_440_000, of: 1_920_000), required: try Share(3, of: 4), isReached: true),
        VoteRatio(.approveHeads, counted: try Share(180, of: 240), required: try Share(3, of: 4), isReached: true),
      ]
    return RoundReport(
      round: kind == .plan ? "330382-2024-0007/R2" : "330382-2024-0007/R1", kind: kind, roll: "330382-2024-0007/L1",
      rollHash: .sample, planVersion: kind == .plan ? plan : nil, opensOn: kind == .plan ? "2024-04-26" : "2024-03-04",
      closedOn: kind == .plan ? "2024-04-30" : "2024-03-06",
      forms: FormCount(issued: 300, agreeing: 180, disagreeing: 50, blank: 10, unsigned: 2, replaced: 1),
      area: Opinions(all: "24000.00", agreeing: "14400.00", disagreeing: "4000.00", blank: "800.00"),
      heads: Opinions(all: 300, agreeing: 180, disagreeing: 50, blank: 10),
      households: Opinions(all: 300, agreeing: 180, disagreeing: 50, blank: 10),
      blanks: BlankHandling(
        treatment: .participatesNotApproves, origin: .recommended, majority: .none, isPivotal: false),
      ratios: try Listing(ratios), explicitRatios: [], isCarried: true, counters: ["p-0a11"], scans: [.sample])
  }

  static func room(_ number: Int) throws -> AgreeingRooms.Room {
    AgreeingRooms.Room(
      unit: try UnitID("u-1-\(number)"), building: "b-1", roomNo: try Text("1幢\(number)室"), area: "80.00",
      countsAsHousehold: true, owners: ["林*"], isDeemed: false)
  }

  static func unit(_ number: Int) throws -> RollUnits.Unit {
    RollUnits.Unit(
      unit: try UnitID("u-1-\(number)"), building: "b-1", roomNo: try Text("1幢\(number)室"), area: "80.00",
      use: .residential, countsAsHousehold: true, owners: [try PersonID("p-\(number)")], representative: nil)
  }

  /// Opens the round for which ballots are printed, with as many units.
  mutating func open(_ kind: RoundKind, units: Int) throws {
    facts.openRound = Rounds.Line(
      round: kind == .plan ? "330382-2024-0007/R2" : "330382-2024-0007/R1", kind: kind, roll: "330382-2024-0007/L1",
      planVersion: kind == .plan ? FormSample.plan : nil, opensOn: "2024-03-04", closesOn: nil, closedOn: nil,
      isCarried: nil)
    facts.units = try (1...units).map { try FormSample.unit($0) }
  }

  static let figures = SubsidyFigures(
    investment: "9380000.00", basic: "7816666.67", improvement: "1228333.33", enhancement: "335000.00",
    lifts: "1200000.00", floorArea: "30464.56", weightedRate: "31/210", weightedShare: "1384666.67",
    socialCapital: "0.00", beforeCap: "7995333.33", overfunded: "0.00", cap: "9139368.00", subsidy: "7995333.33",
    excess: "0.00", residentsTotal: "1384666.67", residentsCollected: "1384666.67")

  private static let estimate = EstimateReport(
    project: project, plan: plan, figures: figures, apportionment: .exclusiveArea,
    standing: FundsStanding(planned: "1384666.67", cleared: "1384666.67", asOf: nil, completeSince: nil), isCurrent: true)

  struct NoPack: Error { let name: String }
  struct NoForm: Error { let code: String }
}
