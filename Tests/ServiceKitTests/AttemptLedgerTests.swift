import Contracts
import DomainModel
import Testing

@testable import ServiceKit

@Suite("Counting attempts at what a key may not do")
struct AttemptLedgerTests {
  private let start = Instant(milliseconds: 1_709_258_400_000)
  private let key: KeyFingerprint = "0123456789abcdef"

  private func later(_ seconds: Int64) -> Instant { Instant(milliseconds: start.milliseconds + seconds * 1000) }

  @Test("tells how many there were of late, and in all")
  func recent() throws {
    var ledger = AttemptLedger(limit: 10, minutes: 10)
    for second in 0..<9 { ledger.note("NOT_AUTHORISED", key: key, organisation: "office", at: later(Int64(second))) }
    #expect(ledger.told(at: later(60)).keys.first?.recent == 9)
    ledger.note("NOT_AUTHORISED", key: key, organisation: nil, at: later(61))
    let told = try #require(ledger.told(at: later(62)).keys.first)
    #expect(told.recent == 10 && told.total == 10 && told.organisation == "office" && told.code == "NOT_AUTHORISED")
    #expect(told.firstAt == start && told.lastAt == later(61))
    // Eleven minutes on, only the count in all remembers.
    let old = try #require(ledger.told(at: later(11 * 60 + 62)).keys.first)
    #expect(old.recent == 0 && old.total == 10)
  }

  @Test("keeps kinds and keys apart")
  func apart() {
    var ledger = AttemptLedger(limit: 10, minutes: 10)
    ledger.note("NOT_AUTHORISED", key: key, organisation: nil, at: start)
    ledger.note("MALFORMED", key: key, organisation: nil, at: start)
    ledger.note("MALFORMED", key: "fedcba9876543210", organisation: nil, at: start)
    #expect(ledger.told(at: start).keys.count == 3 && ledger.told(at: start).total == 3)
  }

  @Test("stays small whoever knocks: the quietest go to the rest of their kind, and are still counted")
  func bounded() throws {
    var ledger = AttemptLedger(limit: 10, minutes: 10)
    for number in 0..<5000 {
      let digits = String(number, radix: 16)
      let key = try KeyFingerprint(String(repeating: "0", count: 16 - digits.count) + digits)
      ledger.note("KEY_NOT_KNOWN", key: key, organisation: nil, at: later(Int64(number) / 100))
    }
    let told = ledger.told(at: later(60))
    #expect(told.total == 5000 && told.keys.count == 20)
    // Many keys together knock as loudly as one.
    let rest = try #require(told.keys.first)
    #expect(rest.key == nil && rest.recent >= 5000 - AttemptLedger.bound)
  }

  @Test("is logged at most once a minute for each key, with what came in between")
  func lines() {
    var ledger = AttemptLedger(limit: 10, minutes: 10)
    ledger.note("MALFORMED", key: key, organisation: nil, at: start)
    #expect(ledger.takeLines(at: start).map(\.count) == [1])
    for second in 1...30 { ledger.note("MALFORMED", key: key, organisation: nil, at: later(Int64(second))) }
    #expect(ledger.takeLines(at: later(30)).isEmpty)
    #expect(ledger.takeLines(at: later(61)).map(\.count) == [30])
    #expect(ledger.takeLines(at: later(200)).isEmpty)
  }
}
