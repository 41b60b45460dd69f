import Contracts
import DomainModel
import Policy

/// The notice (公示书) with the days it hangs, computed, and the rooms that agreed (Wenzhou Annex 3; Yueqing plan 3.3).
enum NoticeFormPage: FormPage {
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue] {
    let edition = facts.edition
    guard let first = facts.willingness, first.isCarried else {
      throw FormFault.notReady("改造意愿表决还没有通过", "the willingness round has not carried")
    }
    // A notice in which the vote takes place is posted before it: then it tells the round before (AMB-06).
    let isInside = edition.terms.rounds.plan.timing.value == .insideNotice
    if !isInside, facts.plan?.isCarried != true {
      throw FormFault.notReady("方案表决还没有通过，公示的是表决结果", "the plan round has not carried; the notice posts its result")
    }
    let told = facts.plan.flatMap { $0.isCarried ? $0 : nil } ?? first
    let days = try NoticeDays(facts, fields)
    let figures = RoundFigures(told, under: edition)
    let terms = edition.terms.notices.plan
    // What the vote came to hangs with the notice: the whole summary where the city has one, else the rooms that agreed.
    let summary = edition.form("plan-summary")?.item
    let contents = (terms.contents.value ?? []).map(\.item).filter { !isItself.contains($0.code.rawValue) }
    return [
      "totalArea": FormText.fill(totalFloorArea(facts), 6),
      "totalHouseholds": FormText.fill(FormText.grouped(Int64(told.households.all.value)), 3),
      "totalHeads": FormText.fill(FormText.grouped(Int64(told.heads.all.value)), 3),
      "exclusiveArea": FormText.fill(FormText.area(told.area.all), 6),
      "isPlanVote": .flag(told.kind == .plan), "told": .map(figures.sentence),
      "isInside": .flag(isInside), "waitsForVote": .flag(isInside && facts.plan == nil),
      "contact": FormText.fill(fields.contact, 6), "contactPhone": FormText.fill(fields.contactPhone, 8),
      "subdistrictAddress": FormText.fill(fields.subdistrictAddress, 10),
      "subdistrictPhone": FormText.fill(fields.subdistrictPhone, 8),
      "days": FormText.fill(days.count.map(String.init), 2), "from": FormText.dateLine(days.from),
      "to": FormText.dateLine(days.to), "minimum": .text(terms.minimum.value.map { "\($0.workingDays)" }),
      "workingDays": .text(days.workingDays.map(String.init)),
      "late": .flag(terms.lateObjections.value == .rejected),
      "invitation": .text(edition.text("objection-invitation")?.item.zh),
      "isWrittenMediation": .flag(terms.objectionPath.value?.steps.contains(.writtenMediation) ?? false),
      "contents": .text(contents.map(\.zh).joined(separator: "、")),
      "planTitle": .text(edition.form("notice-form")?.item.layout.value == nil ? "项目改造方案" : "改造初步设计方案"),
      "summaryTitle": .text(summary?.title ?? "同意改造居民房号汇总表"), "summaryHasRatios": .flag(summary != nil),
      "planVersion": .text(facts.renovationPlan?.plan.rawValue),
      "dateLine": FormText.dateLine(fields.date ?? days.posted),
    ].merging(told.kind == .plan ? SummaryContent.rooms(facts) : ["hasRooms": false]) { own, _ in own }
  }

  /// What a notice lists of its contents is itself and what is attached to it below.
  private static let isItself: Set<String> = ["notice-form", "vote-summary", "room-summary"]

  /// As the survey has it; the vote's own denominator stands beside it (AMB-09).
  static func totalFloorArea(_ facts: FormFacts) -> String? {
    facts.community.survey.map { FormText.area($0.survey.totalFloorArea) }
  }
}

/// From when to when a notice hangs: as it was posted, or as it would be if posted on the given day.
struct NoticeDays {
  let posted: BusinessDate?
  let from: BusinessDate?
  let to: BusinessDate?
  /// 公示期 __ 天: last day minus posting day (domain §18.4).
  let count: Int?
  let workingDays: Int?

  /// - Throws: `FormFault` when the last day is earlier than the rules allow, or dates are given for a notice that hangs.
  init(_ facts: FormFacts, _ fields: FormFields) throws {
    if let notice = facts.notice, !notice.isSuperseded {
      guard fields.postedOn == nil else {
        throw FormFault(
          "notice-posted", zh: "公示已于 \(notice.schedule.postedOn) 张贴，日期以登记为准，不能另填。",
          en: "The notice was posted on \(notice.schedule.postedOn); its dates are those recorded.")
      }
      let earliest = notice.schedule.earliestLastDay
      try NoticeDays.check(fields.lastDay, earliest, notice.schedule.minimumWorkingDays)
      try self.init(notice.schedule.postedOn, last: notice.lastDay ?? fields.lastDay ?? earliest, facts)
      return
    }
    guard let posting = fields.postedOn else {
      self.init()
      return
    }
    let minimum = facts.edition.terms.notices.plan.minimum.value?.workingDays
    let period = NoticePeriod(postedOn: posting, minimum: minimum, calendar: facts.law.calendar)
    if let year = period.unknownYear {
      throw FormFault(
        "calendar-unknown", zh: "\(year) 年的放假安排尚未公布，算不出公示截止日。", en: "The working days of \(year) are not published yet.")
    }
    try NoticeDays.check(fields.lastDay, period.earliestLastDay, minimum)
    try self.init(posting, last: fields.lastDay ?? period.earliestLastDay, facts)
  }

  private static func check(_ last: BusinessDate?, _ earliest: BusinessDate?, _ minimum: Int?) throws {
    guard let last, let earliest, last < earliest else { return }
    throw FormFault(
      "notice-too-short", zh: "公示至少到 \(earliest)（\(minimum ?? 0) 个工作日），不能只到 \(last)。",
      en: "The notice must hang until \(earliest) at least (\(minimum ?? 0) working days), not until \(last).")
  }

  /// Days that nobody knows yet.
  private init() {
    posted = nil
    from = nil
    to = nil
    count = nil
    workingDays = nil
  }

  private init(_ posted: BusinessDate, last: BusinessDate?, _ facts: FormFacts) throws {
    if let last, last <= posted {
      throw FormFault("notice-too-short", zh: "公示截止日应晚于张贴日。", en: "The last day comes after the posting day.")
    }
    self.posted = posted
    // The posting day does not count (AMB-11): the first day of the period is the one after it.
    from = posted.adding(days: 1)
    to = last
    count = last.map { $0.days(since: posted) }
    workingDays = last.flatMap { try? facts.law.calendar.workingDays(after: posted, through: $0) }
  }
}
