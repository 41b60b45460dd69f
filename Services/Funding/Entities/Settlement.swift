import Contracts
import DomainModel
import ServiceKit

/// The settlement of a project on its verified accounts.
struct Settlement: Entity {
  static let kind = "settlement"
  let project: ProjectID
  let figures: SubsidyFigures
  let residentsEstimated: Money
  let residentsFinal: Money
  let subsidyReceived: Money
  let items: Int
  var openItems: Int
  var isSubsidySettled: Bool
  let by: StepTaker
  let on: BusinessDate

  var key: String { project.rawValue }

  var report: SettlementReport {
    SettlementReport(
      project: project, figures: figures, residentsEstimated: residentsEstimated, residentsFinal: residentsFinal,
      subsidyReceived: subsidyReceived, subsidyFinal: figures.subsidy, items: items, openItems: openItems,
      isSubsidySettled: isSubsidySettled)
  }
}

/// What one payer owes or gets back.
struct SettlementItem: Entity {
  static let kind = "settlement-item"
  let line: SettlementLine
  var state: SettlementState

  var key: String { SettlementItem.key(line.item) }

  /// Padded, so that items are listed in the order of their numbers.
  static func key(_ item: SettlementID) -> String {
    let digits = item.rawValue.drop { $0 != "/" }.dropFirst(2)
    return prefix(item.project()) + KeyDigits.padded(Int(digits) ?? 0, to: 6)
  }

  static func prefix(_ project: ProjectID) -> String { "\(project)#" }
}

extension Settlement {
  static let folds: [Fold] = [
    .on(SettlementComputed.self) { event, stamp, entities in
      try entities.put(
        Settlement(
          project: event.project, figures: event.figures, residentsEstimated: event.residentsEstimated,
          residentsFinal: event.residentsFinal, subsidyReceived: event.subsidyReceived, items: event.items.value,
          openItems: event.items.value, isSubsidySettled: event.isSubsidyEven, by: event.by, on: stamp.effectiveOn))
    },
    .on(SettlementItemsListed.self) { event, _, entities in
      for line in event.lines { try entities.put(SettlementItem(line: line, state: .open)) }
    },
    .on(SettlementItemsDecided.self) { event, _, entities in
      for item in event.items {
        try entities.update(SettlementItem.self, SettlementItem.key(item)) { $0.state = event.state }
      }
      try entities.update(Settlement.self, event.project.rawValue) {
        $0.openItems -= event.items.count
        if event.settlesSubsidy { $0.isSubsidySettled = true }
      }
    },
    .on(SettlementItemPaid.self) { event, _, entities in
      try entities.update(SettlementItem.self, SettlementItem.key(event.item)) { $0.state = .paid }
      try entities.put(BankPayment(project: event.project, transaction: event.transaction))
    },
  ]
}
