import Testing

/// What operators do, and what tells them to, one after another beside `SystemTests`.
@Suite("Operators", .serialized)
enum OperatorTests {}
