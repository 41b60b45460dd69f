import DomainModel

/// How long personal data is kept, by what it is held for. The five documents say nothing of it (GK: 个人信息保护法 art. 19,
/// the shortest time that the purpose needs; art. 47, then it is erased).
public struct RetentionTerms: Hashable, Sendable, Decodable {
  public let ownership: Provision<RetentionPeriod>
  public let office: Provision<RetentionPeriod>
  public let objection: Provision<RetentionPeriod>
  public let complaint: Provision<RetentionPeriod>
  public let questionnaire: Provision<RetentionPeriod>
  public let account: Provision<RetentionPeriod>
  public let hardship: Provision<RetentionPeriod>

  /// The parameter of a purpose.
  public subscript(purpose: PersonalPurpose) -> Provision<RetentionPeriod> {
    switch purpose {
    case .ownership: ownership
    case .office: office
    case .objection: objection
    case .complaint: complaint
    case .questionnaire: questionnaire
    case .account: account
    case .hardship: hardship
    }
  }
}

/// Years from the project's end or from the last record; the day that ends them is the last one.
public struct RetentionPeriod: Decodable, Hashable, Sendable {
  public let from: RetentionStart
  public let years: Int
}

extension Edition {
  /// How long data of a purpose is kept: the document's word, else our default, marked as ours.
  public func retention(of purpose: PersonalPurpose) -> Settled<RetentionPeriod> {
    if case .stated(let value, let cites) = file.terms.retention?[purpose] { return .document(value, cites) }
    guard case .stated(let value, let cites) = defaults.file.terms.retention?[purpose],
      let why = cites.first.flatMap(defaults.recommendation(for:))
    else { return .open }
    return .recommended(value, why)
  }
}
