import Testing

/// The longest walks, one after another beside `SystemTests`: projects whose services are killed, a year's programme, and
/// five stories against the examples of the published contract.
@Suite("Whole projects", .serialized)
enum WholeProjectTests {}
