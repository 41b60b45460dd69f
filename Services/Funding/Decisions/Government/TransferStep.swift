import Contracts
import DomainModel
import Policy
import ServiceKit

/// What the steps of a transfer have in common: they find it, and none can be skipped.
struct TransferStep {
  let transfer: Transfer
  let money: GovernmentMoney

  static func look(_ id: TransferID, at view: any EntityView) throws -> TransferStep {
    guard let transfer = try view.get(Transfer.self, id.rawValue) else {
      throw Refusal(.transferUnknown, pointers: ["/transfer"])
    }
    return TransferStep(transfer: transfer, money: try view.governmentMoney(of: transfer.project))
  }

  /// The state it enters, which must be the very next one.
  ///
  /// - Parameter states: the states that this step can take it to.
  func entering(_ states: Set<Identifier<SlugKind>>, on ruling: Ruling) throws -> Identifier<SlugKind> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(transfer.since)
    guard let next = transfer.next, states.contains(next) else {
      throw Refusal(
        .transferNotInState,
        values: [
          NamedValue("state", .code(transfer.state.rawValue)),
          NamedValue("needed", .code(transfer.next?.rawValue ?? transfer.state.rawValue)),
        ], pointers: ["/transfer"])
    }
    return next
  }

  func advanced(
    to state: Identifier<SlugKind>, on ruling: Ruling, document: DocumentHash? = nil, transaction: BankReference? = nil,
    with further: [any Event] = []
  ) -> Outcome<TransferReport> {
    var after = transfer
    after.state = state
    after.since = ruling.effectiveOn
    return Outcome(
      [
        TransferAdvanced(
          transfer: transfer.id, state: state, by: ruling.taker, document: document, transaction: transaction)
      ] + further, reply: after.report)
  }
}

extension GovernmentMoney {
  /// A transfer as it begins: its states, its number, its first event.
  ///
  /// - Throws: `Refusal` (`transfers-not-foreseen`) where the rules name no states of payment.
  func beginning(
    _ kind: TransferKind, _ amount: Money, _ level: TreasuryLevel, _ document: DocumentHash, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    guard let path = try GovernmentPath(ruling.law().edition)?.states(of: kind.ofPath), let first = path.first else {
      throw Refusal(.transfersNotForeseen)
    }
    let id = TransferID(project, transfers + 1)
    return Outcome(
      [
        TransferRequested(
          project: project, transfer: id, kind: kind, path: Listing(capped: path), amount: amount, level: level,
          document: document, by: ruling.taker)
      ],
      reply: TransferReport(transfer: id, kind: kind, state: first, amount: amount, since: ruling.effectiveOn))
  }
}

extension TransferKind {
  fileprivate var ofPath: GovernmentPath.Kind {
    switch self {
    case .cityShare: .cityShare
    case .upperSubsidy: .upperSubsidy
    }
  }
}
