import Contracts
import DomainModel
import Policy
import ServiceKit

/// The drawings, the papers for the construction permit, and the permits of a project.
struct PermitFile: Entity {
  static let kind = "permit-file"
  let project: ProjectID
  var drawings: Drawings?
  var materials: [Material] = []
  var planningPermits: [PlanningPermit] = []
  var constructionPermit: Permit?
  var worksPermits: [WorksPermit] = []

  var key: String { project.rawValue }

  init(project: ProjectID) {
    self.project = project
  }

  struct Drawings: Codable, Hashable, Sendable {
    let drawings: [DocumentHash]
    let designer: OrganisationID
    let complianceStatement: DocumentHash
    let on: BusinessDate
  }

  struct Material: Codable, Hashable, Sendable {
    let material: PermitMaterial
    let isPledge: Bool
    let number: Text<80>?
    let document: DocumentHash
    let on: BusinessDate
    let source: SourceRef
  }

  struct Permit: Codable, Hashable, Sendable {
    let number: Text<80>
    let document: DocumentHash
    let organisation: OrganisationID
    let on: BusinessDate
  }

  struct PlanningPermit: Codable, Hashable, Sendable {
    let kind: PlanningPermitKind
    let permit: Permit
  }

  struct WorksPermit: Codable, Hashable, Sendable {
    let kind: WorksPermitKind
    let permit: Permit
    let until: BusinessDate
  }

  /// What was handed in, as the rules look at it: the paper itself before a pledge for it, whichever came first.
  var submitted: [Identifier<SlugKind>: PermitPapers.Submitted] {
    var submitted: [Identifier<SlugKind>: PermitPapers.Submitted] = [:]
    for material in PermitMaterial.allCases {
      if let best = self.material(material) {
        submitted[material.code] = PermitPapers.Submitted(isPledge: best.isPledge, source: best.source)
      }
    }
    return submitted
  }

  func material(_ material: PermitMaterial) -> Material? {
    materials.last { $0.material == material && !$0.isPledge } ?? materials.last { $0.material == material }
  }

  func planningPermit(_ kind: PlanningPermitKind) -> Permit? { planningPermits.first { $0.kind == kind }?.permit }
}

extension PermitFile {
  static let folds: [Fold] = [
    .on(DrawingsUploaded.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.drawings = Drawings(
          drawings: event.drawings.items, designer: event.designer, complianceStatement: event.complianceStatement,
          on: stamp.effectiveOn)
      }
    },
    .on(PledgeSubmitted.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.materials.append(
          Material(
            material: event.material, isPledge: true, number: nil, document: event.document, on: stamp.effectiveOn,
            source: stamp.source))
      }
    },
    .on(PermitEvidenceSubmitted.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.materials.append(
          Material(
            material: event.material, isPledge: false, number: event.number, document: event.document,
            on: stamp.effectiveOn, source: stamp.source))
      }
    },
    .on(PlanningPermitIssued.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.planningPermits.append(
          PlanningPermit(
            kind: event.kind,
            permit: Permit(
              number: event.number, document: event.document, organisation: event.organisation, on: stamp.effectiveOn)))
      }
    },
    .on(ConstructionPermitIssued.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.constructionPermit = Permit(
          number: event.number, document: event.document, organisation: event.organisation, on: stamp.effectiveOn)
      }
    },
    .on(WorksPermitIssued.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.worksPermits.append(
          WorksPermit(
            kind: event.kind,
            permit: Permit(
              number: event.number, document: event.document, organisation: event.organisation, on: stamp.effectiveOn),
            until: event.until))
      }
    },
  ]

  private static func change(
    _ project: ProjectID, _ entities: any EntityEditor, _ change: (inout PermitFile) -> Void
  ) throws {
    var file = try entities.get(PermitFile.self, project.rawValue) ?? PermitFile(project: project)
    change(&file)
    try entities.put(file)
  }
}

extension EntityView {
  /// The project's permits; an empty file before anything was recorded.
  func permitFile(_ project: ProjectID) throws -> PermitFile {
    try get(PermitFile.self, project.rawValue) ?? PermitFile(project: project)
  }
}
