import Contracts
import DomainModel
import Policy

extension VoteFigures {
  /// The figures of a round's minutes.
  init(_ report: RoundReport) {
    func count(_ opinions: Opinions<Tallied>) -> OpinionCount {
      OpinionCount(
        agreeing: Int64(opinions.agreeing.value), disagreeing: Int64(opinions.disagreeing.value),
        blank: Int64(opinions.blank.value))
    }
    self.init(
      roll: .init(
        area: report.area.all.hundredths, heads: Int64(report.heads.all.value),
        households: Int64(report.households.all.value)),
      area: OpinionCount(
        agreeing: report.area.agreeing.hundredths, disagreeing: report.area.disagreeing.hundredths,
        blank: report.area.blank.hundredths),
      heads: count(report.heads), households: count(report.households))
  }
}
