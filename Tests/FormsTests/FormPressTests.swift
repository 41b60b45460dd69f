import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Forms

@Suite("Printing forms")
struct FormPressTests {
  /// Without marks, so that a sentence is found across its fields.
  private func text(_ form: PrintedForm) -> String {
    form.html.replacing(/(?s)<style>.*?<\/style>/, with: "").replacing(/<[^>]+>/, with: "")
      .replacing("&nbsp;", with: "").replacing("&quot;", with: "\"")
  }

  private func fault(_ body: () throws -> some Any) -> String? {
    do { _ = try body() } catch let fault as FormFault { return fault.code } catch { return "\(error)" }
    return nil
  }

  @Test("offers what the city's document names, and says whose the rest is")
  func list() throws {
    let yueqing = FormList(of: try FormSample("yueqing").facts.law.edition)
    #expect(yueqing.entry("改造意见公示书")?.kind == .noticeForm)
    #expect(yueqing.entry("notice-form")?.origin == .named)
    #expect(yueqing.entry("design-plan")?.kind == nil)
    #expect(yueqing.entry("round-report")?.origin == .ours)
    let wenzhou = FormList(of: try FormSample("wenzhou").facts.law.edition)
    #expect(wenzhou.entry("notice-form")?.origin == .official)
    #expect(wenzhou.entry("final-accounts") == nil, "Wenzhou has no formula")
    let tiexi = FormList(of: try FormSample("tiexi").facts.law.edition)
    #expect(!tiexi.entries.isEmpty && tiexi.entries.allSatisfy { $0.origin == .ours })
  }

