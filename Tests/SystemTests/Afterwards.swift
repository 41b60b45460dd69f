/// Does some work, and then what must follow it, whether it ended well or not: `defer` cannot wait for anything.
enum Afterwards {
  static func run<Outcome>(
    _ work: () async throws -> Outcome, then follow: () async -> Void
  ) async throws -> Outcome {
    let outcome: Outcome
    do {
      outcome = try await work()
    } catch {
      await follow()
      throw error
    }
    await follow()
    return outcome
  }
}
