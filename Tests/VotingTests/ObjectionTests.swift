import Contracts
import DomainModel
import Policy
import TestKit
import Testing

@testable import Voting

@Suite("An objection")
struct ObjectionTests {
  private let place: Neighbourhood
  private let notice: NoticeID

  init() throws {
    (place, notice) = try Self.posted()
  }

  /// A notice that hangs from Monday, 4 March 2024.
  private static func posted(under law: Law? = nil) throws -> (Neighbourhood, NoticeID) {
    let place = try Neighbourhood(law: law)
    try place.sealedRoll(try Neighbourhood.units(1...20))
    // A city that bars late objections wants the last day printed beforehand.
    return (place, try place.postedNotice(until: law == nil ? nil : "2024-03-13"))
  }

  /// Votes, attaches the summary and ends the notice with 13 March.
  private func end(_ place: Neighbourhood, _ notice: NoticeID) throws {
    let round = try place.bench.send(place.opening(.plan, on: "330382-2024-0007/L1"), on: "2024-03-04").round
    try place.cast(.agree, 1...20, in: round)
    try place.bench.send(place.closing(round), on: "2024-03-08")
    try place.bench.send(
      AttachSummary(project: place.project, notice: notice, round: round, summary: place.paper), on: "2024-03-08")
    try place.bench.send(place.ending(notice, lastDay: "2024-03-13"), on: "2024-03-14")
  }

  private func objection(_ place: Neighbourhood? = nil, text: Text<200> = "希望保留北侧停车位") -> RecordObjection {
    RecordObjection(
      project: (place ?? self.place).project, notice: notice,
      objector: RollOwner(person: "p-3", name: "林某某", phone: "13800000000"), text: text, letter: nil,
      channel: .written)
  }

  private func openCount(_ place: Neighbourhood? = nil) throws -> FactValue? {
    try (place ?? self.place).bench.facts(of: (place ?? self.place).project)[.objectionsOpen]?.value
  }

  private func disposing(
    _ objection: ObjectionID, _ disposition: ObjectionDisposition, document: DocumentHash? = nil
  ) -> DisposeObjection {
    DisposeObjection(
      project: place.project, objection: objection, disposition: disposition, document: document ?? place.paper)
  }

  @Test("is counted from the posting of the notice on: none, one, none")
  func counts() throws {
    #expect(try openCount() == .count(0))
    let standing = try place.bench.send(objection(), on: "2024-03-06")
    #expect(standing.withinWindow && standing.isOpen && standing.disposition == nil)
    #expect(try openCount() == .count(1))
    let settled = try place.bench.send(disposing(standing.objection, .settled), on: "2024-03-07")
    #expect(!settled.isOpen)
    #expect(try openCount() == .count(0))
  }

  @Test("leaves no name and no word of it in the journal")
  func staysPrivate() throws {
    try place.bench.send(objection(), on: "2024-03-06")
    try place.bench.send(
      RecordObjection(
        project: place.project, notice: notice, objector: nil, text: "匿名意见", letter: nil, channel: .phone),
      on: "2024-03-06")
    let recorded = try place.bench.recordedText()
    for secret in ["林某某", "13800000000", "停车位", "匿名意见"] { #expect(!recorded.contains(secret)) }
  }

  @Test("after the notice is still taken in Yueqing, and waits for its disposition")
  func lateButTaken() throws {
    try end(place, notice)
    let standing = try place.bench.send(objection(), on: "2024-03-14")
    #expect(!standing.withinWindow && standing.isOpen)
    #expect(try openCount() == .count(1))
  }

  @Test("on the last day is within the window")
  func lastDay() throws {
    try end(place, notice)
    #expect(try place.bench.send(objection(), on: "2024-03-13").withinWindow)
  }

  @Test("after the declaration was filed goes to the complaint channel and blocks nothing")
  func afterDeclaration() throws {
    try end(place, notice)
    try place.bench.state([FactStatement(.declarationSubmitted, .flag(true))], of: place.project, on: "2024-03-20")
    let standing = try place.bench.send(objection(), on: "2024-03-21")
    #expect(standing.disposition == .referred && !standing.isOpen)
    #expect(try openCount() == .count(0))
  }

  @Test("after the notice is recorded as rejected where a city bars late ones")
  func lateAndBarred() throws {
    let law = try Law.altered([
      "lateObjections: silent": "lateObjections: {value: rejected, cites: [plan 3.3]}"
    ])
    let (place, notice) = try Self.posted(under: law)
    try end(place, notice)
    #expect(try place.bench.send(objection(place), on: "2024-03-13").disposition == nil)
    let late = try place.bench.send(objection(place), on: "2024-03-14")
    #expect(late.disposition == .rejectedLate && !late.isOpen)
    #expect(try openCount(place) == .count(1))
  }

  @Test("that is not upheld needs the subdistrict's signature and reasons")
  func notUpheld() throws {
    let standing = try place.bench.send(objection(), on: "2024-03-06")
    let turnedDown = disposing(standing.objection, .notUpheld)
    #expect(
      try place.bench.refusal(turnedDown, on: "2024-03-07", as: .ownersBody)?.findings.filter(\.stops).map(\.rule)
        == ["objection.signed-by-subdistrict"])
    let silent = DisposeObjection(
      project: place.project, objection: standing.objection, disposition: .notUpheld, document: nil)
    #expect(try place.bench.refusal(silent, on: "2024-03-07")?.code == "gate-closed")
    #expect(try !place.bench.send(turnedDown, on: "2024-03-07").isOpen)
    #expect(try openCount() == .count(0))
  }

