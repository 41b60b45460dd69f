import Contracts
import DomainModel
import Funding
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("A rule from above goes before the city's way (Ziyang 3.5)")
struct UpperRuleTests {
  private static let project = GovernmentMoneyTests.project
  private static let paper = DocumentHash.sample
  private let rule = UpperRule(paper: UpperRuleTests.paper, reason: "省财政直达资金，按省文件直接拨付项目专户")

  private func receipt(
    _ level: TreasuryLevel, _ rule: UpperRule?, number: BankReference = "U-9", project: ProjectID = project
  ) -> RecordSubsidyReceipt {
    RecordSubsidyReceipt(
      project: project, transaction: number, amount: "500000.00", clearedOn: "2021-05-20", level: level,
      allocation: Self.paper, upperRule: rule)
  }

  @Test("central and provincial money is entered with the rule's paper and a reason, and shown as an exception", arguments: [
    TreasuryLevel.central, .provincial,
  ])
  func exception(_ level: TreasuryLevel) throws {
    let bench = try GovernmentMoneyTests().bench
    #expect(try bench.refusal(receipt(level, nil), on: "2021-05-20", as: .finance)?.code == "transfer-needed")
    try bench.send(receipt(level, rule), on: "2021-05-20", as: .finance)
    let money = try bench.ask(GovernmentMoneyQuery(project: Self.project))
    #expect(money.exceptions?.map(\.amount) == ["500000.00"] && money.exceptions?.first?.rule == rule)
    #expect(money.districtInPlace == .zero)
    let receipts = try bench.ask(ReceiptsQuery<FundingContract>(project: Self.project)).receipts
    let told = try #require(receipts.last?.receipt.findings.first { $0.rule == "funding.by-city-path" })
    #expect(told.result == .overridden && told.cites.map(\.description) == ["plan 3.5"])
    let rebuilt = try bench.rebuilt()
    #expect(rebuilt.before == rebuilt.after)
    try bench.send(
      RecordReversal(project: Self.project, transaction: "U-9", cause: .bankReversal, reference: nil), on: "2021-05-25",
      as: .finance)
    #expect(try bench.ask(GovernmentMoneyQuery(project: Self.project)).exceptions == [])
  }

  @Test("not the city's or the district's own money", arguments: [TreasuryLevel.prefecture, .county, .pooledProgramme])
  func own(_ level: TreasuryLevel) throws {
    let bench = try GovernmentMoneyTests().bench
    #expect(try bench.refusal(receipt(level, rule), on: "2021-05-20", as: .finance)?.code == "upper-rule-not-foreseen")
  }

  @Test("nor in a city whose document gives no way to rules from above")
  func elsewhere() throws {
    let funding = try FundingBench()
    let refused = try funding.bench.refusal(
      receipt(.provincial, rule, project: FundingBench.project), on: "2024-05-20", as: .finance)
    #expect(refused?.code == "upper-rule-not-foreseen" && refused?.pointers == ["/upperRule"])
  }
}
