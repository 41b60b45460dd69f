import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Policy
import Foundation
import Terminal

/// Tells why a project stands where it stands: each step taken, the articles and figures behind it, and what is
/// missing.
struct ExplainCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个项目每一步的依据，以及还缺什么。 Explain a project's decisions.",
    discussion: """
      Examples:
        jiugai explain 330382-2024-0007
        jiugai explain 330382-2024-0007 --refusals         也列出不予办理的记录
        jiugai explain 330382-2024-0007 --as-of 2024-06-01 --json
      """)

  @Argument(help: "项目编号。 The project.")
  var project: ProjectID

  @Flag(help: "也列出不予办理的记录。 Show refusals too.")
  var refusals = false

  @Option(help: "按哪一天判断前面的条件；默认今天。 The day for which what lies ahead is judged.")
  var asOf: BusinessDate?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let role = try office.readingRole()
    let desk = try office.office(output)
    defer { desk.close() }
    var story = ProjectStory()
    for contract in Catalogue.contracts { try await gather(contract, into: &story, desk, role) }
    do {
      story.outlook = try await desk.ask(OutlookQuery(project: project, asOf: asOf), as: role)
    } catch ClientFault.noAnswer {
      story.silent.insert(.intake)
    }
    let text = StoryText(output.language, articles: .installed)
    output.show(try story.json(withRefusals: refusals)) {
      let told = text.text(story, of: project, withRefusals: refusals)
      return TerminalSize.isTerminal ? TextWidth.hanging(told, width: TerminalSize.columns) : told
    }
    if !story.silent.isEmpty { throw Exit.noAnswer }
  }

  /// A service that is down leaves a gap in the story, which is told, and does not hide the others.
  private func gather<C: ServiceContract>(
    _ contract: C.Type, into story: inout ProjectStory, _ desk: Office, _ role: Role
  ) async throws {
    do {
      for step in try await desk.ask(ReceiptsQuery<C>(project: project), as: role).receipts {
        story.steps.append(.init(service: C.service, taken: step))
      }
      guard refusals else { return }
      for given in try await desk.ask(RefusalsQuery<C>(project: project), as: role).refusals {
        story.refusals.append(.init(service: C.service, given: given))
      }
    } catch ClientFault.noAnswer {
      story.silent.insert(C.service)
    } catch ClientFault.refused(let problem) where problem.code == RefusalCode.projectUnknown.code.rawValue {
      // This service has not heard of the project: it has nothing to tell.
    }
  }
}
