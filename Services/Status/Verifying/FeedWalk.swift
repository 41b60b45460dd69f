import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging

/// Follows a feed from its first event to its head and checks every hash that can be checked with the operator's key.
///
/// What a reader may not see comes as a skip with the chain's hash, which is taken at its word. So the hash is held against
/// the source's own wherever shown events end: what was altered in between shows there.
struct FeedWalk {
  /// What is kept of an event to compare with what others say they heard of it.
  struct Told: Sendable {
    let id: String
    let facts: [FactStatement]
    let effectiveOn: BusinessDate
  }

  private struct Line: Decodable {
    let id: String
    let project: ProjectID?
    let effectiveon: BusinessDate
    let facts: [FactStatement]?
  }

  private let office: Office
  private let service: ServiceName
  private let role: Role
  private let progress: VerifyProgress
  private var cursor: FeedCursor?
  /// Shown events whose hashes are not held against the source yet, and the place before them.
  private var open: (start: FeedCursor, events: [(sequence: Int, bytes: Data)])?
  private(set) var shown: Int64 = 0
  private(set) var hidden: Int64 = 0
  private(set) var told: [Int64: Told] = [:]
  private(set) var projects: Set<ProjectID> = []

  init(_ service: ServiceName, office: Office, role: Role, progress: VerifyProgress) {
    self.service = service
    self.office = office
    self.role = role
    self.progress = progress
  }

  /// Where it stands.
  var end: FeedCursor? { cursor }

  /// - Throws: `ClientFault` when the service gives no page.
  mutating func walk(_ verified: inout VerifiedService) async throws {
    var head = Int.max
    while (cursor?.sequence ?? 0) < head {
      guard let answer = try await next(&verified) else { return }
      guard let epoch = answer.header.epoch else { throw ClientFault.unreadable("epoch") }
      // What is recorded meanwhile is left for the next time.
      if head == .max { head = answer.header.head ?? 0 }
      let page: FeedPage
      do { page = try FeedPage(body: answer.body) } catch {
        verified.find("chain", "page-unreadable", "\((cursor?.sequence ?? 0) + 1)", "这一页数据流读不懂", "this page of the feed cannot be read")
        return
      }
      let before = cursor ?? .start(feed: service.rawValue, epoch: epoch, origin: answer.header.origin)
      guard try await follow(page, from: before, &verified) else { return }
      guard page.lines.isEmpty == false else { break }
      progress.reach(service, "chain", Int64(cursor?.sequence ?? 0), of: Int64(head))
    }
    try await close(&verified)
    if let cursor, cursor.sequence == head { verified.headHash = cursor.hash.hex }
    verified.head = Int64(cursor?.sequence ?? 0)
  }

  private func page(from cursor: FeedCursor?, most: Int = FeedRequest.mostEvents) async throws -> Office.Answer {
    try await office.page(
      of: service, as: role,
      FeedRequest(feed: service.rawValue, consumer: "verify-\(getpid())", cursor: cursor, maxevents: most, waitms: 0))
  }

  /// Follows one page; false when it cannot be followed further.
  private mutating func follow(_ page: FeedPage, from start: FeedCursor, _ verified: inout VerifiedService) async throws -> Bool {
    var place = start
    for line in page.lines {
      switch line {
      case .event(let sequence, let bytes):
        guard sequence == place.sequence + 1 else { return gap(at: place.sequence + 1, before: sequence, &verified) }
        if open == nil { open = (place, []) }
        open?.events.append((sequence, bytes))
        place.hash = place.hash.next(sequence: sequence, event: bytes)
        place.sequence = sequence
        shown += 1
        keep(sequence, bytes)
      case .skip(let first, let last, let hash):
        guard first == place.sequence + 1 else { return gap(at: place.sequence + 1, before: first, &verified) }
        cursor = place
        try await close(&verified)
        hidden += Int64(last - first + 1)
        place.sequence = last
        place.hash = hash
      }
    }
    cursor = place
    // A long run is held against the source now and then, so that what is found has a place.
    if (open?.events.count ?? 0) >= FeedRequest.mostEvents { _ = try await mend(&verified) }
    return true
  }

