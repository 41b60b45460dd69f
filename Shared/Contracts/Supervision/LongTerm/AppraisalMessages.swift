import DomainModel

/// Whose judgement an appraisal is (Sichuan 7.1).
public enum AppraisalVoice: String, WireEnum {
  /// 业主
  case owners
  /// 社区
  case community
  /// 专家
  case experts
}

/// Record what owners, community or experts make of the result (实效评价, Sichuan 7.1). A voice heard again takes the
/// place of what it said before.
public struct RecordAppraisal: ProjectCommand {
  public static var name: WireName { "supervision.record-appraisal" }
  public static var senders: Set<Role> { [.ownersBody, .residentsCommittee, .expert, .subdistrict, .housing] }
  public static var example: RecordAppraisal {
    RecordAppraisal(
      project: "330382-2024-0007", voice: .experts, organisation: "qingjiang-experts", works: .good,
      management: .adequate, report: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let voice: AppraisalVoice
  /// Who speaks for them.
  public let organisation: OrganisationID
  public let works: EvaluationJudgement
  public let management: EvaluationJudgement
  public let report: DocumentHash

  public var documents: [DocumentHash] { [report] }

  public init(
    project: ProjectID, voice: AppraisalVoice, organisation: OrganisationID, works: EvaluationJudgement,
    management: EvaluationJudgement, report: DocumentHash
  ) {
    self.project = project
    self.voice = voice
    self.organisation = organisation
    self.works = works
    self.management = management
    self.report = report
  }
}

/// Owners, community or experts said what they make of the result.
public struct AppraisalRecorded: ProjectEvent {
  public static var name: WireName { "supervision.appraisal-recorded" }
  public static var example: AppraisalRecorded {
    AppraisalRecorded(
      project: "330382-2024-0007", voice: .experts, organisation: "qingjiang-experts", works: .good,
      management: .adequate, report: .sample)
  }

  public let project: ProjectID
  public let voice: AppraisalVoice
  /// Who speaks for them.
  public let organisation: OrganisationID
  public let works: EvaluationJudgement
  public let management: EvaluationJudgement
  public let report: DocumentHash

  public init(
    project: ProjectID, voice: AppraisalVoice, organisation: OrganisationID, works: EvaluationJudgement,
    management: EvaluationJudgement, report: DocumentHash
  ) {
    self.project = project
    self.voice = voice
    self.organisation = organisation
    self.works = works
    self.management = management
    self.report = report
  }
}
