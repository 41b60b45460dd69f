import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Reading a pack")
struct PackLoaderTests {
  @Test("accepts the pack as it is")
  func sound() throws {
    #expect(try PackText.yueqing().faults() == [])
  }

  @Test("refuses a key given twice, at the second place")
  func duplicateKey() throws {
    let text = try PackText.yueqing().replacing(
      "  status: in-force\n", with: "  status: in-force\n  parent: sichuan\n")
    let fault = try text.onlyFault()
    #expect(fault.code == .duplicateKey)
    #expect(try fault.line == text.line(of: "parent: wenzhou"))
    #expect(fault.column == 3)
    let first = try text.line(of: "parent: sichuan")
    #expect(fault.en.contains("first in line \(first)"))
  }

  @Test("tells every key given twice, also on one line")
  func duplicateKeys() throws {
    let text = try PackText.yueqing()
      .replacing("  status: in-force\n", with: "  status: in-force\n  parent: sichuan\n")
      .replacing("buildCutoff: {rule: by-end-of-year, year: 2000,", with: "buildCutoff: {year: 1999, rule: by-end-of-year, year: 2000,")
    let faults = try text.faults()
    #expect(faults.map(\.code) == [.duplicateKey, .duplicateKey])
    #expect(try faults.last?.line == text.line(of: "buildCutoff"))
    #expect(faults.last?.column == "  buildCutoff: {year: 1999, rule: by-end-of-year, ".count + 1)
  }

  @Test("refuses an unknown key, naming the nearest and the allowed ones")
  func unknownKey() throws {
    let text = try PackText.yueqing().replacing("  trueUp: silent\n", with: "  trueUp: silent\n  treuUp: silent\n")
    let fault = try text.onlyFault()
    #expect(fault.code == .unknownKey)
    #expect(try fault.line == text.line(of: "treuUp"))
    #expect(fault.path == "funding")
    #expect(fault.en.contains("did you mean trueUp"))
    #expect(fault.en.contains("subsidyCap"))
  }

  @Test("refuses an unknown key inside a value")
  func unknownKeyInside() throws {
    let text = try PackText.yueqing().replacing("account: {kind: designated-account,", with: "account: {knd: x, kind: designated-account,")
    let fault = try text.onlyFault()
    #expect(fault.code == .unknownKey)
    #expect(fault.path == "funding.account")
  }

  @Test("refuses a missing parameter, since silence is written down")
  func missingKey() throws {
    let text = try PackText.yueqing().replacing("  trueUp: silent\n", with: "")
    let fault = try text.onlyFault()
    #expect(fault.code == .missingKey)
    #expect(fault.path == "funding")
    #expect(fault.en.contains("trueUp") && fault.en.contains("silent"))
  }

  @Test("refuses a missing part of a value")
  func missingPart() throws {
    let fault = try PackText.yueqing().replacing(", year: 2000,", with: ",").onlyFault()
    #expect(fault.code == .missingKey)
    #expect(fault.path == "eligibility.buildCutoff")
    #expect(!fault.en.contains("silent"))
  }

  @Test(
    "refuses a value that cites nothing",
    arguments: [
      ("trueUp: silent", "trueUp: recompute-with-approval"),
      ("trueUp: silent", "trueUp: {value: recompute-with-approval}"),
      ("trueUp: silent", "trueUp: {value: recompute-with-approval, cites: []}"),
      ("paymentPath: silent", "paymentPath: [one, two]"),
      ("outsideGeography: silent", "outsideGeography: []"),
      ("{role: finance, cites: [plan 4.3]}", "{role: finance}"),
    ])
  func missingCitation(change: (old: String, new: String)) throws {
    let text = try PackText.yueqing().replacing(change.old, with: change.new)
    let fault = try text.onlyFault()
    #expect(fault.code == .missingCitation)
    #expect(try fault.line == text.line(of: change.new))
  }

