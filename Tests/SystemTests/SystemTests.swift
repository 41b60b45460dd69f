import Testing

/// The services as they run: their executables, on loopback, each test with an installation of its own. One after
/// another: each walk asks one service at a time and waits for it, so this lane, `OperatorTests`, `DisturbanceTests` and
/// `WholeProjectTests` beside it fill a small machine.
@Suite("The system", .serialized)
enum SystemTests {}
