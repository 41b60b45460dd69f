import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Testing

@testable import Desk

@Suite("A person's data at the desk")
struct PrivacyTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  private func holdings(_ person: PersonID, until: BusinessDate?, held: Text<500>? = nil) -> PersonHoldings {
    PersonHoldings(
      person: person,
      holdings: [
        .init(
          purpose: .ownership, matter: "330382-2024-0007", since: "2024-03-01", years: 5, from: .projectClosed, until: until,
          origin: .recommended, cites: [])
      ],
      fields: [
        .init(name: "name", classification: .p2, record: nil), .init(name: "objection2", classification: .p2, record: nil),
        .init(name: "idNumber", classification: .p3, record: nil),
      ], documents: [], until: until, isDue: false, heldBecause: held)
  }

  private func output(_ arguments: String...) throws -> OutputOptions { try OutputOptions.parse(arguments) }

  @Test("what is held is told by purpose, period and class, in both languages, without a value")
  func text() throws {
    let answers = [
      PersonOffice.Answer(service: ServiceName.voting, value: holdings("p-1", until: "2031-06-30", held: "行政复议未结")),
      PersonOffice.Answer(
        service: .funding,
        value: PersonHoldings(
          person: "p-1", holdings: [], fields: [], documents: [], until: nil, isDue: false, heldBecause: nil)),
    ]
    let zh = try PersonText(output: output()).holdings(of: "p-1", answers)
    for word in ["居民表决", "业主名册与表决", "项目结束后 5 年（系统默认）", "2031-06-30", "姓名 P2", "异议2 P2", "身份证号 P3", "因争议留存：行政复议未结"] {
      #expect(zh.contains(word), "\(word) in \(zh)")
    }
    #expect(!zh.contains("资金"))
    let en = try PersonText(output: output("--lang", "en")).holdings(of: "p-1", answers)
    #expect(en.contains("5 years after the project's end (our default)") && en.contains("held for a dispute"))
    let none = try PersonText(output: output()).holdings(of: "p-2", Array(answers.dropFirst()))
    #expect(none.contains("五个服务都没有保存"))
  }

  @Test("an export holds each field with class and purpose; a spreadsheet takes nothing for a formula")
  func export() throws {
    let export = PersonExport(
      project: "330382-2024-0007", exportedAt: "2024-06-01T04:00:00.000Z",
      parts: [
        PersonExport.Part(
          service: .voting, person: "p-1",
          fields: [
            PersonField("name", "林\"隐\"名", classification: .p2),
            PersonField("text1", "=1+1，两行\n第二行", classification: .p2, record: "words-1"),
          ], holdings: holdings("p-1", until: nil))
      ])
    let lines = export.csv.components(separatedBy: "\r\n")
    #expect(export.csv.hasPrefix("\u{FEFF}") && lines.count == 4)
    #expect(lines[1] == #""voting","p-1","name","P2","林""隐""名","业主名册与表决","""#)
    #expect(lines[2].contains(#""words-1","text1","P2","'=1+1，两行"#))
    let json = export.json.text
    #expect(json.contains("林") && json.contains("\"ownership\"") && json.contains("330382-2024-0007"))
  }

  @Test("the desk forgets an erased person's hashes, and gives the same id when a file names them again")
  func forgetting() throws {
    let connection = scratch.file("connection.json")
    let identity = PersonBook.Identity(name: "林隐名", phone: "13800000000", unit: "u-3-1-502")
    let unit = PersonBook.Identity(name: "林隐名", unit: "u-3-1-502")
    let book = try PersonBook(beside: connection)
    let person = try #require(book.id(of: identity))
    book.remember(identity, as: person)
    try book.save()
    #expect(try PersonBook(beside: connection).id(of: unit) == person)
    let again = try PersonBook(beside: connection)
    again.forget(person)
    try again.save()
    #expect(try !String(contentsOf: scratch.file("persons.json"), encoding: .utf8).contains(person.rawValue))
    #expect(try PersonBook(beside: connection).id(of: unit) == nil)
    #expect(try PersonBook(beside: connection).id(of: identity) == person)
  }

  @Test("asks for exactly one of persons and --due, and for no day to come", arguments: [
    ["--project", "330382-2024-0007", "--reason", "到期"],
    ["p-1", "--due", "--project", "330382-2024-0007", "--reason", "到期"],
    ["--due", "--as-of", "2999-01-01", "--project", "330382-2024-0007", "--reason", "到期"],
    ["p-1", "--project", "330382-2024-0007"],
  ])
  func usage(_ arguments: [String]) {
    #expect(throws: (any Error).self) { try PrivacyEraseCommand.parse(arguments) }
  }
}
