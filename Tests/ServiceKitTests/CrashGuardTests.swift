import Foundation
import Testing

@testable import ServiceKit

@Suite("The guard against commands that end the process")
final class CrashGuardTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-guard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func start() throws -> CrashGuard { try CrashGuard(folder: folder) }

  @Test("is at ease after a clean end, and cautious after any other")
  func caution() throws {
    let first = try start()
    #expect(!first.isCautious)
    first.ended()
    #expect(!(try start().isCautious))
    #expect(try start().isCautious)
  }

  @Test("a command that ended the process twice is not tried a third time; its neighbours are")
  func poison() throws {
    _ = try start()
    for ending in 1...2 {
      let guardian = try start()
      #expect(guardian.isCautious)
      #expect(!guardian.isPoison("urn:a bad"), "after \(ending - 1) endings")
      guardian.note("urn:a good")
      guardian.survived("urn:a good")
      guardian.note("urn:a bad")
    }
    let guardian = try start()
    #expect(guardian.isPoison("urn:a bad"))
    #expect(!guardian.isPoison("urn:a good"))
    #expect(!guardian.isPoison("urn:b bad"))
  }

  @Test("stays poison when caution is over, and over clean ends, for its sender asks again with the same id")
  func lasting() throws {
    _ = try start()
    for _ in 1...2 { try start().note("bad") }
    let guardian = try start()
    for number in 0..<200 {
      guardian.note("good-\(number)")
      guardian.survived("good-\(number)")
    }
    #expect(!guardian.isCautious)
    #expect(guardian.isPoison("bad"))
    guardian.ended()
    #expect(try start().isPoison("bad"))
  }

  @Test("an end between commands is laid to none of them")
  func between() throws {
    _ = try start()
    for _ in 1...3 {
      let guardian = try start()
      guardian.note("good")
      guardian.survived("good")
    }
    #expect(!(try start().isPoison("good")))
  }

  @Test("is at ease again after a quiet while, not in the midst of work")
  func quiet() throws {
    _ = try start()
    let guardian = try start()
    for number in 0..<40 {
      guardian.settle()
      guardian.note("good-\(number)")
      guardian.survived("good-\(number)")
    }
    #expect(guardian.isCautious)
    for _ in 0..<31 { guardian.settle() }
    #expect(!guardian.isCautious)
  }

  @Test("a torn or foreign note counts for nothing")
  func torn() throws {
    _ = try start()
    try Data("{\"decid".utf8).write(to: folder.appendingPathComponent("deciding.json"))
    #expect(try start().isCautious)
  }
}
