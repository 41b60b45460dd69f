import Contracts
import DomainModel
import ServiceKit

/// The platform's code is recorded once, and for one project.
enum AssignProjectCodeDecision: Decision {
  struct Sight {
    let file: ApprovalFile
    let use: CodeUse?
  }

  static func look(_ command: AssignProjectCode, at view: any EntityView) throws -> Sight {
    Sight(
      file: try view.approvalFile(command.project), use: try view.get(CodeUse.self, command.code.rawValue))
  }

  static func decide(
    _ command: AssignProjectCode, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    if let known = sight.file.code {
      throw Refusal(.codeAssignedAlready, values: [NamedValue("code", .code(known.code.rawValue))])
    }
    if let use = sight.use, use.project != command.project {
      throw Refusal(.codeTaken, values: [NamedValue("project", .code(use.project.rawValue))], pointers: ["/code"])
    }
    try ruling.passGate()
    return Outcome([ProjectCodeAssigned(project: command.project, code: command.code, system: command.system)])
  }
}
