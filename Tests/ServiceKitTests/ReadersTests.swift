import DomainModel
import Testing

@testable import ServiceKit

@Suite("Readers of an event")
struct ReadersTests {
  private static let kinds: [Readers] = [.own, .services, .everyone, .roles([]), .roles([.housing]), .roles([.housing, .systemOperator])]

  @Test("are the same by the label in the store as by the type", arguments: kinds)
  func label(_ readers: Readers) {
    for role in Role.allCases {
      #expect(Readers.label(readers.label, admits: [role]) == readers.admits([role]), "\(readers.label) \(role)")
    }
    #expect(Readers.label(readers.label, admits: [.housing, .bank]) == readers.admits([.housing, .bank]))
    #expect(!Readers.label(readers.label, admits: []) || readers == .everyone)
  }

  @Test("are written as one word each")
  func words() {
    #expect(Readers.own.label == "own")
    #expect(Readers.services.label == "services")
    #expect(Readers.everyone.label == "everyone")
    #expect(Readers.roles([.systemOperator, .housing]).label == "housing,operator")
  }

  @Test("of a label that this version does not know are the services alone", arguments: ["", "someone", "housing2"])
  func unknown(_ label: String) {
    for role in Role.allCases where role != .service { #expect(!Readers.label(label, admits: [role])) }
  }
}
