import Contracts
import DomainModel
import Foundation
import Policy

/// What a catalogue is made of beside the declarations: notes on fields and recorded messages from the folder of the published
/// contract, and the cities' packs.
struct CatalogueSources {
  let cities: CitySenders
  /// By message, `voting.close-round` or `voting.close-round#reply`: notes by the path of the field.
  private let notes: JSONValue
  /// By wire type: what was recorded of the message.
  private let recordings: [String: JSONValue]

  /// - Parameter published: the folder of the published contract; without it the catalogue has neither notes nor recordings.
  init(_ library: PackLibrary, published: URL?) throws {
    cities = CitySenders(library)
    var recordings: [String: JSONValue] = [:]
    var notes: JSONValue = .object([])
    if let published {
      if let data = try? Data(contentsOf: published.appendingPathComponent(PublishedContract.notes)) {
        notes = try JSONValue(data: data)
      }
      for type in PublishedContract.messages {
        let file = published.appendingPathComponent(PublishedContract.recordings + SchemaWriter.path(of: type))
        if let data = try? Data(contentsOf: file) { recordings[type.wireType] = try JSONValue(data: data) }
      }
    }
    self.notes = notes
    self.recordings = recordings
  }

  func note(_ message: String, _ path: String) -> String? {
    if case .string(let text)? = notes["fields"]?[message]?[path] { return text }
    return nil
  }

  /// The other messages of the same matter.
  func together(with message: String) -> [String] {
    guard case .array(let names)? = notes["together"]?[message] else { return [] }
    return names.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  func recording(of type: any Message.Type) -> JSONValue? { recordings[type.wireType] }

  /// How many messages were recorded.
  var recorded: Int { recordings.count }
}