  /// The next page. Where the source has another hash than was computed, an event of the open run was altered: it is told,
  /// and the walk goes on from the source's own hash.
  private mutating func next(_ verified: inout VerifiedService) async throws -> Office.Answer? {
    do { return try await page(from: cursor) } catch ClientFault.rejected(WireCode.feedDiverged.rawValue, let problem) {
      guard try await mend(&verified) else {
        throw ClientFault.rejected(code: WireCode.feedDiverged.rawValue, problem: problem)
      }
      return try await page(from: cursor)
    }
  }

  /// Closes the open run; if something of it was altered, takes up the source's own hash. Whether it was.
  private mutating func mend(_ verified: inout VerifiedService) async throws -> Bool {
    let before = verified.findings.count
    try await close(&verified)
    guard verified.findings.count > before, let place = cursor else { return false }
    cursor = try await stored(at: place.sequence)
    return true
  }

  /// The source's own hash at a number: everything up to it is asked for as what nobody wants, which comes as skips.
  private func stored(at sequence: Int) async throws -> FeedCursor? {
    var cursor: FeedCursor?
    while (cursor?.sequence ?? 0) < sequence {
      var request = FeedRequest(
        feed: service.rawValue, consumer: "verify-\(getpid())", cursor: cursor,
        maxevents: min(FeedRequest.mostEvents, sequence - (cursor?.sequence ?? 0)), waitms: 0)
      request.types = ["jiugai.none"]
      let answer = try await office.page(of: service, as: role, request)
      guard let epoch = answer.header.epoch, case .skip(_, let last, let hash)? = try FeedPage(body: answer.body).lines.last else {
        throw ClientFault.unreadable("skip")
      }
      cursor = FeedCursor(epoch: epoch, sequence: last, hash: hash)
    }
    return cursor
  }

  private func gap(at expected: Int, before found: Int, _ verified: inout VerifiedService) -> Bool {
    let place = found - 1 > expected ? "\(expected)–\(found - 1)" : "\(expected)"
    verified.find("chain", "events-removed", place, "第 \(place) 号事件不见了", "event \(place) is missing")
    return false
  }

  private mutating func keep(_ sequence: Int, _ bytes: Data) {
    guard let line = try? JSONDecoder().decode(Line.self, from: bytes) else { return }
    if let project = line.project { projects.insert(project) }
    guard let facts = line.facts, !facts.isEmpty else { return }
    told[Int64(sequence)] = Told(id: line.id, facts: facts, effectiveOn: line.effectiveon)
  }

  // MARK: Holding hashes against the source

  /// Holds the end of the open run against the source; if it differs, finds the first event from which it does.
  private mutating func close(_ verified: inout VerifiedService) async throws {
    guard let run = open else { return }
    open = nil
    var ends: [FeedCursor] = []
    var place = run.start
    for (sequence, bytes) in run.events {
      place.hash = place.hash.next(sequence: sequence, event: bytes)
      place.sequence = sequence
      ends.append(place)
    }
    guard let last = ends.last, try await !isKnown(last) else { return }
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if try await isKnown(ends[middle]) { low = middle + 1 } else { high = middle }
    }
    let altered = ends[low].sequence
    verified.find(
      "chain", "event-altered", "\(altered)", "第 \(altered) 号事件的内容或校验值被改动过",
      "event \(altered), or its hash, is not what was recorded")
  }

  /// Whether the source has this hash at this number.
  private func isKnown(_ place: FeedCursor) async throws -> Bool {
    do {
      _ = try await page(from: place, most: 1)
      return true
    } catch ClientFault.rejected(WireCode.feedDiverged.rawValue, _) { return false }
  }
}
