import DomainModel
import Policy
import ServiceKit

/// The installed laws as services look at them.
struct SimulatedLaws: LawBook {
  let installed: InstalledLaws

  func law(_ edition: PackEdition) -> Law? { installed.law(edition) }
  func latest(_ edition: PackEdition) -> Law? { installed.latest(edition) }
}
