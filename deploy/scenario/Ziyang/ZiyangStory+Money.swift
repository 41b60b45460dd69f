import ClientKit
import Contracts
import DomainModel
import Foundation

extension ZiyangStory {
  mutating func shares() async throws {
    say.chapter("八、资金共担")
    try await story.take(
      RegisterAccount(
        project: project, bank: "样例银行雁江支行", number: "6222000000000051", holder: try story.organisation(of: .districtGovernment),
        reason: nil), as: .districtGovernment, on: "2021-05-28")
    let shares = try await story.take(
      FixGovernmentShares(
        project: project, plan: PlanID(project, 2), owners: "600000.00", social: "300000.00", upper: "8000000.00",
        basis: try await paper("资金筹集方案", .funding, as: .districtGovernment)), as: .districtGovernment, on: "2021-05-31")
    say.told(
      "2021-05-31", .funding,
      "总投资 \(shares.investment)：业主 \(shares.owners)，社会 \(shares.social)，中省 \(shares.upper)；余 \(shares.shortfall) 市 \(shares.city)、区 \(shares.district)",
      "plan 3.1")
    guard let roll = try await story.office.ask(RollQuery(project: project, roll: nil)).roll else {
      throw StoryFault("the roll is gone")
    }
    let parts = try await story.take(
      FixShares(project: project, roll: roll.roll), as: .residentsCommittee, on: "2021-05-31")
    say.told("2021-05-31", .funding, "业主部分 \(parts.total) 元据实分摊到 \(parts.units) 套，合计相等", "plan 3.2")
    try await story.imports(
      "deposits", "deposits.csv", for: project, ["--on", "2021-06-09", "--as", "subdistrict"], records: .funding)
    say.told("2021-06-09", .funding, "业主资金 600000.00 元到位", "plan 3.2")
    let evidence = try await paper("户表费用协议", .funding)
    try await story.expectRefusal(
      meters(.household, evidence), as: .subdistrict, on: "2021-06-10", rule: "funding.outside-cost-bearer",
      says: "居民不出水表、气表、电表费用")
    try await story.take(meters(.utility, evidence), as: .subdistrict, on: "2021-06-10")
    try await story.take(
      RecordOutsideCost(
        project: project, item: "commercial-premises", bearer: .premisesOwner, amount: "42000.00", evidence: evidence,
        replaces: nil), as: .subdistrict, on: "2021-06-10")
    try await story.take(
      RecordContribution(
        project: project, kind: .labour, giver: .owners, what: "居民义务清理楼道杂物，三十六人次", value: "3600.00",
        evidence: try await paper("投工登记", .funding), replaces: nil), as: .subdistrict, on: "2021-06-11")
    try await story.take(
      FlagHardship(project: project, household: "p-zyneed001", unit: "u-2-017", kind: .lowIncome, replaces: nil),
      as: .civilAffairs, on: "2021-06-11")
    say.told("2021-06-11", .funding, "户表由专营单位、商业用房由业主承担；投工折价登记；困难群众由民政认定（只存保险箱）", "plan 3.2, plan Annex 8")
  }

  private func meters(_ bearer: OutsideCostBearer, _ evidence: DocumentHash) -> RecordOutsideCost {
    RecordOutsideCost(
      project: project, item: "household-meters", bearer: bearer, amount: "96000.00", evidence: evidence, replaces: nil)
  }

