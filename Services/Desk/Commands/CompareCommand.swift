import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Policy

/// `jiugai compare`: one community under every city's rules.
struct CompareCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "同一小区按各城市规则试算：表决、出资、公示、期限。 One community under every city's rules.",
    discussion: """
      用同一份名册、票、造价和日期，逐个城市试算：两轮表决谁能通过、依据哪一条，居民和财政各出多少（未规定的写“未规定”），
      方案公示几个工作日、到哪一天，按已规定的期限共需几个工作日，哪一步之前资金要到位多少。什么也不发送。

      Examples:
        jiugai compare                                  用 deploy/samples/yueqing 的样例
        jiugai compare --roll 名册.csv --costs 造价.csv --posted 2024-04-25 --json
      """)

  @Option(help: "样例文件夹，未另给的表取自这里。 The folder of the tables that are not named.")
  var samples = "deploy/samples/yueqing"

  @Option(help: "名册。 The roll.")
  var roll: String?

  @Option(help: "意愿表决的票。 The ballots on willingness.")
  var willingness: String?

  @Option(help: "方案表决的票。 The ballots on the plan.")
  var plan: String?

  @Option(help: "各项工程费用。 The works with their costs.")
  var costs: String?

  @Option(help: "各幢面积。 The buildings with their areas.")
  var buildings: String?

  @Option(help: "其他费用和预备费合计，元；默认取样例的。 Other costs and contingency together.")
  var shared: Money?

  @Option(help: "社会资金，元。 Social capital.")
  var socialCapital: Money = .zero

  @Option(help: "方案公示的张贴日。 The day on which the plan is posted.")
  var posted: BusinessDate = "2024-04-25"

  @OptionGroup var folders: PackFolders
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let library = try folders.library()
    let calendar = try WorkCalendar(
      folder: PolicyFolder.calendars.locate(configured: ProcessInfo.processInfo.environment["JIUGAI_CALENDARS"]))
    let community = try community()
    // The newest edition of each pack, in the order of their names.
    let newest = Dictionary(library.editions.map { ($0.identity.pack, $0) }, uniquingKeysWith: { $1 })
    let forecasts = try newest.values.sorted { $0.identity.pack.rawValue < $1.identity.pack.rawValue }.map {
      try CityForecast(community, under: Law(edition: $0, calendar: calendar))
    }
    output.show(["posted": .string(posted.description), "cities": .array(forecasts.map(\.json))]) {
      CityForecastText(output.language).text(forecasts)
    }
  }

  private func community() throws -> CityForecast.Community {
    let persons = try PersonBook(
      beside: FileManager.default.temporaryDirectory.appendingPathComponent("connection.json"), isDryRun: true)
    let units = try RollSheet(try table(roll, "roll.csv"), file: roll ?? "roll.csv", persons: persons).units
    func tally(_ given: String?, _ usual: String) throws -> VoteFigures {
      let ballots = try BallotSheet(try table(given, usual), file: given ?? usual, persons: persons).ballots.map(\.ballot)
      return ForecastTally(units, ballots).figures
    }
    let areas = try BuildingSheet(try table(buildings, "buildings.csv"), file: buildings ?? "buildings.csv").buildings
    return CityForecast.Community(
      willingness: try tally(willingness, "ballots-willingness-2.csv"), plan: try tally(plan, "ballots-plan.csv"),
      costs: try CostSheet(try table(costs, "costs.csv"), file: costs ?? "costs.csv").lines, shared: try sharedCosts(),
      buildings: areas.map {
        .init(
          building: $0.building, permit: $0.permitFloorArea, registered: $0.registeredFloorArea, chosen: nil, garage: nil)
      }, socialCapital: socialCapital, postedOn: posted)
  }

  /// The samples keep what belongs to no item in a file for the plan's command, beside the table.
  private func sharedCosts() throws -> Money {
    if let shared { return shared }
    struct Plan: Decodable { let sharedCosts: Contracts.SharedCosts }
    guard costs == nil, let data = FileManager.default.contents(atPath: "\(samples)/costs.json"),
      let plan = try? JSONDecoder().decode(Plan.self, from: data)
    else { return .zero }
    return try plan.sharedCosts.other.adding(plan.sharedCosts.contingency)
  }

  private func table(_ given: String?, _ usual: String) throws -> CSVTable {
    let path = given ?? "\(samples)/\(usual)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeskFault.usage("file-unreadable", zh: "读不到文件 \(path)。", en: "The file \(path) cannot be read.")
    }
    return try CSVTable(data: data, file: path)
  }
}

extension Money: ExpressibleByArgument {
  public init?(argument: String) {
    guard let money = try? Money(argument) else { return nil }
    self = money
  }
}
