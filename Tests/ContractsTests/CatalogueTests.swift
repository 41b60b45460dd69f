import Contracts
import DomainModel
import Foundation
import Testing

@Suite("The catalogue of messages")
struct CatalogueTests {
  private func roundTrips<M: Message>(_ type: M.Type) throws -> Bool {
    let example = M.example
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(example)
    return try JSONDecoder().decode(M.self, from: data) == example
  }

  private func shape<M: Message>(_ type: M.Type) -> Schema { Schema.of(M.self) }

  @Test("every example comes back as it was", arguments: CatalogueTests.wireTypes())
  func examples(_ name: String) throws {
    let type = try #require(CatalogueTests.all()[name])
    #expect(try roundTrips(type))
  }

  @Test("every field of every command and query is bounded", arguments: CatalogueTests.wireTypes())
  func bounds(_ name: String) throws {
    let type = try #require(CatalogueTests.all()[name])
    #expect(CatalogueTests.unbounded(shape(type), "") == [])
  }

  @Test("names are unique and begin with their service")
  func ownNames() {
    #expect(CatalogueTests.all().count == Catalogue.commands.count + Catalogue.events.count + Catalogue.queries.count)
    for contract in Catalogue.contracts {
      for type in contract.commands { #expect(type.service == contract.service) }
      for type in contract.events { #expect(type.service == contract.service) }
      for type in contract.queries { #expect(type.service == contract.service) }
    }
  }

  @Test("refusal codes are unique and speak both languages")
  func refusals() {
    let codes = Catalogue.refusals
    #expect(!codes.isEmpty)
    #expect(Set(codes.map(\.code)).count == codes.count, "\(Dictionary(grouping: codes, by: \.code).filter { $0.value.count > 1 }.keys)")
    for code in codes {
      #expect(!code.zh.isEmpty && !code.en.isEmpty)
      #expect(code.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(code.code)")
    }
  }

  static func all() -> [String: any Message.Type] {
    var found: [String: any Message.Type] = [:]
    for type in Catalogue.commands { found[type.wireType] = type }
    for type in Catalogue.events { found[type.wireType] = type }
    for type in Catalogue.queries { found[type.wireType] = type }
    return found
  }

  static func wireTypes() -> [String] { all().keys.sorted() }

  /// The fields without a bound, by their path.
  static func unbounded(_ schema: Schema, _ path: String) -> [String] {
    switch schema {
    case .string(_, _, let longest, let values, _, _): longest == nil && values == nil ? ["\(path): string"] : []
    case .integer(let least, let most): least == .min || most == .max ? ["\(path): integer"] : []
    case .boolean: []
    case .array(let element, let most): (most > 5000 ? ["\(path): \(most) elements"] : []) + unbounded(element, path + "[]")
    case .object(let properties): properties.flatMap { unbounded($0.schema, "\(path)/\($0.name)") }
    case .oneOf(let schemas): schemas.flatMap { unbounded($0, path) }
    }
  }
}
