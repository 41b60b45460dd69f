import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import FileStore
import Messaging
import Policy

/// A subcommand whose failures become a sentence and an exit code in one place.
protocol DeskCommand: AsyncParsableCommand {
  var output: OutputOptions { get }
  func perform() async throws
}

extension DeskCommand {
  mutating func run() async throws {
    do { try await perform() } catch { throw FailureReport(output).tell(error) }
  }
}

/// What this program ends with.
enum Exit {
  /// The law or the state says no.
  static let refused = ExitCode(1)
  /// Not judged: form, authority, or something here that cannot be used.
  static let rejected = ExitCode(2)
  /// Nobody answered; whether it was carried out is not known.
  static let noAnswer = ExitCode(3)
  /// The command line itself is wrong.
  static let usage = ExitCode(64)
}

/// Something that this program itself finds wrong, before a service is asked.
struct DeskFault: Error, CustomStringConvertible {
  let code: String
  let exit: ExitCode
  let zh: String
  let en: String
  /// The fields in question, with what is wrong with each.
  let fields: [BodyFault]

  static func usage(_ code: String, zh: String, en: String) -> DeskFault {
    DeskFault(code: code, exit: Exit.usage, zh: zh, en: en, fields: [])
  }

  static func rejected(_ code: String, zh: String, en: String, fields: [BodyFault] = []) -> DeskFault {
    DeskFault(code: code, exit: Exit.rejected, zh: zh, en: en, fields: fields)
  }

  var description: String { en }
}

/// Tells of a failure in the asked language and form, and says which code to end with.
struct FailureReport {
  private let output: OutputOptions
  private let problems: ProblemText

  init(_ output: OutputOptions, articles: ArticleBook = .installed) {
    self.output = output
    problems = ProblemText(output.language, articles: articles)
  }

  func tell(_ error: any Error) -> any Error {
    switch error {
    case let fault as ClientFault: tell(fault)
    case let fault as DeskFault: tell(fault)
    case let faults as ImportFaults: tell(faults)
    case let faults as PackFaults: tell(faults)
    case is ExitCode, is CleanExit, is ValidationError: error
    default: tell(code: "failed", exit: Exit.rejected, text: "\(error)")
    }
  }

  private func tell(_ fault: ClientFault) -> ExitCode {
    switch fault {
    case .refused(let problem):
      show(problem)
      return Exit.refused
    case .rejected(let code, let problem):
      if let problem { show(problem) } else { _ = tell(code: code, exit: Exit.rejected, text: code) }
      return Exit.rejected
    case .noAnswer(let service, let why):
      return tell(
        code: "no-answer", exit: Exit.noAnswer,
        text: output.say("\(service.rawValue) 没有答复，是否办成尚不知道。\n\(why)", "\(fault)"))
    case .noConnection(let path):
      return tell(
        code: "no-connection", exit: Exit.usage,
        text: output.say("找不到或读不懂连接文件 \(path)；deploy/up 或 jiugai keys installation 会写出它。", "\(fault)"))
    case .noClient(let role):
      return tell(
        code: "no-client", exit: Exit.usage,
        text: output.say("连接文件里没有“\(role.zh)”（\(role.rawValue)）的证书。", "\(fault)"))
    case .unknownService(let name):
      return tell(
        code: "no-service", exit: Exit.usage, text: output.say("连接文件里没有 \(name.rawValue) 服务。", "\(fault)"))
    case .unreadable: return tell(code: "unreadable", exit: Exit.rejected, text: "\(fault)")
    }
  }

  private func tell(_ fault: DeskFault) -> ExitCode {
    let problem = Problem(
      code: fault.code, title: output.say(fault.zh, fault.en),
      detail: fault.fields.map { $0.sentence(output.language) }.joined(separator: "\n"), retry: .afterCorrection,
      pointers: fault.fields.map(\.pointer))
    show(problem)
    return fault.exit
  }

  private func tell(_ faults: ImportFaults) -> ExitCode {
    if output.json {
      DeskSurroundings.tell(faults.json.text)
    } else {
      output.note(faults.text(output.language))
    }
    return Exit.rejected
  }

  private func tell(_ faults: PackFaults) -> ExitCode {
    PolicyFaultText.show(faults, output)
    return Exit.rejected
  }

  private func tell(code: String, exit: ExitCode, text: String) -> ExitCode {
    show(Problem(code: code, title: text, detail: "", retry: exit == Exit.noAnswer ? .later : .afterCorrection))
    return exit
  }

  private func show(_ problem: Problem) {
    if output.json {
      DeskSurroundings.tell((try? JSONValue(encoding: problem).text) ?? problem.code)
    } else {
      output.note(problems.text(problem))
    }
  }
}
