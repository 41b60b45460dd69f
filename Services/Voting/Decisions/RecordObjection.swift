import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Records an objection, whatever it says. One that comes too late is recorded too, with the disposition that the
/// city's rules give it.
enum RecordObjectionDecision: Decision {
  struct Sight {
    let docket: Docket
    let notice: Notice
  }

  static func look(_ command: RecordObjection, at view: any EntityView) throws -> Sight {
    Sight(
      docket: try view.docket(of: command.project), notice: try view.notice(command.notice, of: command.project))
  }

  static func decide(
    _ command: RecordObjection, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<ObjectionStanding> {
    let notice = sight.notice
    let law = try ruling.law()
    let number = sight.docket.objections + 1
    let isLate = notice.objectionsUntil.map { ruling.effectiveOn > $0 } ?? false
    let isWithin = ruling.effectiveOn >= notice.postedOn && !isLate
    let (disposition, cites) = isLate ? lateness(law.edition, notice.kind, ruling) : (nil, [])
    let recorded = ObjectionRecorded(
      project: command.project, objection: ObjectionID(command.project, number), notice: command.notice,
      objector: command.objector?.person, letter: command.letter, channel: command.channel, withinWindow: isWithin,
      disposition: disposition)
    let open = sight.docket.objectionsOpen + (disposition == nil ? 1 : 0)
    let standing = ObjectionStanding(
      objection: recorded.objection, notice: notice.id, receivedOn: ruling.effectiveOn, withinWindow: isWithin,
      steps: [], disposition: disposition, isOpen: disposition == nil)
    return Outcome(
      [recorded, ObjectionsCounted(project: command.project, open: try Whole(open))], reply: standing,
      findings: [window(notice, isWithin, disposition, cites)], persons: try persons(command, number))
  }

  /// What the city's rules make of an objection after the notice: nothing where they bar none, until the declaration is
  /// filed (AMB-13).
  private static func lateness(
    _ edition: Edition, _ kind: NoticeKind, _ ruling: Ruling
  ) -> (ObjectionDisposition?, [Citation]) {
    let path = (\Terms.notices).appending(path: kind.terms)
    let late = edition.settled(path.appending(path: \.lateObjections))
    if late.value == .rejected { return (.rejectedLate, late.citations) }
    let until = edition.settled(path.appending(path: \.objectionsUntil))
    if until.value == .noticeEnd { return (.rejectedLate, until.citations) }
    let isFiled = ruling.facts?.holds(.declarationSubmitted) ?? false
    return (isFiled ? .referred : nil, until.citations)
  }

  private static func window(
    _ notice: Notice, _ isWithin: Bool, _ disposition: ObjectionDisposition?, _ cites: [Citation]
  ) -> Finding {
    var values = [NamedValue("posted-on", .date(notice.postedOn)), NamedValue("within-window", .flag(isWithin))]
    if let last = notice.objectionsUntil { values.append(NamedValue("last-day", .date(last))) }
    if let disposition { values.append(NamedValue("disposition", .code(disposition.rawValue))) }
    return Finding(
      "objection.within-window", isWithin ? .satisfied : .violated, force: .advises,
      origin: cites.allSatisfy(\.isOurs) ? .recommended : .document,
      cites: cites.isEmpty ? [.choice("objection-disposition")] : cites, values: values)
  }

  /// Who objects, and what they wrote, with them: erasing the person erases the words and the letter.
  private static func persons(_ command: RecordObjection, _ number: Int) throws -> [PersonRecord] {
    var records = [command.objector?.record(for: .objection)].compactMap { $0 }
    if command.text != nil || command.letter != nil {
      let holder = try command.objector?.person ?? PersonID("objection-\(command.project)-\(number)")
      records.append(
        PersonRecord(
          person: holder, for: .objection, personal: command.text.map { ["objection\(number)": $0.value] } ?? [:],
          documents: command.documents))
    }
    return records
  }
}

extension Citation {
  /// Whether it names a default of ours rather than a document.
  var isOurs: Bool { instrument == Recommendation.instrument }
}
