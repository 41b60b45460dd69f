import Contracts
import DomainModel
import Policy
import ServiceKit

extension Ruling {
  /// The law of an edition that may judge a community on this day.
  ///
  /// Where the edition leaves our defaults out, it is judged with those now in force.
  ///
  /// - Parameter pinned: the edition of the community's project, which goes on judging it after its own validity.
  /// - Throws: `Refusal` when the edition is not installed, holds elsewhere, or is not in force.
  func editionInForce(_ edition: PackEdition, in division: DivisionCode, pinned: PackEdition? = nil) throws -> Law {
    let known = edition.defaults == nil && edition != pinned ? latest(edition) : installed(edition)
    guard let law = known else { throw Refusal(.editionMissing, pointers: ["/edition"]) }
    let header = law.edition.file.pack
    if let territory = header.territory.value, !territory.division.contains(division) {
      throw Refusal(
        .editionOfOtherPlace, values: [NamedValue("division", .code(territory.division.rawValue))],
        pointers: ["/edition"])
    }
    if edition.with(nil) != pinned?.with(nil), let validity = header.validity.value, !validity.contains(effectiveOn) {
      throw Refusal(
        .editionNotInForce,
        values: [NamedValue("from", .date(validity.from))]
          + [validity.until.map { NamedValue("until", .date($0)) }].compactMap { $0 }, pointers: ["/edition"])
    }
    return law
  }
}
