import Contracts
import DomainModel
import Foundation
import Intake
import ServiceKit
import Testing

@Suite("Intake's contract")
struct ContractTests {
  @Test("every command of the contract is decided, and every query answered")
  func complete() {
    let decided = Set(IntakeService.definition.decisions.map { $0.command.name })
    #expect(decided == Set(IntakeContract.ownCommands.map { $0.name }))
    let answered = Set(IntakeService.definition.queries.map { $0.query.name })
    #expect(answered == Set(IntakeContract.ownQueries.map { $0.name }))
  }

  @Test("every example survives the wire", arguments: IntakeContract.ownEvents.indices)
  func events(place: Int) throws {
    try roundTrip(IntakeContract.ownEvents[place])
  }

  @Test("every command's example survives the wire", arguments: IntakeContract.ownCommands.indices)
  func commands(place: Int) throws {
    try roundTrip(IntakeContract.ownCommands[place])
  }

  private func roundTrip<M: Message>(_ type: M.Type) throws {
    let example = M.example
    #expect(try JSONDecoder().decode(M.self, from: try JSONEncoder().encode(example)) == example)
  }

  @Test("refusal codes are listed once")
  func refusals() {
    let codes = IntakeContract.refusals.map(\.code)
    #expect(Set(codes).count == codes.count)
  }
}