  mutating func transfers() async throws {
    say.chapter("九、中省和市级资金拨付：环节不能越过")
    let opinion = try await story.take(
      GiveSubsidyOpinion(
        project: project, amount: "8000000.00", level: .provincial, opinion: try await paper("中省资金拨付意见", .funding, as: .housing)),
      as: .housing, on: "2021-06-14")
    try await pay(opinion.transfer, ["2021-06-16", "2021-06-18"], "UP2021000001")
    say.told("2021-06-18", .funding, "中省补助 8000000.00 元：住建局意见 → 国库基本民生专户 → 项目建设专户", "plan 3.5")
    try await story.expectRefusal(
      RecordSubsidyReceipt(
        project: project, transaction: "CITY2021009999", amount: "1000000.00", clearedOn: "2021-06-20", level: .prefecture,
        allocation: try await paper("资金下达文件", .funding, as: .finance)), as: .finance, on: "2021-06-20",
      code: .transferNeeded, says: "市级资金不能绕过环节直接登记到账")
    try await district("3000000.00", "DIST2021000001", on: "2021-06-21")
    let early = try await apply("3000000.01", on: "2021-06-22")
    try await story.expectRefusal(
      ApproveCityShare(transfer: early, approval: try await paper("市政府批准", .funding, as: .cityGovernment)),
      as: .cityGovernment, on: "2021-06-22", code: .transferNotInState, says: "住建局未复核，市政府不能越过环节批准")
    try await checkAndApprove(early, "2021-06-23", "2021-06-24")
    try await story.expectRefusal(
      PayTransfer(transfer: early, transaction: "CITY2021000001"), as: .finance, on: "2021-06-25",
      rule: "funding.within-district-money", says: "区级到位 300 万元，市级最多拨 300 万元，多一分也不行")
    try await story.take(
      RejectTransfer(transfer: early, reason: "超出区级已到位资金，按到位数重新申请"), as: .finance, on: "2021-06-25")
    let first = try await apply("3000000.00", on: "2021-06-26")
    try await checkAndApprove(first, "2021-06-28", "2021-06-29")
    try await pay(first, ["2021-06-30", "2021-07-01"], "CITY2021000002")
    say.told("2021-07-01", .funding, "市级第一笔 3000000.00 元，与区级到位资金 1:1", "plan 3.5")
  }

  /// The second half, once the district has brought its own.
  func secondShare() async throws {
    try await district("2000000.00", "DIST2021000002", on: "2021-09-01")
    let second = try await apply("2000000.00", on: "2021-09-02")
    try await checkAndApprove(second, "2021-09-06", "2021-09-08")
    try await pay(second, ["2021-09-10", "2021-09-13"], "CITY2021000004")
    let report = try await story.office.ask(GovernmentMoneyQuery(project: project), as: .finance)
    say.told("2021-09-13", .funding, "区级再到位 200 万元，市级拨足：已拨 \(report.cityPaid) 元", "plan 3.5")
  }

  private func district(_ amount: Money, _ number: BankReference, on day: BusinessDate) async throws {
    try await story.take(
      RecordSubsidyReceipt(
        project: project, transaction: number, amount: amount, clearedOn: day, level: .county,
        allocation: try await paper("区级资金下达 \(number)", .funding, as: .finance)), as: .finance, on: day)
  }

  private func apply(_ amount: Money, on day: BusinessDate) async throws -> TransferID {
    try await story.take(
      ApplyForCityShare(
        project: project, amount: amount, application: try await paper("市级资金申请 \(amount)", .funding, as: .districtGovernment)),
      as: .districtGovernment, on: day
    ).transfer
  }

  private func checkAndApprove(_ transfer: TransferID, _ checked: BusinessDate, _ approved: BusinessDate) async throws {
    try await story.take(
      CheckCityShare(transfer: transfer, opinion: try await paper("复核意见", .funding, as: .housing)), as: .housing, on: checked)
    try await story.take(
      ApproveCityShare(transfer: transfer, approval: try await paper("市政府批准", .funding, as: .cityGovernment)),
      as: .cityGovernment, on: approved)
  }

  /// Into the account at the treasury, then into the project's.
  private func pay(_ transfer: TransferID, _ days: [BusinessDate], _ number: String) async throws {
    for (place, day) in days.enumerated() {
      try await story.take(
        PayTransfer(transfer: transfer, transaction: try BankReference("\(number)-\(place + 1)")), as: .finance, on: day)
    }
  }

  /// One payment to the builder in its four steps by four offices.
  func payBuilder(_ amount: Money, on days: [BusinessDate], bank: BankReference) async throws {
    let asked = try await story.take(
      RequestDisbursement(
        project: project, category: .works, payee: "sample-builder", purpose: .projectCosts,
        parts: [FundPart(fund: .fiscal, amount: amount)], invoice: try await paper("发票 \(bank)", .funding)),
      as: .subdistrict, on: days[0])
    try await story.take(CheckDisbursement(disbursement: asked.disbursement, opinion: nil), as: .housing, on: days[1])
    try await story.take(ApproveDisbursement(disbursement: asked.disbursement, opinion: nil), as: .finance, on: days[2])
    try await story.take(PayDisbursement(disbursement: asked.disbursement, transaction: bank), as: .bank, on: days[3])
  }
}
