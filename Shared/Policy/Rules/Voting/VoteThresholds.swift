import DomainModel

/// What a round must reach, as its city's rules say and, where they are silent, as our defaults do (domain §4.1 to
/// §4.4).
public struct VoteThresholds: Hashable, Sendable {
  /// How many must take part before approval is looked at.
  public let quorum: Provision<Quorum>
  /// How many must agree.
  public let approval: Provision<Approval>
  /// A figure printed elsewhere in the document that the rule does not follow; shown beside the result (AMB-01).
  public let advisory: Provision<Approval>
  /// Whose heads are counted (AMB-08).
  public let heads: HeadBasis
  /// What a signed form without an opinion counts as.
  public let blank: Settled<BlankBallot>

  init(
    quorum: Provision<Quorum>, approval: Provision<Approval>, advisory: Provision<Approval> = .silent, heads: HeadBasis,
    blank: Settled<BlankBallot>
  ) {
    self.quorum = quorum
    self.approval = approval
    self.advisory = advisory
    self.heads = heads
    self.blank = blank
  }

  /// The thresholds of a round in an edition; nil where the city decides that matter without a vote.
  public init?(_ edition: Edition, _ round: KeyPath<RoundsTerms, RoundTerms>) {
    let terms = (\Terms.rounds).appending(path: round)
    guard edition.settled(terms.appending(path: \.mode)).value == .vote else { return nil }
    self.init(
      quorum: edition.stated(terms.appending(path: \.quorum)),
      approval: edition.stated(terms.appending(path: \.approval)),
      advisory: edition.stated(terms.appending(path: \.advisoryThreshold)),
      heads: edition.settled(terms.appending(path: \.headBasis)).value ?? .owner,
      blank: edition.settled(terms.appending(path: \.signedBlank)))
    guard !approval.isSilent else { return nil }
  }
}
