import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("What a changed pack would have made of steps and payments")
struct ImpactStepTests {
  private static let project = ImpactScene.project
  private let scene: ImpactScene

  init() throws { scene = try ImpactScene() }

  private func yueqing<each Body: Event & Encodable>(
    _ service: ServiceName, _ changes: [(String, String)], _ bodies: repeat each Body
  ) throws -> [String] {
    try scene.differences([try scene.store(service, on: "2024-05-06", repeat each bodies)], changes)
  }

  // MARK: Government money (Ziyang 3.5)

  private static func shares() -> GovernmentSharesFixed {
    GovernmentSharesFixed(
      project: project, plan: "330382-2024-0007/P1",
      shares: GovernmentShares(
        investment: "18900000.00", owners: "600000.00", social: "300000.00", upper: "8000000.00",
        shortfall: "10000000.00", city: "5000000.00", district: "5000000.00"), basis: .sample, standing: .example)
  }

  private static func deposit(
    _ amount: Money, _ level: TreasuryLevel, _ number: BankReference, rule: UpperRule? = nil
  ) -> DepositsRecorded {
    DepositsRecorded(
      project: project, account: 1, purpose: .projectCosts,
      rows: [DepositRow(transaction: number, amount: amount, clearedOn: "2021-05-20", source: .fiscal)], level: level,
      standing: nil, upperRule: rule)
  }

  private static let path: Listing<Identifier<SlugKind>, 10> = [
    "applied", "checked-by-housing", "approved-by-city", "paid-to-treasury-account", "paid-to-project-account",
  ]

  private static func request(_ amount: Money) -> TransferRequested {
    TransferRequested(
      project: project, transfer: "330382-2024-0007/B1", kind: .cityShare, path: path, amount: amount, level: .prefecture,
      document: .sample, by: .example)
  }

  private static let paid = TransferAdvanced(
    transfer: "330382-2024-0007/B1", state: "paid-to-treasury-account", by: .example, document: nil, transaction: "C-1")

  private func ziyang<each Body: Event & Encodable>(
    _ changes: [(String, String)], _ bodies: repeat each Body
  ) throws -> [String] {
    let store = try scene.store(
      .funding, "ziyang", on: "2021-06-05", repeat each bodies, step: "funding.record-subsidy-receipt")
    return try scene.differences([store], in: "ziyang/2020-1.yaml", changes)
  }

  @Test("the city's part follows the split: what was applied for is held against it to the fen")
  func part() throws {
    let split = "splits: {city: 1/2, district: 1/2, of: shortfall"
    let less = (split, "splits: {city: 3/10, district: 7/10, of: shortfall")
    let over = "funding.within-city-part satisfied, blocks → violated, stops"
    #expect(try ziyang([less], Self.shares(), Self.request("3000000.01")).contains(over))
    #expect(try !ziyang([less], Self.shares(), Self.request("3000000.00")).contains(over))
    #expect(try ziyang([], Self.shares(), Self.request("3000000.01")) == [])
  }

  @Test("what was sent back no longer counts against the part")
  func rejected() throws {
    let less = ("splits: {city: 1/2, district: 1/2, of: shortfall", "splits: {city: 3/10, district: 7/10, of: shortfall")
    let back = TransferRejected(transfer: "330382-2024-0007/B1", by: .example, reason: "退回")
    let told = try ziyang([less], Self.shares(), Self.request("3000000.00"), back, Self.request("3000000.00"))
    #expect(!told.contains { $0.hasPrefix("funding.within-city-part") })
  }

  @Test("a payment that waited for no match would have stopped where a match is asked, and the reverse")
  func match() throws {
    let none = ("matching: {value: district-money-in-place, cites: [plan 3.5]}", "matching: silent")
    let events = (Self.shares(), Self.deposit("2999999.99", .county, "D-1"), Self.request("3000000.00"), Self.paid)
    let told = try ziyang([none], events.0, events.1, events.2, events.3)
    #expect(told == ["funding.within-district-money violated, stops → no rule"])
    let enough = try ziyang([none], events.0, Self.deposit("3000000.00", .county, "D-1"), events.2, events.3)
    #expect(enough == [])
  }

