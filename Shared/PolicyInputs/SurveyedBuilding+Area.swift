import Contracts
import DomainModel

extension SurveyedBuilding {
  /// The floor area by one of the two papers.
  public func area(by basis: SurveyedAreaBasis) -> Area? {
    switch basis {
    case .planningPermit: permitFloorArea
    case .registeredTitle: registeredFloorArea
    }
  }

  /// The area by which it weighs: the chosen paper's, else the permit's, else the title's.
  public var countedArea: Area {
    areaBasis.flatMap(area(by:)) ?? permitFloorArea ?? registeredFloorArea ?? .zero
  }
}
