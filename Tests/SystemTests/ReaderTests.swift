import Testing

/// What the documents tell a reader to do, one after another beside `SystemTests`: every command of every document, and a city
/// of one's own.
@Suite("What readers are told", .serialized)
enum ReaderTests {}
