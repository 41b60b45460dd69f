import DomainModel
import Foundation
import Testing

@testable import Contracts

@Suite("The AsyncAPI document")
struct AsyncAPITests {
  @Test("holds every message, and every reference in it leads somewhere")
  func references() throws {
    let document = try JSONValue(data: Data(try AsyncAPIWriter.document().text.utf8))
    let schemas = Dictionary(uniqueKeysWithValues: try SchemaWriter.files().map { ($0.path, $0.text) })
    var loose: [String] = []
    var found = 0
    for reference in Self.references(in: document) {
      found += 1
      let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      var place: JSONValue? = document
      if !parts[0].isEmpty { place = try schemas[parts[0]].map { try JSONValue(data: Data($0.utf8)) } }
      for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") { place = place?[String(step)] }
      if place == nil { loose.append(reference) }
    }
    #expect(loose == [])
    let messages = Catalogue.commands.count + Catalogue.events.count + Catalogue.queries.count
    #expect(found > messages * 3)
    guard case .object(let operations)? = document["operations"] else {
      Issue.record("the document has no operations")
      return
    }
    #expect(operations.count == messages + Catalogue.contracts.count * DocumentMessage.allCases.count)
  }

  private static func references(in value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.name == "$ref", case .string(let reference) = member.value { return [reference] }
        return references(in: member.value)
      }
    case .array(let elements): elements.flatMap { references(in: $0) }
    default: []
    }
  }
}
