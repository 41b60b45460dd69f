import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// What was refused, to whom and why, across all projects.
struct RefusalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refusals",
    abstract: "不予办理的记录：何时、对谁、什么事、为什么。 What was refused: when, to whom, what, why.",
    discussion: """
        jiugai-status refusals --since 2024-03-01
        jiugai-status refusals --organisation yueqing-housing --code gate-closed
        jiugai-status refusals --project 330382-2024-0007 --service voting --json

      The newest first. What was not judged at all (a key without the role, a body that cannot be read) is not among them:
      it is counted, and repeated attempts raise an alarm in jiugai-status.

      Exit codes: 0 listed · 2 a service does not answer · 64 wrong use of this command line.
      """)

  @Option(help: "自这一天起，如 2024-03-01。 Not those of before this day.")
  var since: String?

  @Option(help: "只看这个项目。 About this project only.")
  var project: ProjectID?

  @Option(help: "只看这个单位的。 Refused to this organisation.")
  var organisation: OrganisationID?

  @Option(help: "只看这个代码的，如 gate-closed。 With this code.")
  var code: Identifier<SlugKind>?

  @Option(help: "只问这个服务，可写几次。 Of this service only; may be repeated.")
  var service: [ServiceName] = []

  @Option(help: "最多列出多少条，1 到 10000。 How many at most.")
  var limit: Int = 100

  @OptionGroup var options: OperatorOptions

  private var day: BusinessDate? { since.flatMap { try? BusinessDate($0) } }

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit: 1 to 10000") }
    guard since == nil || day != nil else { throw ValidationError("--since: a day such as 2024-03-01") }
  }

  func run() async throws {
    let office = try options.office(patience: 10)
    var lists: [RefusalList] = []
    for one in service.isEmpty ? ServiceName.allCases : service {
      lists.append(await list(of: one, Catalogue.contract(of: one), office))
    }
    office.close()
    let text = RefusalsText(options.language, limit: limit)
    print(options.json ? text.json(lists).text : text.text(lists))
    if lists.contains(where: { $0.silence != nil }) { throw ExitCode(2) }
  }

  /// Page after page until there are enough: of each service as many as may be shown of all.
  private func list<C: ServiceContract>(of one: ServiceName, _ contract: C.Type, _ office: Office) async -> RefusalList {
    var list = RefusalList(service: one)
    var before: Text<300>?
    do {
      let size = try Whole<1, 200>(min(200, limit))
      repeat {
        let page = try await office.ask(
          RefusalLogQuery<C>(
            since: day, project: project, organisation: organisation, code: code, before: before, limit: size),
          as: .systemOperator)
        list.refusals += page.refusals
        before = page.next
      } while before != nil && list.refusals.count < limit
      list.hasMore = before != nil
    } catch {
      list.silence = Trip(error, one, options.language).sentence
    }
    return list
  }
}

/// The refusals of one service.
struct RefusalList {
  let service: ServiceName
  var refusals: [RefusalLog.Entry] = []
  var hasMore = false
  /// Why they did not come, or not all of them.
  var silence: String?
}
