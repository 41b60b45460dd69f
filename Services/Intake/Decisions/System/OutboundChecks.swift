import Contracts
import DomainModel
import Policy
import ServiceKit

/// What the two ways of telling an outside system have in common.
enum OutboundChecks {
  /// The system that the pack names.
  ///
  /// - Throws: `Refusal` (`system-not-named`) where the rules name none.
  static func system(
    _ parameter: KeyPath<Terms, Provision<Coded>>, under edition: Edition
  ) throws -> Identifier<SlugKind> {
    guard let system = edition.stated(parameter).value else { throw Refusal(.systemNotNamed) }
    return system.code
  }

  /// The attempt that an answer is about, once the answer is found to be whole.
  ///
  /// - Throws: `Refusal` for an attempt that was never made, was answered, or an answer without what it needs.
  static func answered<Content>(
    _ attempts: [OutboundAttempt<Content>], _ attempt: Whole<1, 1000>, isAccepted: Bool, number: Text<60>?,
    reasons: Text<1000>?
  ) throws -> OutboundAttempt<Content> {
    guard let item = attempts.first(where: { $0.attempt == attempt }) else {
      throw Refusal(.outboundUnknown, pointers: ["/attempt"])
    }
    guard item.answer == nil else {
      throw Refusal(
        .outboundAnswered, values: [NamedValue("attempt", .count(Int64(attempt.value)))], pointers: ["/attempt"])
    }
    if isAccepted, number == nil { throw Refusal(.acknowledgementMissing, pointers: ["/number"]) }
    if !isAccepted, reasons == nil { throw Refusal(.reasonsMissing, pointers: ["/reasons"]) }
    return item
  }
}
