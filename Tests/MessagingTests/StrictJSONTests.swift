import Foundation
import Testing

@testable import Messaging

@Suite("The strict check of JSON")
struct StrictJSONTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: String
    let pointer: String
    var testDescription: String { "\(code): \(String(decoding: bytes.prefix(60), as: UTF8.self))" }

    init(_ text: String, _ code: String, _ pointer: String = "") {
      self.init(Array(text.utf8), code, pointer)
    }

    init(_ bytes: [UInt8], _ code: String, _ pointer: String = "") {
      self.bytes = bytes
      self.code = code
      self.pointer = pointer
    }
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] { [0x22] + bytes + [0x22] }

  static let bad: [Bad] = [
    Bad("", "unexpected-end"), Bad("  ", "unexpected-end"), Bad("{", "unexpected-end"), Bad("[", "unexpected-end", "/0"),
    Bad("[1", "unexpected-end"), Bad("[1,", "unexpected-end", "/1"), Bad(#"{"a""#, "unexpected-end", "/a"),
    Bad(#"{"a":"#, "unexpected-end", "/a"), Bad(#"{"a":1"#, "unexpected-end"), Bad(#"{"a":1,"#, "unexpected-end"),
    Bad(#""abc"#, "unexpected-end"), Bad(#""abc\"#, "unexpected-end"), Bad(#""\u12"#, "unexpected-end"),
    Bad("tru", "unexpected-end"), Bad("-", "unexpected-end"), Bad("trux", "unexpected-byte"),
    Bad("[1,]", "unexpected-byte", "/1"), Bad("[,1]", "unexpected-byte", "/0"), Bad("[1 2]", "unexpected-byte"),
    Bad("{,}", "unexpected-byte"), Bad(#"{"a":1,}"#, "unexpected-byte"), Bad("{a:1}", "unexpected-byte"),
    Bad(#"{"a" 1}"#, "unexpected-byte", "/a"), Bad(#"{"a":}"#, "unexpected-byte", "/a"), Bad("{1:2}", "unexpected-byte"),
    Bad("'a'", "unexpected-byte"), Bad("NaN", "unexpected-byte"), Bad("Infinity", "unexpected-byte"),
    Bad("-Infinity", "unexpected-byte"), Bad("+1", "unexpected-byte"), Bad(".5", "unexpected-byte"),
    Bad("/* */1", "unexpected-byte"), Bad("\u{FEFF}1", "unexpected-byte"), Bad("nullx", "trailing-bytes"),
    Bad("1 2", "trailing-bytes"), Bad("{}{}", "trailing-bytes"), Bad("[]]", "trailing-bytes"), Bad("{} x", "trailing-bytes"),
    Bad([0x31, 0x00], "trailing-bytes"), Bad("0x10", "trailing-bytes"),
    Bad("1.0", "not-an-integer"), Bad("1e3", "not-an-integer"), Bad("1E3", "not-an-integer"), Bad("01", "not-an-integer"),
    Bad("-01", "not-an-integer"), Bad("-0", "not-an-integer"), Bad("1.", "not-an-integer"), Bad("0e0", "not-an-integer"),
    Bad(#"{"a":[0,1.5]}"#, "not-an-integer", "/a/1"),
    Bad("9007199254740993", "integer-out-of-range"), Bad("-9007199254740993", "integer-out-of-range"),
    Bad("99999999999999999999999999", "integer-out-of-range"), Bad("18446744073709551617", "integer-out-of-range"),
    Bad(#"{"a":1,"a":2}"#, "duplicate-key", "/a"), Bad(#"{"a":1,"\u0061":2}"#, "duplicate-key", "/*"),
    Bad(#"{"\u0061":1,"a":2}"#, "duplicate-key", "/a"), Bad(#"{"":1,"":2}"#, "duplicate-key", "/*"),
    Bad(#"{"x":{"b":1,"c":2,"b":3}}"#, "duplicate-key", "/x/b"), Bad(#"[{"k":1},{"k":1,"k":1}]"#, "duplicate-key", "/1/k"),
    Bad("{\"e\u{301}\":1,\"\u{E9}\":2}", "duplicate-key", "/*"), Bad(#"{"旧":1,"\u65e7":2}"#, "duplicate-key", "/*"),
    Bad(quoted([0x01]), "control-character"), Bad(quoted([0x0A]), "control-character"), Bad(quoted([0x09]), "control-character"),
    Bad(quoted([0x1F]), "control-character"), Bad(quoted([0x00]), "control-character"),
    Bad(quoted(Array("12345678".utf8) + [0x0D]), "control-character"),
    Bad(#""\u0000""#, "control-character"), Bad(#""\u001f""#, "control-character"), Bad(#""\u001B""#, "control-character"),
    Bad(#""\b""#, "control-character"), Bad(#""\f""#, "control-character"), Bad(#""\r""#, "control-character"),
    Bad(#""\x41""#, "bad-escape"), Bad(#""\'""#, "bad-escape"), Bad(#""\u12g4""#, "bad-escape"), Bad(#""\U0041""#, "bad-escape"),
    Bad(#""\ud800""#, "unpaired-surrogate"), Bad(#""\udc00""#, "unpaired-surrogate"), Bad(#""\ud800\u0041""#, "unpaired-surrogate"),
    Bad(#""\ud800x""#, "unpaired-surrogate"), Bad(#""\udc00\ud800""#, "unpaired-surrogate"),
    Bad(quoted([0x80]), "invalid-utf8"), Bad(quoted([0xC0, 0x80]), "invalid-utf8"), Bad(quoted([0xC1, 0xBF]), "invalid-utf8"),
    Bad(quoted([0xE0, 0x80, 0x80]), "invalid-utf8"), Bad(quoted([0xE0, 0x9F, 0xBF]), "invalid-utf8"),
    Bad(quoted([0xED, 0xA0, 0x80]), "invalid-utf8"), Bad(quoted([0xED, 0xBF, 0xBF]), "invalid-utf8"),
    Bad(quoted([0xF0, 0x80, 0x80, 0x80]), "invalid-utf8"), Bad(quoted([0xF4, 0x90, 0x80, 0x80]), "invalid-utf8"),
    Bad(quoted([0xF5, 0x80, 0x80, 0x80]), "invalid-utf8"), Bad(quoted([0xFF]), "invalid-utf8"), Bad(quoted([0xFE]), "invalid-utf8"),
    Bad(quoted([0xE6, 0x97]), "invalid-utf8"), Bad([0x22, 0xE6, 0x97], "invalid-utf8"), Bad(quoted([0xC3, 0x28]), "invalid-utf8"),
    Bad(quoted([0xE6, 0x28, 0xA7]), "invalid-utf8"), Bad(quoted([0xF0, 0x9F, 0x98, 0x28]), "invalid-utf8"),
    Bad(String(repeating: "[", count: 17) + String(repeating: "]", count: 17), "too-deep", String(repeating: "/0", count: 16)),
    Bad(String(repeating: #"{"a":"#, count: 17) + "1" + String(repeating: "}", count: 17), "too-deep", String(repeating: "/a", count: 16)),
    Bad(String(repeating: "[", count: 100_000), "too-deep", String(repeating: "/0", count: 16)),
  ]

  @Test("refuses", arguments: bad)
  func refuses(_ bad: Bad) {
    let error = #expect(throws: StrictJSONError.self) { try StrictJSON.check(Data(bad.bytes)) }
    #expect(error?.code == bad.code)
    #expect(error?.pointer == bad.pointer)
  }

  @Test(
    "takes",
    arguments: [
      "0", "-1", "9007199254740992", "-9007199254740992", "true", "false", "null", "\"\"", "[]", "{}", " { } ", "\n[\t]\r",
      #""\"\\\/\n\t\u0041\u000a\u0009\u00e9\ud83d\ude00""#, "\"旧改😀é\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"",
      #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}],"A":1}"#, #"["12345678","1234567\"","123456\\"]"#, "[ 1 , 2 ]",
      #"{ "a" : 1 , "b" : [ ] }"#, "\"\u{7F}\"", "{\"旧\":1,\"改\":2,\"jiu\":3}",
      String(repeating: "[", count: 16) + String(repeating: "]", count: 16),
      String(repeating: #"{"a":"#, count: 16) + "1" + String(repeating: "}", count: 16),
    ])
  func takes(_ text: String) throws {
    try StrictJSON.check(Data(text.utf8))
  }

  @Test("takes what Foundation's encoder writes and gives the same values back")
  func agreesWithFoundation() throws {
    let value = ["path/to": "a\"b\\c/\n\t旧改", "é": "\u{7F}\u{80}"]
    let bytes = try JSONEncoder().encode(value)
    try StrictJSON.check(bytes)
    var read: [String: String] = [:]
    try HeaderReader.read(bytes) { read[$0.name] = try $0.text() }
    #expect(read == value)
  }

  @Test("finds duplicates in objects of any size", arguments: [2, 47, 48, 49, 50, 51, 300])
  func duplicatesInLargeObjects(_ count: Int) throws {
    let members = (0..<count).map { "\"k\($0)\":{\"k\($0)\":0}" }
    try StrictJSON.check(Data("{\(members.joined(separator: ","))}".utf8))
    for repeated in [0, count / 2, count - 1] {
      let text = "{\(members.joined(separator: ",")),\"k\(repeated)\":0}"
      let error = #expect(throws: StrictJSONError.self) { try StrictJSON.check(Data(text.utf8)) }
      #expect(error?.reason == .duplicateKey)
    }
  }

  @Test("a wide object costs no quadratic time, wide objects at every depth no more memory than there is")
  func wideObjects() throws {
    let members = (0..<49).map { "\"k\($0)\":0" }.joined(separator: ",")
    var text = "{\(members)}"
    for _ in 1..<16 { text = "{\(members),\"down\":\(text)}" }
    try StrictJSON.check(Data(text.utf8))
  }

  @Test("every cut of a good text is refused")
  func everyCut() {
    let text = Array(#"{"a":[1,-2,"é\n\u0041😀\ud83d\ude00"],"b":{"c":true,"d":null,"e":false}}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: StrictJSONError.self) { try StrictJSON.check(Data(text[..<length])) }
    }
  }

  @Test("no changed byte makes the walk that relies on the check go wrong")
  func everyChange() {
    let text = Array(#"{"id":"x\n\u0041","n":-12,"o":{"p":[1,"]}"]},"f":true,"z":null}"#.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        _ = try? HeaderReader.read(Data(changed)) { member in
          _ = try? member.text()
          _ = try? member.integer()
          _ = try? member.flag()
        }
      }
    }
  }

  static let tree = KeyTree.object([
    "id": .any, "votes": .array(.object(["unit": .any, "for": .any])), "names": .map(.object(["zh": .any])), "free": .any,
  ])

  @Test("unknown members are refused by name and place, with those that are known")
  func unknownKeys() throws {
    try StrictJSON.check(
      Data(#"{"free":{"x":1},"votes":[{"for":1,"unit":2},{"unit":1}],"id":[{"y":1}],"names":{"a":{"zh":1}}}"#.utf8),
      keys: Self.tree)
    func error(_ text: String) -> StrictJSONError? {
      #expect(throws: StrictJSONError.self) { try StrictJSON.check(Data(text.utf8), keys: Self.tree) }
    }
    #expect(error(#"{"votes":[{"unit":1},{"Unit":1}]}"#)?.pointer == "/votes/1/Unit")
    #expect(error(#"{"votes":[{"untt":1}]}"#)?.reason == .unknownKey(name: "untt", allowed: ["unit", "for"]))
    #expect(error(#"{"names":{"a":{"en":1}}}"#)?.pointer == "/names/a/en")
    #expect(error(#"{"王小明":1}"#)?.reason == .unknownKey(name: nil, allowed: ["id", "votes", "names", "free"]))
    #expect(error(#"{"王小明":1}"#)?.pointer == "/*")
    let long = String(repeating: "a", count: 50)
    #expect(
      error("{\"\(long)\":1}")?.reason
        == .unknownKey(name: String(repeating: "a", count: 40), allowed: ["id", "votes", "names", "free"]))
    #expect(throws: Never.self) { try StrictJSON.check(Data(#"{"\u0069d":1}"#.utf8), keys: Self.tree) }
  }

  @Test("an error holds nothing of the values")
  func errorsAreSilent() {
    let error = #expect(throws: StrictJSONError.self) { try StrictJSON.check(Data(#"{"phone":"13900000000\q"}"#.utf8)) }
    #expect(error?.description.contains("139") == false)
    #expect(error?.description == "A backslash begins no escape at /phone (byte 21).")
  }
}
