import Contracts
import DomainModel
import Policy

extension CommunityCircumstances {
  /// What an assessment looks at.
  ///
  /// - Parameters:
  ///   - place: where the community lies, as it was registered.
  ///   - buildYear: the year that was decided on where the buildings' years leave it open.
  ///   - conditions: those of later building years that were checked, and whether each is met.
  public init(
    _ survey: Survey, at place: GeographyClass, buildYear: Int?, conditions: [Identifier<SlugKind>: Bool]
  ) {
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
      buildings: survey.buildings.map {
        .init(building: $0.building, completionYear: $0.completionYear.value, area: $0.countedArea)
      },
      geography: Identifier(stringLiteral: place.rawValue), exclusions: exclusions,
      expropriationPlannedOn: flags.expropriationPlannedOn, hasLegalTitle: survey.hasLegalTitle,
      isStructurallySafe: isSafe, yearSet: buildYear, conditions: conditions)
  }
}
