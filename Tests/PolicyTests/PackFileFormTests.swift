import Foundation
import Testing

@testable import Policy

@Suite("The form of a policy file")
struct PackFileFormTests {
  private func faults(_ data: Data) -> [PackFault] {
    do throws(PackFaults) {
      _ = try YAMLSource(data, file: "x.yaml")
      return []
    } catch {
      return error.faults
    }
  }

  @Test("is at most 1 MiB")
  func size() {
    let full = Data("a: \(String(repeating: "x", count: YAMLSource.largest - 3))".utf8)
    #expect(faults(full) == [])
    #expect(faults(full + Data("x".utf8)).map(\.code) == [.tooLarge])
  }

  @Test("is UTF-8")
  func encoding() {
    #expect(faults(Data([0x61, 0x3A, 0x20, 0xFF, 0xFE])).map(\.code) == [.notText])
  }

  @Test("is one document, well formed, and the fault names the line")
  func wellFormed() {
    #expect(faults(Data()).map(\.code) == [.malformed])
    #expect(faults(Data("a: 1\n---\nb: 2\n".utf8)).map(\.code) == [.malformed])
    let broken = faults(Data("a: 1\nb: {c: 2\nd: 3\n".utf8))
    #expect(broken.map(\.code) == [.malformed])
    #expect((broken.first?.line ?? 0) >= 2)
    #expect(faults(Data("a: 1\n\tb: 2\n".utf8)).first?.line == 2)
  }

  @Test("is not nested without end")
  func nesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(faults(Data("a: \(deep)".utf8)).map(\.code) == [.malformed])
  }

  @Test("has keys of plain text")
  func keys() throws {
    let source = try YAMLSource(Data("calendar: china\nyears: {[a, b]: c}\n".utf8), file: "x.yaml")
    let session = LoadSession(source, standing: .plain, knownRules: nil)
    let root = NodeDecoder(session: session, spot: Spot(root: source.root))
    _ = try root.value([String: [String: String]].self)
    #expect(session.finish().contains { $0.code == .wrongShape })
  }

  @Test("keeps columns when keys repeat with letters of several bytes")
  func columns() throws {
    let source = try YAMLSource(Data("{键: 一, 键: 二}".utf8), file: "x.yaml")
    let session = LoadSession(source, standing: .plain, knownRules: nil)
    _ = try NodeDecoder(session: session, spot: Spot(root: source.root)).value([String: String].self)
    let fault = try #require(session.finish().first)
    #expect(fault.code == .duplicateKey)
    #expect((fault.line, fault.column) == (1, 8))
  }
}
