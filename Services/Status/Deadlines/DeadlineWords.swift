import Contracts
import DomainModel
import Policy

/// What a day is called, and how it came about, in words.
struct DeadlineWords {
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// What is due, or ends.
  func kind(_ kind: DeadlineKind) -> String {
    switch kind {
    case .annualPlan: say("列入年度计划", "listing in the annual plan")
    case .noticePeriod: say("公示期满", "notice has hung long enough")
    case .objections: say("异议截止", "objections end")
    case .roundCloses: say("表决截止", "voting ends")
    case .siteFeedback: say("现场踏勘意见", "comments on the site survey")
    case .consultationOpinion: say("联合会商意见", "opinion for the consultation")
    case .permitEnds: say("占掘路等许可到期", "permit for works ends")
    case .start: say("开工月份", "month of the start")
    case .plannedFinish: say("计划竣工", "planned finish")
    case .milestone: say("工程节点", "milestone")
    case .warrantyEnd: say("保修期满", "warranty ends")
    }
  }

  /// The kind with the thing it belongs to, where that says more than the project does.
  func title(_ deadline: Deadline) -> String {
    let kind = kind(deadline.kind)
    return switch deadline.kind {
    case .plannedFinish: kind
    case .annualPlan: say("\(kind)（\(deadline.name) 年）", "\(kind) of \(deadline.name)")
    case .start: say("\(kind)（\(deadline.name) 年）", "\(kind), \(deadline.name)")
    case .warrantyEnd: say("\(kind)（\(warranty(deadline.name))）", "\(kind): \(deadline.name)")
    case .milestone, .permitEnds: say("\(kind)（\(permit(deadline.name))）", "\(kind): \(deadline.name)")
    case .noticePeriod, .objections, .roundCloses, .siteFeedback, .consultationOpinion:
      "\(kind) \(deadline.name.split(separator: "/").last.map(String.init) ?? "")"
    }
  }

  private func warranty(_ category: String) -> String {
    switch WarrantyCategory(rawValue: category) {
    case .waterproofing: "防水防渗"
    case .pipesAndEquipment: "管线设备装修"
    case .heatingAndCooling: "供热供冷"
    case .structure: "基础与主体"
    case .other: "其他"
    case nil: category
    }
  }

  private func permit(_ kind: String) -> String {
    switch WorksPermitKind(rawValue: kind) {
    case .occupyRoad: "占用道路"
    case .dig: "挖掘道路"
    case .fellTrees: "砍伐树木"
    case .moveTrees: "迁移树木"
    case nil: kind
    }
  }

  /// `还有 3 天`, `逾期 2 天`, `已过 5 天` for a period that ended.
  func left(_ line: DeadlineLine) -> String {
    guard let left = line.daysLeft else { return say("未知", "not known") }
    if left == 0 { return say("今天", "today") }
    if left > 0 { return say("还有 \(left) 天", left == 1 ? "1 day left" : "\(left) days left") }
    let past = -left
    if line.deadline.overdue { return say("逾期 \(past) 天", "\(past) d overdue") }
    return say("已过 \(past) 天", "\(past) d ago")
  }

  /// Who owes it: the organisation, with its role, else the roles that may do it.
  func owing(_ deadline: Deadline) -> String {
    let roles = (deadline.roles ?? []).map { say($0.zh, $0.rawValue) }.joined(separator: say("、", " or "))
    guard let organisation = deadline.organisation else { return roles.isEmpty ? "—" : roles }
    return roles.isEmpty ? organisation.rawValue : say("\(organisation)（\(roles)）", "\(organisation) (\(roles))")
  }

  /// The articles, looked up where the project's edition is known.
  func articles(_ deadline: Deadline, in edition: PackEdition?, _ book: ArticleBook) -> String? {
    guard let cites = deadline.cites, !cites.isEmpty else { return nil }
    return cites.map { book.text(of: $0, in: edition, language) }.joined(separator: say("；", "; "))
  }

  // MARK: The arithmetic

  /// How the day came about, so that it can be checked with a calendar in hand.
  func arithmetic(_ line: DeadlineLine) -> String {
    let deadline = line.deadline
    switch deadline.basis {
    case .workingDays: return workingDays(line)
    case .fixedDay: return say("文件规定的日期", "the document names the day")
    case .years:
      guard let start = deadline.startedOn, let years = deadline.years else { return say("按年计", "counted in years") }
      return say("自 \(start) 起 \(years) 年", "\(years) years from \(start)")
    case .recorded:
      guard let start = deadline.startedOn else { return say("登记时写明的日期", "set when it was recorded") }
      return say("\(start) 起，截止日登记时写明", "from \(start); the last day was set when it was recorded")
    case nil: return say("未说明", "not told")
    }
  }

  private func workingDays(_ line: DeadlineLine) -> String {
    let deadline = line.deadline
    guard let start = deadline.startedOn, let count = deadline.workingDays else { return say("按工作日计", "working days") }
    if let year = deadline.unknownYear {
      return say(
        "自 \(start) 的次日起数 \(count) 个工作日；\(year) 年的工作日历尚未安装，还数不出来",
        "\(count) working days from the day after \(start); those of \(year) are not published yet")
    }
    let madeUp = Set(deadline.madeUp ?? [])
    let days = line.counted.map { day in
      short(day) + (madeUp.contains(day) ? say("（调休上班）", " (worked to make up)") : "")
    }.joined(separator: say("、", ", "))
    let skipped = spans(deadline.skipped ?? [])
    let off = skipped.isEmpty ? "" : say("；不计 \(skipped)", "; not counted: \(skipped)")
    return say(
      "自 \(start) 的次日起数 \(count) 个工作日：\(days)\(off)",
      "\(count) working days from the day after \(start): \(days)\(off)")
  }

  /// Days off that follow one another for the same reason read as one span.
  private func spans(_ days: [Deadline.DayOff]) -> String {
    var spans: [(first: BusinessDate, last: BusinessDate, why: String)] = []
    for day in days.sorted(by: { $0.on < $1.on }) {
      let why = say(day.zh, day.en)
      if let open = spans.last, open.why == why, open.last.adding(days: 1) == day.on {
        spans[spans.count - 1].last = day.on
      } else {
        spans.append((day.on, day.on, why))
      }
    }
    return spans.map { span in
      let days = span.first == span.last ? "" : say(" 至 \(short(span.last))", " to \(short(span.last))")
      return "\(short(span.first))\(days) \(span.why)"
    }.joined(separator: say("、", ", "))
  }

  /// `05-08`: the year stands at the start and at the end.
  private func short(_ day: BusinessDate) -> String { String(day.description.dropFirst(5)) }
}
