import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// Imports an owner roll and seals it.
struct ImportRollCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "roll", abstract: "导入业主名册并封存。 An owner roll, sealed at the end.",
    discussion: """
      全部送到后才封存；封存前名册只是草稿，不参与任何表决。

      Example:
        jiugai import roll 名册.csv --project 330382-2024-0007 --on 2024-02-01 --as subdistrict
      """)

  @Option(help: "项目编号。 The project.")
  var project: ProjectID

  @Flag(help: "先不封存。 Leave it a draft.")
  var draft = false

  @OptionGroup var options: ImportOptions

  var output: OutputOptions { options.output }

  func perform() async throws {
    let data = try options.data()
    let persons = try options.persons()
    let roll = try RollSheet(CSVTable(data: data, file: options.name), file: options.name, persons: persons)
    let seal = try roll.seal()
    let parts = try ImportRun.parts(roll.units)
    var summary = ImportSummary(roll.sheet, isDryRun: options.dryRun)
    summary.add("units", "套数", "units", roll.units.count)
    summary.add("owners", "业主（人次）", "owners", roll.units.reduce(0) { $0 + $1.owners.count })
    summary.add("area", "专有部分面积 m²", "exclusive area m²", seal.area.description)
    guard !options.dryRun else { return output.show(summary.json) { summary.text(output) } }

    // Before the first part is sent: another file must find the same ids whatever happens in between.
    try persons.save()
    let role = try options.office.requiredRole()
    let office = try options.office.office(output)
    defer { office.close() }
    let run = ImportRun(office: office, role: role, day: options.day, file: data, target: "roll \(project)")
    let begun = try await run.send(BeginRoll(project: project), part: 0)
    let bar = ProgressBar(options.name, of: roll.units.count)
    var done = 0
    for (index, part) in parts.enumerated() {
      _ = try await run.send(
        AddRollUnits(project: project, roll: begun.reply.roll, units: try Listing(part)), part: index)
      done += part.count
      bar.advance(to: done)
    }
    bar.finish()
    summary.add("roll", "名册", "roll", begun.reply.roll.rawValue)
    if !draft {
      let sealed = try await run.send(
        SealRoll(
          project: project, roll: begun.reply.roll, units: try Whole(roll.units.count), totalArea: seal.area,
          contentHash: seal.hash), part: parts.count)
      summary.add("heads", "人数", "heads", sealed.reply.heads)
      summary.add("households", "户数", "households", sealed.reply.households)
      summary.add("hash", "封存校验值", "sealed with", seal.hash.rawValue)
    }
    output.show(summary.json) { summary.text(output) }
  }
}
