import Contracts
import DomainModel
import ServiceKit

/// What must always hold of the works: the counters that decisions look at are those of a recount.
enum SupervisionInvariants {
  static let all = [counters, acceptances, classes, poll, claims]

  private static let counters = Invariant.each(
    "works-are-recounts", of: Works.self, zh: "整改、热线、变更、验收、违建、移交、保修的计数等于逐件重数的结果",
    en: "The counts of defects, tickets, changes, acceptances, illegal structures, hand-overs and claims are those of a recount."
  ) { works, view in
    let place = "\(works.project)/"
    var (defects, defectsOpen, tickets, ticketsOpen, changes, acceptances) = (0, 0, 0, 0, 0, 0)
    var (structures, standing, handovers, claims, watchers) = (0, 0, 0, 0, 0)
    try view.each(Defect.self, prefix: place) {
      defects += 1
      if $0.state != .closed { defectsOpen += 1 }
    }
    try view.each(Ticket.self, prefix: place) {
      tickets += 1
      if $0.outcome == nil { ticketsOpen += 1 }
    }
    try view.each(Change.self, prefix: place) { _ in changes += 1 }
    try view.each(Acceptance.self, prefix: place) { _ in acceptances += 1 }
    try view.each(IllegalStructure.self, prefix: place) {
      structures += 1
      if !$0.removed { standing += 1 }
    }
    try view.each(Handover.self, prefix: place) { _ in handovers += 1 }
    try view.each(WarrantyClaim.self, prefix: place) { _ in claims += 1 }
    try view.each(Watcher.self, prefix: place) { _ in watchers += 1 }
    let counts: [(zh: String, en: String, kept: Int, found: Int)] = [
      ("整改项", "defects", works.defects, defects), ("未销整改项", "open defects", works.defectsOpen, defectsOpen),
      ("热线件", "tickets", works.tickets, tickets), ("未结热线件", "open tickets", works.ticketsOpen, ticketsOpen),
      ("变更", "changes", works.changes, changes), ("验收", "acceptances", works.acceptances, acceptances),
      ("违建", "illegal structures", works.structuresKnown, structures),
      ("未拆违建", "standing structures", works.structuresStanding, standing),
      ("移交", "hand-overs", works.handovers, handovers), ("保修件", "warranty claims", works.claims, claims),
      ("监督员", "watchers", works.watchers, watchers),
    ]
    return counts.filter { $0.kept != $0.found }.map {
      .init(zh: "\($0.zh)：记 \($0.kept)，重数 \($0.found)", en: "\($0.en): \($0.kept) are kept, \($0.found) are there")
    }
  }

  private static let acceptances = Invariant.each(
    "acceptances-name-their-defects", of: Acceptance.self, zh: "验收列出的每个整改项都在，且记着由它查出",
    en: "Each defect that an acceptance lists is there, and says that this acceptance found it."
  ) { acceptance, view in
    try acceptance.defects.compactMap { id in
      guard let defect = try view.get(Defect.self, id.rawValue) else {
        return .init(zh: "没有整改项 \(id)", en: "there is no defect \(id)")
      }
      guard defect.acceptance != acceptance.id else { return nil }
      let other = defect.acceptance?.rawValue ?? "—"
      return .init(zh: "\(id) 记的是由 \(other) 查出", en: "\(id) says that \(other) found it")
    }
  }

  /// What is left to take over of a class decides whether the hand-over is complete.
  private static let classes = Invariant.each(
    "hand-overs-are-recounts", of: Works.self, zh: "各类资产待接收的件数等于未接收的移交",
    en: "What is left to take over of each class of assets is what was arranged and not taken over."
  ) { works, view in
    var pending: [String: Int] = [:]
    try view.each(Handover.self, prefix: "\(works.project)/") {
      if $0.takenOverOn == nil { pending[$0.asset.rawValue, default: 0] += 1 }
    }
    return Set(pending.keys).union(works.classes.keys).sorted().compactMap { asset in
      let (kept, found) = (works.classes[asset]?.pending ?? 0, pending[asset] ?? 0)
      guard kept != found else { return nil }
      return .init(zh: "\(asset)：记 \(kept)，重数 \(found)", en: "\(asset): \(kept) are kept, \(found) are there")
    }
  }

  private static let poll = Invariant.each(
    "questionnaires-add-up", of: Poll.self, zh: "问卷份数等于答卷人数；每题作答不超过份数，单选题各项之和等于作答数",
    en: "There are as many forms as respondents; no question has more answers than forms, and the options of a question with one "
      + "choice add up."
  ) { poll, view in
    var faults: [Invariant.Fault] = []
    var respondents = 0
    try view.each(Respondent.self, prefix: "\(poll.project)/") { _ in respondents += 1 }
    if respondents != poll.forms {
      faults.append(.init(zh: "\(poll.forms) 份，\(respondents) 人", en: "\(poll.forms) forms, \(respondents) respondents"))
    }
    for question in Set(poll.answered.keys).union(poll.chosen.keys.map(Poll.question)).sorted() {
      let answered = poll.answered[question] ?? 0
      let options = poll.chosen.filter { Poll.question($0.key) == question }.values
      let (sum, most) = (options.reduce(0, +), options.max() ?? 0)
      // Of question 6 several aspects may be chosen.
      let addsUp = question == "q6" ? most <= answered && sum >= answered : sum == answered
      guard answered > poll.forms || !addsUp else { continue }
      faults.append(
        .init(
          zh: "\(question)：\(poll.forms) 份，作答 \(answered)，各项共 \(sum)",
          en: "\(question): \(poll.forms) forms, \(answered) answers, \(sum) choices"))
    }
    return faults
  }

  private static let claims = Invariant.each(
    "claims-run-forward", of: WarrantyClaim.self, zh: "保修件的修复不早于报修，且属于一项工程",
    en: "A claim is not made good before it was made, and belongs to works that are known."
  ) { claim, view in
    var faults: [Invariant.Fault] = []
    if let fixed = claim.fixedOn, fixed < claim.on {
      faults.append(.init(zh: "\(claim.on) 报修，\(fixed) 修复", en: "made \(claim.on), made good \(fixed)"))
    }
    let project = claim.id.project()
    if try view.get(Works.self, project.rawValue) == nil {
      faults.append(.init(zh: "没有项目 \(project) 的工程", en: "there are no works of \(project)"))
    }
    return faults
  }
}

extension Poll {
  /// The question of a counted option: `q8` of `q8.very`.
  static func question(_ option: String) -> String { String(option.prefix { $0 != "." }) }
}
