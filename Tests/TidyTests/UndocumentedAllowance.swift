/// Public declarations that had no docstring when the rule came, by file. A number here may only become smaller.
enum UndocumentedAllowance {
  static let gaps: [String: Int] = [
    "Shared/Contracts/Funding/DepositMessages.swift": 1,
    "Shared/Contracts/Funding/FinalAccountsMessages.swift": 1,
    "Shared/Contracts/Funding/FundingQueries.swift": 10,
    "Shared/Contracts/Funding/SettlementMessages.swift": 1,
    "Shared/Contracts/Intake/AnnualPlanQueries.swift": 5,
    "Shared/Contracts/Intake/CommunityQueries.swift": 1,
    "Shared/Contracts/Intake/ProjectQueries.swift": 8,
    "Shared/Contracts/Intake/SurveyParts.swift": 1,
    "Shared/Contracts/Voting/NoticeMessages.swift": 1,
    "Shared/Contracts/Voting/VotingQueries.swift": 10,
    "Shared/Policy/Terms/AcceptanceTerms.swift": 5,
    "Shared/Policy/Terms/AnnualPlanTerms.swift": 4,
    "Shared/Policy/Terms/ApprovalsTerms.swift": 7,
    "Shared/Policy/Terms/ConstructionTerms.swift": 1,
    "Shared/Policy/Terms/EligibilityTerms.swift": 3,
    "Shared/Policy/Terms/EvaluationTerms.swift": 1,
    "Shared/Policy/Terms/FundingTerms.swift": 18,
    "Shared/Policy/Terms/HandoverTerms.swift": 1,
    "Shared/Policy/Terms/LongTermTerms.swift": 1,
    "Shared/Policy/Terms/NoticesTerms.swift": 5,
    "Shared/Policy/Terms/RoundTerms.swift": 1,
  ]
}
