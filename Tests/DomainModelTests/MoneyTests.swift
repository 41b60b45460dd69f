import DomainModel
import Testing

@Suite("Money")
struct MoneyTests {
  @Test("holds zero to the largest amount that can be written, and nothing beyond")
  func bounds() throws {
    #expect(try Money(fen: 0) == .zero)
    #expect(try Money(fen: Money.largest).description == "9999999999999.99")
    #expect(throws: ArithmeticFault.negative) { try Money(fen: -1) }
    #expect(throws: ArithmeticFault.overflow) { try Money(fen: Money.largest + 1) }
    #expect(throws: ArithmeticFault.overflow) { try Money(fen: .max) }
    #expect(throws: ArithmeticFault.negative) { try Money(fen: .min) }
  }

  @Test("throws where a sum or a difference leaves the range, and never traps")
  func arithmetic() throws {
    let largest = try Money(fen: Money.largest)
    let fen = try Money(fen: 1)
    #expect(try largest.subtracting(fen).adding(fen) == largest)
    #expect(throws: ArithmeticFault.overflow) { try largest.adding(fen) }
    #expect(throws: ArithmeticFault.overflow) { try largest.adding(largest) }
    #expect(throws: ArithmeticFault.negative) { try Money.zero.subtracting(fen) }
    #expect(Money.zero.reduced(by: largest) == .zero)
    #expect(largest.reduced(by: fen).fen == Money.largest - 1)
    #expect(throws: ArithmeticFault.overflow) { try Money.sum([largest, fen]) }
    #expect(try Money.sum([]) == .zero)
  }

  @Test(
    "a portion is rounded once, half up",
    arguments: [
      ("0.01", "1/2", "0.01"), ("0.01", "1/3", "0.00"), ("0.02", "1/3", "0.01"), ("100.00", "1/3", "33.33"),
      ("100.00", "2/3", "66.67"), ("0.05", "1/10", "0.01"), ("0.04", "1/10", "0.00"),
      ("9999999999999.99", "1/1", "9999999999999.99"), ("9999999999999.99", "999999999999999/999999999999999", "9999999999999.99"),
    ] as [(Money, Share, Money)])
  func portions(_ amount: Money, _ share: Share, _ part: Money) throws {
    #expect(try amount.portion(share) == part)
  }

  @Test("a portion beyond the largest amount is an overflow")
  func portionOverflow() throws {
    #expect(throws: ArithmeticFault.overflow) { try Money(fen: Money.largest).portion(Share(2, of: 1)) }
    #expect(throws: ArithmeticFault.overflow) { try Money(fen: Money.largest).portion(Share(.max, of: 1)) }
  }

  @Test("is apportioned so that the parts sum to it, each within a fen of its share", arguments: 0..<200)
  func apportionment(_ seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let amount = try Money(fen: Int64.random(in: 0...Money.largest, using: &chance))
    let weights = (0..<Int.random(in: 1...60, using: &chance)).map { _ in Int64.random(in: 0...20_000, using: &chance) } + [1]
    let parts = try amount.apportioned(byWeights: weights)
    #expect(parts.count == weights.count)
    #expect(try Money.sum(parts) == amount)
    let total = Int128(weights.reduce(0, +))
    for (part, weight) in zip(parts, weights) {
      let exact = Int128(amount.fen) * Int128(weight) / total
      #expect(Int128(part.fen) == exact || Int128(part.fen) == exact + 1)
      if weight == 0 { #expect(part == .zero) }
    }
  }

  @Test("gives the fen left over to the largest remainders, ties in order")
  func leftOver() throws {
    #expect(try Money(given("0.01")).apportioned(byWeights: [1, 1, 1]).map(\.fen) == [1, 0, 0])
    #expect(try Money(given("1.00")).apportioned(byWeights: [1, 1, 1]).map(\.fen) == [34, 33, 33])
    #expect(try Money(given("0.02")).apportioned(byWeights: [1, 0, 3]).map(\.fen) == [1, 0, 1])
    #expect(try Money(given("0.03")).apportioned(byWeights: [0, 5]).map(\.fen) == [0, 3])
  }

  @Test("cannot be apportioned by nothing, or by less than nothing")
  func weights() throws {
    let amount = try Money(given("1.00"))
    #expect(throws: ArithmeticFault.divisionByZero) { try amount.apportioned(byWeights: []) }
    #expect(throws: ArithmeticFault.divisionByZero) { try amount.apportioned(byWeights: [0, 0]) }
    #expect(throws: ArithmeticFault.negative) { try amount.apportioned(byWeights: [1, -1]) }
    #expect(try Money(fen: Money.largest).apportioned(byWeights: [.max, .max]).map(\.fen).reduce(0, +) == Money.largest)
  }
}
