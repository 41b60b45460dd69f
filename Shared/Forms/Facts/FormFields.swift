import DomainModel

/// What a clerk adds to a form. Nothing here is computed, and nothing that is computed can be given here; what is left
/// out stays a line to write on.
public struct FormFields: Sendable {
  /// The date on the form.
  public var date: BusinessDate?
  /// Who takes objections or answers for the application: a role or a name (P2 where it is a name).
  public var contact: String?
  public var contactPhone: String?
  /// The subdistrict's address and telephone, for mediation.
  public var subdistrictAddress: String?
  public var subdistrictPhone: String?
  /// For a notice that is not posted yet: the day on which it will be, and its last day if it is to hang longer than it
  /// must.
  public var postedOn: BusinessDate?
  public var lastDay: BusinessDate?
  /// How the community is to be managed, by the pack's code.
  public var mode: Identifier<SlugKind>?
  /// What of the residents' money comes from elsewhere than the residents themselves, by the pack's codes.
  public var funds: [Identifier<SlugKind>: Money] = [:]
  /// The unit alone for which a ballot is printed.
  public var unit: UnitID?
  /// Which printing of a unit's ballot it is; a lost form is printed again as the second.
  public var copy = 1
  /// Shows the English title below the Chinese one.
  public var showsEnglish = false

  public init() {}
}
