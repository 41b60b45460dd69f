import DomainModel
import Testing

@testable import Policy

@Suite("Rules of approval")
struct ApprovalRulesTests {
  private let edition: Edition

  init() throws {
    edition = try #require(PackFolder.library().edition("yueqing", "2024-1"))
  }

  private let all: [Identifier<SlugKind>] = ["project-proposal", "feasibility-study", "preliminary-design"]

  private func merges(
    _ count: Int, _ investment: Money, government: Bool = true, simplified: Bool? = true
  ) -> Finding.Result {
    DocumentBands(edition).finding(
      merging: Array(all.prefix(count)),
      on: DocumentBands.Figures(
        investment: investment, isGovernmentInvestment: government, isSimplified: simplified, sources: [])
    ).result
  }

  @Test("merge by both bounds of plan 4.4, inclusive")
  func bounds() {
    #expect(merges(3, "9999999.99") == .satisfied)
    #expect(merges(3, "10000000.00") == .satisfied)
    #expect(merges(3, "10000000.01") == .violated)
    #expect(merges(2, "10000000.01") == .satisfied)
    #expect(merges(2, "20000000.00") == .satisfied)
    #expect(merges(2, "20000000.01") == .violated)
    #expect(merges(1, "20000000.01") == .satisfied)
    #expect(merges(1, "9000000.00", government: false, simplified: false) == .satisfied)
    #expect(merges(2, "9000000.00", government: false) == .violated)
    #expect(merges(2, "9000000.00", simplified: false) == .violated)
    #expect(merges(2, "9000000.00", simplified: nil) == .unknown)
  }

  @Test("the exemption is in effect in exactly the combinations that plan 4.4 and 4.1 leave")
  func exemption() {
    let test = PlanningExemptionTest(edition)
    var effective = 0
    for stated in [false, true] {
      for changes in [false, true] {
        for street in [nil, false, true] as [Bool?] {
          for facade in [nil, false, true] as [Bool?] {
            for simplified in [nil, false, true] as [Bool?] {
              let known = PlanningExemptionTest.Known(
                isStated: stated, changesPlanningConditions: changes, touchesImportantStreet: street,
                touchesFacade: facade, isSimplified: simplified, sources: [])
              let expected =
                stated && !changes && (street == false || (street == nil && facade == false)) && simplified == true
              let isEffective = PlanningExemptionTest.isEffective(test.findings(known))
              #expect(isEffective == expected, "\(known)")
              if isEffective { effective += 1 }
              #expect((test.answerRequired(known) != nil) == (street == nil && facade != false))
            }
          }
        }
      }
    }
    #expect(effective == 4)
  }

  @Test("every finding of a rule of approval cites an article of the plan")
  func cited() throws {
    let route = try SimplifiedRouteTest(edition).result(on: [])
    #expect(route.isSimplified)
    #expect(route.findings.allSatisfy { $0.cites.contains("plan 4.1") })
    let asked = ConsultationParticipants(edition).findings(
      of: ConsultationParticipants.invited, among: [], force: .blocks)
    #expect(asked.count == 12)
    #expect(asked.allSatisfy { $0.cites.contains("plan 4.3") && $0.stops })
    let papers = PermitPapers(edition).findings([:], isSimplified: true)
    #expect(papers.count == 2)
    #expect(papers.allSatisfy { $0.cites.contains("plan 4.5") && $0.stops })
  }
}