  @Test("refuses a gate rule that rests on nothing, or on two things")
  func gateBasis() throws {
    let text = try PackText.yueqing()
    let bare = try text.replacing("force: blocks, recommended: acceptance.rectification}", with: "force: blocks}")
    #expect(try bare.onlyFault().code == .missingCitation)
    let both = try text.replacing(
      "force: blocks, recommended: acceptance.rectification}",
      with: "force: blocks, recommended: acceptance.rectification, cites: [plan 3.7]}")
    #expect(try both.onlyFault().code == .wrongShape)
  }

  @Test("refuses a citation of a document that is not listed")
  func unknownInstrument() throws {
    let text = try PackText.yueqing().replacing("sitePlatform: {value: required, cites: [plan 3.6]}", with: "sitePlatform: {value: required, cites: [plna 3.6]}")
    let fault = try text.onlyFault()
    #expect(fault.code == .unknownInstrument)
    #expect(try fault.line == text.line(of: "plna"))
    #expect(fault.path == "construction.sitePlatform.cites[0]")
    #expect(fault.en.contains("did you mean plan"))
  }

  @Test("refuses a rule that does not exist")
  func unknownRule() throws {
    let text = try PackText.yueqing()
    let known = RuleRegistry.knownRules
    #expect(try text.faults(knownRules: known) == [])
    let fault = try text.replacing("rule: fiscal.capacity-assessed, force: blocks, cites: [plan 3.4]}\n  - step", with: "rule: fiscal.capacity-asessed, force: blocks, cites: [plan 3.4]}\n  - step").onlyFault(knownRules: known)
    #expect(fault.code == .unknownRule)
    #expect(fault.en.contains("did you mean fiscal.capacity-assessed"))
  }

  @Test("refuses a parameter that no rule has")
  func unknownParameter() throws {
    let fault = try PackText.yueqing().replacing(
      "unlessBy: [residents-committee]", with: "unlesBy: [residents-committee]"
    ).onlyFault()
    #expect(fault.code == .unknownKey)
    #expect(fault.en.contains("did you mean unlessBy"))
  }

  @Test(
    "refuses a rule without what it compares with",
    arguments: [
      ("rule: notice.minimum-reached, force: blocks, workingDays: 7", "rule: notice.minimum-reached, force: blocks", "workingDays"),
      ("overridableBy: [city-government], monthDay: 05-31", "overridableBy: [city-government]", "monthDay"),
      ("rule: declaration.package-complete, force: blocks, package: declaration", "rule: declaration.package-complete, force: blocks", "package"),
      ("ratio: 1/1, cites: [plan 3.4]}\n  - step: intake", "cites: [plan 3.4]}\n  - step: intake", "ratio"),
    ])
  func neededParameter(change: (old: String, new: String, name: String)) throws {
    let fault = try PackText.yueqing().replacing(change.old, with: change.new).onlyFault()
    #expect(fault.code == .missingKey)
    #expect(fault.en.contains(change.name))
  }

  @Test("refuses an overridable rule without the roles that may go past it")
  func overridable() throws {
    let fault = try PackText.yueqing().replacing("overridableBy: [city-government], ", with: "").onlyFault()
    #expect(fault.code == .wrongShape)
    #expect(fault.en.contains("overridableBy"))
  }

  @Test("refuses an unknown word, naming the nearest")
  func unknownWord() throws {
    let fault = try PackText.yueqing().replacing("rule: by-end-of-year", with: "rule: by-end-of-yaer").onlyFault()
    #expect(fault.code == .unknownWord)
    #expect(fault.en.contains("did you mean by-end-of-year"))
    #expect(fault.en.contains("before-year"))
  }

