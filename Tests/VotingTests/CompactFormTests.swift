import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import ServiceKit
@testable import Voting

@Suite("Ballots and units that write and read themselves")
struct CompactFormTests {
  private let reference: JSONEncoder

  init() {
    reference = JSONEncoder()
    reference.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  // MARK: Writing

  /// The bytes are those of the `Codable` form, alone and through the encoder that everything is stored with.
  private func expectSameBytes<Value: CompactWriting & Codable & Hashable>(_ value: Value) throws {
    let expected = try reference.encode(value)
    let text = ByteBuffer(capacity: 1)
    value.write(to: text)
    #expect(String(decoding: text.data, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(try CompactEncoder().encode(value) == expected)
    #expect(try JSONDecoder().decode(Value.self, from: text.data) == value)
  }

  @Test("have the bytes of their Codable form", arguments: UInt64(1)...40)
  func writing(seed: UInt64) throws {
    var sample = CompactSample(seed: seed)
    let ballots = try (0..<Int.random(in: 0...9, using: &sample.chance)).map { _ in try sample.ballot() }
    for ballot in ballots { try expectSameBytes(ballot) }
    try expectSameBytes(
      BallotsCast(project: try sample.project(), round: try sample.round(), ballots: try Listing(ballots)))
    let rows = try ballots.map {
      BallotRecorded(
        ballotNo: $0.ballotNo, outcome: sample.one(of: BallotOutcome.self),
        refusal: sample.flip() ? try sample.slug() : nil)
    }
    for row in rows { try expectSameBytes(row) }
    try expectSameBytes(BallotsRecorded(rows: rows))
    for ballot in ballots {
      try expectSameBytes(
        EnteredBallot(
          round: try sample.round(), ballotNo: ballot.ballotNo, unit: ballot.unit, isSigned: sample.flip(),
          isStruck: sample.flip()))
    }
    var forms = UnitForms(key: UnitForms.key(try sample.round(), try sample.slug()))
    try expectSameBytes(forms)
    for ballot in ballots {
      let form = UnitForms.Form(
        ballotNo: ballot.ballotNo, opinion: sample.one(of: VoteOpinion.self), signedOn: ballot.signedOn)
      try expectSameBytes(form)
      forms.add(form)
      try expectSameBytes(forms)
    }
  }

  @Test("have them when they are as long as they can be")
  func longest() throws {
    var sample = CompactSample(seed: 7, isLongest: true)
    let ballots = try (0..<200).map { _ in try sample.ballot() }
    try expectSameBytes(
      BallotsCast(project: try sample.project(), round: try sample.round(), ballots: try Listing(ballots)))
  }

  // MARK: Reading

  /// The value reads itself from its `Codable` form and from any other writing of it.
  private func expectReads<Value: CompactReading & Codable & Hashable>(_ value: Value) throws {
    let bytes = try reference.encode(value)
    // A text with an escape is left to the general decoder.
    if !bytes.contains(UInt8(ascii: "\\")) { #expect(try CompactSample.read(Value.self, bytes) == value) }
    #expect(try CompactDecoder().decode(Value.self, from: bytes) == value)
    let spacious = JSONEncoder()
    spacious.outputFormatting = .prettyPrinted
    #expect(try CompactDecoder().decode(Value.self, from: spacious.encode(value)) == value)
  }

  @Test("are read back as they are", arguments: UInt64(1)...40)
  func reading(seed: UInt64) throws {
    var sample = CompactSample(seed: seed)
    let ballots = try (0..<Int.random(in: 0...9, using: &sample.chance)).map { _ in try sample.ballot() }
    for ballot in ballots {
      try expectReads(ballot)
      try expectReads(CastBallot(project: try sample.project(), round: try sample.round(), ballot: ballot))
    }
    try expectReads(
      CastBallots(project: try sample.project(), round: try sample.round(), ballots: try Listing(ballots)))
    let entry = try sample.entry()
    try expectReads(entry)
    try expectReads(RolledUnit(roll: try sample.roll(), entry: entry, sharesHead: sample.flip()))
  }

  /// Bodies with one fault each, or with none that counts.
  static let bodies: [String] = {
    let good = CompactSample.command
    let changes: [(String, String)] = [
      (#""ballotNo":"f-1""#, #""ballotNo":"F 1""#), (#""ballotNo":"f-1""#, #""ballotNo":1"#),
      (#""ballotNo":"f-1""#, #""ballotNo":null"#), (#""ballotNo":"f-1","#, ""),
      (#""ballotNo":"f-1""#, #""ballotNo":"f\u002D1""#), (#""unit":"u-1""#, #""unit":"""#),
      (#""unit":"u-1""#, #""unit":"\#(String(repeating: "u", count: 41))""#), (#""unit":"u-1""#, #""unit":["u-1"]"#),
      (#""signer":"p-1""#, #""signer":null"#), (#","signer":"p-1""#, ""), (#""signer":"p-1""#, #""signer":true"#),
      (#""opinion":"agree""#, #""opinion":"Agree""#), (#""opinion":"agree""#, #""opinion":"agreed""#),
      (#""opinion":"agree""#, #""opinion":null"#), (#","channel":"paper""#, ""),
      (#""signedOn":"2024-03-08""#, #""signedOn":"2024-02-30""#),
      (#""signedOn":"2024-03-08""#, #""signedOn":"99999-99-99""#),
      (#""signedOn":"2024-03-08""#, #""signedOn":20240308"#), (#"{"ballotNo""#, #"{"more":[{}],"ballotNo""#),
      (#""project":"330382-2024-0007","#, ""), (#""round":"330382-2024-0007/R1""#, #""round":"330382-2024-0007/R0""#),
      (#""round":"330382-2024-0007/R1""#, #""round":"330382-2024-0007/R9999999999""#),
      (#""ballots":["#, #""ballots":[7,"#), (#""ballots":["#, #""ballots":[[],"#), (#""ballots":["#, #""ballots":[null,"#),
      ("]", ""), ("{", "["), (#""project":"330382-2024-0007""#, #""project":{"0":1}"#),
    ]
    let many = #""ballots":["# + (0...500).map { _ in CompactSample.ballot }.joined(separator: ",") + "]"
    return [good, "", "null", "[]", "{}", #"{"ballots":{}}"#]
      + changes.map { good.replacing($0.0, with: $0.1, maxReplacements: 1) }
      + [good.replacing(#""ballots":[\#(CompactSample.ballot)]"#, with: many)]
  }()

  @Test("tell of a text that is wrong what Foundation tells", arguments: bodies.indices)
  func wrong(_ index: Int) {
    let body = Data(Self.bodies[index].utf8)
    func outcome(_ read: () throws -> CastBallots) -> String {
      do { return "\(try read())" } catch { return "\(FieldFault(error)) \(error)" }
    }
    let expected = outcome { try JSONDecoder().decode(CastBallots.self, from: body) }
    #expect(outcome { try CompactDecoder().decode(CastBallots.self, from: body) } == expected)
    // Alone it may refuse what the other takes, for that one is asked then; it may not take what the other refuses.
    if let alone = try? CompactSample.read(CastBallots.self, body) { #expect("\(alone)" == expected) }
  }

  @Test("are meant to differ in nothing but a fault")
  func bodiesDiffer() {
    #expect(Set(Self.bodies).count == Self.bodies.count)
  }

  @Test("are read out of a unit that another version wrote, and not out of half of one")
  func unit() throws {
    var sample = CompactSample(seed: 1)
    let unit = RolledUnit(roll: try sample.roll(), entry: try sample.entry(), sharesHead: true)
    let bytes = String(decoding: try reference.encode(unit), as: UTF8.self)
    let wider = bytes.replacing(#""sharesHead""#, with: #""later":{"a":[1]},"sharesHead""#)
    #expect(try CompactSample.read(RolledUnit.self, Data(wider.utf8)) == unit)
    for member in ["roll", "entry", "sharesHead", "areaBasis", "owners", "isUnsold", "countsAsHousehold", "use", "roomNo"] {
      let less = Data(bytes.replacing("\"\(member)\"", with: "\"x\"").utf8)
      #expect(throws: (any Error).self) { try CompactSample.read(RolledUnit.self, less) }
      #expect(throws: (any Error).self) { try CompactDecoder().decode(RolledUnit.self, from: less) }
    }
  }
}
