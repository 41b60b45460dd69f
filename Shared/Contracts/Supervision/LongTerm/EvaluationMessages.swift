import DomainModel

/// What an evaluation says. The documents give no scores.
public enum EvaluationJudgement: String, WireEnum {
  case good
  case adequate
  case lacking
}

/// Record the post-evaluation (后评估): of the works, and of how the management since works (plan 3.9).
public struct Evaluate: ProjectCommand {
  public static var name: WireName { "supervision.evaluate" }
  public static var senders: Set<Role> { [.cityRenovationOffice, .renovationOffice, .housing, .subdistrict, .districtGovernment] }
  public static var example: Evaluate {
    Evaluate(
      project: "330382-2024-0007", evaluator: "yueqing-renovation", works: .good, management: .adequate,
      report: .sample)
  }
  public typealias Reply = EvaluationReport

  public let project: ProjectID
  public let evaluator: OrganisationID
  public let works: EvaluationJudgement
  public let management: EvaluationJudgement
  public let report: DocumentHash

  public var documents: [DocumentHash] { [report] }

  public init(
    project: ProjectID, evaluator: OrganisationID, works: EvaluationJudgement, management: EvaluationJudgement,
    report: DocumentHash
  ) {
    self.project = project
    self.evaluator = evaluator
    self.works = works
    self.management = management
    self.report = report
  }
}

/// The project is evaluated.
public struct EvaluationRecorded: ProjectEvent {
  public static var name: WireName { "supervision.evaluation-recorded" }
  public static var example: EvaluationRecorded {
    EvaluationRecorded(
      project: "330382-2024-0007", evaluator: "yueqing-renovation", works: .good, management: .adequate,
      report: .sample, questionnaires: 12)
  }

  public let project: ProjectID
  public let evaluator: OrganisationID
  public let works: EvaluationJudgement
  public let management: EvaluationJudgement
  public let report: DocumentHash
  /// Forms counted until then.
  public let questionnaires: Whole<0, 1000000>
  /// Satisfied of those who answered question 8. The indicator is ours, not the city's.
  public let satisfied: Share?
  /// Better off of those who answered question 7. The indicator is ours, not the city's.
  public let improved: Share?

  public var facts: [FactStatement] { [FactStatement(.evaluationRecorded, .flag(true))] }

  public init(
    project: ProjectID, evaluator: OrganisationID, works: EvaluationJudgement, management: EvaluationJudgement,
    report: DocumentHash, questionnaires: Whole<0, 1000000>, satisfied: Share? = nil, improved: Share? = nil
  ) {
    self.project = project
    self.evaluator = evaluator
    self.works = works
    self.management = management
    self.report = report
    self.questionnaires = questionnaires
    self.satisfied = satisfied
    self.improved = improved
  }
}

/// The rates, which are ours.
public struct EvaluationReport: Codable, Hashable, Sendable {
  public let questionnaires: Int
  public let satisfied: Share?
  public let improved: Share?
  /// Always `recommended`: the documents define no rate.
  public let origin: Finding.Origin

  public init(questionnaires: Int, satisfied: Share? = nil, improved: Share? = nil, origin: Finding.Origin) {
    self.questionnaires = questionnaires
    self.satisfied = satisfied
    self.improved = improved
    self.origin = origin
  }
}
