import DomainModel
import Testing

@Suite("A schema, asked of a type")
struct SchemaTests {
  private struct Part: Codable {
    let area: Area
    let use: Language
  }

  private struct Sample: Codable {
    let project: ProjectID
    let name: Text<40>
    let count: Whole<1, 9>
    let isNew: Bool
    let parts: Listing<Piece, 3>
    let note: Text<5>?
    let price: Money?
    let first: Part
    let seen: Bool?
    let number: Int64
  }

  private struct Piece: Codable, Hashable {
    let unit: UnitID
  }

  @Test("has every field with its type, its bound and whether it is required")
  func fields() throws {
    guard case .object(let properties) = Schema.of(Sample.self) else {
      Issue.record("not an object")
      return
    }
    let byName = Dictionary(uniqueKeysWithValues: properties.map { ($0.name, $0) })
    #expect(properties.map(\.name) == ["project", "name", "count", "isNew", "parts", "note", "price", "first", "seen", "number"])
    #expect(byName["project"]?.schema == ProjectID.schema)
    #expect(byName["name"]?.schema == .string(minLength: 1, maxLength: 40))
    #expect(byName["count"]?.schema == .integer(least: 1, most: 9))
    #expect(byName["isNew"]?.schema == .boolean)
    #expect(byName["parts"]?.schema == .array(of: .object([.init("unit", UnitID.schema)]), most: 3))
    #expect(byName["note"]?.schema == .string(minLength: 1, maxLength: 5))
    #expect(byName["first"]?.schema == .object([.init("area", Area.schema), .init("use", .string(values: ["zh-CN", "en"]))]))
    #expect(properties.filter { !$0.isRequired }.map(\.name) == ["note", "price", "seen"])
  }

  @Test("of a type that cannot tell is unbounded, so that the test over all messages finds it")
  func bare() {
    struct Bare: Codable { let text: String }
    #expect(Schema.of(Bare.self) == .object([.init("text", .string())]))
  }

  @Test("and its sample are of one mind")
  func samples() {
    #expect((try? ProjectID(ProjectID.sample.rawValue)) != nil)
    #expect((try? Money(Money.sample.description)) == Money.sample)
    #expect((try? Area(Area.sample.description)) == Area.sample)
    #expect((try? Share(Share.sample.description)) == Share.sample)
    #expect((try? BusinessDate(BusinessDate.sample.description)) == BusinessDate.sample)
    #expect((try? Instant(Instant.sample.description)) == Instant.sample)
  }
}
