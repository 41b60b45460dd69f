import DomainModel
import FileStore
import Foundation

/// Writes a long past straight into a store that no service has open: for each ballot the same rows that the service
/// writes, of the same shapes and sizes, in projects of other years.
struct JournalGenerator {
  let journal: SQLiteJournal
  /// Ballots of one generated round.
  private static let roundSize = 5_000
  private static let batch = 2_000

  init(store: URL, vaultKey: VaultKey) throws {
    journal = try SQLiteJournal(
      StoreOptions(
        folder: store, feed: ServiceName.voting.rawValue, vaultKey: vaultKey, makeEpoch: { "be9c0001" },
        now: { Instant.now().description }))
  }

  /// Adds `count` ballots; how many a second.
  func addBallots(_ count: Int) throws -> Int {
    let watch = Stopwatch()
    for start in stride(from: 0, to: count, by: Self.batch) {
      var batch = StoreBatch()
      let head = journal.head.sequence
      for number in start..<min(count, start + Self.batch) {
        add(ballot: number, sequence: head + 1 + Int64(number - start), to: &batch)
      }
      try journal.commit(batch)
    }
    return watch.rate(of: count)
  }

  /// Adds `count` events that every reader may see, of about a ballot's size.
  func addPublicEvents(_ count: Int) throws {
    for start in stride(from: 0, to: count, by: Self.batch) {
      var batch = StoreBatch()
      let head = journal.head.sequence
      for number in start..<min(count, start + Self.batch) {
        let sequence = head + 1 + Int64(number - start)
        batch.events.append(event(sequence, "roll-sealed", project(of: number), number, readers: "everyone"))
      }
      try journal.commit(batch)
    }
  }

  func close() throws { try journal.close() }

  private func project(of number: Int) -> String {
    let place = number / Self.roundSize
    let digits = String(place % 9000 + 1000)
    return "330382-\(2000 + place / 9000)-\(digits)"
  }

  private func event(_ sequence: Int64, _ name: String, _ project: String, _ number: Int, readers: String) -> NewEvent {
    var text = #"{"specversion":"1.0","id":"voting-be9c0001-\#(sequence)","source":"urn:jiugai:voting""#
    text += #","type":"jiugai.voting.\#(name).v1","subject":"\#(project)","time":"2020-03-08T02:03:04.567Z""#
    text += #","datacontenttype":"application/json","sequence":\#(sequence),"effectiveon":"2020-03-08""#
    text += #","organisation":"bench","clerk":"clerk-1","causationid":"\#(commandID(number))","project":"\#(project)""#
    text += #","data":{"ballots":[{"ballotNo":"f-\#(number)","channel":"paper","opinion":"agree","signedOn":"2020-03-08""#
    text += #","signer":"p-\#(number)","unit":"u-\#(number)"}],"project":"\#(project)","round":"\#(project)/R1"}}"#
    return NewEvent(
      sequence: sequence, stream: project, type: "jiugai.voting.\(name).v1", version: 1, effectiveOn: "2020-03-08",
      recordedAt: "2020-03-08T02:03:04.567Z", readers: readers, bytes: Data(text.utf8))
  }

  /// Ids rise with time, as version 7 of UUID does.
  private func commandID(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "01700000-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "-7000-8000-000000000000"
  }

  private func add(ballot number: Int, sequence: Int64, to batch: inout StoreBatch) {
    let project = project(of: number)
    let round = "\(project)/R1"
    batch.events.append(event(sequence, "ballots-cast", project, number, readers: "own"))
    let ballot = #"{"ballotNo":"f-\#(number)","isSigned":true,"isStruck":false,"round":"\#(round)","unit":"u-\#(number)"}"#
    let forms = #"{"forms":[{"ballotNo":"f-\#(number)","opinion":"agree","signedOn":"2020-03-08"}],"key":"\#(round)/u-\#(number)"}"#
    for (kind, key, body) in [("ballot", "\(round)/f-\(number)", ballot), ("unit-forms", "\(round)/u-\(number)", forms)] {
      batch.entities.append(
        .put(
          StoredEntity(address: EntityAddress(kind: kind, key: key), stream: project, body: Data(body.utf8)), indexes: []))
    }
    batch.repeats.append(
      RepeatRecord(
        source: "urn:jiugai:bench", id: commandID(number), contentMAC: Data(repeating: 7, count: 32), status: "ok",
        code: nil, firstSequence: sequence, lastSequence: sequence,
        reply: Data(#"{"ballotNo":"f-\#(number)","outcome":"counted"}"#.utf8), subject: project,
        recordedAt: "2020-03-08T02:03:04.567Z", principal: "bench"))
  }
}
