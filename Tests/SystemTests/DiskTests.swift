import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension DisturbanceTests {
  @Suite("A disk that takes no more", .timeLimit(.minutes(3)))
  struct DiskTests {
    /// Whether a small file system can be mounted here: as root, or in a user namespace where the system allows those.
    @Sendable static func canMount() async -> Bool {
      (try? await Installation.run(
        URL(fileURLWithPath: "/bin/bash"), ["-c", SmallDisk.unshare + " -c 'mount -t tmpfs -o size=1m jiugai /mnt'"]))?.status == 0
    }

    @Test(
      "is told with STORE_FULL, loses nothing, and the service goes on once there is room", .enabled(
        "neither root nor user namespaces: a small file system cannot be mounted here", canMount),
      arguments: [false, true])
    func full(_ afterCrash: Bool) async throws {
      try await Stage.with([]) { stage in
        let disk = try SmallDisk(stage, afterCrash: afterCrash)
        defer { disk.end() }
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let registrations = try await Registrations(stage.office)
        func send(_ number: Int) async throws -> Office.Accepted<CommunityRegistration> {
          try await stage.office.send(
            try registrations.command(number), as: .subdistrict, on: Registrations.day, id: "fill-\(number)")
        }
        var replies: [CommunityRegistration] = []
        var isFull = false
        while !isFull, replies.count < 4000 {
          do { replies.append(try await send(replies.count + 1).reply) } catch ClientFault.rejected("STORE_FULL", let problem) {
            #expect(problem?.retry == .later)
            isFull = true
          }
        }
        try #require(isFull, "the disk was not full after \(replies.count) commands")
        let stored = Int64(replies.count)
        // Nothing of the command was kept, and what only reads goes on.
        #expect(try await stage.head(.intake) == stored)
        await #expect(performing: { _ = try await send(replies.count + 1) }, throws: rejectedWith("STORE_FULL"))
        let page = try await stage.office.page(
          of: .intake, as: .subdistrict, .init(feed: "intake", consumer: "test", cursor: nil, maxevents: 1, waitms: 0))
        #expect(!page.body.isEmpty)
        await #expect(performing: {
          _ = try await stage.office.attach(Data(count: 60_000), to: .intake, as: .subdistrict)
        }, throws: rejectedWith("STORE_FULL"))

        try disk.makeRoom()
        try await stage.wait(until: "there is room", within: .seconds(20)) {
          do {
            let taken = try await send(replies.count + 1)
            #expect(!taken.isRepeat)
            return true
          } catch ClientFault.rejected("STORE_FULL", _) { return false }
        }
        #expect(try await stage.head(.intake) == stored + 1)
        for (place, reply) in replies.enumerated() {
          let again = try await send(place + 1)
          #expect(again.isRepeat && again.reply == reply)
        }
        #expect(try await stage.head(.intake) == stored + 1)
        #expect(disk.end() == 0)
      }
    }

    @Test(
      "is told to all that wait together; what was answered is there, once, and of the rest nothing", .enabled(
        "neither root nor user namespaces: a small file system cannot be mounted here", canMount))
    func fullTogether() async throws {
      try await Stage.with([]) { stage in
        let disk = try SmallDisk(stage, afterCrash: false)
        defer { disk.end() }
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let registrations = try await Registrations(stage.office)
        let office = stage.office
        // So many at once that batches are decided while others are being written.
        @Sendable func send(_ numbers: Range<Int>) async throws -> [Int: Office.Accepted<CommunityRegistration>] {
          try await withThrowingTaskGroup(of: (Int, Office.Accepted<CommunityRegistration>?).self) { group in
            for number in numbers {
              group.addTask {
                do {
                  let command = try registrations.command(number)
                  return (number, try await office.send(command, as: .subdistrict, on: Registrations.day, id: "crowd-\(number)"))
                } catch ClientFault.rejected("STORE_FULL", _) { return (number, nil) }
              }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
          }
        }
        var replies: [Int: CommunityRegistration] = [:]
        var sent = 1
        while replies.count == sent - 1, sent < 8000 {
          for (number, accepted) in try await send(sent..<(sent + 400)) { replies[number] = accepted.reply }
          sent += 400
        }
        try #require(replies.count < sent - 1, "the disk was not full after \(replies.count) commands")
        #expect(try await stage.head(.intake) == Int64(replies.count))
        try disk.makeRoom()
        try await stage.wait(until: "there is room", within: .seconds(20)) { try await send(sent..<(sent + 1)).count == 1 }
        for start in stride(from: 1, to: sent, by: 400) {
          for (number, again) in try await send(start..<(start + 400)) {
            #expect(again.isRepeat == (replies[number] != nil), "\(number)")
            #expect(replies[number] == nil || replies[number] == again.reply)
          }
        }
        #expect(try await stage.head(.intake) == Int64(sent))
        #expect(disk.end() == 0)
      }
    }

    @Test("but fails in another way ends the service without an answer; started again it has all that was answered")
    func failing() async throws {
      try await Stage.with([], patience: .seconds(2)) { stage in
        // Beyond this size a write fails with EFBIG, which is no full disk to SQLite but a failed one.
        let process = try stage.wrapped(["-c", "trap '' XFSZ; ulimit -f 2048; exec \"$@\"", "bash"])
        defer { process.endNow() }
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let registrations = try await Registrations(stage.office)
        var answered = 0
        while answered < 4000 {
          do {
            try await stage.office.send(
              try registrations.command(answered + 1), as: .subdistrict, on: Registrations.day, id: "c-\(answered + 1)")
            answered += 1
          } catch ClientFault.noAnswer { if !process.isRunning { break } }
        }
        try #require(answered < 4000, "the limit was not met")
        #expect(process.terminationStatus == 70)

        try stage.installation.start([.intake])
        // A client looks again for a service that went less and less often, up to every ten seconds.
        let patient = try Office(try stage.installation.connection(), deadline: .seconds(30))
        defer { patient.close() }
        for number in 1...(answered + 1) {
          let again = try await patient.send(
            try registrations.command(number), as: .subdistrict, on: Registrations.day, id: "c-\(number)")
          #expect(again.isRepeat || number == answered + 1)
        }
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let reading = try StoreReading(.intake, of: stage.installation)
        #expect(reading.faults == [])
        #expect(reading.events.count == answered + 1)
        #expect(reading.countsByCause.values.allSatisfy { $0 == 1 })
      }
    }
  }
}

