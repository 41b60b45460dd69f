import Contracts
import DomainModel
import Testing

@testable import Forms

@Suite("Forms of the joint sessions")
struct OwnFormTests {
  private func text(_ form: PrintedForm) -> String {
    form.html.replacing(/(?s)<style>.*?<\/style>/, with: "").replacing(/<[^>]+>/, with: "")
  }

  private func seat(_ role: Role, _ facilities: FacilityStatement?) -> SeatReport {
    SeatReport(
      organisation: "org-a", role: role, deadline: "2024-05-15", stance: .agree, answeredOn: "2024-05-08", isLate: false,
      facilities: facilities)
  }

  @Test("the consultation's opinion prints what was said of added facilities, and nothing where nothing was")
  func facilities() throws {
    var sample = try FormSample()
    func printed(_ seats: [SeatReport]) throws -> String {
      sample.facts.consultation = ConsultationReport(
        consultation: "330382-2024-0007/C1", plan: FormSample.plan, calledOn: "2024-05-06", heldOn: "2024-05-20",
        attended: [], seats: seats)
      return text(try sample.print("consultation-opinion"))
    }
    let both = [
      seat(.fireBrigade, FacilityStatement(affectsFireSafety: false)),
      seat(.naturalResources, FacilityStatement(affectsSunlight: true)),
    ]
    #expect(try printed(both).contains("新增公共服务设施：不影响消防安全，影响住宅日照。"))
    #expect(try printed([seat(.fireBrigade, nil)]).contains("新增公共服务设施") == false)
  }

  @Test("the acceptance record names the technical rules where the city's document has an office set them", arguments: [
    ("yueqing", DocumentHash.sample as DocumentHash?, "验收技术要求已附"), ("yueqing", nil, "验收技术要求未附"), ("tiexi", nil, nil),
  ])
  func rules(_ city: String, _ rules: DocumentHash?, _ expected: String?) throws {
    var sample = try FormSample(city)
    sample.facts.acceptance = AcceptanceOverview(
      acceptances: [
        AcceptanceStanding(
          acceptance: "330382-2024-0007/A1", stage: .held, heldOn: "2025-04-08", parties: [], missing: [],
          technicalRules: rules)
      ], defects: [])
    let printed = text(try sample.print("acceptance-record"))
    if let expected { #expect(printed.contains(expected)) } else { #expect(!printed.contains("验收技术要求")) }
  }
}