  @Test("other states of payment are told with both ways")
  func states() throws {
    let path = "paymentPath: {value: [applied, checked-by-housing, approved-by-city, paid-to-treasury-account, paid-to-project-account], cites: [plan 3.5]}"
    let told = try ziyang([(path, path.replacing("checked-by-housing", with: "checked-by-finance"))], Self.request("1.00"))
    #expect(told.count == 1 && told[0].contains("→ checked-by-housing →") && told[0].contains("→ checked-by-finance →"))
    #expect(try ziyang([(path, "paymentPath: silent")], Self.request("1.00")).first?.hasSuffix("→ silent") == true)
  }

  @Test("an exception by a rule from above would not be taken where the city no longer gives way")
  func exception() throws {
    let gives = ("  upperRules: {value: take-precedence, cites: [plan 3.5]}\n", "")
    let rule = UpperRule(paper: .sample, reason: "省级直达")
    let told = try ziyang([gives], Self.deposit("5.00", .provincial, "U-1", rule: rule))
    #expect(told == ["government-receipt entered → transfer-needed"])
    #expect(try ziyang([gives], Self.deposit("5.00", .county, "U-1")) == [])
    // What a transfer books in the project's account came by the states.
    #expect(try ziyang([], Self.deposit("5.00", .provincial, "U-1", rule: rule)) == [])
  }

  @Test("people read it in their language, programs in codes")
  func words() throws {
    let none = ("matching: {value: district-money-in-place, cites: [plan 3.5]}", "matching: silent")
    let store = try scene.store(
      .funding, "ziyang", on: "2021-06-05", Self.shares(), Self.request("3000000.00"), Self.paid)
    let replay = try ImpactReplay(
      [store], under: scene.changed("ziyang/2020-1.yaml", [none]), library: scene.library)
    let zh = ImpactText(language: .zh).text(replay)
    #expect(zh.contains("不满足, 不予办理") && zh.contains("无此规则") && !zh.contains("violated"))
    #expect(ImpactText(language: .en).text(replay).contains("violated, stops"))
    #expect(ImpactWords.title("settlement-units", .en) == "settlement units")
    #expect(ImpactWords.told("2/2: u-1 due 1.00", .zh) == "2/2: u-1 应补 1.00")
  }

  // MARK: Settlement

  @Test("each unit's balance follows the residents' total, told as one line with the widest")
  func units() throws {
    let accounts = VerifiedAccounts(
      basic: "5600000.00", improvement: .zero, enhancement: .zero,
      sharedCosts: Contracts.SharedCosts(other: .zero, contingency: .zero), lifts: .zero, floorArea: "20000.00",
      socialCapital: .zero)
    let fixed = SharesFixed(
      project: Self.project, division: 1, plan: "330382-2024-0007/P1", roll: "330382-2024-0007/L1",
      apportionment: .exclusiveArea, total: "500000.00", units: 2, basis: .estimate)
    let listed = SharesListed(
      project: Self.project, division: 1, first: 1,
      shares: [
        UnitPart(unit: "u-1", weight: 3, amount: "375000.00"), UnitPart(unit: "u-2", weight: 1, amount: "125000.00"),
      ])
    let verified = FinalAccountsVerified(
      project: Self.project, accounts: accounts, figures: .example, verifiedBy: "yueqing-finance", document: .sample,
      by: .example)
    let settled = SettlementComputed(
      project: Self.project, figures: .example, residentsEstimated: "500000.00", residentsFinal: "560000.00",
      subsidyReceived: "5040000.00", items: 1, isSubsidyEven: true, by: .example)
    let more = ("residentShares: {basic: 10/100,", "residentShares: {basic: 20/100,")
    let told = try yueqing(.funding, [more], fixed, listed, verified, settled)
    #expect(told.contains("settlement-units 2/2: u-1 due 45000.00 → 2/2: u-1 due 465000.00"))
    #expect(try yueqing(.funding, [], fixed, listed, verified, settled) == [])
  }

  // MARK: Lists

