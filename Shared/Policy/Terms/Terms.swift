/// The parameters of one set of rules, by topic. A city's pack and our own defaults have the same shape, so that what a
/// pack leaves silent is looked up under the same path.
///
/// A class, because it has hundreds of values and is read for every command: what is handed on is one reference.
public final class Terms: Sendable, Decodable {
  /// Domain §1.
  public let eligibility: EligibilityTerms
  /// Domain §2.
  public let survey: SurveyTerms
  /// Domain §3.
  public let selfGovernance: SelfGovernanceTerms
  /// Domain §4.
  public let rounds: RoundsTerms
  /// Domain §5.
  public let notices: NoticesTerms
  /// Domain §6.
  public let planning: PlanningTerms
  /// Domain §7.
  public let annualPlan: AnnualPlanTerms
  /// Domain §9.
  public let funding: FundingTerms
  /// Domain §10.
  public let approvals: ApprovalsTerms
  /// Domain §11.
  public let construction: ConstructionTerms
  /// Domain §12.
  public let acceptance: AcceptanceTerms
  /// Domain §12, hand-over by asset class.
  public let handover: HandoverTerms
  /// Domain §13.
  public let longTerm: LongTermTerms
  /// Domain §14.
  public let evaluation: EvaluationTerms
  /// Domain §15.1; left out by editions that say nothing of it.
  public let retention: RetentionTerms?
}
