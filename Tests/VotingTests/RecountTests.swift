import Contracts
import DomainModel
import FileStore
import Foundation
import Policy
import TestKit
import Testing

@testable import ServiceKit
@testable import Voting

@Suite("Counting forms and rolls anew")
struct RecountTests {
  private let place: Neighbourhood

  /// Ten units, two of one couple; forms of every opinion, one replaced, one unsigned, one struck.
  init() throws {
    place = try Neighbourhood()
    var units = try Neighbourhood.units(1...8)
    for number in 9...10 { units.append(try Neighbourhood.unit(number, owners: ["p-wife", "p-husband"])) }
    let roll = try place.sealedRoll(units)
    let opening = place.opening(.willingness, on: roll, opensOn: "2024-03-01", closesOn: "2024-03-10")
    let round = try place.bench.send(opening, on: "2024-02-20").round
    let entries: [(String, Int, Opinion)] = [
      ("f-1", 1, .agree), ("f-2", 2, .disagree), ("f-3", 3, .blank), ("f-4", 4, .unsigned), ("f-5", 1, .disagree),
      ("f-6", 9, .agree), ("f-7", 10, .blank), ("f-8", 5, .agree),
    ]
    for (number, unit, opinion) in entries {
      let signer: PersonID? = unit >= 9 ? "p-wife" : nil
      let ballot = try place.ballot(number, unit, opinion, by: signer)
      try place.bench.send(CastBallot(project: place.project, round: round, ballot: ballot), on: "2024-03-12")
    }
    try place.bench.send(
      VoidBallot(project: place.project, round: round, ballotNo: "f-8", reason: "重复登记"), on: "2024-03-12")
  }

  private func faults(_ invariant: Identifier<SlugKind>) throws -> InvariantPage {
    try place.bench.ask(InvariantsQuery<VotingContract>(invariant: invariant), as: .systemOperator)
  }

  @Test("comes to what was kept", arguments: ["tally-is-recount", "roll-is-recount"] as [Identifier<SlugKind>])
  func holds(_ invariant: Identifier<SlugKind>) throws {
    let page = try faults(invariant)
    #expect(page.checked == 1 && page.faults == [] && page.next == nil)
  }

  @Test("shows a counter that a hand moved")
  func moved() throws {
    try change(Tally.self) { $0.figures.heads.move(1, from: nil, to: .agree) }
    try change(Roll.self) { $0.units += 1 }
    #expect(try faults("tally-is-recount").faults.count == 1)
    #expect(try faults("roll-is-recount").faults.count == 1)
  }

  @Test("lists what it can check, and knows no other")
  func declared() throws {
    let page = try place.bench.ask(InvariantsQuery<VotingContract>(), as: .systemOperator)
    #expect(page.declared.map(\.id) == ["tally-is-recount", "roll-is-recount"])
    #expect(throws: (any Error).self) { try faults("no-such-thing") }
  }

  private func change<E: Entity>(_ type: E.Type, _ change: (inout E) -> Void) throws {
    let stored = try #require(
      try place.bench.journal.entities(kind: E.kind, keyPrefix: "", after: nil, limit: 1).first)
    var entity = try JSONDecoder().decode(E.self, from: stored.body)
    change(&entity)
    var batch = StoreBatch()
    batch.entities = [
      .put(StoredEntity(address: stored.address, stream: stored.stream, body: try JSONEncoder().encode(entity)), indexes: [])
    ]
    try place.bench.journal.commit(batch)
  }
}
