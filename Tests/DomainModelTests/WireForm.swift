import DomainModel
import Foundation

/// Values as they cross the wire.
enum WireForm {
  /// What a value becomes as JSON, and whether it comes back.
  static func roundTrip<Value: Codable & Equatable>(_ value: Value) throws -> (text: String, value: Value) {
    let data = try JSONEncoder().encode([value])
    let back = try JSONDecoder().decode([Value].self, from: data)
    return (String(decoding: data.dropFirst().dropLast(), as: UTF8.self), back[0])
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode([Value].self, from: Data("[\(json)]".utf8))[0]
  }
}

/// A value that is not a literal at the place where it is used, so that the throwing initialiser reads it.
func given<Value>(_ value: Value) -> Value { value }
