import Contracts
import DomainModel
import Policy

/// What the replay of government money has heard so far of every project.
struct ReplayedTransfers {
  fileprivate var needs: [ProjectID: GovernmentNeed] = [:]
  fileprivate var requests: [TransferID: TransferRequested] = [:]
  /// What of the city's part was applied for and not sent back, and what of it was paid.
  fileprivate var asked: [ProjectID: Money] = [:]
  fileprivate var paid: [ProjectID: Money] = [:]
  /// The district's own money in the project's account.
  fileprivate var inPlace: [ProjectID: Money] = [:]
  fileprivate var county: [BankReference: Money] = [:]
  /// The command that advanced a transfer last: what it books in the account came by the states.
  fileprivate var advancing: String?
}

extension ImpactReplay {
  /// Judges an event about government money on its way again; another event is passed over.
  mutating func payments(_ told: ReplayedEvent) throws {
    switch told.event.name {
    case GovernmentSharesFixed.name.rawValue:
      let body = try told.body(GovernmentSharesFixed.self)
      transfers.needs[body.project] = GovernmentNeed(
        investment: body.shares.investment, owners: body.shares.owners, social: body.shares.social,
        upper: body.shares.upper)
    case TransferRequested.name.rawValue: try request(told.body(TransferRequested.self), told)
    case TransferAdvanced.name.rawValue:
      transfers.advancing = told.event.causationid
      try payment(told.body(TransferAdvanced.self), told)
    case TransferRejected.name.rawValue:
      let body = try told.body(TransferRejected.self)
      guard let request = transfers.requests[body.transfer], request.kind == .cityShare else { return }
      transfers.asked[body.project] = (transfers.asked[body.project] ?? .zero).reduced(by: request.amount)
    case DepositsRecorded.name.rawValue: try arrival(told.body(DepositsRecorded.self), told)
    case DepositReversed.name.rawValue:
      let body = try told.body(DepositReversed.self)
      guard let amount = transfers.county.removeValue(forKey: body.transaction) else { return }
      transfers.inPlace[body.project] = (transfers.inPlace[body.project] ?? .zero).reduced(by: amount)
    default: break
    }
  }

  /// An application or an opinion: the states before it, and whether the city's part would hold it.
  private mutating func request(_ body: TransferRequested, _ told: ReplayedEvent) throws {
    transfers.requests[body.transfer] = body
    let before = transfers.asked[body.project] ?? .zero
    if body.kind == .cityShare { transfers.asked[body.project] = try before.adding(body.amount) }
    guard let edition = old(told.pinned) else { return }
    replayed += 1
    let kind: GovernmentPath.Kind = body.kind == .cityShare ? .cityShare : .upperSubsidy
    let step = body.kind == .cityShare ? ApplyForCityShare.name : GiveSubsidyOpinion.name
    func states(_ edition: Edition) -> String {
      GovernmentPath(edition)?.states(of: kind).map(\.rawValue).joined(separator: " → ") ?? "silent"
    }
    differ(
      .payment, told, step, "payment-path", states(edition), states(new.edition),
      edition.stated(\.funding.paymentPath).citations, new.edition.stated(\.funding.paymentPath).citations)
    guard body.kind == .cityShare, let need = transfers.needs[body.project] else { return }
    func part(_ edition: Edition) throws -> Finding? {
      try need.parts(under: edition).map {
        try CityShareBounds().part($0.city, before: before, asked: body.amount, under: edition)
      }
    }
    judged(told, step, try part(edition), try part(new.edition))
  }

  /// The first payment of the city's part: whether the district's own money would let it go.
  private mutating func payment(_ body: TransferAdvanced, _ told: ReplayedEvent) throws {
    guard let request = transfers.requests[body.transfer], request.kind == .cityShare,
      body.state == request.path.items.suffix(2).first
    else { return }
    let before = transfers.paid[body.project] ?? .zero
    transfers.paid[body.project] = try before.adding(request.amount)
    guard let edition = old(told.pinned) else { return }
    replayed += 1
    let inPlace = transfers.inPlace[body.project] ?? .zero
    func match(_ edition: Edition) throws -> Finding? {
      try CityShareBounds().match(inPlace: inPlace, before: before, asked: request.amount, under: edition)
    }
    judged(told, PayTransfer.name, try match(edition), try match(new.edition))
  }

  /// Government money entered as arrived: whether it would have to go through states of its own.
  private mutating func arrival(_ body: DepositsRecorded, _ told: ReplayedEvent) throws {
    guard body.purpose == .projectCosts, let level = body.level else { return }
    if level == .county {
      for row in body.rows { transfers.county[row.transaction] = row.amount }
      let sum = try Money.sum(body.rows.map(\.amount))
      transfers.inPlace[body.project] = try (transfers.inPlace[body.project] ?? .zero).adding(sum)
    }
    let isOfStep = told.event.receipt.map { $0.step != RecordSubsidyReceipt.name } ?? false
    guard level != .county, level != .pooledProgramme, told.event.causationid != transfers.advancing, !isOfStep,
      let edition = old(told.pinned)
    else { return }
    replayed += 1
    func way(_ edition: Edition) -> String {
      guard GovernmentPath(edition) != nil else { return "entered" }
      let gives = edition.stated(\.funding.upperRules).value == .takePrecedence
      return body.upperRule != nil && gives ? "entered" : "transfer-needed"
    }
    differ(
      .payment, told, RecordSubsidyReceipt.name, "government-receipt", way(edition), way(new.edition),
      edition.stated(\.funding.paymentPath).citations, new.edition.stated(\.funding.paymentPath).citations)
  }
}
