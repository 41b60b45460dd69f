import Contracts
import DomainModel
import Foundation

@testable import ServiceKit

/// Ballots and units by chance, of every shape that they can have.
struct CompactSample {
  var chance: TallyPropertyTests.Chance
  /// Whether everything is as long as it can be, and nothing is left out.
  let isLongest: Bool

  init(seed: UInt64, isLongest: Bool = false) {
    chance = TallyPropertyTests.Chance(state: seed)
    self.isLongest = isLongest
  }

  static let ballot =
    #"{"ballotNo":"f-1","channel":"paper","opinion":"agree","signedOn":"2024-03-08","signer":"p-1","unit":"u-1"}"#
  static let command = #"{"ballots":[\#(ballot)],"project":"330382-2024-0007","round":"330382-2024-0007/R1"}"#

  /// Reads a value by itself, without the general decoder behind it.
  static func read<Value: CompactReading>(_ type: Value.Type, _ bytes: Data) throws -> Value {
    try bytes.withUnsafeBytes { try CompactReader().read(type, from: $0) }
  }

  mutating func flip() -> Bool { isLongest || Bool.random(using: &chance) }

  mutating func one<Word: CaseIterable>(of words: Word.Type) -> Word {
    words.allCases.randomElement(using: &chance) ?? words.allCases[words.allCases.startIndex]
  }

  mutating func slug<Value: WireText>() throws -> Value {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
    let more = isLongest ? 39 : Int.random(in: 0...39, using: &chance)
    let rest = (0..<more).map { _ in letters[Int.random(in: 0..<37, using: &chance)] }
    return try Value(String([letters[Int.random(in: 0..<36, using: &chance)]] + rest))
  }

  private mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(String(Int.random(in: 1...9, using: &chance))) })
  }

  mutating func project() throws -> ProjectID {
    try ProjectID("330382-2024-" + digits(isLongest ? 6 : Int.random(in: 4...6, using: &chance)))
  }

  mutating func round() throws -> RoundID { RoundID(try project(), Int.random(in: 1...999_999_999, using: &chance)) }

  mutating func roll() throws -> RollID { RollID(try project(), Int.random(in: 1...999_999_999, using: &chance)) }

  mutating func day() throws -> BusinessDate {
    try BusinessDate(
      year: Int.random(in: 1900...2199, using: &chance), month: Int.random(in: 1...12, using: &chance),
      day: Int.random(in: 1...28, using: &chance))
  }

  mutating func ballot() throws -> Ballot {
    Ballot(
      ballotNo: try slug(), unit: try slug(), signer: flip() ? try slug() : nil, opinion: one(of: Opinion.self),
      channel: one(of: BallotChannel.self), signedOn: try day(),
      evidence: flip() ? try DocumentHash(String(repeating: digits(1) + "f", count: 32)) : nil)
  }

  mutating func entry() throws -> RollEntry {
    let rooms = ["室", "3幢1单元502室", "Flat \"7\" \\ 2/1", "502", "é́ 7", "👷🏽 1"]
    return RollEntry(
      unit: try slug(), building: try slug(), roomNo: try Text(rooms.randomElement(using: &chance) ?? "室"),
      exclusiveArea: flip() ? try Area(hundredths: Int64.random(in: 0...999_999_999_999_999, using: &chance)) : nil,
      areaBasis: one(of: AreaBasis.self), use: one(of: UnitUse.self),
      owners: try Listing((0..<Int.random(in: 0...20, using: &chance)).map { _ in try slug() }),
      representative: flip() ? try slug() : nil, isUnsold: flip(), countsAsHousehold: flip())
  }
}
