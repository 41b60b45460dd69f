import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Which projects wait in which service, and what an operator does about it.
struct ParkedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parked",
    abstract: "滞留的项目：查看、重试、跳过。 Projects whose events wait: look, try again, pass over.",
    discussion: """
        jiugai-status parked list                                    哪些项目滞留、为什么
        jiugai-status parked show 330382-2024-0007                   逐条列出滞留的事件
        jiugai-status parked retry 330382-2024-0007                  规则包装好之后重试，无需重启
        jiugai-status parked skip 330382-2024-0007 --service funding --event voting/17 --reason 对方已重发

      What is passed over is never recorded: the reason stands in the service's journal. `-` in the place of a project
      stands for events that name none.

      Exit codes: 0 nothing waits (any more) · 1 something waits, or the service says no · 2 a service does not answer ·
      64 wrong use of this command line.
      """,
    subcommands: [List.self, Show.self, Retry.self, Skip.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "哪些项目滞留、为什么。 Which projects wait, and why.")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      let office = try options.office()
      let desk = ServicesDesk(office)
      var answers: [ParkedAnswer] = []
      for service in ServiceName.allCases {
        answers.append(await ParkedAnswer(service) { .projects(try await desk.parked(in: service)) })
      }
      office.close()
      try ParkedText(options.language).tell(answers, isJSON: options.json)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "逐条列出一个项目滞留的事件。 The events of one project that wait.")

    @Argument(help: "项目编号，或 -。 The project, or - for events that name none.")
    var project: ParkedSubject

    @Option(help: "只看这个服务。 In this service only.")
    var service: ServiceName?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      let office = try options.office()
      let desk = ServicesDesk(office)
      var answers: [ParkedAnswer] = []
      for service in service.map({ [$0] }) ?? ServiceName.allCases {
        answers.append(
          await ParkedAnswer(service) { .events(project.id, try await desk.events(of: project.id, in: service)) })
      }
      office.close()
      try ParkedText(options.language).tell(answers, isJSON: options.json)
    }
  }

  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "重试滞留的事件，无需重启。 Try what waits again, without a restart.",
      discussion: "The service reads its packs anew first.")

    @Argument(help: "项目编号，或 -；不写则全部。 The project, or -; all that wait when left out.")
    var project: ParkedSubject?

    @Option(help: "只在这个服务。 In this service only.")
    var service: ServiceName?

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      let office = try options.office(patience: 20)
      let desk = ServicesDesk(office)
      var answers: [ParkedAnswer] = []
      for service in service.map({ [$0] }) ?? ServiceName.allCases {
        answers.append(
          await ParkedAnswer(service) {
            for waiting in try await desk.parked(in: service) where project.map({ $0.word == waiting.word }) ?? true {
              try await desk.retry(waiting.id, in: service)
            }
            let left = try await desk.parked(in: service)
            return .projects(left.filter { waiting in project.map { $0.word == waiting.word } ?? true })
          })
      }
      office.close()
      try ParkedText(options.language).tell(answers, isJSON: options.json)
    }
  }

  struct Skip: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "跳过一条不能记录的事件，须写明理由。 Pass over one event for good, with a reason.")

    @Argument(help: "项目编号，或 -。 The project, or - for events that name none.")
    var project: ParkedSubject

    @Option(help: "滞留在哪个服务。 The service in which it waits.")
    var service: ServiceName

    @Option(help: "哪一条：数据流/编号，例如 voting/17。 Which one: feed/number.")
    var event: ParkedEventName

    @Option(help: "理由，记入该服务的日志。 Why; it stands in the service's journal.")
    var reason: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      guard let reason = try? Text<500>(reason) else {
        throw ValidationError(options.say("--reason：1 到 500 个字。", "--reason: 1 to 500 characters"))
      }
      let office = try options.office(patience: 20)
      let desk = ServicesDesk(office)
      let answer = await ParkedAnswer(service) {
        let waiting = try await desk.events(of: project.id, in: service).events
        guard let found = waiting.first(where: { $0.feed == event.feed && $0.sequence == event.sequence }) else {
          throw OperatorFault.notWaiting(event.text)
        }
        try await desk.skip(
          SourceRef(feed: found.feed, epoch: try Identifier(found.epoch), sequence: found.sequence), of: project.id,
          in: service, because: reason)
        return .projects(try await desk.parked(in: service).filter { $0.word == project.word })
      }
      office.close()
      try ParkedText(options.language).tell([answer], isJSON: options.json)
    }
  }
}

/// A project, or `-` for events that name none.
struct ParkedSubject: ExpressibleByArgument {
  let id: ProjectID?
  var word: String { id?.rawValue ?? "-" }

  init?(argument: String) {
    if argument == "-" {
      id = nil
    } else {
      guard let project = try? ProjectID(argument) else { return nil }
      id = project
    }
  }
}

/// `voting/17`.
struct ParkedEventName: ExpressibleByArgument {
  let feed: ServiceName
  let sequence: Int64
  var text: String { "\(feed)/\(sequence)" }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let feed = ServiceName(rawValue: String(parts[0])), let sequence = Int64(parts[1]) else {
      return nil
    }
    self.feed = feed
    self.sequence = sequence
  }
}

extension Parked.Waiting {
  /// The project, or `-`.
  var word: String { project.isEmpty ? "-" : project }
  var id: ProjectID? { try? ProjectID(project) }
}
