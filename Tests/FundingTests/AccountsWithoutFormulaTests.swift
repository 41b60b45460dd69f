import Contracts
import DomainModel
import Funding
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("Final accounts without a formula")
struct AccountsWithoutFormulaTests {
  private func accounts(_ investment: Money = "3298500.00", reason: Text<200>? = nil) -> RecordFinalAccounts {
    RecordFinalAccounts(
      project: FundingBench.project, investment: investment, reviewedBy: "org-finance", document: FundingBench.paper,
      reason: reason)
  }

  private func bench() throws -> Bench {
    let bench = try Bench(FundingService.definition, law: try Law.sichuan())
    try bench.upload(FundingBench.paper)
    try bench.openProject(FundingBench.project)
    return bench
  }

  @Test("are recorded after acceptance, once, and again with a reason")
  func recorded() throws {
    let bench = try bench()
    let refused = try #require(try bench.refusal(accounts(), on: "2024-11-15", as: .constructionUnit))
    let finding = try #require(refused.findings.first { $0.stops })
    #expect(finding.rule == "acceptance.passed" && finding.cites.map(\.description) == ["workflow 7.1"])
    try bench.state([FactStatement(.acceptancePassed, .flag(true))], of: FundingBench.project, on: "2024-10-18")
    try bench.send(accounts(), on: "2024-11-15", as: .constructionUnit)
    let facts = try bench.facts(of: FundingBench.project)
    #expect(facts.holds(.finalAccountsVerified) && facts[.finalInvestment]?.value == .money("3298500.00"))
    #expect(try bench.refusal(accounts("1.00"), on: "2024-11-16", as: .finance)?.code == "accounts-verified-before")
    #expect(try bench.refusal(accounts("1.00", reason: "更正"), on: "2024-11-14", as: .finance)?.code == "dated-before")
    try bench.send(accounts("3298400.00", reason: "更正一笔重复计入"), on: "2024-11-16", as: .finance)
    #expect(try bench.facts(of: FundingBench.project)[.finalInvestment]?.value == .money("3298400.00"))
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("are refused where the city has a formula")
  func formulaStated() throws {
    let funding = try FundingBench()
    #expect(try funding.bench.refusal(accounts(), on: "2024-11-15", as: .finance)?.code == "formula-stated")
  }
}