  @Test(
    "gives each of Yueqing's forms its title, its labels and the services' figures",
    arguments: [
      ("opinion-form", ["丹霞小区改造意见征求书", "您是否同意对本小区进行改造", "（1）屋面防漏维修", "业主（签名）", "联系电话", "房号"]),
      ("opinion-summary", ["丹霞小区改造意见汇总表", "19,200.00", "24,000.00", "80.00%", "不少于2/3", "达到", "业主签名", "1幢3室"]),
      ("plan-ballot", ["丹霞小区方案意见征求表", "姓名（签字）", "房屋号", "联系电话", "改造意见"]),
      ("plan-summary", ["丹霞小区方案意见汇总表", "14,400.00", "75.00%", "不少于3/4", "只列同意的房号", "330382-2024-0007/P1"]),
      (
        "notice-form",
        ["丹霞小区改造意见公示书", "本公示期13天（7个工作日）", "自2024年4月26日起至2024年5月8日止", "240人", "180人", "2.方案意见汇总表", "75.00%"]
      ),
      ("application-short", ["城镇老旧小区改造申请表", "街道（乡镇）", "栋数/梯数/户数", "180", "240", "75.00%", "社区意见"]),
      (
        "project-application",
        [
          "丹霞小区改造项目申请表", "建成年份", "流动人口占比（%）", "小区现状简介", "业委会情况", "一次表决", "二次表决", "138.466667 万元",
          "到位比例 100.00%", "后续长效机制计划", "社区居委会意见", "街道（乡镇）意见",
        ]
      ),
      ("pledge", ["丹霞小区居民承诺书", "居民拟自筹资金138.466667万元", "个人出资", "物业专项维修资金", "10%", "30%", "70%", "全体成员签字"]),
      ("management-plan", ["丹霞小区长效管理方案", "管理模式（从三种中选其一）", "实施步骤", "费用来源"]),
      ("satisfaction-form", ["满意度调查表", "被调查人姓名", "60周岁以上", "加装电梯", "非常满意", "您对我市老旧小区改造的意见"]),
      ("round-report", ["业主表决情况报告", "改造方案表决", "发出", "名册合计", "计入参与表决，不计入同意（文件未规定"]),
    ])
  func yueqing(_ code: String, _ expected: [String]) throws {
    let printed = text(try FormSample().print(code))
    for piece in expected { #expect(printed.contains(piece), "\(code) lacks \(piece)") }
  }

  @Test(
    "prints Wenzhou's annexes with their titles, labels and statements",
    arguments: [
      (
        "opinion-form",
        ["丹霞小区改造居民意见征求书", "温旧改办〔2020〕1号", "视为同意多数居民意见", "承担部分改造经费", "长效管理", "（2）外墙渗", "社区居委会代章"]
      ),
      ("plan-ballot", ["丹霞小区改造方案居民意见签字表", "同意改造居民房号填报表", "身份证号码", "视为同意多数居民意见", "温旧改办〔2020〕1号"]),
      (
        "notice-form",
        ["丹霞小区改造居民意见公示书", "业主户数210户", "占总业主户数70.00%", "16,800.00", "逾期提出异议的，不予受理", "以书面形式", "改造初步设计方案"]
      ),
      ("project-application", ["丹霞小区改造项目申请表", "210户", "一次表决", "二次表决", "2/3以上", "街道（乡镇）意见"]),
      ("pledge", ["丹霞小区改造居民承诺书", "居民拟自筹资金138.466667万元", "2/3以上", "代理人"]),
      ("management-plan", ["丹霞小区改造后长效管理方案", "从三种中选其一"]),
      ("satisfaction-form", ["温州市城镇老旧小区改造满意度调查问卷", "您的文化程度"]),
      ("room-summary", ["丹霞小区同意改造居民房号汇总表", "1幢1室", "林*"]),
    ])
  func wenzhou(_ code: String, _ expected: [String]) throws {
    let printed = text(try FormSample("wenzhou").print(code))
    for piece in expected { #expect(printed.contains(piece), "\(code) lacks \(piece)") }
  }

  @Test("Wenzhou's notice tells the plan vote, and waits for it; the willingness vote's figures are not on it (AMB-06)")
  func noticeFigures() throws {
    var sample = try FormSample("wenzhou")
    sample.facts.willingness = try RoundReport(
      sample.facts.willingness, ratios: [
        VoteRatio(.approveArea, counted: Share(2_000_000, of: 2_400_000), required: Share(2, of: 3), isReached: true),
        VoteRatio(.approveHeads, counted: Share(250, of: 300), required: Share(2, of: 3), isReached: true),
      ], isCarried: true)
    let printed = text(try sample.print("notice-form"))
    #expect(printed.contains("业主户数210户") && printed.contains("70.00%"))
    #expect(!printed.contains("250") && !printed.contains("83.33%"))
    sample.facts.plan = nil
    #expect(throws: FormFault.self) { try sample.print("notice-form") }
  }

  @Test("does not take over into Yueqing what only Wenzhou's document says")
  func notInherited() throws {
    for code in ["opinion-form", "plan-ballot"] {
      let printed = text(try FormSample().print(code))
      #expect(!printed.contains("视为同意"))
      #expect(!printed.contains("身份证"))
      #expect(!printed.contains("温旧改办"))
    }
    #expect(!text(try FormSample().print("notice-form")).contains("不予受理"))
    #expect(text(try FormSample().print("notice-form")).contains("版式由本系统"))
    #expect(!text(try FormSample("wenzhou").print("notice-form")).contains("版式由本系统"))
  }

  @Test("tells a missed share by 0.01 m² as missed, whatever its percentage looks like")
  func missed() throws {
    var sample = try FormSample()
    sample.facts.plan = try RoundReport(
      sample.facts.plan, ratios: [
        VoteRatio(.approveArea, counted: Share(1_666_666, of: 2_500_000), required: Share(2, of: 3), isReached: false)
      ])
    let printed = text(try sample.print("plan-summary"))
    #expect(printed.contains("16,666.66"))
    #expect(printed.contains("66.66%"))
    #expect(printed.contains("未达到") && printed.contains("未通过"))
  }

  @Test("shows no personal data on a public form, even where it is at hand")
  func isPublic() throws {
    var sample = try FormSample()
    let marked = DisclosedPerson(fields: [
      PersonField("name", "林隐名"), PersonField("phone", "13899990001"), PersonField("idNumber", "330382199001017777"),
    ])
    sample.facts.disclosed = ["u-1-1": [marked], "u-1-2": [marked]]
    try sample.open(.plan, units: 3)
    for entry in FormList(of: sample.facts.law.edition).entries where entry.kind != nil {
      guard let printed = try? FormPress(FormSample.templates.get()).print(entry, sample.facts, sample.fields) else { continue }
      #expect(!printed.isInternal)
      for secret in ["隐名", "13899990001", "330382199001017777", "7777"] {
        #expect(!printed.html.contains(secret), "\(entry.code) shows \(secret)")
      }
    }
  }

  @Test("shows names in full on an internal form only, with the reason, and of an id number four characters")
  func isInternal() throws {
    var sample = try FormSample()
    let marked = DisclosedPerson(fields: [
      PersonField("name", "林隐名"), PersonField("phone", "13899990001"), PersonField("idNumber", "330382199001017777"),
    ])
    sample.facts.disclosed = ["u-1-1": [marked]]
    sample.facts.disclosureReason = "核对签名"
    let printed = try sample.print("plan-summary")
    #expect(printed.isInternal)
    for piece in ["林隐名", "13899990001", "7777", "内部使用", "核对签名"] { #expect(printed.html.contains(piece)) }
    #expect(!printed.html.contains("330382199001017777"))
    #expect(fault { try sample.print("notice-form") } == "no-internal-form")
  }

  @Test("needs nothing from elsewhere and lets no mark through")
  func selfContained() throws {
    let printed = try FormSample(community: "<script>丹霞&小区").print("opinion-form")
    #expect(!printed.html.contains("<script>"))
    #expect(printed.html.contains("&lt;script&gt;丹霞&amp;小区"))
    for outside in ["src=", "href=", "@import", "url("] { #expect(!printed.html.contains(outside)) }
    #expect(printed.html.contains("size: A4"))
  }

  @Test("makes a numbered sheet with its code for each unit, or for one, or one to be copied")
  func ballots() throws {
    var sample = try FormSample()
    #expect(try sample.print("opinion-form").sheets == 1)
    #expect(try !sample.print("opinion-form").html.contains("<svg"))
    try sample.open(.willingness, units: 12)
    let all = try sample.print("opinion-form")
    #expect(all.sheets == 12)
    #expect(all.html.components(of: "<svg") == 12)
    let places = try ["1幢2室", "1幢10室"].map { try #require(all.html.range(of: $0)).lowerBound }
    #expect(places[0] < places[1], "2 comes before 10")
    sample.fields.unit = "u-1-3"
    sample.fields.copy = 2
    let one = try sample.print("opinion-form")
    #expect(one.sheets == 1)
    #expect(one.html.contains("u-1-3-c2") && one.html.contains("补印"))
    sample.fields.unit = "u-9"
    #expect(fault { try sample.print("opinion-form") } == "unit-unknown")
  }

  @Test("computes the days of a notice that is still to be posted, and refuses a shorter one")
  func notice() throws {
    var sample = try FormSample()
    sample.fields.postedOn = "2024-04-25"
    #expect(fault { try sample.print("notice-form") } == "notice-posted")
    sample.facts.notice = nil
    #expect(text(try sample.print("notice-form")).contains("本公示期13天（7个工作日），自2024年4月26日起至2024年5月8日止"))
    sample.fields.lastDay = "2024-05-07"
    #expect(fault { try sample.print("notice-form") } == "notice-too-short")
    sample.fields.lastDay = "2024-05-10"
    #expect(text(try sample.print("notice-form")).contains("本公示期15天（9个工作日）"))
    sample.fields.postedOn = "2026-12-28"
    sample.fields.lastDay = nil
    #expect(fault { try sample.print("notice-form") } == "calendar-unknown")
  }

  @Test("makes the parts of the residents' money sum to funding's figure")
  func money() throws {
    var sample = try FormSample()
    sample.fields.funds = ["maintenance-fund": "384666.66"]
    let printed = text(try sample.print("pledge"))
    #expect(printed.contains("个人出资100.000001万元"))
    #expect(printed.contains("物业专项维修资金38.466666万元"))
    #expect(printed.contains("小区公共收益0.00万元"))
    sample.fields.funds = ["maintenance-fund": "1384666.68"]
    #expect(fault { try sample.print("pledge") } == "funds-exceed")
    sample.fields.funds = ["lottery": "1.00"]
    #expect(fault { try sample.print("pledge") } == "fund-unknown")
  }

  @Test("prints the parts that residents pledged where a city has no formula, and lets nobody write others")
  func pledged() throws {
    var sample = try FormSample("wenzhou")
    sample.facts.estimate = nil
    #expect(fault { try sample.print("pledge") } == "form-not-ready")
    sample.facts.selfRaised = SelfRaisedReport(
      plan: "330302-2024-0001/P1", total: "1200000.00",
      parts: SelfRaisedParts(
        residents: "800000.00", housingReformFund: "150000.01", managementFund: "149999.99", donations: "60000.00",
        other: "40000.00"), standing: .example)
    let printed = text(try sample.print("pledge"))
    for part in ["120.00万元", "80.00万元", "15.000001万元", "14.999999万元", "6.00万元", "4.00万元"] {
      #expect(printed.contains(part), "\(part)")
    }
    #expect(text(try sample.print("project-application")).contains("居民自筹资金计划 120.00 万元。"))
    sample.fields.funds = ["donation": "1.00"]
    #expect(fault { try sample.print("pledge") } == "funds-recorded")
  }

  @Test("offers the pack's modes of management, and not another than the one on record")
  func modes() throws {
    var sample = try FormSample()
    sample.fields.mode = "community-management"
    #expect(text(try sample.print("management-plan")).contains("☑（三）社区管理"))
    sample.fields.mode = "commission-based"
    #expect(fault { try sample.print("management-plan") } == "mode-unknown")
    sample.facts.managementMode = .propertyCompany
    #expect(fault { try sample.print("management-plan") } == "mode-recorded")
    sample.fields.mode = nil
    #expect(text(try sample.print("management-plan")).contains("☑（一）"))
  }

  @Test("waits for what it is made of")
  func notReady() throws {
    let changes: [(String, (inout FormFacts) throws -> Void)] = [
      ("opinion-summary", { $0.willingness = nil }), ("plan-summary", { $0.plan = nil }),
      ("application-short", { $0.willingness = nil }), ("notice-form", { $0.willingness = nil }),
      ("project-application", { $0.plan = nil }), ("project-application", { $0.notice = nil }),
      ("project-application", { $0.objectionsOpen = 1 }), ("project-application", { $0.estimate = nil }),
      ("pledge", { $0.plan = try RoundReport($0.plan, planVersion: "330382-2024-0007/P2") }),
      ("round-report", { $0.asked = nil }), ("consultation-opinion", { _ in }), ("acceptance-record", { _ in }),
      ("final-accounts", { _ in }),
    ]
    for (code, change) in changes {
      var sample = try FormSample()
      try change(&sample.facts)
      #expect(fault { try sample.print(code) } == "form-not-ready", "\(code)")
    }
    #expect(fault { try FormSample().print("design-plan") } == "not-a-form")
  }

  @Test("computes the subsidy line by line, and what is still due")
  func finalAccounts() throws {
    var sample = try FormSample()
    sample.facts.finalAccounts = FinalAccountsAnswer(
      accounts: VerifiedAccounts(
        basic: "7000000.00", improvement: "1100000.00", enhancement: "300000.00",
        sharedCosts: SharedCosts(other: "560000.00", contingency: "420000.00"), lifts: "1200000.00",
        floorArea: "30464.56", socialCapital: "0.00"), figures: FormSample.figures, verifiedOn: "2026-01-20",
      verifiedBy: "yueqing-finance", document: .sample)
    sample.facts.settlement = SettlementReport(
      project: FormSample.project, figures: FormSample.figures, residentsEstimated: "1384666.67",
      residentsFinal: "1384666.67", subsidyReceived: "7000000.00", subsidyFinal: "7995333.33", items: 1, openItems: 1,
      isSubsidySettled: false)
    let printed = text(try sample.print("final-accounts"))
    for piece in [
      "9,380,000.00", "31/210（14.76%）", "1,384,666.67", "300.00 元/㎡ × 30,464.56 ㎡", "9,139,368.00", "7,995,333.33",
      "应补 995,333.33", "8,400,000.00",
    ] { #expect(printed.contains(piece), "\(piece)") }
  }
}

extension RoundReport {
  /// The same minutes with other tests, none of them carried, or for another plan.
  init(
    _ report: RoundReport?, ratios: [VoteRatio]? = nil, planVersion: PlanID? = nil, isCarried: Bool? = nil
  ) throws {
    let report = try #require(report)
    self.init(
      round: report.round, kind: report.kind, roll: report.roll, rollHash: report.rollHash,
      planVersion: planVersion ?? report.planVersion, opensOn: report.opensOn, closedOn: report.closedOn,
      forms: report.forms, area: report.area, heads: report.heads, households: report.households,
      blanks: report.blanks, ratios: try ratios.map { try Listing($0) } ?? report.ratios, explicitRatios: [],
      isCarried: isCarried ?? (ratios == nil), counters: report.counters, scans: report.scans)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
