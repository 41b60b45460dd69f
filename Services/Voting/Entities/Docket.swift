import Contracts
import DomainModel
import ServiceKit

/// What voting keeps of a project as a whole: how far its numbers have run, and what is open.
struct Docket: Entity {
  static let kind = "docket"
  let project: ProjectID
  var rolls = 0
  var rounds = 0
  var notices = 0
  var objections = 0
  var consultations = 0
  var comments = 0
  /// Objections that the declaration waits for.
  var objectionsOpen = 0
  var sealedRoll: RollID?
  var willingness = Matter()
  var plan = Matter()
  /// The notices posted last; the earlier one of a kind is superseded.
  var planNotice: NoticeID?
  var willingnessNotice: NoticeID?
  var resultNotice: NoticeID?
  /// The round of consultation opened last.
  var consultation: ConsultationRoundID?

  /// A matter that is voted on.
  struct Matter: Codable, Hashable, Sendable {
    var openRound: RoundID?
    /// The round that carried it, and for which plan.
    var carriedBy: RoundID?
    var carriedPlan: PlanID?
  }

  var key: String { project.rawValue }

  init(_ project: ProjectID) {
    self.project = project
  }

  subscript(kind: RoundKind) -> Matter {
    get { kind == .plan ? plan : willingness }
    set { if kind == .plan { plan = newValue } else { willingness = newValue } }
  }

  subscript(kind: NoticeKind) -> NoticeID? {
    get {
      switch kind {
      case .plan: planNotice
      case .willingness: willingnessNotice
      case .result: resultNotice
      }
    }
    set {
      switch kind {
      case .plan: planNotice = newValue
      case .willingness: willingnessNotice = newValue
      case .result: resultNotice = newValue
      }
    }
  }
}

extension EntityView {
  /// The project's docket; empty for a project of which nothing was recorded here yet.
  func docket(of project: ProjectID) throws -> Docket {
    try get(Docket.self, project.rawValue) ?? Docket(project)
  }
}

extension Docket {
  private static func change(
    _ project: ProjectID, _ entities: any EntityEditor, _ change: (inout Docket) -> Void
  ) throws {
    var docket = try entities.docket(of: project)
    change(&docket)
    try entities.put(docket)
  }

  static let folds: [Fold] = [
    .on(RollBegun.self) { event, _, entities in try change(event.project, entities) { $0.rolls += 1 } },
    .on(RollSealed.self) { event, _, entities in try change(event.project, entities) { $0.sealedRoll = event.roll } },
    .on(RoundOpened.self) { event, _, entities in
      try change(event.project, entities) {
        $0.rounds += 1
        $0[event.kind] = Matter(openRound: event.round)
      }
    },
    .on(RoundClosed.self) { event, _, entities in
      let report = event.report
      try change(event.project, entities) {
        $0[report.kind] = report.isCarried ? Matter(carriedBy: report.round, carriedPlan: report.planVersion) : Matter()
      }
    },
    .on(RoundReopened.self) { event, _, entities in
      try change(event.project, entities) { $0[event.kind] = Matter(openRound: event.round) }
    },
    .on(RoundOverridden.self) { event, _, entities in
      try change(event.project, entities) {
        $0[event.kind] = Matter(carriedBy: event.round, carriedPlan: event.planVersion)
      }
    },
    .on(NoticePosted.self) { event, _, entities in
      try change(event.project, entities) {
        $0.notices += 1
        $0[event.kind] = event.notice
      }
    },
    .on(ConsultationRoundOpened.self) { event, _, entities in
      try change(event.project, entities) {
        $0.consultations += 1
        $0.consultation = event.consultation
      }
    },
    .on(CommentRecorded.self) { event, _, entities in try change(event.project, entities) { $0.comments += 1 } },
    .on(ObjectionRecorded.self) { event, _, entities in
      try change(event.project, entities) {
        $0.objections += 1
        if event.disposition == nil { $0.objectionsOpen += 1 }
      }
    },
    .on(ObjectionDisposed.self) { event, _, entities in
      try change(event.project, entities) { if !event.isOpen { $0.objectionsOpen -= 1 } }
    },
  ]
}