  @Test(
    "takes text as text and refuses what is not a value of its type",
    arguments: [
      ("singleBuildingCounts: {value: yes", "singleBuildingCounts: {value: true"),
      ("singleBuildingCounts: {value: yes", "singleBuildingCounts: {value: YES"),
      ("startedOnOrAfter: 2024-01-05", "startedOnOrAfter: 2024-02-30"),
      ("basic: 10/100", "basic: 0.1"),
      ("basic: 10/100", "basic: 10/0"),
      ("withinYears: 5", "withinYears: 5.0"),
      ("withinYears: 5", "withinYears: 0x5"),
      ("yuanPerSquareMetre: 300.00", "yuanPerSquareMetre: 3e2"),
      ("deadline: {monthDay: 05-31", "deadline: {monthDay: 02-29"),
      ("monthDay: 05-31, cites", "monthDay: 5-31, cites"),
      ("division: 330382", "division: 33038"),
      ("dated: 2023-12-04", "dated: ''"),
    ])
  func wrongValue(change: (old: String, new: String)) throws {
    let text = try PackText.yueqing().replacing(change.old, with: change.new)
    let fault = try text.onlyFault()
    #expect(fault.code == .wrongValue)
    #expect(try fault.line == text.line(of: change.new))
  }

  @Test(
    "refuses a value of another shape",
    arguments: [
      ("name: {zh: 乐清市城镇老旧小区改造, en: Renovation of old residential communities in Yueqing}", "name: 乐清"),
      ("steps: [negotiation, mediation]", "steps: negotiation"),
      ("kind: designated-account", "kind: [designated-account]"),
    ])
  func wrongShape(change: (old: String, new: String)) throws {
    #expect(try PackText.yueqing().replacing(change.old, with: change.new).onlyFault().code == .wrongShape)
  }

  @Test("refuses anchors, aliases and tags")
  func anchors() throws {
    let text = try PackText.yueqing()
    let anchored = try text.replacing("organiser: {value: [construction-unit], cites: [plan 3.7, plan 4.6]}", with: "organiser: {value: [construction-unit], cites: &a [plan 3.7, plan 4.6]}")
    #expect(try anchored.onlyFault().code == .anchor)
    let aliased = try anchored.replacing("technicalRulesBy: {value: [housing], cites: [plan 3.7]}", with: "technicalRulesBy: {value: [housing], cites: *a}")
    #expect(try aliased.faults().map(\.code) == [.anchor, .anchor])
    // A small file that aliases would make endless is refused at its anchors, not walked.
    let levels = (1...9).map { "      - &b\($0) [\(Array(repeating: $0 == 1 ? "plan 3.6" : "*b\($0 - 1)", count: 9).joined(separator: ", "))]\n" }
    let bomb = try text.replacing("paymentPath: silent\n", with: "paymentPath:\n      value:\n\(levels.joined())      cites: [plan 5]\n".replacingOccurrences(of: "      -", with: "        -"))
    #expect(Set(try bomb.faults().map(\.code)) == [.anchor])
    let tagged = try text.replacing("withinYears: 5", with: "withinYears: !!int 5")
    #expect(try tagged.onlyFault().code == .tag)
  }

  @Test("tells all faults of a file, in the order of its lines")
  func allFaults() throws {
    let faults = try PackText.yueqing()
      .replacing("rule: by-end-of-year", with: "rule: by-end-of-yaer")
      .replacing("basic: 10/100", with: "basic: ten")
      .replacing("  trueUp: silent\n", with: "  truUp: silent\n")
      .replacing("sitePlatform: {value: required, cites: [plan 3.6]}", with: "sitePlatform: required")
      .faults()
    #expect(faults.map(\.code) == [.unknownWord, .missingKey, .wrongValue, .unknownKey, .missingCitation])
    #expect(faults.map(\.line) == faults.map(\.line).sorted())
    for fault in faults {
      #expect(fault.description.hasPrefix("yueqing/2024-1.yaml:\(fault.line):\(fault.column): "))
      #expect(fault.zh.unicodeScalars.contains { $0.value > 0x4E00 })
    }
  }
}
