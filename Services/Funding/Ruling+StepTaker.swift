import Contracts
import DomainModel
import ServiceKit

extension Ruling {
  /// Who takes the step in hand.
  var taker: StepTaker { StepTaker(organisation: principal.organisation, clerk: principal.clerk) }

  /// The step is taken by another organisation than `other`'s.
  func requireOtherOrganisation(than other: StepTaker?) throws {
    guard let other, other.organisation == principal.organisation else { return }
    throw Refusal(.sameHands)
  }

  /// The step is taken by another person than `other`: of another organisation, or another clerk of the same. Clerks
  /// count within their organisation; where the key names none, the organisation stands for all of them.
  func requireOtherHands(than other: StepTaker?) throws {
    guard let other, other.organisation == principal.organisation else { return }
    if other.clerk == principal.clerk || other.clerk == nil || principal.clerk == nil { throw Refusal(.sameHands) }
  }
}
