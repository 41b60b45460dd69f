import Testing

@testable import ServiceKit

@Suite("What a crash may print")
struct CrashOutputTests {
  @Test("is restricted whatever was set before, once")
  func restricted() throws {
    let ours = try #require(CrashOutput.restricted(nil))
    #expect(ours.contains("registers=none") && ours.contains("images=none"))
    #expect(CrashOutput.restricted("") == ours)
    #expect(CrashOutput.restricted(ours) == nil, "a second start would never end")
    let added = try #require(CrashOutput.restricted("registers=all,limit=8"))
    #expect(added == "registers=all,limit=8,\(ours)", "the later one holds")
    #expect(CrashOutput.restricted(added) == nil)
  }
}
