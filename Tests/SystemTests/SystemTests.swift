import Testing

/// The services as they run: their executables, on loopback, each test with an installation of its own. One after
/// another, because each of them uses all of a small machine.
@Suite("The system", .serialized)
enum SystemTests {}
