import DomainModel

/// What a round of consultation is held against: what hangs in it and where, and that every comment was answered
/// (Sichuan 4.2, 4.3).
public struct ConsultationPosting: Sendable {
  private let terms: ConsultationTerms
  private let cites: [Citation]

  /// Nil where the city foresees no consultation.
  public init?(_ edition: Edition) {
    guard case .stated(let terms, let cites) = edition.stated(\.rounds.plan.consultation) else { return nil }
    (self.terms, self.cites) = (terms, cites)
  }

  /// What the city wants to hang in the round of this number; nil where it wants nothing.
  public func contents(_ posted: Set<Identifier<SlugKind>>, in round: Int) -> Finding? {
    let wanted = (terms.contents ?? []).filter { $0.round == round && $0.mandatory }.map(\.code)
    return wanted.isEmpty ? nil : .complete("consultation.contents-complete", wanted, among: posted, cites: cites)
  }

  /// Every place where it has to hang; nil where the city names none.
  public func places(_ places: Set<Identifier<SlugKind>>) -> Finding? {
    terms.places.isEmpty ? nil : .complete("consultation.places-complete", terms.places, among: places, cites: cites)
  }

  /// Every comment has its answer; nil where the city asks for none.
  public func answered(unanswered: Int, of comments: Int) -> Finding? {
    guard terms.answersRequired == true else { return nil }
    return Finding(
      "consultation.comments-answered", unanswered == 0 ? .satisfied : .violated, cites: cites,
      values: [
        NamedValue("comments", .count(Int64(comments))), NamedValue("unanswered", .count(Int64(unanswered))),
      ])
  }
}
