/// The messages by which documents are uploaded and read back, in chunks; their subject is the document's hash.
public enum DocumentMessage: String, Sendable {
  /// Says how large the document is; the answer, how much of it is there.
  case begin = "jiugai.document.begin.v1"
  /// Adds a chunk at the end of what is there.
  case append = "jiugai.document.append.v1"
  /// Has the hash checked.
  case finish = "jiugai.document.finish.v1"
  /// Asks whether the document may be read, and by which event.
  case find = "jiugai.document.find.v1"
  /// Reads a stretch.
  case read = "jiugai.document.read.v1"

  /// The most that goes in one message, in bytes.
  public static let longestChunk = 64 * 1024
}
