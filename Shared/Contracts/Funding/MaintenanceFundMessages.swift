import DomainModel

/// Record how far the first instalment of the maintenance fund (首期维修资金) is paid in a community that never paid in (Ziyang
/// Annex 1); the amount by unit stays with whoever keeps the fund.
public struct RecordFirstInstalment: ProjectCommand {
  public static var name: WireName { "funding.record-first-instalment" }
  public static var senders: Set<Role> { [.subdistrict, .districtGovernment, .housing] }
  public static var example: RecordFirstInstalment {
    RecordFirstInstalment(
      project: "330382-2024-0007", paidInBefore: false, unitsDue: 216, unitsPaid: 216, amount: .sample, evidence: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The community had a fund already: nothing is due.
  public let paidInBefore: Bool
  /// Units that are to pay.
  public let unitsDue: Whole<0, 100_000>
  /// Units that have paid in full.
  public let unitsPaid: Whole<0, 100_000>
  /// What was paid in all.
  public let amount: Money
  /// The fund's statement.
  public let evidence: DocumentHash

  public var documents: [DocumentHash] { [evidence] }

  public init(
    project: ProjectID, paidInBefore: Bool, unitsDue: Whole<0, 100_000>, unitsPaid: Whole<0, 100_000>,
    amount: Money, evidence: DocumentHash
  ) {
    self.project = project
    self.paidInBefore = paidInBefore
    self.unitsDue = unitsDue
    self.unitsPaid = unitsPaid
    self.amount = amount
    self.evidence = evidence
  }
}

/// How far the first instalment is paid was recorded; the last record counts.
public struct FirstInstalmentRecorded: ProjectEvent {
  public static var name: WireName { "funding.first-instalment-recorded" }
  public static var example: FirstInstalmentRecorded {
    FirstInstalmentRecorded(
      project: "330382-2024-0007", paidInBefore: false, unitsDue: 216, unitsPaid: 216, amount: .sample, evidence: .sample)
  }

  public let project: ProjectID
  public let paidInBefore: Bool
  public let unitsDue: Whole<0, 100_000>
  public let unitsPaid: Whole<0, 100_000>
  public let amount: Money
  public let evidence: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.firstInstalmentPaid, .flag(paidInBefore || unitsPaid >= unitsDue))] }

  public init(
    project: ProjectID, paidInBefore: Bool, unitsDue: Whole<0, 100_000>, unitsPaid: Whole<0, 100_000>,
    amount: Money, evidence: DocumentHash
  ) {
    self.project = project
    self.paidInBefore = paidInBefore
    self.unitsDue = unitsDue
    self.unitsPaid = unitsPaid
    self.amount = amount
    self.evidence = evidence
  }
}
