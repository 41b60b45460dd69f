import ClientKit
import Contracts
import DomainModel

/// What the cities' stories share on the way from the survey to the residents' vote.
extension Story {
  /// The buildings of the sample: id, year, stairwells, households, area of the permit, area of the title.
  func surveyedBuildings() throws -> [SurveyedBuilding] {
    try table("buildings.csv").rows.map { row in
      SurveyedBuilding(
        building: try BuildingID(row[0]), completionYear: try Whole(row.whole(1)), permitFloorArea: try Area(row[4]),
        registeredFloorArea: try Area(row[5]), stairwells: try Whole(row.whole(2)), households: try Whole(row.whole(3)))
    }
  }

  /// A community that is on no list and is not to be rebuilt.
  static let onNoList = ExclusionFlags(
    onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false, urbanVillage: false)

  /// What became of a community's eligibility, in the offices' words.
  static func word(_ standing: EligibilityStanding) -> String {
    switch standing {
    case .priority: "属重点改造范围"
    case .exceptionCandidate: "例外候选，须四项条件齐备"
    case .review: "待人工判断"
    case .notEligible: "不在范围内"
    case .excluded: "不纳入"
    }
  }

  /// The roll that an import has sealed.
  func roll(of project: ProjectID) async throws -> RollSummary {
    guard let roll = try await office.ask(RollQuery(project: project, roll: nil)).roll else {
      throw StoryFault("the roll was not sealed")
    }
    return roll
  }

  /// Closes a round and tells what it came to, share by share.
  @discardableResult
  func close(
    _ round: CloseRound, as role: Role, on day: BusinessDate, reached: String = "通过", cites: String
  ) async throws -> RoundReport {
    let report = try await take(round, as: role, on: day)
    if report.isCarried {
      teller.told(day, .voting, "\(round.round) \(reached)", cites)
    } else {
      teller.missed(day, .voting, "\(round.round) 未\(reached)", cites)
    }
    for ratio in report.ratios { teller.note(Story.text(of: ratio)) }
    return report
  }

  /// `同意面积 16880.44/21432.00 = 78.76% ≥ 2/3`
  static func text(of ratio: VoteRatio) -> String {
    let isArea = ratio.test == .quorumArea || ratio.test == .approveArea
    let counted = ratio.counted.map { share in
      isArea
        ? "\(squareMetres(share.numerator))/\(squareMetres(share.denominator)) ㎡ = \(share.percentage)"
        : "\(share) = \(share.percentage)"
    }
    return "\(word(ratio.test)) \(counted ?? "—") \(ratio.isReached ? "≥" : "<") \(ratio.required)"
  }

  private static func squareMetres(_ hundredths: Int64) -> String {
    (try? Area(hundredths: hundredths))?.description ?? "—"
  }

  private static func word(_ test: VoteRatio.Test) -> String {
    switch test {
    case .quorumArea: "参与面积"
    case .quorumHeads: "参与户（人）数"
    case .approveArea: "同意面积"
    case .approveHeads: "同意户（人）数"
    }
  }
}
