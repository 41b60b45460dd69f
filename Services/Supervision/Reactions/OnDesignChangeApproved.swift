import Contracts
import ServiceKit

/// Approvals approved a design change: recorded beside the change, whichever of the two is known first.
enum OnDesignChangeApproved {
  static let reactions: [Reaction] = [
    .to(DesignChangeApproved.self) { event, stamp in
      [
        ChangeApprovalHeard(
          project: event.project, change: event.change, source: stamp.source, approvedOn: stamp.effectiveOn)
      ]
    }
  ]
}
