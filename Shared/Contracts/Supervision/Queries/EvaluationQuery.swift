import DomainModel

/// The questionnaire's counts and the evaluations.
public struct EvaluationQuery: ProjectQuery {
  public static var name: WireName { "supervision.evaluation" }
  public static var example: EvaluationQuery {
    EvaluationQuery(project: "330382-2024-0007")
  }
  public typealias Answer = EvaluationOverview

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// The counts of one question.
public struct QuestionTally: Codable, Hashable, Sendable {
  public let question: Int
  /// The base of its rates.
  public let answered: Int
  public let options: [OptionTally]

  public init(question: Int, answered: Int, options: [OptionTally]) {
    self.question = question
    self.answered = answered
    self.options = options
  }
}

/// How often one option was chosen.
public struct OptionTally: Codable, Hashable, Sendable {
  public let option: String
  public let count: Int

  public init(option: String, count: Int) {
    self.option = option
    self.count = count
  }
}

/// One evaluation.
public struct EvaluationLine: Codable, Hashable, Sendable {
  public let on: BusinessDate
  public let evaluator: OrganisationID
  public let works: EvaluationJudgement
  public let management: EvaluationJudgement

  public init(
    on: BusinessDate, evaluator: OrganisationID, works: EvaluationJudgement, management: EvaluationJudgement
  ) {
    self.on = on
    self.evaluator = evaluator
    self.works = works
    self.management = management
  }
}

/// Counts first; rates are ours and say so.
public struct EvaluationOverview: Codable, Hashable, Sendable {
  public let questionnaires: Int
  public let questions: [QuestionTally]
  public let satisfied: Share?
  public let improved: Share?
  public let ratesOrigin: Finding.Origin
  public let evaluations: [EvaluationLine]
  public let managementMode: ManagementMode?

  public init(
    questionnaires: Int, questions: [QuestionTally], satisfied: Share? = nil, improved: Share? = nil,
    ratesOrigin: Finding.Origin, evaluations: [EvaluationLine], managementMode: ManagementMode? = nil
  ) {
    self.questionnaires = questionnaires
    self.questions = questions
    self.satisfied = satisfied
    self.improved = improved
    self.ratesOrigin = ratesOrigin
    self.evaluations = evaluations
    self.managementMode = managementMode
  }
}
