import Contracts
import DomainModel
import Foundation
import Testing

@testable import Desk

@Suite("Importing tables")
struct SheetTests {
  private let folder: ScratchFolder
  private let persons: PersonBook

  init() throws {
    folder = try ScratchFolder()
    persons = try PersonBook(beside: folder.file("connection.json"))
  }

  private func roll(_ text: String) throws -> RollSheet {
    try RollSheet(CSVTable(data: Data(text.utf8), file: "roll.csv"), file: "roll.csv", persons: persons)
  }

  private func faults(_ body: () throws -> Void) -> [ImportFault] {
    do { try body() } catch let faults as ImportFaults { return faults.faults } catch { Issue.record(error) }
    return []
  }

  @Test("joins the owners of a unit and computes the seal as the service does")
  func roll() throws {
    let sheet = try roll(
      """
      幢号,房号,专有部分面积（㎡）,业主姓名,手机,代表,未售
      3,1单元502,78.32,林一,13800000001,是,
      3,1单元502,78.32,王二,13800000002,,
      3,1单元503,80,林一,13800000001,,
      4,101,90.5,,,,是
      """)
    #expect(sheet.units.map(\.unit) == ["u-3-1-502", "u-3-1-503", "u-4-101"])
    #expect(sheet.units[0].owners.count == 2)
    #expect(sheet.units[0].representative == sheet.units[0].owners[0].person)
    #expect(sheet.units[0].owners[0].person == sheet.units[1].owners[0].person, "one person, two flats")
    #expect(sheet.units[2].isUnsold == true)
    let seal = try sheet.seal()
    #expect(seal.area == "248.82")
  }

  @Test("tells every fault by line and column, and imports nothing")
  func rollFaults() {
    let found = faults {
      _ = try roll(
        """
        幢号,房号,专有部分面积,业主姓名,手机
        3,502,78.32,林一,13800000001
        3,502,78.32,林一,13800000001
        3,503,七十,王二,13800000002
        ,504,80,王二,13800000002
        3,505,80,,
        3,506,80,张三,
        """)
    }
    #expect(found.map(\.line) == [3, 4, 5, 6, 7])
    #expect(found.map(\.column) == [2, 3, 1, 4, 4])
  }

  @Test("finds the owner of the roll from room and name on a ballot")
  func ballots() throws {
    let owner = try roll("幢号,房号,面积,业主姓名,身份证号\n3,502,78.32,林一,11010519491231002X\n").units[0].owners[0].person
    let text = "票号,幢号,房号,意见,签署日期,签字人\nF-1,3,502,同意,2024/3/5,林一\nF-2,3,503,未签,2024/3/5,\n"
    let sheet = try BallotSheet(CSVTable(data: Data(text.utf8), file: "b.csv"), file: "b.csv", persons: persons)
    #expect(sheet.ballots.map(\.ballot.signer) == [owner, nil])
    #expect(sheet.ballots.map(\.ballot.opinion) == [.agree, .unsigned])
    let bad = "票号,幢号,房号,意见,签署日期,签字人\nF-1,3,502,同意,2024/3/5,外人\nF-1,3,502,大概,2024/3/5,林一\n"
    let found = faults {
      _ = try BallotSheet(CSVTable(data: Data(bad.utf8), file: "b.csv"), file: "b.csv", persons: persons)
    }
    #expect(found.map { [$0.line, $0.column ?? 0] } == [[2, 6], [3, 4]])
  }

  @Test("reads a bank statement and finds a number given twice")
  func deposits() throws {
    let text = "流水号,金额,到账日期,资金来源,房号\n1001,\"1,200.50\",2024年4月1日,个人出资,3-1-502\n1002,300,20240402,维修资金,\n"
    let sheet = try DepositSheet(CSVTable(data: Data(text.utf8), file: "d.csv"), file: "d.csv")
    #expect(try sheet.total() == "1500.50")
    #expect(sheet.deposits.map(\.row.source) == [.personal, .maintenanceFund])
    #expect(sheet.deposits[0].row.unit == "u-3-1-502")
    let bad = "流水号,金额,到账日期\n1001,5,2024-04-01\n1001,0,2024-04-31\n"
    let found = faults { _ = try DepositSheet(CSVTable(data: Data(bad.utf8), file: "d.csv"), file: "d.csv") }
    #expect(found.map { [$0.line, $0.column ?? 0] } == [[3, 2], [3, 3]])
    let twice = "流水号,金额,到账日期\n1001,5,2024-04-01\n1001,6,2024-04-02\n"
    #expect(faults { _ = try DepositSheet(CSVTable(data: Data(twice.utf8), file: "d.csv"), file: "d.csv") }.map(\.line) == [3])
  }

  @Test("reads buildings and questionnaires in the words of the forms")
  func forms() throws {
    let buildings = try BuildingSheet(
      CSVTable(data: Data("幢号,建成年份,梯数,户数,规划许可面积\n1幢,1996年,3,36户,\"2,819.52\"\n".utf8), file: "s.csv"), file: "s.csv")
    #expect(buildings.buildings.first?.permitFloorArea == "2819.52")
    let text = "姓名,联系方式,性别,改造内容,满意度\n林一,13800000001,男,管线、小区道路,非常满意\n,,,加装电梯,一般\n"
    let sheet = try QuestionnaireSheet(
      CSVTable(data: Data(text.utf8), file: "q.csv"), file: "q.csv", hash: .sample, persons: persons)
    #expect(sheet.rows.map(\.row.satisfaction) == [.very, .soSo])
    #expect(sheet.rows.first?.row.aspects.items == [.pipes, .roads])
    #expect(sheet.anonymous == 1)
  }

  @Test("gives the same person the same id again, and another one with another key")
  func personIDs() throws {
    let identity = PersonBook.Identity(name: "林 一", phone: "138-0000-0001")
    let first = try #require(persons.id(of: identity))
    let again = try PersonBook(beside: folder.file("connection.json"))
    #expect(again.id(of: .init(name: "林一", phone: "13800000001")) == first)
    #expect(try folder.mode("person.key") == 0o600)
    let elsewhere = try ScratchFolder()
    #expect(try PersonBook(beside: elsewhere.file("connection.json")).id(of: identity) != first)
    #expect(persons.id(of: .init(name: "林一")) == nil)
    persons.remember(.init(name: "林一", unit: "u-3-502"), as: first)
    #expect(persons.id(of: .init(name: "林一", unit: "u-3-502")) == first)
    persons.remember(.init(name: "林一", unit: "u-3-502"), as: "p-other")
    #expect(persons.id(of: .init(name: "林一", unit: "u-3-502")) == nil, "two of one name in one flat")
    try persons.save()
    let text = try String(contentsOf: folder.file("persons.json"), encoding: .utf8)
    #expect(!text.contains("林"))
    #expect(try folder.mode("persons.json") == 0o600)
  }

  @Test("cuts parts by rows and by size, and gives them lasting ids")
  func parts() throws {
    #expect(try ImportRun.parts(Array(0..<1201), most: 500).map(\.count) == [500, 500, 201])
    let long = Array(repeating: String(repeating: "长", count: 1000), count: 60)
    for part in try ImportRun.parts(long) { #expect(try JSONEncoder().encode(part).count < 90 * 1024) }
    let root = Data("file".utf8)
    #expect(ImportRun.id(root, "a 1") == ImportRun.id(root, "a 1"))
    #expect(ImportRun.id(root, "a 1") != ImportRun.id(root, "a 2"))
    #expect(ImportRun.id(root, "a 1").utf8.count == 36)
  }
}
