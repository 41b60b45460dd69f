import Testing

/// The longest walks, one after another beside `SystemTests`: projects whose services are killed, a year's programme, and
/// what the documents tell a reader to type.
@Suite("Whole projects", .serialized)
enum WholeProjectTests {}
