import Contracts
import DomainModel
import Foundation
import Testing

@testable import ServiceKit

@Suite("The compact form of JSON")
struct CompactJSONTests {
  let encoder = CompactEncoder()
  let decoder = CompactDecoder()
  let reference: JSONEncoder

  init() {
    reference = JSONEncoder()
    reference.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  static let messages: [any Message] =
    Catalogue.commands.map { $0.example } + Catalogue.events.map { $0.example } + Catalogue.queries.map { $0.example }

  @Test("has the bytes that Foundation writes, for every message, and reads them back", arguments: messages.indices)
  func agrees(_ index: Int) throws {
    func check<M: Message>(_ message: M) throws {
      let bytes = try encoder.encode(message)
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: try reference.encode(message), as: UTF8.self))
      #expect(try CompactReader().read(bytes) as M == message)
    }
    try check(Self.messages[index])
  }

  struct Odd: Codable, Hashable {
    var zebra = "\u{1}\t\"\\/\n\u{7F}\u{2028}旧改 👷🏽"
    var b = [Int64.min, .max, 0]
    var B: [String: [Int]] = ["x": [], "b2": [1], "b10": [1, 2], "B": [3], "ä": [4]]
    var a: [String?] = [nil, "", "a"]
    var flag = true
    var none: String?
    var nested = [Nested(), Nested(value: nil)]
    struct Nested: Codable, Hashable { var value: UInt8? = 255 }
  }

  @Test("agrees with Foundation on odd values")
  func odd() throws {
    let bytes = try encoder.encode(Odd())
    #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: try reference.encode(Odd()), as: UTF8.self))
    #expect(try decoder.decode(Odd.self, from: bytes) == Odd())
  }

  @Test("leaves fractions, dates and data to Foundation")
  func general() throws {
    struct Rest: Codable, Hashable {
      var day = Date(timeIntervalSince1970: 1)
      var data = Data([1, 2])
    }
    #expect(try encoder.encode(Rest()) == reference.encode(Rest()))
    #expect(try decoder.decode(Rest.self, from: reference.encode(Rest())) == Rest())
  }

  @Test(
    "tells what Foundation tells of a text that is wrong",
    arguments: [
      "", "{", "{}", #"{"value":256}"#, #"{"value":-1}"#, #"{"value":"1"}"#, #"{"value":1.5}"#, #"{"value":1}x"#, "[1", "nul",
      #"{"value" 1}"#, #"{"value":99999999999999999999}"#, #"{"value":-}"#, #"{"va\u006Cue":7}"#,
    ])
  func wrong(_ text: String) {
    func outcome(_ read: (Data) throws -> Odd.Nested) -> String {
      do { return "\(try read(Data(text.utf8)))" } catch { return "\(error)" }
    }
    #expect(
      outcome { try decoder.decode(Odd.Nested.self, from: $0) } == outcome { try JSONDecoder().decode(Odd.Nested.self, from: $0) })
  }
}

extension CompactReader {
  fileprivate func read<Value: Decodable>(_ data: Data) throws -> Value {
    try data.withUnsafeBytes { try read(Value.self, from: $0) }
  }
}