  @Test("a notice is held against what must hang, and where")
  func notices() throws {
    func posted(_ codes: [Identifier<SlugKind>]) throws -> NoticePosted {
      NoticePosted(
        project: Self.project, notice: "330382-2024-0007/N1", kind: .plan, planVersion: "330382-2024-0007/P1",
        postedOn: "2024-03-04", contents: try Listing(codes.map { NoticeContent(code: $0, document: .sample) }),
        places: ["in-community"], evidence: [], earliestLastDay: "2024-03-13", objectionsOpen: 0)
    }
    let all: [Identifier<SlugKind>] = ["works-content", "estimate", "fund-raising", "long-term-management", "notice-form"]
    let line = "      - {code: estimate, zh: 项目概算, en: Budget estimate, cites: [plan 3.3]}\n"
    let more = (line, line + "      - {code: drawings, zh: 图纸, en: Drawings, cites: [plan 3.3]}\n")
    #expect(try yueqing(.voting, [more], posted(all)) == ["notice.contents-complete satisfied, blocks → violated, stops"])
    #expect(try yueqing(.voting, [more], posted(all + ["drawings"])) == [])
    let elsewhere = ("places: {value: [in-community]", "places: {value: [in-community, at-committee]")
    #expect(try yueqing(.voting, [elsewhere], posted(all)) == ["notice.places-complete satisfied, blocks → violated, stops"])
    let barred = ("    lateObjections: silent\n    objectionsUntil: silent\n    objectionPath: {steps", "    lateObjections: {value: rejected, cites: [plan 3.3]}\n    objectionsUntil: silent\n    objectionPath: {steps")
    #expect(try yueqing(.voting, [barred], posted(all)) == ["notice.period-printed no rule → violated, stops"])
  }

  @Test("a filing is held against the package, and the gate behind it follows")
  func packages() throws {
    let forms: [Identifier<SlugKind>] = ["project-application", "design-plan", "notice-form", "pledge", "management-plan"]
    let declared = DeclarationSubmitted(
      project: Self.project, applicant: .residentsCommittee, actsForBody: false, plan: nil,
      papers: try Listing(forms.map { FiledPaper(form: $0, document: .sample) }), missing: [], replacesPassed: false)
    let less = ("      - {number: 6, zh: 其他必要材料, en: Other necessary materials, mandatory: no}\n", "      - {number: 6, form: satisfaction-form, mandatory: yes}\n")
    #expect(try yueqing(.intake, [less], declared) == ["package complete → missing satisfaction-form"])
    let only = ("declarationBy: {value: [owners-body, residents-committee]", "declarationBy: {value: [owners-body]")
    #expect(try yueqing(.intake, [only], declared) == ["filing.applicant-allowed satisfied, blocks → violated, stops"])
    #expect(try yueqing(.intake, [], declared) == [])
  }

