import DomainModel
import FileStore
import Foundation
import Messaging

/// Builds pages of the own feed from read snapshots: the stored bytes themselves, and one line for each run of events that
/// the reader may not see or did not ask for.
struct FeedServer: Sendable {
  let feed: ServiceName
  let reader: any JournalReader

  enum Page: Sendable {
    case lines(Data, epoch: String, origin: String?, first: Int64, last: Int64, head: JournalHead)
    case refused(WireCode)
  }

  /// - Parameter principal: what it may see follows from the readers that each event type declares.
  func page(_ request: FeedRequest, for principal: Principal) throws -> Page {
    try reader.read { snapshot in
      let head = try snapshot.head
      let epochs = try snapshot.epochs()
      guard let epoch = epochs.last else { return .refused(.internal) }
      if let known = request.epoch, known != epoch.epoch { return .refused(.epochChanged) }
      let after = Int64(request.after)
      guard after <= head.sequence else { return .refused(.cursorAhead) }
      if let hash = request.afterhash, try snapshot.hash(at: after)?.hexDigits != hash { return .refused(.feedDiverged) }

      let view = SnapshotView(snapshot)
      var homes: [ProjectID: CommunityID?] = [:]
      func community(of project: ProjectID) throws -> CommunityID? {
        if let known = homes[project] { return known }
        let home = try view.get(ProjectRecord.self, project.rawValue)?.community
        homes[project] = .some(home)
        return home
      }
      var body = Data()
      var hidden: (first: Int64, last: StoredEvent)?
      func closeRun() {
        guard let run = hidden else { return }
        body.append(
          Data(#"{"skip":[\#(run.first),\#(run.last.sequence)],"hash":"\#(run.last.hash.hexDigits)"}"#.utf8 + [0x0A]))
        hidden = nil
      }
      var last = after
      for event in try snapshot.events(after: after, limit: request.maxevents, maxBytes: request.maxbytes - 4096) {
        if try isShown(event, request, principal, community) {
          closeRun()
          body.append(event.bytes)
          body.append(0x0A)
        } else {
          hidden = (hidden?.first ?? event.sequence, event)
        }
        last = event.sequence
      }
      closeRun()
      return .lines(
        body, epoch: epoch.epoch, origin: epochs.count > 1 ? epochs[0].epoch : nil, first: after + 1, last: last, head: head)
    }
  }

  private func isShown(
    _ event: StoredEvent, _ request: FeedRequest, _ principal: Principal,
    _ community: (ProjectID) throws -> CommunityID?
  ) throws -> Bool {
    guard Readers.label(event.readers, admits: principal.roles) else { return false }
    guard try principal.reach(to: event.stream, community: community) == .within else { return false }
    if let types = request.types, !types.contains(event.type) { return false }
    if let subject = request.subject, subject != event.stream { return false }
    return true
  }
}

extension Data {
  /// Lower-case hexadecimal digits.
  var hexDigits: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
