import Contracts
import Policy

extension SubsidyArea.Building {
  /// A building of a survey.
  public init(_ surveyed: SurveyedBuilding) {
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
