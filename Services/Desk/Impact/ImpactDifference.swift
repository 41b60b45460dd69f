import Contracts
import DomainModel

/// A decision that would have come out otherwise under the changed rules.
struct ImpactDifference: Hashable {
  enum Kind: String {
    /// A rule of a gate: another result, another force, new, or gone.
    case gate
    case vote, amount, due, eligibility, plan
    /// The way that government money takes.
    case payment
    /// A step that the other rules foresee, or do not.
    case step
  }

  let kind: Kind
  /// The project or community.
  let subject: String
  let service: ServiceName
  /// The event's number in the service's journal.
  let sequence: Int64
  let step: String
  let on: BusinessDate
  /// The rule or figure: `funds.in-place`, `residents-total`.
  let what: String
  let before: String
  let after: String
  let citesBefore: [Citation]
  let citesAfter: [Citation]

  var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "subject": .string(subject), "service": .string(service.rawValue),
      "sequence": .integer(sequence), "step": .string(step), "on": .string(on.description), "what": .string(what),
      "before": .string(before), "after": .string(after),
      "citesBefore": .array(citesBefore.map { .string($0.description) }),
      "citesAfter": .array(citesAfter.map { .string($0.description) }),
    ]
  }
}
