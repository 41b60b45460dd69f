import Contracts
import DomainModel
import ServiceKit

/// A round of consulting residents on the plan, with counters of what they said.
struct ConsultationRound: Entity {
  static let kind = "consultation-round"
  let id: ConsultationRoundID
  let round: Int
  /// How many rounds the pack had when it was opened.
  let of: Int
  let openedOn: BusinessDate
  let planBefore: PlanID
  var evidence: [NoticeEvidence]
  var comments = 0
  var sorted = 0
  var adopted = 0
  var partly = 0
  var explained = 0
  var planAfter: PlanID?
  /// The last day it hung; nil while it is open.
  var lastDay: BusinessDate?
  var lastStepOn: BusinessDate

  var key: String { id.rawValue }
  var isOpen: Bool { lastDay == nil }
  var isLast: Bool { round == of }
  var unsorted: Int { comments - sorted }
  var unanswered: Int { comments - adopted - partly - explained }

  var standing: ConsultationRoundStanding {
    ConsultationRoundStanding(
      consultation: id, round: round, of: of, openedOn: openedOn, lastDay: lastDay, planBefore: planBefore,
      planAfter: planAfter, comments: comments, sorted: sorted, adopted: adopted, partly: partly, explained: explained)
  }

  /// Counts a response in (`1`) or out (`-1`).
  mutating func count(_ response: CommentResponse, by one: Int) {
    switch response {
    case .adopted: adopted += one
    case .partly: partly += one
    case .explained: explained += one
    }
  }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such round in the project.
  func consultationRound(_ id: ConsultationRoundID, of project: ProjectID) throws -> ConsultationRound {
    guard id.project() == project, let round = try get(ConsultationRound.self, id.rawValue) else {
      throw Refusal(.consultationRoundUnknown, pointers: ["/consultation"])
    }
    return round
  }
}

extension ConsultationRound {
  static let folds: [Fold] = [
    .on(ConsultationRoundOpened.self) { event, stamp, entities in
      try entities.put(
        ConsultationRound(
          id: event.consultation, round: event.round.value, of: event.of.value, openedOn: stamp.effectiveOn,
          planBefore: event.planVersion, evidence: event.evidence.items, lastStepOn: stamp.effectiveOn))
    },
    .on(CommentRecorded.self) { event, stamp, entities in
      try entities.update(ConsultationRound.self, event.consultation.rawValue) { $0.comments += 1 }
      try entities.put(Comment(event, on: stamp.effectiveOn))
    },
    .on(CommentsSorted.self) { event, stamp, entities in
      var added = 0
      for line in event.comments {
        try entities.update(Comment.self, Comment.key(event.consultation, line.comment)) {
          if $0.subject == nil { added += 1 }
          $0.subject = line.subject
        }
      }
      try entities.update(ConsultationRound.self, event.consultation.rawValue) {
        $0.sorted += added
        $0.lastStepOn = stamp.effectiveOn
      }
    },
    .on(CommentsAnswered.self) { event, stamp, entities in
      guard var round = try entities.get(ConsultationRound.self, event.consultation.rawValue) else {
        throw FoldFault.missingEntity(kind: kind, key: event.consultation.rawValue)
      }
      for answer in event.answers {
        try entities.update(Comment.self, Comment.key(event.consultation, answer.comment)) {
          if let earlier = $0.response { round.count(earlier, by: -1) }
          round.count(answer.response, by: 1)
          $0.response = answer.response
          $0.reason = answer.reason
        }
      }
      round.lastStepOn = stamp.effectiveOn
      try entities.put(round)
    },
    .on(ConsultationRoundClosed.self) { event, stamp, entities in
      try entities.update(ConsultationRound.self, event.consultation.rawValue) {
        $0.lastDay = event.lastDay
        $0.planAfter = event.planAfter
        $0.evidence += event.evidence.items
        $0.lastStepOn = stamp.effectiveOn
      }
    },
  ]
}
