import Contracts
import DomainModel
import ServiceKit

/// A public notice, from its posting to its end.
struct Notice: Entity {
  static let kind = "notice"
  let id: NoticeID
  let kind: NoticeKind
  let planVersion: PlanID?
  let postedOn: BusinessDate
  var evidence: [NoticeEvidence]
  /// The round whose summary hangs with it, and since when.
  var summaryOf: RoundID?
  var summaryAttachedOn: BusinessDate?
  /// The last day on which it hung; nil while it hangs.
  var lastDay: BusinessDate?
  /// Another notice of its kind was posted while it hung.
  var isSuperseded = false
  var lastStepOn: BusinessDate
  /// The last day as the notice prints it.
  var printedLastDay: BusinessDate?

  /// The last day on which an objection is in time; nil while that is open.
  var objectionsUntil: BusinessDate? { lastDay ?? printedLastDay }
  var key: String { id.rawValue }
  var hangs: Bool { lastDay == nil && !isSuperseded }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such notice in the project.
  func notice(_ id: NoticeID, of project: ProjectID) throws -> Notice {
    guard id.project() == project, let notice = try get(Notice.self, id.rawValue) else {
      throw Refusal(.noticeUnknown, pointers: ["/notice"])
    }
    return notice
  }
}

extension Notice {
  static let folds: [Fold] = [
    .on(NoticePosted.self) { event, stamp, entities in
      // Folded before the docket, which still names the notice that this one takes the place of.
      if let earlier = try entities.docket(of: event.project)[event.kind] {
        try entities.update(Notice.self, earlier.rawValue) { if $0.lastDay == nil { $0.isSuperseded = true } }
      }
      try entities.put(
        Notice(
          id: event.notice, kind: event.kind, planVersion: event.planVersion, postedOn: event.postedOn,
          evidence: event.evidence.items, lastStepOn: stamp.effectiveOn, printedLastDay: event.printedLastDay))
    },
    .on(SummaryAttached.self) { event, stamp, entities in
      try entities.update(Notice.self, event.notice.rawValue) {
        $0.summaryOf = event.round
        $0.summaryAttachedOn = stamp.effectiveOn
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(NoticeClosed.self) { event, stamp, entities in
      try entities.update(Notice.self, event.notice.rawValue) {
        $0.lastDay = event.lastDay
        $0.evidence += event.evidence.items
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(RoundReopened.self) { event, stamp, entities in
      // The result that hung with the notice no longer stands; the notice hangs on and needs the new one.
      guard let shown = try entities.docket(of: event.project).planNotice,
        try entities.get(Notice.self, shown.rawValue)?.summaryOf == event.round
      else { return }
      try entities.update(Notice.self, shown.rawValue) {
        $0.summaryOf = nil
        $0.summaryAttachedOn = nil
        $0.lastDay = nil
        $0.lastStepOn = stamp.effectiveOn
      }
    },
  ]
}
