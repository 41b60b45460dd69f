import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("Who may do what")
struct RoleTableTests {
  private let library: PackLibrary

  init() throws { library = try OurPacks.library() }

  @Test("names every command, query and event of every service once for each city")
  func complete() {
    let table = RoleTable(library.editions)
    #expect(table.cities.count == library.editions.count && !table.cities.isEmpty)
    var names = Catalogue.commands.map { $0.name.rawValue }
    names += Catalogue.queries.map { $0.name.rawValue }
    names += Catalogue.events.map { $0.name.rawValue }
    for city in table.cities { #expect(city.rows.map(\.name.rawValue).sorted() == names.sorted()) }
  }

  @Test("never widens what the contract admits, and cites what a pack narrows")
  func narrowing() {
    var narrowed = 0
    let contract = Dictionary(
      RoleTable([]).cities[0].rows.map { ("\($0.kind) \($0.name)", Set($0.roles)) }, uniquingKeysWith: { one, _ in one })
    for city in RoleTable(library.editions).cities {
      for row in city.rows {
        let all = contract["\(row.kind) \(row.name)"] ?? []
        #expect(Set(row.roles).isSubset(of: all))
        #expect(row.isNarrowed == (Set(row.roles) != all))
        if row.isNarrowed {
          narrowed += 1
          #expect(!row.cites.isEmpty && !row.roles.isEmpty, "\(city.pack) \(row.name)")
        }
      }
    }
    #expect(narrowed > 0, "no pack narrows anything: the test sees nothing")
  }

  @Test("is what a service goes by")
  func sameAsEngine() {
    for edition in library.editions {
      for row in RoleTable([edition]).cities[0].rows where row.kind == .command {
        let declared = Catalogue.command(row.name.rawValue)?.senders ?? []
        let allowed = edition.senders(of: row.name) ?? declared
        #expect(Set(row.roles) == declared.intersection(allowed))
      }
    }
  }

  @Test("is narrowed to a role, a message, a service")
  func filters() {
    let finance = RoleTable([], role: .finance).cities[0].rows
    #expect(!finance.isEmpty && finance.allSatisfy { $0.roles.contains(.finance) })
    #expect(RoleTable([], message: "voting.close-round").cities[0].rows.map(\.name.rawValue) == ["voting.close-round"])
    #expect(RoleTable([], message: "voting").cities[0].rows.allSatisfy { $0.service == .voting })
  }

  @Test("says of events who reads them")
  func readers() throws {
    let rows = RoleTable([], message: "voting").cities[0].rows
    #expect(try #require(rows.first { $0.name == "voting.ballots-cast" }).access == .own)
    #expect(try #require(rows.first { $0.name == "voting.round-closed" }).access == .roles)
  }

  @Test("is a table with one line for each role, as data")
  func csv() throws {
    let output = try OutputOptions.parse([])
    let table = RoleTable(library.editions, message: "voting.close-round")
    let lines = RoleTableText(output).csv(table).split(separator: "\n")
    #expect(lines[0] == "city,edition,service,kind,message,version,role,role_zh,narrowed,cites")
    #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 10 })
    #expect(lines.count - 1 == table.cities.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.roles.count } })
    #expect(RoleTableText(output).json(table)["format"] == "jiugai-roles/1")
  }
}
