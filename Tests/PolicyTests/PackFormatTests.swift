import DomainModel
import Testing

@testable import Policy

@Suite("The pack format")
struct PackFormatTests {
  @Test(
    "holds what other cities' documents state",
    arguments: [
      // Heads alone, in principle (Sichuan 2.2, Ziyang 4.2).
      ("counts: {value: area-and-heads, cites: [plan 3.1]}", "counts: {value: heads, cites: [plan 3.1]}"),
      ("softness: {value: binding, cites: [plan 3.1]}", "softness: {value: in-principle, cites: [plan 3.1]}"),
      ("of: participating, cites: [plan 3.1]}", "of: all, cites: [plan 3.1]}"),
      ("approval: {area: 3/4, heads: 3/4, of: participating, cites: [plan 3.1]}", "approval: {heads: 2/3, of: all, cites: [plan 3.1]}"),
      // Households, blanks with the majority (Wenzhou 3.1, Annex 1).
      ("counts: {value: area-and-heads, cites: [plan 3.3]}", "counts: {value: area-and-households, cites: [plan 3.3]}"),
      ("headBasis: {value: owner, cites: [plan 3.1]}", "headBasis: {value: household, cites: [plan 3.1]}"),
      ("quorum: {area: 2/3, heads: 2/3, cites: [plan 3.1]}", "quorum: silent"),
      // Signature and two rounds of consultation in place of a vote (Tiexi 6.4, Sichuan 4.2).
      ("mode: {value: vote, cites: [plan 3.3]}", "mode: {value: signature, cites: [plan 3.3]}"),
      ("mode: {value: vote, cites: [plan 3.3]}", "mode: {value: two-consultations, cites: [plan 3.3]}"),
      ("timing: silent\n    signers: silent", "timing: {value: before-notice, cites: [plan 3.1]}\n    signers: {value: [owners-body, resident-representative], cites: [plan 3.1]}"),
      ("consultation: silent\n    reviews: silent\n  plan", "consultation: {rounds: 2, convenedBy: [task-force], places: [in-community, residents-committee], answersRequired: yes, cites: [plan 3.1]}\n    reviews:\n      - {code: city-preliminary, zh: 初审, en: First, cites: [plan 3.1]}\n  plan"),
      // A site survey (Wenzhou 3.3).
      ("siteSurvey: silent", "siteSurvey: {feedbackWorkingDays: 5, departments: [enforcement, housing], cites: [plan 3.2]}"),
      // Shares of city and district (Ziyang 3.1, 3.5).
      ("splits: silent", "splits: {city: 1/2, district: 1/2, of: shortfall, cites: [plan 5]}"),
      ("matching: silent", "matching: {value: district-money-in-place, cites: [plan 5]}"),
      ("paymentPath: silent", "paymentPath: {value: [applied, checked, approved], cites: [plan 5]}"),
      ("tierRule: {value: separate", "tierRule: {value: cumulative"),
      // Nine tenths and a pledge (Wenzhou 3.6).
      ("ratio: 1/1, pledgeForRest: no", "ratio: 9/10, pledgeForRest: yes"),
      ("rule: funds.in-place, force: blocks, ratio: 1/1, cites: [plan 3.4]}\n  - step: intake", "rule: funds.in-place, force: blocks, ratio: 9/10, pledgeForRest: yes, cites: [plan 3.4]}\n  - step: intake"),
      // Outside systems, design changes, months (Sichuan 3.3, 6.3; Tiexi 3, 6.5).
      ("pushSystem: silent", "pushSystem: {code: provincial, zh: 省级系统, en: Provincial system, cites: [plan 3.4]}"),
      ("designChange: silent", "designChange: {writtenJustification: yes, majorNeedsApproval: yes, onSiteNotice: yes, cites: [plan 3.6]}"),
      ("startMonths: silent", "startMonths: {pilot: 5, other: 6, cites: [plan 3.6]}"),
      ("finishBefore: silent", "finishBefore: {value: 2022-07-01, cites: [plan 3.6]}"),
      ("hotline: silent", "hotline: {value: required, cites: [plan 3.6]}"),
      ("status: in-force\n", "status: draft\n"),
      ("key: lift, tier: enhancement, ", "key: lift, "),
      ("lateObjections: silent\n    objectionsUntil: silent\n    objectionPath: {", "lateObjections: {value: rejected, cites: [plan 3.3]}\n    objectionsUntil: silent\n    objectionPath: {"),
      ("{fact: shantytown-plan, effect: outside-focus,", "{fact: shantytown-plan, effect: excluded, together: demolish-and-rebuild,"),
    ])
  func others(change: (old: String, new: String)) throws {
    #expect(try PackText.yueqing().replacing(change.old, with: change.new).faults() == [])
  }

  @Test("tells stated from silent, and a stated value always cites")
  func provisions() throws {
    let terms = try PackText.yueqing().load().terms
    #expect(terms.funding.collectExcess == .silent)
    #expect(terms.funding.collectExcess.citations.isEmpty)
    #expect(terms.funding.subsidyCap.citations == [Citation(instrument: "plan", article: "5.2.1")])
    #expect(terms.approvals.participants.citations == [Citation(instrument: "plan", article: "4.3")])
    #expect(terms.survey.checks.citations.map(\.article) == ["2.4.1", "2.4.3", "2.4.4", "2.4"])
  }

  @Test("keeps a day of the year that every year has")
  func monthDay() throws {
    #expect(try MonthDay("05-31").description == "05-31")
    for text in ["02-29", "5-31", "13-01", "00-10", "05-32", "0531", "05-3a", ""] {
      #expect(throws: ValueFault.self, "\(text)") { try MonthDay(text) }
    }
  }
}
