import ClientKit
import Contracts
import Crypto
import DomainModel
import Foundation

/// Brings a document from a service into a file: what was broken off goes on where it stopped, and what arrived whole has the
/// very hash by which it is named. The file is its owner's alone: what is in it may be personal.
struct DocumentDownload {
  let office: Office
  let role: Role
  let service: ServiceName
  let document: DocumentHash

  /// What has arrived, until all of it has.
  static func part(of target: URL) -> URL { target.appendingPathExtension("part") }

  /// Reads all that is missing.
  ///
  /// - Parameters:
  ///   - found: what the service says of the document.
  ///   - target: must not exist yet.
  ///   - progress: told how many bytes are there.
  /// - Throws: `DeskFault` when what came is not the document; then nothing of it stays.
  func fetch(_ found: FoundDocument, to target: URL, progress: (Int) -> Void = { _ in }) async throws {
    let part = DocumentDownload.part(of: target)
    let descriptor = open(part.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw DeskFault.usage("file-unwritable", zh: "写不了文件 \(part.path)。", en: "The file \(part.path) cannot be written.")
    }
    // One that somebody else left there may be open to others.
    _ = fchmod(descriptor, 0o600)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { try? file.close() }
    if try file.seekToEnd() > UInt64(found.size) { try file.truncate(atOffset: 0) }
    try file.seek(toOffset: 0)
    var hash = SHA256()
    var reached = 0
    while let known = try file.read(upToCount: 1 << 20), !known.isEmpty {
      hash.update(data: known)
      reached += known.count
    }
    progress(reached)
    while Int64(reached) < found.size {
      let chunk = try await office.read(
        document, from: service, by: found.event, offset: Int64(reached),
        length: min(Int64(DocumentMessage.longestChunk), found.size - Int64(reached)), as: role)
      guard !chunk.isEmpty, Int64(reached + chunk.count) <= found.size else { throw differs(part) }
      try file.write(contentsOf: chunk)
      hash.update(data: chunk)
      reached += chunk.count
      progress(reached)
    }
    guard hash.finalize().elementsEqual(document.bytes) else { throw differs(part) }
    try file.synchronize()
    // Not over a file that came there meanwhile.
    guard link(part.path, target.path) == 0 else {
      throw DeskFault.usage(
        "file-exists", zh: "文件 \(target.path) 已存在，或写不了，请换一个名字。", en: "The file \(target.path) exists or cannot be made; name another.")
    }
    unlink(part.path)
  }

  private func differs(_ part: URL) -> DeskFault {
    unlink(part.path)
    return DeskFault.rejected(
      "document-differs", zh: "收到的内容与校验值不符，已删去；请再试一次，仍如此就请运维核验该服务的存储。",
      en: "What came does not have the document's hash and was removed; try once more, then have the operator verify the store.")
  }
}
