import Contracts
import DomainModel
import Policy

extension CommunityCircumstances {
  /// What an assessment saw, out of the events before it: the survey, the declared place, the conditions checked.
  init(_ survey: Survey, at place: GeographyClass, checked: EligibilityAssessed) {
    let flags = survey.exclusions
    let known: [(Exclusion.Circumstance, Bool?)] = [
      (.shantytownPlan, flags.onShantytownPlan), (.expropriationPlan, flags.onExpropriationPlan),
      (.demolishAndRebuild, flags.demolishAndRebuild), (.mostlySelfBuilt, flags.mostlySelfBuilt),
      (.urbanVillage, flags.urbanVillage),
    ]
    var exclusions: [Exclusion.Circumstance: Bool] = [:]
    for (circumstance, isSo) in known { exclusions[circumstance] = isSo }
    let isSafe: Bool? =
      switch survey.structuralSafety {
      case .safe, .minorDefects: true
      case .dangerous: false
      case .notAssessed: nil
      }
    self.init(
      buildings: survey.buildings.map { building in
        let chosen: Area? =
          switch building.areaBasis {
          case .planningPermit: building.permitFloorArea
          case .registeredTitle: building.registeredFloorArea
          case nil: nil
          }
        return .init(
          building: building.building, completionYear: building.completionYear.value,
          area: chosen ?? building.permitFloorArea ?? building.registeredFloorArea ?? .zero)
      },
      geography: Identifier(stringLiteral: place.rawValue), exclusions: exclusions,
      expropriationPlannedOn: flags.expropriationPlannedOn, hasLegalTitle: survey.hasLegalTitle,
      isStructurallySafe: isSafe, yearSet: checked.buildYear?.year.value,
      conditions: Dictionary(checked.conditions.map { ($0.condition, $0.isMet) }, uniquingKeysWith: { $1 }))
  }
}

extension SubsidyArea.Building {
  /// A building of a survey.
  init(_ surveyed: SurveyedBuilding) {
    let chosen: FloorAreaBasis? =
      switch surveyed.areaBasis {
      case .planningPermit: .planningPermit
      case .registeredTitle: .registeredTitle
      case nil: nil
      }
    self.init(
      building: surveyed.building, permit: surveyed.permitFloorArea, registered: surveyed.registeredFloorArea,
      chosen: chosen,
      garage: surveyed.groundGarage.map {
        SubsidyArea.Garage(
          area: $0.area, isAboveGround: $0.isAboveGround, isCountedOriginally: $0.isCountedOriginally,
          isCountedInDesign: $0.isCountedInDesign)
      })
  }
}

extension VoteFigures {
  /// The figures of a round's minutes.
  init(_ report: RoundReport) {
    func count(_ opinions: Opinions<Tallied>) -> OpinionCount {
      OpinionCount(
        agreeing: Int64(opinions.agreeing.value), disagreeing: Int64(opinions.disagreeing.value),
        blank: Int64(opinions.blank.value))
    }
    self.init(
      roll: .init(
        area: report.area.all.hundredths, heads: Int64(report.heads.all.value),
        households: Int64(report.households.all.value)),
      area: OpinionCount(
        agreeing: report.area.agreeing.hundredths, disagreeing: report.area.disagreeing.hundredths,
        blank: report.area.blank.hundredths),
      heads: count(report.heads), households: count(report.households))
  }
}
