import Contracts
import DomainModel
import ServiceKit

/// Numbers the defects that a record opens, on from those of the project.
enum DefectNumbers {
  static func lines(
    _ faults: [(what: Text<200>, building: BuildingID?, photos: Listing<DocumentHash, 3>)], of project: ProjectID,
    after works: Works
  ) throws -> [DefectLine] {
    faults.enumerated().map { place, fault in
      DefectLine(
        defect: DefectID(project, works.defects + place + 1), what: fault.what, building: fault.building,
        photos: fault.photos)
    }
  }
}
