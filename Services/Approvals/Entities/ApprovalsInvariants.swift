import Contracts
import DomainModel
import ServiceKit

/// What must always hold of approvals: an opinion is that of a consultation that was called, an answer is late when it came
/// after its day, a code belongs to one project, and no document is approved twice.
enum ApprovalsInvariants {
  static let all = [file, lateness, documents, permits]

  private static let file = Invariant.each(
    "file-names-what-is-there", of: ApprovalFile.self, zh: "项目案卷所指的会审、在效意见和代码都在，且属于它",
    en: "The consultation, the opinion in force and the code that a file names are there, and its own."
  ) { file, view in
    var faults: [Invariant.Fault] = []
    func known(_ id: ConsultationID?) throws -> Consultation? {
      guard let id else { return nil }
      let found = try view.get(Consultation.self, id.rawValue)
      if found?.project != file.project { faults.append(.init(zh: "没有它的会审 \(id)", en: "it has no consultation \(id)")) }
      return found
    }
    _ = try known(file.consultation)
    if let inForce = try known(file.opinionInForce), !inForce.hasOpinionInForce {
      faults.append(.init(zh: "\(inForce.id) 没有在效的意见", en: "\(inForce.id) has no opinion in force"))
    }
    var called = 0
    try view.each(Consultation.self, prefix: "\(file.project)/") { _ in called += 1 }
    let counted = try view.nextNumber("\(file.project)/\(ConsultationItem.letter)") - 1
    if called != counted {
      faults.append(.init(zh: "会审计 \(counted) 次，存 \(called) 次", en: "\(counted) consultations are counted, \(called) are kept"))
    }
    if let code = file.code, try view.get(CodeUse.self, code.code.rawValue)?.project != file.project {
      faults.append(.init(zh: "代码 \(code.code) 不是登记给它的", en: "the code \(code.code) is not registered as its own"))
    }
    return faults
  }

  private static let lateness = Invariant.each(
    "answers-are-late-by-their-day", of: Consultation.self, zh: "部门意见逾期与否，与期限相符；意见不早于会审发起",
    en: "An answer is late when it came after its day, and none came before the call."
  ) { consultation, _ in
    consultation.seats.compactMap { seat in
      guard let answer = seat.answer else { return nil }
      if answer.on < consultation.calledOn {
        return .init(
          zh: "\(seat.organisation) 的意见（\(answer.on)）早于发起（\(consultation.calledOn)）",
          en: "that of \(seat.organisation) (\(answer.on)) came before the call (\(consultation.calledOn))")
      }
      // One answer counts for every place that the organisation fills; the days of these may differ.
      let days = consultation.seats.filter { $0.organisation == seat.organisation }.map(\.deadline)
      guard !days.contains(where: { answer.isLate == (answer.on > $0) }) else { return nil }
      return .init(
        zh: "\(seat.organisation)：期限 \(seat.deadline)，\(answer.on) 答复，却记为\(answer.isLate ? "逾期" : "按期")",
        en: "\(seat.organisation): due \(seat.deadline), given \(answer.on), yet \(answer.isLate ? "late" : "in time")")
    }
  }

  private static let documents = Invariant.each(
    "documents-are-approved-once", of: Initiation.self, zh: "立项文件各只批一次，最后一步不早于任一批复",
    en: "Each document of the initiation is approved once, and none after the last step."
  ) { initiation, _ in
    let covered = initiation.approvals.flatMap(\.covers)
    var faults: [Invariant.Fault] = []
    for document in repeated(among: covered).sorted(by: { $0.place < $1.place }) {
      faults.append(.init(zh: "\(document.rawValue) 批了不止一次", en: "\(document.rawValue) was approved more than once"))
    }
    if let last = initiation.approvals.map(\.on).max(), last > initiation.lastStepOn {
      faults.append(
        .init(
          zh: "最后一步记为 \(initiation.lastStepOn)，批复却有 \(last) 的",
          en: "the last step is of \(initiation.lastStepOn), an approval of \(last)"))
    }
    return faults
  }

  private static let permits = Invariant.each(
    "permits-run-forward", of: PermitFile.self, zh: "许可的止期不早于发证日，规划许可每种一件",
    en: "No permit ends before it was issued, and there is one planning permit of a kind."
  ) { file, _ in
    var faults: [Invariant.Fault] = file.worksPermits.filter { $0.until < $0.permit.on }.map {
      .init(
        zh: "\($0.kind.rawValue)：\($0.permit.on) 发，\($0.until) 止", en: "\($0.kind.rawValue): issued \($0.permit.on), ends \($0.until)")
    }
    for kind in repeated(among: file.planningPermits.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
      faults.append(.init(zh: "\(kind.rawValue) 不止一件", en: "more than one \(kind.rawValue)"))
    }
    return faults
  }

  /// What stands there more than once.
  private static func repeated<Element: Hashable>(among elements: [Element]) -> Set<Element> {
    var seen: Set<Element> = []
    return Set(elements.filter { !seen.insert($0).inserted })
  }
}
