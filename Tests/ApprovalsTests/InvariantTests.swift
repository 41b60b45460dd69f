import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@testable import Approvals

@Suite("What must always hold of approvals")
struct InvariantTests {
  private static let all: [Identifier<SlugKind>] = [
    "file-names-what-is-there", "answers-are-late-by-their-day", "documents-are-approved-once", "permits-run-forward",
  ]

  private func course() throws -> Course {
    let course = try Course.readyForPermit()
    try course.bench.send(course.permit, on: "2024-06-20", as: .housing)
    return course
  }

  private func faults(_ course: Course, _ invariant: Identifier<SlugKind>) throws -> [String] {
    try course.bench.check(ApprovalsContract.self, invariant).faults.map(\.en)
  }

  @Test("holds after a project's course", arguments: all)
  func holds(_ invariant: Identifier<SlugKind>) throws {
    let page = try course().bench.check(ApprovalsContract.self, invariant)
    #expect(page.checked == 1 && page.faults == [])
  }

  @Test("shows an opinion in force that nobody formed, a consultation too many, a code of another project")
  func file() throws {
    let course = try course()
    try course.bench.tamper(Consultation.self) { $0.opinion?.revokedOn = "2024-06-01" }
    #expect(try faults(course, "file-names-what-is-there") == ["330382-2024-0007/C1 has no opinion in force"])
    try course.bench.tamper(Consultation.self) { $0.opinion?.revokedOn = nil }
    try course.bench.tamper(NumberSeries.self, prefix: "330382-2024-0007/C") { $0.last = 2 }
    #expect(try faults(course, "file-names-what-is-there") == ["2 consultations are counted, 1 are kept"])
    try course.bench.tamper(NumberSeries.self, prefix: "330382-2024-0007/C") { $0.last = 1 }
    try course.bench.tamper(CodeUse.self) { $0 = CodeUse(code: $0.code, project: "330382-2024-0008") }
    #expect(try faults(course, "file-names-what-is-there").map { $0.hasPrefix("the code") } == [true])
  }

  @Test("shows an answer that was made late, or moved before the call")
  func lateness() throws {
    let course = try course()
    func change(on day: BusinessDate?, isLate: Bool) throws {
      try course.bench.tamper(Consultation.self) { consultation in
        guard let place = consultation.seats.firstIndex(where: { $0.answer != nil }), let old = consultation.seats[place].answer
        else { return }
        consultation.seats[place].answer = Seat.Answer(
          stance: old.stance, text: old.text, document: old.document, planning: old.planning, on: day ?? old.on, isLate: isLate,
          source: old.source)
      }
    }
    try change(on: nil, isLate: true)
    #expect(try faults(course, "answers-are-late-by-their-day").map { $0.hasSuffix("yet late") } == [true])
    try change(on: "2024-01-01", isLate: false)
    #expect(try faults(course, "answers-are-late-by-their-day").map { $0.contains("came before the call") } == [true])
  }

  @Test("shows a document approved twice, and an approval after the last step")
  func documents() throws {
    let course = try course()
    try course.bench.tamper(Initiation.self) { $0.approvals += $0.approvals.prefix(1) }
    #expect(try faults(course, "documents-are-approved-once").allSatisfy { $0.hasSuffix("approved more than once") })
    #expect(try !faults(course, "documents-are-approved-once").isEmpty)
    try course.bench.tamper(Initiation.self) {
      $0.approvals = Array($0.approvals.prefix(1))
      $0.lastStepOn = "2024-01-01"
    }
    #expect(try faults(course, "documents-are-approved-once").map { $0.hasPrefix("the last step") } == [true])
  }

  @Test("shows a permit that ends before it begins, and two of a kind")
  func permits() throws {
    let course = try course()
    try course.bench.tamper(PermitFile.self) { file in
      guard let permit = file.constructionPermit else { return }
      file.worksPermits = [.init(kind: .dig, permit: permit, until: "2024-06-19")]
      file.planningPermits = [.init(kind: .engineering, permit: permit), .init(kind: .engineering, permit: permit)]
    }
    #expect(try faults(course, "permits-run-forward").count == 2)
  }
}
