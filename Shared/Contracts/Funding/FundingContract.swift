import DomainModel

/// What funding says and hears.
public enum FundingContract: ServiceContract {
  public static let service = ServiceName.funding

  public static let ownCommands: [any Command.Type] = [
    ComputeEstimate.self, RecordSelfRaisedPlan.self, FixShares.self, RegisterAccount.self, RecordDeposits.self, RecordDeposit.self,
    RecordSubsidyReceipt.self, RecordReversal.self, RecordPledge.self, RequestDisbursement.self, CheckDisbursement.self,
    ApproveDisbursement.self, PayDisbursement.self, RejectDisbursement.self, RecordAudit.self, VerifyFinalAccounts.self,
    Settle.self, ApproveSettlementItem.self, DismissSettlementItem.self, PaySettlementItem.self,
    DecideSurplus.self,
    RecordEvaluationLink.self, FixGovernmentShares.self, ApplyForCityShare.self, GiveSubsidyOpinion.self,
    CheckCityShare.self, ApproveCityShare.self, PayTransfer.self, RejectTransfer.self, RecordContribution.self,
    RecordOutsideCost.self, FlagHardship.self, RecordFirstInstalment.self,
    ReviewBudget.self, ReviewFinalAccounts.self, PayReward.self, RecordFinalAccounts.self,
  ]

  public static let ownEvents: [any Event.Type] = [
    PlanCostsHeard.self, RollUnitsHeard.self, RollSealHeard.self, EstimateComputed.self, SelfRaisedPlanRecorded.self, SharesFixed.self,
    SharesListed.self, AccountRegistered.self, DepositsRecorded.self, DepositReversed.self, PledgeRecorded.self,
    DisbursementRequested.self, DisbursementAdvanced.self, DisbursementRejected.self, AuditRecorded.self,
    FinalAccountsVerified.self, SettlementComputed.self, SettlementItemsListed.self, SettlementItemsDecided.self,
    SettlementItemPaid.self, SurplusDecided.self, EvaluationLinkRecorded.self, GovernmentSharesFixed.self, TransferRequested.self,
    TransferAdvanced.self, TransferRejected.self, ContributionRecorded.self, OutsideCostRecorded.self,
    HardshipFlagged.self, FirstInstalmentRecorded.self, BudgetReviewed.self,
    FinalAccountsReviewed.self, RewardPaid.self, FinalAccountsRecorded.self,
  ]

  public static let ownQueries: [any Query.Type] = [
    EstimateQuery.self, SharesQuery.self, AccountQuery.self, LedgerQuery.self, DisbursementsQuery.self,
    SettlementQuery.self, GovernmentMoneyQuery.self, SourcesQuery.self, FinalAccountsQuery.self,
  ]

  public static let ownRefusals: [RefusalCode] = RefusalCode.ofFunding
}
