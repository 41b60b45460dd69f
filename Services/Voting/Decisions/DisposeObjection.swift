import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Ends an objection. One that is not upheld needs the subdistrict's signature and, under the strict reading of "no
/// objection", still stands in the way of the declaration (AMB-12).
enum DisposeObjectionDecision: Decision {
  struct Sight {
    let docket: Docket
    let objection: Objection
    let noticeKind: NoticeKind
  }

  static func look(_ command: DisposeObjection, at view: any EntityView) throws -> Sight {
    let objection = try view.objection(command.objection, of: command.project)
    return Sight(
      docket: try view.docket(of: command.project), objection: objection,
      noticeKind: try view.notice(objection.notice, of: command.project).kind)
  }

  static func decide(
    _ command: DisposeObjection, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<ObjectionStanding> {
    let objection = sight.objection
    guard objection.isOpen else { throw Refusal(.objectionEnded, pointers: ["/objection"]) }
    guard command.disposition != .rejectedLate, command.disposition != .referred else {
      throw Refusal(.dispositionNotGiven, pointers: ["/disposition"])
    }
    try ruling.requireNotBefore(objection.lastStepOn)
    try ruling.require(signedFor(command, ruling))
    let path = (\Terms.notices).appending(path: sight.noticeKind.terms)
    let isStrict = try ruling.law().edition.settled(path.appending(path: \.strictObjections)).value ?? false
    let isOpen = isStrict && command.disposition == .notUpheld
    let disposed = ObjectionDisposed(
      project: command.project, objection: command.objection, disposition: command.disposition,
      document: command.document, isOpen: isOpen)
    let open = sight.docket.objectionsOpen - (isOpen ? 0 : 1)
    return Outcome(
      [disposed, ObjectionsCounted(project: command.project, open: try Whole(open))],
      reply: ObjectionStanding(
        objection: objection.id, notice: objection.notice, receivedOn: objection.receivedOn,
        withinWindow: objection.withinWindow, steps: objection.steps, disposition: command.disposition, isOpen: isOpen))
  }

  /// Whoever turns an objection down answers for it: the subdistrict, with its reasons on paper.
  private static func signedFor(_ command: DisposeObjection, _ ruling: Ruling) -> [Finding] {
    guard command.disposition == .notUpheld else { return [] }
    let bySubdistrict = ruling.principal.roles.contains(.subdistrict)
    let hasReasons = command.document != nil
    return [
      Finding(
        "objection.signed-by-subdistrict", bySubdistrict && hasReasons ? .satisfied : .violated,
        origin: .recommended, cites: [.choice("objection-disposition")],
        values: [NamedValue("by-subdistrict", .flag(bySubdistrict)), NamedValue("reasons-filed", .flag(hasReasons))])
    ]
  }
}