  @Test("that is not upheld still blocks under the strict reading, until it is settled")
  func strictly() throws {
    let law = try Law.altered([
      "strictObjections: silent": "strictObjections: {value: yes, cites: [plan 3.4]}"
    ])
    let (place, _) = try Self.posted(under: law)
    let standing = try place.bench.send(objection(place), on: "2024-03-06")
    #expect(try place.bench.send(disposing(standing.objection, .notUpheld), on: "2024-03-07").isOpen)
    #expect(try openCount(place) == .count(1))
    #expect(try !place.bench.send(disposing(standing.objection, .withdrawn), on: "2024-03-08").isOpen)
    #expect(try openCount(place) == .count(0))
  }

  @Test("ends once, and not with a disposition that the system alone gives")
  func ends() throws {
    let standing = try place.bench.send(objection(), on: "2024-03-06")
    #expect(
      try place.bench.refusal(disposing(standing.objection, .rejectedLate), on: "2024-03-07")?.code
        == "disposition-not-given")
    #expect(
      try place.bench.refusal(disposing(standing.objection, .settled), on: "2024-03-05")?.code == "dated-before")
    try place.bench.send(disposing(standing.objection, .withdrawn), on: "2024-03-07")
    #expect(
      try place.bench.refusal(disposing(standing.objection, .settled), on: "2024-03-08")?.code == "objection-ended")
  }

  @Test("goes through negotiation to mediation; in Yueqing the order is told, not enforced")
  func steps() throws {
    let standing = try place.bench.send(objection(), on: "2024-03-06")
    func step(_ step: ObjectionStep, writing: DocumentHash? = nil) -> RecordObjectionStep {
      RecordObjectionStep(
        project: place.project, objection: standing.objection, step: step, actor: .ownersBody, isAgreed: false,
        minutes: nil, requestedInWriting: writing)
    }
    try place.bench.send(step(.mediation), on: "2024-03-07")
    try place.bench.send(step(.negotiation), on: "2024-03-07")
    let listed = try place.bench.ask(ObjectionsQuery(project: place.project))
    #expect(listed.objections.first?.steps == [.mediation, .negotiation] && listed.open == 1)
  }

  @Test("is mediated only after negotiation and on a written request where a city wants that")
  func writtenMediation() throws {
    let law = try Law.altered([
      "objectionPath: {steps: [negotiation, mediation], ledBy: [owners-body], cites: [plan 3.3]}":
        "objectionPath: {steps: [negotiation, written-mediation], ledBy: [owners-body], cites: [plan 3.3]}"
    ])
    let (place, _) = try Self.posted(under: law)
    let standing = try place.bench.send(objection(place), on: "2024-03-06")
    func step(_ step: ObjectionStep, writing: DocumentHash? = nil) -> RecordObjectionStep {
      RecordObjectionStep(
        project: place.project, objection: standing.objection, step: step, actor: .subdistrict, isAgreed: false,
        minutes: nil, requestedInWriting: writing)
    }
    #expect(try place.bench.refusal(step(.mediation, writing: place.paper), on: "2024-03-07")?.code == "gate-closed")
    try place.bench.send(step(.negotiation), on: "2024-03-07")
    #expect(try place.bench.refusal(step(.mediation), on: "2024-03-08")?.code == "gate-closed")
    #expect(try place.bench.refusal(step(.mediation, writing: place.paper), on: "2024-03-08") == nil)
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try counts()
    let (before, after) = try place.bench.rebuilt()
    #expect(before == after)
  }
}
