import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension SystemTests {
  @Suite("A command that is sent again", .timeLimit(.minutes(2)))
  struct RepeatTests {
    @Test("gets the same reply and records nothing, before and after a restart")
    func same() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let command = try registrations.command(1)
        let first = try await stage.office.send(command, as: .subdistrict, on: Registrations.day, id: "twice")
        #expect(!first.isRepeat)
        for _ in 1...3 {
          let again = try await stage.office.send(command, as: .subdistrict, on: Registrations.day, id: "twice")
          #expect(again.isRepeat)
          #expect(again.reply == first.reply)
          #expect(again.first == first.first && again.last == first.last)
          stage.installation.kill(.intake)
          try stage.installation.start([.intake])
        }
        #expect(try await stage.head(.intake) == 1)
      }
    }

    @Test("is refused with other content, another day or another sender's wording, and still stands")
    func otherContent() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let first = try await stage.office.send(
          try registrations.command(1), as: .subdistrict, on: Registrations.day, id: "reused")
        await #expect(performing: {
          try await stage.office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day, id: "reused")
        }, throws: rejectedWith("ID_REUSED"))
        await #expect(performing: {
          try await stage.office.send(try registrations.command(1), as: .subdistrict, on: "2024-01-09", id: "reused")
        }, throws: rejectedWith("ID_REUSED"))
        // Ids are each sender's own: the same id from another is another command.
        let other = try await stage.office.send(
          try registrations.command(3), as: .renovationOffice, on: Registrations.day, id: "reused")
        #expect(!other.isRepeat)
        let again = try await stage.office.send(
          try registrations.command(1), as: .subdistrict, on: Registrations.day, id: "reused")
        #expect(again.isRepeat && again.reply == first.reply)
        #expect(try await stage.head(.intake) == 2)
      }
    }

    @Test("is refused for good once the rules or the state have refused it")
    func refusal() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        var told: [Problem] = []
        for _ in 1...2 {
          do {
            try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day, id: "namesake")
          } catch ClientFault.refused(let problem) {
            told.append(problem)
          }
          stage.installation.kill(.intake)
          try stage.installation.start([.intake])
        }
        try #require(told.count == 2)
        #expect(told[0] == told[1])
        #expect(told[0].code == "community-known")
        #expect(try await stage.head(.intake) == 1)
      }
    }

    @Test("a thousand times at once is carried out once")
    func thousand() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let body = try registrations.body(1)
        let connection = try stage.installation.connection()
        let client = try connection.client(for: .subdistrict)
        let header = Data(
          """
          {"specversion":"1.0","id":"storm","source":"\(client.source)","type":"jiugai.intake.register-community.v1",\
          "subject":"330382","effectiveon":"2024-01-08"}
          """.utf8)
        let statuses = try RawPeer.with(.intake, of: connection, as: .subdistrict) { peer in
          for _ in 1...1000 { try peer.send([Data(), Data("JG1/C".utf8), header, body]) }
          var count = 0
          // The socket may drop answers beyond what the client has room for: that is the sender's to ask for again.
          while let answer = try peer.answer(within: 1000), count < 1000 {
            #expect(answer.header.status == .ok)
            count += 1
          }
          return count
        }
        #expect(statuses > 0)
        #expect(try await stage.head(.intake) == 1)
      }
    }
  }
}

/// Whether an error is the client's word for this wire code.
func rejectedWith(_ code: String) -> @Sendable (any Error) -> Bool {
  { error in
    if case ClientFault.rejected(let told, _) = error { told == code } else { false }
  }
}
