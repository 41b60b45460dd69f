import Contracts
import DomainModel
import Foundation
import Messaging
import Policy

/// The published contract as it stands in a folder: what the messages declare, and beside it the tables that their declarations
/// do not hold: codes with their cures, versions, who may send what in which city, what the fields mean.
enum PublishedContract {
  /// A file and what stands in it.
  struct File: Hashable {
    /// Relative to the folder: `voting/close-round.v1.json`.
    let path: String
    let text: String
  }

  /// Recorded by the system's tests, not written from declarations.
  static let recordings = "examples/"
  static let notes = "notes.json"

  /// - Parameter sources: the folder `Shared` of a checkout, from which the notes on fields come; without it there are none.
  static func files(_ library: PackLibrary, sources: URL?) throws -> [File] {
    var files = try SchemaWriter.files().map { File(path: $0.path, text: $0.text) }
    func add(_ path: String, _ value: JSONValue) { files.append(File(path: path, text: value.text + "\n")) }
    add("codes.json", codes())
    add("senders.json", CitySenders(library).json)
    add("versions.json", versions())
    if let sources {
      let folders = ["Contracts", "DomainModel"].map { sources.appendingPathComponent($0) }
      let schemas = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
      let written = try SourceNotes(folders: folders).json(messages) { type, isReply in
        let schema = (schemas[SchemaWriter.path(of: type)]?.utf8).flatMap { try? JSONValue(data: Data($0)) }
        let part = isReply ? schema?["$defs"]?["reply"] ?? schema?["$defs"]?["answer"] : schema
        return Set(part.map { FieldRows($0).rows.map(\.path) } ?? [])
      }
      add(notes, written)
    }
    return files.sorted { $0.path < $1.path }
  }

  static var messages: [any Message.Type] {
    Catalogue.commands.map { $0 } + Catalogue.events.map { $0 } + Catalogue.queries.map { $0 }
  }

  /// Every code of the wire, whether the same message may be sent again, and what to do.
  private static func codes() -> JSONValue {
    .array(
      WireCode.allCases.map { code in
        let cure = Cure.of(code)
        return [
          "code": .string(code.rawValue), "again": .string(Cure.again(code).rawValue), "zh": .string(cure.zh),
          "en": .string(cure.en),
        ]
      })
  }

  /// Every message with its present version, those that a service takes, and the release since which it is spoken.
  private static func versions() -> JSONValue {
    .array(
      messages.sorted { $0.wireType < $1.wireType }.map { type in
        [
          "type": .string(type.wireType), "version": .integer(Int64(type.version)),
          "accepted": .array(MessageHistory.accepted(type).map { .integer(Int64($0)) }),
          "since": .string(MessageHistory.since(type.wireType)),
        ]
      })
  }
}
