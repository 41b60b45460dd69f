import Testing

/// The longest walks, one after another beside `SystemTests`: whole projects that are killed, searched, recorded, and what
/// the documents tell a reader to type.
@Suite("Whole projects", .serialized)
enum WholeProjectTests {}
