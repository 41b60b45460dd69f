import Contracts
import DomainModel
import Policy

extension CatalogueChoice {
  /// What a plan's lines choose, by the papers that came with it.
  public init(_ lines: some Sequence<CostLine>, shown evidence: (some Sequence<ItemEvidence>)?) {
    let shown = evidence?.filter { $0.condition == CatalogueChoice.inOrder } ?? []
    self.init(chosen: Set(lines.map(\.key)), inOrder: Set(shown.map(\.item)))
  }
}
