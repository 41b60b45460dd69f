import DomainModel
import Foundation
import Testing

@testable import Desk

@Suite("Reading a CSV file as offices have it")
struct CSVTests {
  private func table(_ text: String) throws -> CSVTable { try CSVTable(data: Data(text.utf8), file: "t.csv") }

  private func faults(_ body: () throws -> Void) -> [ImportFault] {
    do { try body() } catch let faults as ImportFaults { return faults.faults } catch { Issue.record(error) }
    return []
  }

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  static let files: [(String, Data)] = [
    ("UTF-8", Data("幢号,房号\n3幢,502\n".utf8)),
    ("UTF-8 with a mark", Data([0xEF, 0xBB, 0xBF]) + Data("幢号,房号\n3幢,502\n".utf8)),
    ("GB18030", "幢号,房号\n3幢,502\n".data(using: gb18030) ?? Data()),
    ("CRLF", Data("幢号,房号\r\n3幢,502\r\n".utf8)),
    ("CRLF in GB18030", "幢号,房号\r\n3幢,502\r\n".data(using: gb18030) ?? Data()),
    ("quoted", Data("\"幢号\",\"房号\"\n\"3幢\",\"502\"\n".utf8)),
    ("quoted with a mark", Data([0xEF, 0xBB, 0xBF]) + Data("\"幢号\",\"房号\"\r\n\"3幢\",\"502\"".utf8)),
    ("semicolons", Data("幢号;房号\n3幢;502\n".utf8)),
    ("tabs", Data("幢号\t房号\n3幢\t502\n".utf8)),
    ("blank rows", Data("\n幢号,房号\n,\n\n3幢,502\n,,\n".utf8)),
    ("full-width figures", Data("幢号,房号\n　３幢 ,５０２\n".utf8)),
  ]

  @Test("takes every usual form", arguments: files)
  func forms(_ name: String, _ data: Data) throws {
    #expect(!data.isEmpty)
    let table = try CSVTable(data: data, file: "t.csv")
    #expect(table.header.cells == ["幢号", "房号"], "\(name)")
    #expect(table.rows.map(\.cells) == [["3幢", "502"]], "\(name)")
  }

  @Test("keeps quoted commas, marks and line feeds, and counts lines through them")
  func quotes() throws {
    let table = try table("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\n3,4\n")
    #expect(table.rows.map(\.cells) == [["x, \"y\"", "one\ntwo"], ["3", "4"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test("keeps empty cells in their places")
  func empties() throws {
    #expect(try table("a,b,c\n,2,\n\"\",,3\n").rows.map(\.cells).map { $0 + Array(repeating: "", count: 3 - $0.count) } == [["", "2", ""], ["", "", "3"]])
  }

  @Test("names the lines whose bytes are no text")
  func badBytes() {
    let damaged = Data("业主,面积\n林,1\n".utf8) + Data([0xE6, 0x9E, 0x2C, 0x31, 0x0A]) + Data("王,2\n".utf8)
    #expect(faults { _ = try CSVTable(data: damaged, file: "t.csv") }.map(\.line) == [3])
    let utf16 = Data([0xFF, 0xFE, 0x61, 0x00])
    #expect(faults { _ = try CSVTable(data: utf16, file: "t.csv") }.count == 1)
  }

  @Test("says where a quotation mark is never closed")
  func unclosed() {
    #expect(faults { _ = try table("a,b\n1,2\n\"3,4\n5,6\n") }.map(\.line) == [3])
    #expect(faults { _ = try table("") }.map(\.line) == [1])
    #expect(faults { _ = try table("a,b\n1,2\"x\n\n3,\"\n") }.isEmpty == false)
  }

  @Test("names every missing and doubled column")
  func columns() {
    let columns = [Column("a", ["甲"], required: true), Column("b", ["乙"], required: true), Column("c", ["丙"])]
    let missing = faults { _ = try Sheet(try table("丙\n1\n"), columns: columns, file: "t.csv") }
    #expect(missing.count == 2)
    let doubled = faults { _ = try Sheet(try table("甲,乙,a\n1,2,3\n"), columns: columns, file: "t.csv") }
    #expect(doubled.map(\.column) == [3])
  }

  @Test("knows titles with what offices add to them")
  func titles() throws {
    let columns = [Column("area", ["专有部分面积"], required: true)]
    for title in ["专有部分面积", "专有部分面积（㎡）", "* 专有部分面积", "专有部分面积(必填)", "AREA"] {
      #expect(throws: Never.self) { _ = try Sheet(try table("\(title)\n1\n"), columns: columns, file: "t.csv") }
    }
    #expect(try Sheet(try table("面 积,专有部分面积\n1,2\n"), columns: columns, file: "t.csv").unused == ["面 积"])
  }
}

@Suite("Reading a cell")
struct CellTextTests {
  @Test(
    "takes amounts exactly or not at all",
    arguments: [
      ("1080000", "1080000.00"), ("1,080,000.5", "1080000.50"), ("￥12.50元", "12.50"), ("78.32㎡", "78.32"), ("0.10", "0.10"),
      ("007", "7.00"), ("5.100", "5.10"), ("5.123", nil), ("-5", nil), ("1e3", nil), ("", nil), (".", nil), ("5.", nil), ("1.2.3", nil),
    ])
  func decimal(_ text: String, _ value: String?) {
    #expect(CellText.decimal(text) == value)
  }

  @Test(
    "takes the dates that offices write",
    arguments: [
      ("2024-03-01", "2024-03-01"), ("2024/3/1", "2024-03-01"), ("2024.3.1", "2024-03-01"), ("20240301", "2024-03-01"),
      ("2024年3月1日", "2024-03-01"), ("2024-03-01 10:22:00", "2024-03-01"), ("24-3-1", nil), ("2024-02-30", nil), ("3/1/2024", nil),
    ])
  func date(_ text: String, _ value: String?) {
    #expect(CellText.date(text)?.description == value)
  }

  @Test(
    "finds the same unit under all its names",
    arguments: [
      ("3幢1单元502室", nil, "u-3-1-502"), ("1单元502", "3幢", "u-3-1-502"), ("3-1-502", nil, "u-3-1-502"), ("3幢1单元502室", "3", "u-3-1-502"),
      ("A座1201", nil, "u-a-1201"),
    ])
  func unit(_ room: String, _ building: String?, _ id: String) {
    #expect(UnitName.unit(room: room, building: building)?.rawValue == id)
  }

  @Test("keeps a garage apart from the flat of the same number")
  func garage() throws {
    let garage = try #require(UnitName.unit(room: "车库12", building: "3"))
    let flat = try #require(UnitName.unit(room: "12", building: "3"))
    #expect(garage != flat)
    #expect(UnitName.unit(room: "3幢车库12", building: nil) == garage)
    #expect(UnitName.unit(room: "室", building: nil) == nil)
    #expect(UnitName.building("3号楼") == "b-3")
    #expect(UnitName.building("b-3") == "b-3")
    #expect(UnitName.unit(room: "1-502", building: "b-3") == "u-3-1-502")
  }

  @Test("holds an id number to its last digit")
  func idNumber() {
    #expect(IDNumber.checked("11010519491231002x") == "11010519491231002X")
    #expect(IDNumber.checked("110105194912310021") == nil)
    #expect(IDNumber.checked("1101051949123100") == nil)
  }
}
