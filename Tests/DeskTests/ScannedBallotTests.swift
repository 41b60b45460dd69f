import Contracts
import DomainModel
import Foundation
import Forms
import Testing

@testable import Desk

@Suite("Scanned ballots")
struct ScannedBallotTests {
  private let folder: ScratchFolder
  private let persons: PersonBook
  private let scans = ScannedBallots(
    project: "330382-2024-0007", round: "330382-2024-0007/R2", pack: "yueqing", edition: "2024-1",
    soleOwners: ["u-1-101": "p-1", "u-1-102": "p-2"])

  init() throws {
    folder = try ScratchFolder()
    persons = try PersonBook(beside: folder.file("connection.json"))
  }

  private func code(
    _ unit: UnitID, round: RoundID = "330382-2024-0007/R2", edition: Identifier<SlugKind> = "2024-1", copy: Int = 1
  ) -> String {
    BallotCode(round: round, unit: unit, pack: "yueqing", edition: edition, copy: copy).text
  }

  private func sheet(_ rows: String..., scans: ScannedBallots?) throws -> BallotSheet {
    let text = "扫码,意见,签署日期,方式,签字人,手机,房号\n" + rows.joined(separator: "\n") + "\n"
    return try BallotSheet(
      CSVTable(data: Data(text.utf8), file: "b.csv"), file: "b.csv", persons: persons, scans: scans)
  }

  private func faults(_ body: () throws -> Void) -> [[Int]] {
    do { try body() } catch let faults as ImportFaults {
      return faults.faults.map { [$0.line, $0.column ?? 0] }
    } catch { Issue.record(error) }
    return []
  }

  @Test("need no number, room or signer where the unit has one owner")
  func taken() throws {
    let sheet = try sheet(
      "\(code("u-1-101")),同意,2024-03-05,,,,", "\(code("u-1-102", copy: 2)),不同意,2024-03-05,纸质,,,", scans: scans)
    #expect(
      sheet.ballots.map(\.ballot) == [
        Ballot(ballotNo: "u-1-101", unit: "u-1-101", signer: "p-1", opinion: .agree, signedOn: "2024-03-05"),
        Ballot(ballotNo: "u-1-102-c2", unit: "u-1-102", signer: "p-2", opinion: .disagree, signedOn: "2024-03-05"),
      ])
    #expect(sheet.ballots.allSatisfy { $0.ballot.channel == .paper })
  }

  @Test("of a unit with several owners say who signed")
  func severalOwners() throws {
    #expect(faults { _ = try sheet("\(code("u-1-103")),同意,2024-03-05,,,,", scans: scans) } == [[2, 5]])
    let named = try sheet("\(code("u-1-103")),同意,2024-03-05,,林一,13800000001,", scans: scans)
    #expect(named.ballots.first?.ballot.signer != nil)
    let unsigned = try sheet("\(code("u-1-103")),未签,2024-03-05,,,,", scans: scans)
    #expect(unsigned.ballots.first?.ballot.signer == nil)
  }

  @Test("a named signer is not replaced by the owner")
  func namedSigner() throws {
    let sheet = try sheet("\(code("u-1-101")),同意,2024-03-05,,外人,13800000009,", scans: scans)
    #expect(sheet.ballots.first?.ballot.signer != "p-1", "the service then refuses who is no owner")
  }

  @Test("of another project, round or edition are refused, each by its line, and nothing is imported")
  func elsewhere() throws {
    let found = faults {
      _ = try sheet(
        "\(code("u-1-101", round: "330382-2024-0008/R2")),同意,2024-03-05,,,,",
        "\(code("u-1-101", round: "330382-2024-0007/R1")),同意,2024-03-05,,,,",
        "\(code("u-1-101", edition: "2025-1")),同意,2024-03-05,,,,", "https://example.cn,同意,2024-03-05,,,,",
        "\(code("u-1-101")),同意,2024-03-05,,,,", scans: scans)
    }
    #expect(found == [[2, 1], [3, 1], [4, 1], [5, 1]])
    #expect(scans.fault(BallotCode(round: scans.round, unit: "u-1", pack: "wenzhou", edition: "2024-1")) != nil)
    #expect(scans.fault(BallotCode(round: scans.round, unit: "u-1", pack: "yueqing", edition: "2024-1")) == nil)
  }

  @Test("that contradict their row, come twice, or have no round to be checked against are refused")
  func contradictions() throws {
    #expect(faults { _ = try sheet("\(code("u-1-101")),同意,2024-03-05,,,,1-102", scans: scans) } == [[2, 1]])
    #expect(faults { _ = try sheet("\(code("u-1-101")),同意,2024-03-05,线上,,,", scans: scans) } == [[2, 4]])
    #expect(faults { _ = try sheet("\(code("u-1-101")),同意,2024-03-05,,,,", scans: nil) } == [[2, 1]])
    let twice = "\(code("u-1-101")),同意,2024-03-05,,,,"
    #expect(faults { _ = try sheet(twice, twice, scans: scans) }.map { $0[0] } == [3])
    #expect(try sheet("\(code("u-1-101")),同意,2024-03-05,,,,1-101", scans: scans).ballots.count == 1)
  }

  @Test("may stand in one table with forms that were keyed in")
  func mixed() throws {
    let text = "扫码,票号,单元编号,签字人编号,意见,签署日期\n\(code("u-1-101")),,,,同意,2024-03-05\n,f-7,u-1-102,p-2,同意,2024-03-05\n"
    let table = try CSVTable(data: Data(text.utf8), file: "b.csv")
    #expect(BallotSheet.isScanned(table))
    let sheet = try BallotSheet(table, file: "b.csv", persons: persons, scans: scans)
    #expect(sheet.ballots.map(\.ballot.ballotNo) == ["u-1-101", "f-7"])
    let keyed = try CSVTable(data: Data("票号,单元编号\nf-7,u-1\n".utf8), file: "b.csv")
    #expect(!BallotSheet.isScanned(keyed))
  }

  @Test("a machine without Chromium is told how to get it")
  func noChromium() throws {
    let elsewhere = ["PATH": folder.file("nothing").path]
    let fault = #expect(throws: DeskFault.self) { try PDFPrinter.found(elsewhere) }
    #expect(fault?.code == "no-chromium")
    #expect(fault?.zh.contains("apt-get install chromium fonts-noto-cjk") == true)
    let wrong = #expect(throws: DeskFault.self) { try PDFPrinter.found(["JIUGAI_CHROMIUM": "/nowhere/chromium"]) }
    #expect(wrong?.zh.contains("/nowhere/chromium") == true)
    let program = folder.file("chromium")
    try Data("#!/bin/sh\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let silent = try PDFPrinter.found(["JIUGAI_CHROMIUM": program.path])
    let failed = #expect(throws: DeskFault.self) { try silent.pdf(of: "<p>表</p>") }
    #expect(failed?.code == "pdf-failed")
  }
}
