import DomainModel

/// What a calendar file must keep to be believed.
struct CalendarChecks {
  let session: LoadSession

  func run(_ file: CalendarFile) {
    for (key, year) in file.years.sorted(by: { $0.key < $1.key }) {
      let path = "years.\(key)"
      guard key.utf8.count == 4, let number = Int(key), (1950...2199).contains(number) else {
        session.fault(.wrongValue, path: path, zh: "“\(key)”不是年份。", en: "\(key) is not a year")
        continue
      }
      if year.notices.isEmpty {
        session.fault(.missingCitation, path: path, zh: "缺少所依据通知的文号。", en: "the notice it rests on is missing")
      }
      var off: Set<BusinessDate> = []
      for (index, holiday) in year.holidays.enumerated() {
        let place = "\(path).holidays[\(index)]"
        guard holiday.from <= holiday.until, holiday.until.days(since: holiday.from) < 31 else {
          session.fault(.wrongOrder, path: place, zh: "假期起止日期不合理。", en: "the holiday ends before it begins or lasts too long")
          continue
        }
        let beginsBefore = holiday.from.year == number - 1 && holiday.from.month == 12 && holiday.from.day >= 25
        if holiday.until.year != number || !(holiday.from.year == number || beginsBefore) {
          session.fault(.wrongValue, path: place, zh: "假期不在 \(number) 年内。", en: "the holiday is not in \(number)")
        }
        var day = holiday.from
        while day <= holiday.until {
          if !off.insert(day).inserted {
            session.fault(.repeated, path: place, zh: "\(day) 属于两个假期。", en: "\(day) belongs to two holidays")
          }
          day = day.adding(days: 1)
        }
      }
      var worked: Set<BusinessDate> = []
      for (index, day) in year.makeUpWorkdays.enumerated() {
        let place = "\(path).makeUpWorkdays[\(index)]"
        let previousDecember = day.year == number - 1 && day.month == 12 && day.day >= 25
        if day.weekday < 6 || off.contains(day) || !(day.year == number || previousDecember)
          || !worked.insert(day).inserted
        {
          session.fault(
            .wrongValue, path: place, zh: "调休上班日应为 \(number) 年内不在假期中的周六或周日，且不重复。",
            en: "a make-up working day is a Saturday or Sunday of \(number) outside the holidays, named once")
        }
      }
    }
  }
}
