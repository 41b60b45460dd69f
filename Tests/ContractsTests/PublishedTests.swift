import Contracts
import DomainModel
import Foundation
import Testing

@Suite("The published contract")
struct PublishedTests {
  @Test("is the same every time")
  func isDeterministic() throws {
    #expect(try SchemaWriter.files() == SchemaWriter.files())
  }

  @Test("knows the shape of every reply and answer")
  func answers() {
    var unknown: [WireName] = []
    for type in Catalogue.commands where !PublishedTests.replyIsKnown(type) { unknown.append(type.name) }
    for type in Catalogue.queries where !PublishedTests.answerIsKnown(type) { unknown.append(type.name) }
    #expect(unknown == [])
  }

  private static func replyIsKnown<C: Command>(_ type: C.Type) -> Bool {
    C.Reply.self == Accepted.self || isKnown(Schema.of(C.Reply.self))
  }

  private static func answerIsKnown<Q: Query>(_ type: Q.Type) -> Bool { isKnown(Schema.of(Q.Answer.self)) }

  /// An object without members is what the recorder leaves behind where it could not go on.
  private static func isKnown(_ schema: Schema) -> Bool {
    switch schema {
    case .object(let properties): !properties.isEmpty && properties.allSatisfy { isKnown($0.schema) }
    case .array(let element, _): isKnown(element)
    case .oneOf(let shapes): shapes.allSatisfy(isKnown)
    case .string, .integer, .boolean: true
    }
  }
}
