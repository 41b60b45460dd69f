import Contracts
import DomainModel

/// One item that was made ready for an outside system, and what the system answered.
struct OutboundAttempt<Content: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  let attempt: Whole<1, 1000>
  let system: Identifier<SlugKind>
  let content: Content
  let preparedOn: BusinessDate
  /// None while the answer is owed.
  var answer: Answer?

  struct Answer: Codable, Hashable, Sendable {
    let isAccepted: Bool
    let number: Text<60>?
    let reasons: Text<1000>?
    let on: BusinessDate
  }

  /// It waits for its answer, or the system took it: there is nothing to send again.
  var stands: Bool { answer?.isAccepted ?? true }

  /// The last day on which something was recorded of it.
  var lastOn: BusinessDate { answer?.on ?? preparedOn }

  /// The same item, as it is told to one who asks for it again.
  var again: OutboundItem { OutboundItem(system: system, attempt: attempt, isRepeat: true) }
}
