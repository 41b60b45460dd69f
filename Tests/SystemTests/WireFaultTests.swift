import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension SystemTests {
  @Suite("What cannot be taken", .timeLimit(.minutes(2)))
  struct WireFaultTests {
    /// One message that must be answered with a code and leave nothing behind.
    struct Fault: Sendable {
      let name: String
      let code: WireCode
      var role = Role.subdistrict
      /// Changes the frames of a sound command.
      let spoil: @Sendable (inout Frames) -> Void

      init(_ name: String, _ code: WireCode, as role: Role = .subdistrict, _ spoil: @escaping @Sendable (inout Frames) -> Void) {
        self.name = name
        self.code = code
        self.role = role
        self.spoil = spoil
      }
    }

    /// The frames of a command as texts, so that each test spoils one place.
    struct Frames: Sendable {
      var before: [Data] = [Data()]
      var kind = "JG1/C"
      var header: String
      var body: String
      var after: [Data] = []
      /// The body's bytes, when it cannot be a text.
      var rawBody: Data?

      var all: [Data] { before + [Data(kind.utf8), Data(header.utf8), rawBody ?? Data(body.utf8)] + after }

      mutating func header(_ old: String, _ new: String) { header = header.replacing(old, with: new) }
      mutating func body(_ old: String, _ new: String) { body = body.replacing(old, with: new) }
    }

    /// Faults of one part of a message, tried on one service.
    struct Part: CustomTestStringConvertible, Sendable {
      let testDescription: String
      let faults: [Fault]
    }

    static let parts = [
      Part(testDescription: "its body", faults: bodies), Part(testDescription: "its header", faults: headers),
      Part(testDescription: "its frames", faults: frames),
    ]

    static let bodies: [Fault] = [
      Fault("a body that is empty", .malformed) { $0.body = "" },
      Fault("a body that is no JSON", .malformed) { $0.body = "name: 样例" },
      Fault("a key that stands twice", .malformed) { $0.body("{", #"{"name":"甲","#) },
      Fault("something behind the body", .malformed) { $0.body += "{}" },
      Fault("a number with a fraction", .malformed) { $0.body(#""330382""#, "1.0") },
      Fault("a number with an exponent", .malformed) { $0.body(#""330382""#, "1e3") },
      Fault("NaN", .malformed) { $0.body(#""330382""#, "NaN") },
      Fault("a number beyond 2^53", .malformed) { $0.body(#""330382""#, "9007199254740993") },
      Fault("a comma too many", .malformed) { $0.body("}", ",}") },
      Fault("a raw control character", .malformed) { $0.body("样例路", "样例\u{07}路") },
      Fault("bytes that are no UTF-8", .malformed) { $0.rawBody = Data(#"{"name":""#.utf8) + [0xC3, 0x28] + Data(#""}"#.utf8) },
      Fault("a surrogate by itself", .malformed) { $0.body("样例路", #"\ud800"#) },
      Fault("nesting beyond sixteen", .malformed) {
        $0.body(#""330382""#, String(repeating: "[", count: 40) + String(repeating: "]", count: 40))
      },
      Fault("an array in the place of the object", .schemaInvalid) { $0.body = "[]" },
      Fault("a field that does not exist", .schemaInvalid) { $0.body("{", #"{"nmae":"甲","#) },
      Fault("a field that is missing", .schemaInvalid) { $0.body(#""division":"330382","#, "") },
      Fault("a field of another type", .schemaInvalid) { $0.body(#""330382""#, "330382") },
      Fault("a value out of its list", .schemaInvalid) { $0.body("urban-core", "urban") },
      Fault("a body beyond 96 KiB", .tooLarge) { $0.body("样例路", String(repeating: "x", count: 97 * 1024)) },
    ]

    static let headers: [Fault] = [
      Fault("a header that is no JSON", .malformed) { $0.header = "id=1" },
      Fault("a header member that stands twice", .malformed) { $0.header("{", #"{"id":"other","#) },
      Fault("a header without a source", .malformed) { $0.header("\"source\"", "\"origin\"") },
      Fault("another specversion", .malformed) { $0.header(#""1.0""#, #""0.3""#) },
      Fault("an id with a blank", .malformed) { $0.header("the-id", "the id") },
      Fault("an id of 65 characters", .malformed) { $0.header("the-id", String(repeating: "i", count: 65)) },
      Fault("a header beyond 4 KiB", .tooLarge) { $0.header("the-id", String(repeating: "i", count: 5000)) },
      Fault("a foreign source", .sourceMismatch) { $0.header("sample-subdistrict", "sample-bank") },
      Fault("an unknown type", .unknownType) { $0.header("register-community", "register-comunity") },
      Fault("an unknown version", .unknownType) { $0.header(".v1", ".v2") },
      Fault("another service's command", .unknownType) { $0.header("intake.register-community", "voting.close-round") },
      Fault("a query sent as a command", .unknownType) { $0.header("intake.register-community", "intake.outlook") },
      Fault("a day that does not exist", .schemaInvalid) { $0.header("2024-01-08", "2024-02-30") },
      Fault("no day at all", .schemaInvalid) { $0.header("\"effectiveon\"", "\"effective\"") },
      Fault("a subject that is not the body's", .schemaInvalid) { $0.header("\"330382\"", "\"330381\"") },
      Fault("a role that may not send it", .notAuthorised, as: .bank) { _ in },
    ]

    static let frames: [Fault] = [
      Fault("six frames", .malformed) { $0.after = [Data("more".utf8), Data()] },
      Fault("five frames", .malformed) { $0.after = [Data()] },
      Fault("a first frame that is not empty", .malformed) { $0.before = [Data("hello".utf8)] },
      Fault("another protocol", .unsupportedProtocol) { $0.kind = "JG2/C" },
      Fault("an unknown kind", .unsupportedProtocol) { $0.kind = "JG1/X" },
      Fault("a reply sent to a service", .unsupportedProtocol) { $0.kind = "JG1/R" },
      Fault("an unknown query", .unknownType) { $0.kind = "JG1/Q" },
      Fault("an unknown document step", .unknownType) { $0.kind = "JG1/D" },
      Fault("a feed read without its form", .schemaInvalid) { $0.kind = "JG1/F" },
    ]

    @Test("gets its stable code, is not stored, and the service serves on", arguments: parts)
    func spoilt(_ part: Part) async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let connection = try stage.installation.connection()
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        let before = try await stage.head(.intake)
        for fault in part.faults {
          let sound = try sound(registrations, connection, as: fault.role)
          let answer = try RawPeer.with(.intake, of: connection, as: fault.role) { peer in
            var frames = sound
            fault.spoil(&frames)
            try peer.send(frames.all)
            return try peer.answer()
          }
          let told = try #require(answer, "\(fault.name) was not answered")
          #expect(told.header.wireCode == fault.code, "\(fault.name)")
          #expect(told.header.status == .error, "\(fault.name)")
          let problem = try JSONDecoder().decode(Problem.self, from: told.body)
          #expect(problem.code == fault.code.rawValue && !problem.title.isEmpty, "\(fault.name)")
        }
        #expect(try await stage.head(.intake) == before)
        // The very command that was spoilt so often is still new.
        let taken = try RawPeer.with(.intake, of: connection, as: .subdistrict) { peer in
          try peer.send(try sound(registrations, connection, as: .subdistrict).all)
          return try peer.answer()
        }
        #expect(taken?.header.status == .ok)
        #expect(taken?.header.replayed == nil)
      }
    }

    private func sound(_ registrations: Registrations, _ connection: Connection, as role: Role) throws -> Frames {
      let source = try connection.client(for: role).source
      return Frames(
        header: """
          {"specversion":"1.0","id":"the-id","source":"\(source)","type":"jiugai.intake.register-community.v1",\
          "subject":"330382","effectiveon":"2024-01-08","lang":"en"}
          """,
        body: String(decoding: try registrations.body(2), as: UTF8.self))
    }

    @Test("a frame beyond what the socket takes closes that connection alone")
    func frameTooLarge() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let connection = try stage.installation.connection()
        try RawPeer.with(.intake, of: connection, as: .subdistrict) { peer in
          try peer.send([Data(), Data("JG1/C".utf8), Data("{}".utf8), Data(count: 200_000)])
          #expect(try peer.answer(within: 500) == nil)
        }
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        #expect(try await stage.head(.intake) == 1)
      }
    }

    @Test("says in which field the fault is, and never what stood there")
    func pointer() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let connection = try stage.installation.connection()
        let sound = try sound(registrations, connection, as: .subdistrict)
        let answer = try RawPeer.with(.intake, of: connection, as: .subdistrict) { peer in
          var frames = sound
          frames.body("urban-core", "13812345678")
          try peer.send(frames.all)
          return try peer.answer()
        }
        let problem = try JSONDecoder().decode(Problem.self, from: try #require(answer).body)
        #expect(problem.pointers == ["/geography"])
        #expect(!String(decoding: try #require(answer).body, as: UTF8.self).contains("13812345678"))
      }
    }

    @Test("by the thousand, from several connections, does not keep others from being served")
    func flood() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let connection = try stage.installation.connection()
        let flood = Task.detached {
          try RawPeer.with(.intake, of: connection, as: .bank) { peer in
            for number in 0..<20_000 { try peer.send([Data(), Data("JG1/C".utf8), Data("{\(number)".utf8), Data()]) }
            // As many answers as the sockets kept; the rest was dropped.
            var count = 0
            while count < 20_000, try peer.answer(within: 300) != nil { count += 1 }
            return count
          }
        }
        for number in 1...20 {
          try await stage.office.send(try registrations.command(number), as: .subdistrict, on: Registrations.day)
        }
        #expect(try await flood.value > 0)
        #expect(try await stage.head(.intake) == 20)
      }
    }
  }
}
