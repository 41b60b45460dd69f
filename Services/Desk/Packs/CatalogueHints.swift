import Contracts
import DomainModel
import Policy

/// A city's catalogue with what other installed cities say of the same works: another tier, another wording, the same
/// printed code for something else (domain §8.2, §18.2). Who has read one city's list may misread another's.
struct CatalogueHints {
  enum Difference: Hashable {
    /// The works stand in another tier there; nil where that city has no tiers.
    case tier(pack: String, Tier?)
    /// The printed text differs, and with it perhaps what is meant.
    case wording(pack: String, String)
    /// The same printed code is another item there.
    case code(pack: String, item: String)
    /// That city's catalogue does not hold the item.
    case missing(pack: String)
  }

  struct Item {
    let item: CatalogueItem
    let differences: [Difference]
  }

  /// What cities settle differently beside their catalogues: who leads, who builds, what counts as residents' money.
  struct Conflict {
    let path: String
    let values: [(pack: String, value: String?, cites: [String])]
  }

  let pack: String
  let items: [Item]
  let conflicts: [Conflict]

  /// - Parameters:
  ///   - edition: the city that is asked for.
  ///   - others: one edition of each other city.
  init(_ edition: Edition, others: [Edition]) {
    pack = edition.identity.pack.rawValue
    items = edition.file.catalogue.items.map { item in
      Item(item: item, differences: others.flatMap { CatalogueHints.differences(of: item, in: $0) })
    }
    conflicts = CatalogueHints.conflicts([edition] + others)
  }

  private static func differences(of item: CatalogueItem, in other: Edition) -> [Difference] {
    let name = other.identity.pack.rawValue
    let catalogue = other.file.catalogue
    guard !catalogue.items.isEmpty else { return [] }
    var found: [Difference] = []
    if let same = catalogue.item(item.key) {
      if same.tier != item.tier { found.append(.tier(pack: name, same.tier)) }
      if same.zh != item.zh { found.append(.wording(pack: name, same.zh)) }
    } else {
      found.append(.missing(pack: name))
    }
    if let namesake = catalogue.item(code: item.code), namesake.key != item.key {
      found.append(.code(pack: name, item: namesake.zh))
    }
    return found
  }

  private static func conflicts(_ editions: [Edition]) -> [Conflict] {
    func conflict<Value>(
      _ path: String, _ parameter: KeyPath<Terms, Provision<Value>>, _ text: (Value) -> String
    ) -> Conflict? {
      let values = editions.map { edition in
        let stated = edition.stated(parameter)
        return (
          pack: edition.identity.pack.rawValue, value: stated.value.map(text), cites: stated.citations.map(\.description))
      }
      return Set(values.map(\.value)).count > 1 ? Conflict(path: path, values: values) : nil
    }
    return [
      conflict("approvals.joint", \.approvals.joint) { "\($0.kind.rawValue): \($0.lead.zh)" },
      conflict("construction.constructionUnit", \.construction.constructionUnit) { $0.map(\.zh).joined(separator: "、") },
      conflict("annualPlan.constructionUnit", \.annualPlan.constructionUnit) { $0.map(\.zh).joined(separator: "、") },
      conflict("funding.residentMoney", \.funding.residentMoney) { $0.map(\.item.zh).joined(separator: "、") },
    ].compactMap { $0 }
  }

  var json: JSONValue {
    [
      "pack": .string(pack),
      "items": .array(
        items.map { entry -> JSONValue in
          [
            "code": .string(entry.item.code.rawValue), "key": .string(entry.item.key.rawValue),
            "tier": entry.item.tier.map { .string($0.rawValue) } ?? .null, "zh": .string(entry.item.zh),
            "en": .string(entry.item.en), "differs": .array(entry.differences.map(CatalogueHints.json)),
          ]
        }),
      "conflicts": .array(
        conflicts.map { conflict -> JSONValue in
          [
            "path": .string(conflict.path),
            "values": .array(
              conflict.values.map { value -> JSONValue in
                [
                  "pack": .string(value.pack), "value": value.value.map { .string($0) } ?? .null,
                  "cites": .array(value.cites.map { .string($0) }),
                ]
              }),
          ]
        }),
    ]
  }

  private static func json(_ difference: Difference) -> JSONValue {
    switch difference {
    case .tier(let pack, let tier):
      ["what": "tier", "pack": .string(pack), "there": tier.map { .string($0.rawValue) } ?? .null]
    case .wording(let pack, let zh): ["what": "wording", "pack": .string(pack), "there": .string(zh)]
    case .code(let pack, let item): ["what": "code", "pack": .string(pack), "there": .string(item)]
    case .missing(let pack): ["what": "missing", "pack": .string(pack), "there": .null]
    }
  }
}
