import DomainModel

/// Name the account that project money is paid into: the township's or subdistrict's designated account (plan 3.1).
public struct RegisterAccount: ProjectCommand {
  public static var name: WireName { "funding.register-account" }
  public static var senders: Set<Role> { [.subdistrict, .districtGovernment] }
  public static var example: RegisterAccount {
    RegisterAccount(
      project: "330382-2024-0007", bank: "乐清农商银行乐成支行", number: "6217000010000123456",
      holder: "lecheng-subdistrict")
  }
  public typealias Reply = AccountRegistered

  public let project: ProjectID
  public let bank: Text<60>
  /// Goes into the vault; events and answers show the last four digits.
  public let number: AccountNumber
  public let holder: OrganisationID
  /// Why another account takes the place of the one already named.
  public let reason: Text<200>?

  public init(
    project: ProjectID, bank: Text<60>, number: AccountNumber, holder: OrganisationID, reason: Text<200>? = nil
  ) {
    self.project = project
    self.bank = bank
    self.number = number
    self.holder = holder
    self.reason = reason
  }
}

/// The designated account was named; the reply of the command and the event in one.
public struct AccountRegistered: ProjectEvent {
  public static var name: WireName { "funding.account-registered" }
  public static var example: AccountRegistered {
    AccountRegistered(
      project: "330382-2024-0007", account: 1, bank: "乐清农商银行乐成支行", lastFour: 3456, record: "account-330382-2024-0007-1",
      holder: "lecheng-subdistrict")
  }

  public let project: ProjectID
  /// The project's accounts count from 1; the last one is in use.
  public let account: Whole<1, 99>
  public let bank: Text<60>
  /// The last four digits of the number, as a number.
  public let lastFour: Whole<0, 9999>
  /// Under which the vault holds the whole number.
  public let record: PersonID
  public let holder: OrganisationID

  public init(
    project: ProjectID, account: Whole<1, 99>, bank: Text<60>, lastFour: Whole<0, 9999>, record: PersonID,
    holder: OrganisationID
  ) {
    self.project = project
    self.account = account
    self.bank = bank
    self.lastFour = lastFour
    self.record = record
    self.holder = holder
  }
}
