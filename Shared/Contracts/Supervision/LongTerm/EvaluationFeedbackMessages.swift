import DomainModel

/// Record that the evaluation with its opinions and proposals was fed back to the city's housing bureau (Ziyang 4.8).
public struct ReportEvaluation: ProjectCommand {
  public static var name: WireName { "supervision.report-evaluation" }
  public static var senders: Set<Role> { [.districtGovernment, .subdistrict, .renovationOffice] }
  public static var example: ReportEvaluation {
    ReportEvaluation(project: "330382-2024-0007", proposals: "居民建议增设非机动车充电点", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// Opinions and proposals, without names.
  public let proposals: Text<1000>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, proposals: Text<1000>, document: DocumentHash) {
    self.project = project
    self.proposals = proposals
    self.document = document
  }
}

/// The evaluation was fed back to the city's housing bureau.
public struct EvaluationReported: ProjectEvent {
  public static var name: WireName { "supervision.evaluation-reported" }
  public static var example: EvaluationReported {
    EvaluationReported(project: "330382-2024-0007", proposals: "居民建议增设非机动车充电点", document: .sample)
  }

  public let project: ProjectID
  public let proposals: Text<1000>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.evaluationReported, .flag(true))] }

  public init(project: ProjectID, proposals: Text<1000>, document: DocumentHash) {
    self.project = project
    self.proposals = proposals
    self.document = document
  }
}