  @Test("who is asked, what goes over to whom, how it is managed and archived follow the lists")
  func works() throws {
    let called = ConsultationCalled(
      project: Self.project, consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P1",
      invitations: [Invitation(organisation: "a", role: .finance, deadline: "2024-05-15")])
    let handed = HandoverArranged(
      project: Self.project, handover: "330382-2024-0007/H1", asset: .sharedUtilities, part: "供水", giver: "a",
      receiver: "b", receiverRole: .utility, lastOfClass: true, upkeepFrom: nil, jointAcceptance: nil, papers: [])
    let managed = ManagementModeFixed(project: Self.project, mode: .communityManagement)
    let archived = ProjectArchived(
      project: Self.project, status: .filed, archive: "c", receipt: .sample, asFormed: true, suffices: false,
      handoverComplete: false)
    let participants = """
        participants:
          - {role: development-reform, cites: [plan 4.3]}
          - {role: finance, cites: [plan 4.3]}
          - {role: natural-resources, cites: [plan 4.3]}
          - {role: enforcement, cites: [plan 4.3]}
          - {role: subdistrict, cites: [plan 4.3]}
          - {role: residents-committee, cites: [plan 4.3]}
          - {role: resident-representative, cites: [plan 4.3]}
          - {role: utility, kinds: [power, water, gas, telecom, broadcasting], cites: [plan 4.3]}
      """
    let fewer = "  participants:\n    - {role: finance, cites: [plan 4.3]}"
    #expect(
      try yueqing(.approvals, [(participants, fewer)], called)
        == ["consultation.participants-invited violated, stops → satisfied, blocks"])
    let receivers = ("receivers: [utility], condition: joint", "receivers: [subdistrict], condition: joint")
    #expect(try yueqing(.supervision, [receivers], handed) == ["receiver allowed → refused"])
    let mode = ("    - {code: community-management, zh: 社区管理, en: Community management, cites: [plan 3.9]}\n", "")
    #expect(
      try yueqing(.supervision, [mode, ("[owners-self-management, community-management], cites: [plan 3.9]", "[owners-self-management], cites: [plan 3.9]")], managed)
        == ["management.mode-offered satisfied, blocks → violated, stops"])
    let covenant = ("covenant: {value: required, cites: [plan 3.9]}", "covenant: silent")
    #expect(try yueqing(.supervision, [covenant], managed) == ["management.covenant-made violated, stops → no rule"])
    let receipt = ("archiving: {mode: archived, to", "archiving: {mode: filed, to")
    #expect(try yueqing(.supervision, [receipt], archived) == ["archive not-enough → suffices"])
    #expect(try yueqing(.supervision, [], handed, managed, archived) == [])
  }

  @Test("a route that is no longer simple takes the exemption and the pledges with it")
  func route() throws {
    let confirmed = RouteConfirmed(
      project: Self.project, isSimplified: true, failing: [],
      declarations: [
        RouteDeclaration(
          item: nil, changesLandOwnership: false, changesLandUse: false, changesBuildingUse: true, addedFloorArea: .zero,
          structure: .none, garageNewlyCounted: .zero)
      ], evidence: [.sample])
    let use = "    - {code: building-use-unchanged, zh: 不改变房屋使用性质, en: The use of the buildings does not change, cites: [plan 4.1]}\n"
    #expect(
      try yueqing(.approvals, [(use, "")], confirmed) == ["route ordinary building-use-unchanged → simplified"])
    let formed = OpinionFormed(
      project: Self.project, consultation: "330382-2024-0007/C1", plan: "330382-2024-0007/P1", document: .sample,
      planning: PlanningStatement(changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: true),
      simplifications: [], touchesFacade: true, isExemptionEffective: true)
    let pledged = PledgeSubmitted(
      project: Self.project, material: .landApprovalEvidence, document: .sample, areMaterialsReady: false)
    let fewer = ("    - {replaces: land-approval-evidence, cites: [plan 4.5]}\n", "")
    let told = try yueqing(.approvals, [fewer], pledged)
    #expect(told.contains { $0.hasPrefix("permit.pledge-allowed") } == false, "unknown and violated both stop")
    #expect(told.contains { $0.hasPrefix("permit-papers ") })
    let silent = ("  planningExemption:\n    conditions: [planning-conditions-unchanged, no-important-street-facade]\n    statedBy: natural-resources\n    statedIn: consultation-opinion\n    exempts: [land-use-permit, engineering-permit]\n    cites: [plan 4.4]\n", "  planningExemption: silent\n")
    let clean = RouteConfirmed(project: Self.project, isSimplified: true, failing: [], declarations: [], evidence: [.sample])
    #expect(try yueqing(.approvals, [silent], clean, formed).contains("planning-exemption effective → not-effective"))
  }

  @Test("money asked for under the gate of paying it is judged by that gate")
  func borrowed() throws {
    let edition = try #require(scene.library.edition("yueqing", "2024-1"))
    let rule = try #require(edition.gate(of: "funding.disburse").first)
    let requested = DisbursementRequested(
      project: Self.project, disbursement: "330382-2024-0007/D1", path: ["requested", "paid"], category: .works,
      payee: "a", purpose: .projectCosts, parts: [FundPart(fund: .fiscal, amount: "1.00")], amount: "1.00",
      invoice: .sample, by: .example)
    let store = try scene.store(
      .funding, on: "2024-09-01", requested,
      findings: [rule.finding(.satisfied, [NamedValue("purpose", .code("project-costs"))])],
      step: "funding.request-disbursement")
    let purposes = ("purposes: {value: [project-costs]", "purposes: {value: [lifts]")
    #expect(try scene.differences([store], [purposes]) == ["funds.purpose-allowed satisfied, blocks → violated, stops"])
    #expect(try scene.differences([store], []) == [])
  }
}
