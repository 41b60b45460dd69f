import Contracts
import DomainModel
import Testing

@Suite("Which fields are personal")
struct FieldClassTests {
  /// The fields that hold whatever somebody writes, by their path: every other text has a closed form.
  static func freeTexts(_ schema: Schema, _ path: String = "") -> [String] {
    switch schema {
    case .string(let pattern, _, _, let values, let format, _): pattern == nil && values == nil && format == nil ? [path] : []
    case .integer, .boolean: []
    case .array(let element, _): freeTexts(element, path + "[]")
    case .object(let properties): properties.flatMap { freeTexts($0.schema, "\(path)/\($0.name)") }
    case .oneOf(let schemas): schemas.flatMap { freeTexts($0, path) }
    }
  }

  static func fields(_ schema: Schema, _ path: String = "") -> [String] {
    switch schema {
    case .string, .integer, .boolean: [path]
    case .array(let element, _): fields(element, path + "[]")
    case .object(let properties): properties.flatMap { fields($0.schema, "\(path)/\($0.name)") }
    case .oneOf(let schemas): schemas.flatMap { fields($0, path) }
    }
  }

  private static func shape<C: Command>(_ type: C.Type) -> Schema { Schema.of(C.self) }
  private static func shape<E: Event>(of type: E.Type) -> Schema { Schema.of(E.self) }

  @Test("every text of every command is personal or an office's words, and none is both")
  func complete() {
    var seen = 0
    for type in Catalogue.commands {
      let texts = FieldClassTests.freeTexts(FieldClassTests.shape(type))
      let personal = FieldClasses.personal(of: type.name)
      let words = FieldClasses.officeWords(of: type.name)
      seen += texts.count
      for path in texts where personal[path] == nil && !words.contains(path) {
        Issue.record("""
          \(type.name)\(path) is in neither list of Shared/Contracts/FieldClasses.swift. If it may tell of a natural person it \
          is personal and goes into the vault alone; else it is an office's words.
          """)
      }
      #expect(words.isDisjoint(with: personal.keys), "\(type.name)")
    }
    #expect(seen > 150, "the commands were read: \(seen)")
  }

  @Test("no list names a field that is not there, and what is personal is P2 or P3")
  func noneLeftOver() {
    var personalFields = 0
    for type in Catalogue.commands {
      let fields = Set(FieldClassTests.fields(FieldClassTests.shape(type)))
      let personal = FieldClasses.personal(of: type.name)
      personalFields += personal.count
      #expect(Set(personal.keys).isSubset(of: fields), "\(type.name)")
      #expect(FieldClasses.ownOfficeWords(of: type.name).isSubset(of: fields), "\(type.name)")
      #expect(personal.values.allSatisfy { $0.isSealed }, "\(type.name)")
    }
    #expect(personalFields > 40)
    #expect(FieldClasses.unknownNames.isEmpty)
  }

  @Test("an event has no field of the names that are personal in commands")
  func events() {
    let names: Set<String> = [
      "phone", "idNumber", "contactName", "contactPhone", "managerName", "managerPhone", "reporterName", "reporterPhone",
      "deciderName", "comments", "otherAspect", "contactNumber", "personName",
    ]
    for type in Catalogue.events {
      for path in FieldClassTests.freeTexts(FieldClassTests.shape(of: type)) {
        let name = path.split(separator: "/").last.map { $0.replacing("[]", with: "") } ?? ""
        #expect(!names.contains(String(name)), "\(type.name)\(path)")
      }
    }
  }
}
