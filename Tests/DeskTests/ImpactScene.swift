import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

/// Stores made by hand and packs with something changed, so that a test of the replay says only what it is about.
struct ImpactScene {
  static let project: ProjectID = "330382-2024-0007"

  private let scratch: ScratchFolder
  let library: PackLibrary

  init() throws {
    scratch = try ScratchFolder()
    library = try OurPacks.library()
  }

  func changed(_ path: String, _ changes: [(String, String)]) throws -> Law {
    var text = try String(contentsOf: OurPacks.folder.appendingPathComponent(path), encoding: .utf8)
    let edition = try #require(path.split(separator: "/").last?.dropLast(5))
    for (old, new) in [("  edition: \(edition)", "  edition: 2030-1")] + changes {
      try #require(text.components(separatedBy: old).count == 2, "\(old)")
      text = text.replacing(old, with: new)
    }
    let file = scratch.file("changed.yaml")
    try Data(text.utf8).write(to: file)
    return Law(
      edition: try PackSource(file.path, in: [OurPacks.folder]).edition,
      calendar: try OurPacks.calendar())
  }

  /// Events of one service in their order, each decided under the installed edition.
  func store<each Body: Event & Encodable>(
    _ service: ServiceName, _ pack: Identifier<SlugKind> = "yueqing", on day: BusinessDate, _ bodies: repeat each Body,
    findings: [Finding] = [], step: WireName = "funding.settle"
  ) throws -> RecordedStore {
    let edition = try #require(library.editions.first { $0.identity.pack == pack }).identity
    let receipt = Receipt(step: step, project: Self.project, on: day, edition: edition, findings: findings)
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    var events: [(event: RecordedEvent, bytes: Data)] = []
    for body in repeat each bodies {
      let sequence = events.count + 1
      var json = #"{"id":"\#(service)-5f2a90c1-\#(sequence)","type":"jiugai.\#(type(of: body).name).v1","#
      json += #""sequence":\#(sequence),"effectiveon":"\#(day)","causationid":"c-\#(sequence)","#
      json += #""project":"\#(Self.project)","facts":[],"receipt":\#(try text(receipt)),"data":\#(try text(body))}"#
      let bytes = Data(json.utf8)
      events.append((try JSONDecoder().decode(RecordedEvent.self, from: bytes), bytes))
    }
    return RecordedStore(service: service, events: events)
  }

  func differences(
    _ stores: [RecordedStore], in path: String = "yueqing/2024-1.yaml", _ changes: [(String, String)]
  ) throws -> [String] {
    try ImpactReplay(stores, under: changed(path, changes), library: library).differences.map {
      "\($0.what) \($0.before) → \($0.after)"
    }
  }
}
