/// The messages by which documents are uploaded and read back, in chunks; their subject is the document's hash. Every service
/// takes them.
public enum DocumentMessage: String, CaseIterable, Sendable {
  /// Says how large the document is (`DocumentOpening`); the answer, how much of it is there (`UploadProgress`).
  case begin = "jiugai.document.begin.v1"
  /// Adds a chunk, the body's bytes, at the end of what is there: `expectedversion` is the offset.
  case append = "jiugai.document.append.v1"
  /// Has the hash checked; without a body.
  case finish = "jiugai.document.finish.v1"
  /// Asks whether the document may be read, and by which event (`DocumentSearch`, `FoundDocument`).
  case find = "jiugai.document.find.v1"
  /// Reads a stretch (`DocumentStretch`); the answer is its bytes.
  case read = "jiugai.document.read.v1"

  /// The most that goes in one message, in bytes.
  public static let longestChunk = 64 * 1024

  /// `document.begin`
  public var name: String { rawValue.split(separator: ".").dropFirst().dropLast().joined(separator: ".") }

  public var summary: MessageSummary {
    switch self {
    case .begin: .init("开始上传文件，回复已收到多少", "Begins or goes on with an upload; the answer is how much is there")
    case .append: .init("上传文件的下一段，正文即字节", "Adds a document's next chunk, bytes as they are")
    case .finish: .init("传完后核对校验值", "Has the whole document's hash checked")
    case .find: .init("问可否读一份文件、凭哪一条记录", "Asks whether a document may be read, and by which record")
    case .read: .init("读文件的一段，回复即字节", "Reads a stretch of a document; the answer is its bytes")
    }
  }
}
