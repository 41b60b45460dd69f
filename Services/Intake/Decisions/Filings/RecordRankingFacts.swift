import Contracts
import DomainModel
import ServiceKit

/// Records facts that the waiting list shows. They decide nothing, so nothing guards them.
enum RecordRankingFactsDecision: Decision {
  static func look(_ command: RecordRankingFacts, at view: any EntityView) throws -> ProjectCase {
    try ProjectCase.of(command.project, at: view)
  }

  static func decide(
    _ command: RecordRankingFacts, seeing project: ProjectCase, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    Outcome([
      RankingFactsRecorded(
        project: command.project, hasProfessionalManagement: command.hasProfessionalManagement,
        qualifiesForUpperSubsidy: command.qualifiesForUpperSubsidy, fiscalFundsAvailable: command.fiscalFundsAvailable,
        evidence: command.evidence)
    ])
  }
}
