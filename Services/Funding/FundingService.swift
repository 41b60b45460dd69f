import Contracts
import DomainModel
import ServiceKit

/// Funding: who bears what, the residents' money, the ledger of restricted money, payments and the final settlement.
public enum FundingService {
  public static let definition = ServiceDefinition(
    contract: FundingContract.self,
    decisions: [
      AnyDecision(ComputeEstimateDecision.self), AnyDecision(RecordSelfRaisedPlanDecision.self),
      AnyDecision(FixSharesDecision.self),
      AnyDecision(RegisterAccountDecision.self), AnyDecision(RecordDepositsDecision.self),
      AnyDecision(RecordDepositDecision.self), AnyDecision(RecordSubsidyReceiptDecision.self),
      AnyDecision(RecordReversalDecision.self), AnyDecision(RecordPledgeDecision.self),
      AnyDecision(RequestDisbursementDecision.self), AnyDecision(CheckDisbursementDecision.self),
      AnyDecision(ApproveDisbursementDecision.self), AnyDecision(PayDisbursementDecision.self),
      AnyDecision(RejectDisbursementDecision.self), AnyDecision(RecordAuditDecision.self),
      AnyDecision(VerifyFinalAccountsDecision.self), AnyDecision(RecordFinalAccountsDecision.self),
      AnyDecision(SettleDecision.self),
      AnyDecision(ApproveSettlementItemDecision.self), AnyDecision(DismissSettlementItemDecision.self),
      AnyDecision(PaySettlementItemDecision.self), AnyDecision(DecideSurplusDecision.self), AnyDecision(RecordEvaluationLinkDecision.self),
      AnyDecision(FixGovernmentSharesDecision.self), AnyDecision(ApplyForCityShareDecision.self),
      AnyDecision(GiveSubsidyOpinionDecision.self), AnyDecision(CheckCityShareDecision.self),
      AnyDecision(ApproveCityShareDecision.self), AnyDecision(PayTransferDecision.self),
      AnyDecision(RejectTransferDecision.self), AnyDecision(RecordContributionDecision.self),
      AnyDecision(RecordOutsideCostDecision.self), AnyDecision(FlagHardshipDecision.self),
      AnyDecision(RecordFirstInstalmentDecision.self),
      AnyDecision(ReviewBudgetDecision.self), AnyDecision(ReviewFinalAccountsDecision.self),
      AnyDecision(PayRewardDecision.self),
    ],
    // The ledger posts first: it looks at payments as they were before the event changes them.
    folds: LedgerFolds.folds + PlanCosts.folds + HeardRoll.folds + ProjectFunds.folds + Deposit.folds + UnitPaid.folds
      + ClearedDay.folds + ResidentMoney.folds + UnitShare.folds + Disbursement.folds + FinalAccounts.folds
      + RecordedAccounts.folds + Settlement.folds + GovernmentMoney.folds + Transfer.folds
      + ReviewedMoney.folds + SourceReceived.folds + FiscalReceived.folds,
    reactions: [OnPlanRecorded.reaction] + OnRoll.reactions,
    queries: [
      EstimateAndShares.estimate, EstimateAndShares.shares, AccountAndLedger.account, AccountAndLedger.ledger,
      PaymentsAndSettlement.disbursements, PaymentsAndSettlement.settlement, GovernmentMoneyReading.handler,
      SourcesReading.handler, PaymentsAndSettlement.finalAccounts,
    ], invariants: LedgerInvariants.all)
}
