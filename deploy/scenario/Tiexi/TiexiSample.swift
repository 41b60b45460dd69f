import Contracts
import DomainModel
import Foundation

/// An invented community of Tiexi, as the samples have it: what is surveyed, chosen and paid there, and what goes wrong on the
/// way.
struct TiexiSample: Decodable, Sendable {
  let name: Text<100>
  let address: Text<200>
  let subdistrict: Text<50>
  let residentsCommittee: Text<50>
  let isPilot: Bool
  let buildings: [Building]
  let lines: [Line]
  let other: Money
  let contingency: Money
  let budget: Money
  let sources: [BudgetPart]
  /// The sum of the contract with the builder.
  let contract: Money
  /// The whole investment when all is done.
  let accounts: Money
  /// Illegal structures on the list.
  let structures: Int
  /// Members of the owners' committee who sign; none where residents' representatives do.
  let members: Int
  let representatives: Int
  let incidents: [Incident]
  let through: Ending

  struct Building: Decodable, Sendable {
    let building: BuildingID
    let completionYear: Whole<1900, 2199>
    let stairwells: Whole<0, 200>
    let households: Whole<0, 5000>
    let floorArea: Area
  }

  struct Line: Decodable, Sendable {
    let code: Text<10>
    let key: CatalogueKey
    let engineeringCost: Money
  }

  /// What someone tries too early or in another way than the rules have it.
  enum Incident: String, Decodable, Sendable {
    case reviewReturned = "review-returned"
    case detailedFirst = "detailed-first"
    case signsBeforeReview = "signs-before-review"
    case noticeUnsigned = "notice-unsigned"
    case otherVersion = "other-version"
    case tenderEarly = "tender-early"
    case startsBeforeDemolition = "starts-before-demolition"
    case startsEarly = "starts-early"
    case partyMissing = "party-missing"
    case rewardEarly = "reward-early"
    case liftWithoutTest = "lift-without-test"
    case linkEarly = "link-early"
  }

  /// How far the community comes.
  enum Ending: String, Decodable, Sendable {
    /// A structure still stands, so that works may not begin.
    case demolition
    case construction
    case handedOver = "handed-over"
  }

  static func community(_ file: URL) throws -> TiexiSample {
    try JSONDecoder().decode(TiexiSample.self, from: Data(contentsOf: file))
  }

  static func communities(_ file: URL) throws -> [TiexiSample] {
    try JSONDecoder().decode([TiexiSample].self, from: Data(contentsOf: file))
  }

  /// A lift that someone would like to have in the plan without what it needs.
  static let lift = Line(code: "T1.9", key: "lift", engineeringCost: "480000.00")

  func amount(_ source: BudgetSource) -> Money { sources.first { $0.source == source }?.amount ?? .zero }

  /// How many chapters its course has.
  var chapters: Int {
    switch through {
    case .demolition: 6
    case .construction: 7
    case .handedOver: 10
    }
  }

  var households: Int { buildings.map(\.households.value).reduce(0, +) }

  /// The year's day on which works begin here: May for pilots, June for the others.
  var startsOn: BusinessDate { isPilot ? "2021-05-10" : "2021-06-07" }

  /// The bank's statement: the residents' part household by household, exact to the fen, and one transfer of each other payer.
  func deposits() throws -> [DepositRow] {
    let households = Int64(households)
    let (whole, left) = amount(.residents).fen.quotientAndRemainder(dividingBy: households)
    var rows: [DepositRow] = []
    for building in buildings {
      for number in 1...building.households.value {
        let isLarger = Int64(rows.count) < left
        rows.append(
          DepositRow(
            transaction: try Identifier("TXR\(rows.count + 1)"), amount: try Money(fen: whole + (isLarger ? 1 : 0)),
            clearedOn: "2021-04-20", source: .personal, unit: try UnitID("u-\(building.building.rawValue.dropFirst(2))-\(number)")))
      }
    }
    let others: [(BudgetSource, DepositSource)] = [
      (.originalOwner, .originalOwner), (.utilityOperator, .utilityOperator), (.socialCapital, .socialCapital),
    ]
    for (source, deposit) in others where amount(source) > .zero {
      rows.append(
        DepositRow(
          transaction: try Identifier("TXO-\(deposit.rawValue)"), amount: amount(source), clearedOn: "2021-04-27",
          source: deposit))
    }
    return rows
  }
}

extension [DepositRow] {
  /// In statements of at most so many rows.
  func chunks(of most: Int) -> [[DepositRow]] {
    stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
  }
}
