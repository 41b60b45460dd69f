import Contracts
import DomainModel
import ServiceKit

/// The competent office reviewed a plan version, where the city's rules ask for it: approved, or returned with reasons.
enum RecordPlanReviewDecision: Decision {
  static func look(_ command: RecordPlanReview, at view: any EntityView) throws -> PlanReviewFile {
    try view.get(PlanReviewFile.self, command.project.rawValue) ?? PlanReviewFile(project: command.project)
  }

  static func decide(
    _ command: RecordPlanReview, seeing file: PlanReviewFile, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    if let valid = ruling.facts?[.planVersion], valid.value != .code(command.plan.rawValue) {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", valid.value)], pointers: ["/plan"])
    }
    try ruling.requireNotBefore(file.reviews.last?.on)
    if file.passed(command.stage, command.plan) { throw Refusal(.planReviewedAlready, pointers: ["/plan"]) }
    guard command.isPassed || command.reasons != nil else {
      throw Refusal(.reviewReasonsMissing, pointers: ["/reasons"])
    }
    // A city that reviews once guards the step, one that reviews twice guards each review.
    try ruling.passGate(adding: try ruling.judge(ruling.step, case: command.stage.gateCase))
    return Outcome([
      PlanReviewRecorded(
        project: command.project, plan: command.plan, stage: command.stage, isPassed: command.isPassed,
        reasons: command.reasons, document: command.document, organisation: ruling.principal.organisation)
    ])
  }
}

extension ReviewedPlan {
  /// Which case of the step's gate guards the review.
  var gateCase: Identifier<SlugKind> {
    switch self {
    case .preliminary: "preliminary"
    case .detailed: "detailed"
    }
  }
}
