import Contracts
import DomainModel
import ServiceKit

/// What a project's approvals hang on: the consultation in hand, the opinion in force, the route and the code.
struct ApprovalFile: Entity {
  static let kind = "approval-file"
  let project: ProjectID
  /// The consultation called last.
  var consultation: ConsultationID?
  /// The consultation whose opinion is in force.
  var opinionInForce: ConsultationID?
  var route: Route?
  var code: Code?
  var land: Land?

  var key: String { project.rawValue }

  init(project: ProjectID) {
    self.project = project
  }

  /// Which way the project goes, and who said so.
  struct Route: Codable, Hashable, Sendable {
    let isSimplified: Bool
    let failing: [Identifier<SlugKind>]
    let on: BusinessDate
    let source: SourceRef
  }

  /// What was declared about the land, and whether its approval was given.
  struct Land: Codable, Hashable, Sendable {
    let changesOwnership: Bool
    var isApproved = false
    var on: BusinessDate
  }

  struct Code: Codable, Hashable, Sendable {
    let code: ProjectCode
    let system: Text<100>
    let on: BusinessDate
  }
}

extension ApprovalFile {
  static let folds: [Fold] = [
    .on(ConsultationCalled.self) { event, _, entities in
      try change(event.project, entities) { $0.consultation = event.consultation }
    },
    .on(OpinionFormed.self) { event, _, entities in
      try change(event.project, entities) { $0.opinionInForce = event.consultation }
    },
    .on(OpinionRevoked.self) { event, _, entities in
      try change(event.project, entities) { if $0.opinionInForce == event.consultation { $0.opinionInForce = nil } }
    },
    .on(RouteConfirmed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.route = Route(
          isSimplified: event.isSimplified, failing: event.failing.items, on: stamp.effectiveOn, source: stamp.source)
      }
    },
    .on(LandDeclared.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.land = Land(changesOwnership: event.changesOwnership, on: stamp.effectiveOn)
      }
    },
    .on(LandApproved.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.land?.isApproved = true
        $0.land?.on = stamp.effectiveOn
      }
    },
    .on(ProjectCodeAssigned.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.code = Code(code: event.code, system: event.system, on: stamp.effectiveOn)
      }
    },
  ]

  private static func change(
    _ project: ProjectID, _ entities: any EntityEditor, _ change: (inout ApprovalFile) -> Void
  ) throws {
    var file = try entities.get(ApprovalFile.self, project.rawValue) ?? ApprovalFile(project: project)
    change(&file)
    try entities.put(file)
  }
}

extension EntityView {
  /// The project's file; an empty one before anything was recorded.
  func approvalFile(_ project: ProjectID) throws -> ApprovalFile {
    try get(ApprovalFile.self, project.rawValue) ?? ApprovalFile(project: project)
  }
}
