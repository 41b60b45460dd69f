import Testing

/// What operators do and what departments rely on, one after another beside `SystemTests`.
@Suite("Operators and departments", .serialized)
enum OperatorTests {}
