import Contracts
import DomainModel
import Policy

extension ItemConditions {
  /// The conditions of a plan's lines, by the papers that came with it.
  public static func finding(
    _ lines: some Sequence<CostLine>, shown evidence: (some Sequence<ItemEvidence>)?, under edition: Edition
  ) -> Finding? {
    var shown: [CatalogueKey: Set<Identifier<SlugKind>>] = [:]
    if let evidence { for paper in evidence { shown[paper.item, default: []].insert(paper.condition) } }
    return finding(of: Set(lines.map(\.key)), shown: shown, under: edition)
  }
}
