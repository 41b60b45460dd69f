import Contracts
import DomainModel
import Foundation
import Messaging
import Policy
import Testing

@testable import Desk

@Suite("The published contract")
struct PublishedContractTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let shared = root.appendingPathComponent("Shared")
  static let folder = shared.appendingPathComponent("Contracts/Published")
  private static let renewal = "the published contract is not current; renew it: .build/debug/jiugai schemas Shared/Contracts/Published"

  @Test("is what the program, the packs and the comments declare")
  func isCurrent() throws {
    let files = try PublishedContract.files(try OurPacks.library(), sources: Self.shared)
    var stale: [String] = []
    for file in files {
      let text = try? String(contentsOf: Self.folder.appendingPathComponent(file.path), encoding: .utf8)
      if text != file.text { stale.append(file.path) }
    }
    let found = FileManager.default.enumerator(atPath: Self.folder.path)?.compactMap { $0 as? String } ?? []
    let left = Set(found.filter { $0.hasSuffix(".json") && !$0.hasPrefix(PublishedContract.recordings) })
      .subtracting(files.map(\.path))
    #expect(stale.isEmpty && left.isEmpty, "\(Self.renewal)\n\((stale + left.sorted()).prefix(10))")
  }

  @Test("has every code with what to do about it, and every version with those that are taken")
  func tables() throws {
    let files = Dictionary(
      uniqueKeysWithValues: try PublishedContract.files(try OurPacks.library(), sources: nil).map { ($0.path, $0.text) })
    func elements(_ file: String) throws -> [JSONValue] {
      guard case .array(let all)? = try files[file].map({ try JSONValue(data: Data($0.utf8)) }) else { return [] }
      return all
    }
    let codes = try elements("codes.json")
    #expect(codes.compactMap { $0["code"] } == WireCode.allCases.map { .string($0.rawValue) })
    let versions = try elements("versions.json")
    #expect(versions.count == PublishedContract.messages.count)
    for version in versions {
      guard case .array(let accepted)? = version["accepted"], let present = version["version"] else {
        Issue.record("\(version.line) has no versions")
        continue
      }
      #expect(accepted.last == present)
    }
    for type in MessageHistory.later.keys {
      #expect(PublishedContract.messages.contains { $0.wireType == type }, "\(type) is no message")
    }
    #expect(files[PublishedContract.notes] == nil, "without sources there are no notes")
  }

  @Test("tells who may send what where a city narrows it")
  func senders() throws {
    let cities = CitySenders(try OurPacks.library())
    #expect(cities.packs.map(\.id) == ["sichuan", "tiexi", "wenzhou", "yueqing", "ziyang"])
    let narrowed = cities.narrowings(of: "intake.submit-application").first { $0.pack == "yueqing" }
    #expect(narrowed?.roles == [.residentsCommittee, .ownersBody])
    #expect(narrowed?.cites == ["plan 3.1"])
    #expect(cities.narrowings(of: "intake.register-community").isEmpty)
    for command in Catalogue.commands {
      for narrowing in cities.narrowings(of: command.name) {
        #expect(command.senders.isSuperset(of: narrowing.roles), "\(narrowing.pack) widens \(command.name)")
        #expect(!narrowing.roles.isEmpty, "nobody is left to send \(command.name) in \(narrowing.pack)")
      }
    }
  }

  @Test("explains fields by the comments beside them, those of nested values too")
  func notes() {
    let notes = SourceNotes(
      """
      /// A line.
      public struct Line: Codable {
        /// What it costs,
        /// in yuan.
        public let amount: Money
        public let name: Text<40>
        /// Not a stored property.
        public var both: Int { 1 }
      }
      public struct Order: Command {
        /// The lines.
        public let lines: Listing<Line, 20>
        public let place: Order.Place
        public struct Place: Codable {
          /// The street.
          public let street: Text<40>
        }
      }
      """
    ).notes(ofType: "Order")
    #expect(notes.map(\.path) == ["lines", "lines[].amount", "place.street"])
    #expect(notes.map(\.note) == ["The lines.", "What it costs, in yuan.", "The street."])
  }

  @Test("has recordings only of messages that there are, each of the shape that is published")
  func recordings() throws {
    let folder = Self.folder.appendingPathComponent(PublishedContract.recordings)
    let found = Set((FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".json") })
    let known = Dictionary(uniqueKeysWithValues: PublishedContract.messages.map { (SchemaWriter.path(of: $0), $0) })
    #expect(found.subtracting(known.keys) == [])
    #expect(found.count * 2 > known.count, "only \(found.count) of \(known.count) messages were recorded")
    for path in found.sorted() {
      guard let type = known[path] else { continue }
      let told = try JSONValue(data: Data(contentsOf: folder.appendingPathComponent(path)))
      let body = told["line"]?["data"] ?? told["request"]?["body"] ?? told["refusal"]?["request"]?["body"]
      let faults = SchemaCheck.faults(of: body ?? .null, against: Self.schema(type))
      #expect(faults.isEmpty, "\(path): \(faults.map(\.en)); renew it: .build/debug/jiugai-demo --folder .run/record --record \(folder.path)")
    }
  }

  private static func schema<M: Message>(_ type: M.Type) -> Schema { Schema.of(M.self) }
}