/// Intake with its store on a small file system of its own, most of it taken by a filler. The file system is in a mount
/// namespace that ends with the service, so nothing needs to be cleaned up.
final class SmallDisk {
  static let unshare = getuid() == 0 ? "exec unshare --mount bash" : "exec unshare --mount --map-root-user bash"
  private let process: Process
  private let marker: URL

  /// - Parameter afterCrash: whether the service finds the sign of an unclean end, and so takes notes before it decides.
  init(_ stage: Stage, afterCrash: Bool) throws {
    marker = stage.folder.appendingPathComponent("make-room")
    let store = stage.installation.store(of: .intake).path
    let inside = """
      store=$1 marker=$2; shift 2
      mount -t tmpfs -o size=6m,mode=700 jiugai "$store" || exit 96
      head -c 3500000 /dev/zero > "$store/filler"
      \(afterCrash ? ": > \"$store/running\"" : ":")
      (for i in $(seq 1200); do [ -e "$marker" ] && break; sleep 0.1; done; rm "$store/filler") &
      exec "$@"
      """
    process = try stage.wrapped(["-c", SmallDisk.unshare + " -c \"$0\" bash \"$@\"", inside, store, marker.path])
  }

  func makeRoom() throws { try Data().write(to: marker) }

  /// Ends the service and gives its exit code.
  @discardableResult
  func end() -> Int32 {
    try? makeRoom()
    process.endNow()
    return process.terminationStatus
  }
}

extension Stage {
  /// Starts intake through bash, which gets its program and arguments behind the given ones.
  func wrapped(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      arguments + [
        installation.programs.appendingPathComponent("jiugai-intake").path, "--config",
        folder.appendingPathComponent("config/intake.yaml").path,
      ]
    let log = installation.log(of: .intake)
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}

extension Process {
  /// Ends the process, after ten seconds by force, and waits for its end.
  func endNow() {
    if isRunning { terminate() }
    for _ in 0..<500 where isRunning { Thread.sleep(forTimeInterval: 0.02) }
    if isRunning { kill(processIdentifier, SIGKILL) }
    waitUntilExit()
  }
}
