import Contracts
import DomainModel
import TestKit
import Testing

@Suite("The list of papers")
struct ChecklistTests {
  private func papers(_ course: Course) throws -> [String: PaperReport] {
    let list = try course.bench.ask(DocumentsQuery(project: course.project))
    return Dictionary(uniqueKeysWithValues: list.papers.map { ($0.code.rawValue, $0) })
  }

  @Test("holds every paper of domain §10.2 with its article, from the start")
  func start() throws {
    let papers = try papers(Course.voted())
    #expect(papers.count == 15)
    #expect(papers.values.allSatisfy { !$0.cites.isEmpty })
    #expect(papers["land-use-permit"]?.state == .open)
    #expect(papers["drawing-review-certificate"]?.ground == .routeNotConfirmed)
    #expect(papers["construction-drawings"]?.state == .required)
  }

  @Test("shows what the exemption, the merge and the pledges take off")
  func simplified() throws {
    let papers = try papers(Course.readyForPermit())
    #expect(papers["land-use-permit"]?.state == .notNeeded)
    #expect(papers["engineering-permit"]?.ground == .exemptByOpinion)
    #expect(papers["planning-verification"]?.state == .notNeeded)
    #expect(papers["feasibility-study"]?.ground == .mergedWithOthers)
    #expect(papers["feasibility-study"]?.state == .done)
    #expect(papers["drawing-review-certificate"]?.state == .replaced)
    #expect(papers["construction-drawings"]?.doneOn == "2024-06-03")
    #expect(papers["construction-permit"]?.state == .required)
    #expect(papers["fire-inspection"]?.state == .required)
  }

  @Test("asks for everything on the ordinary route")
  func ordinary() throws {
    let course = try Course.voted()
    try course.route(Course.declared(building: true))
    try course.formed()
    let papers = try papers(course)
    #expect(papers["land-use-permit"]?.ground == .ordinaryRoute)
    #expect(papers["land-approval-evidence"]?.ground == .ordinaryRoute)
    #expect(papers["consultation-opinion"]?.state == .done)
  }
}
