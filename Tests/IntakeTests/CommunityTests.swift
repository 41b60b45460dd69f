import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("Communities and surveys")
struct CommunityTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  @Test("are numbered per division, and a name is entered once per subdistrict")
  func numbers() throws {
    #expect(try scene.community("一区") == "330382-C00001")
    #expect(try scene.community("二区") == "330382-C00002")
    let again = try scene.bench.refusal(
      RegisterCommunity(
        division: "330382", name: "一区", address: "另一地址", subdistrict: "乐成街道", residentsCommittee: "社区",
        geography: .other, geographyEvidence: IntakeScene.paper), on: "2024-02-02")
    #expect(again?.code == "community-known")
    #expect(again?.values == [NamedValue("community", .code("330382-C00001"))])
  }

  @Test("a survey replaces the one before and tells its sums")
  func survey() throws {
    let community = try scene.community()
    let first = try scene.bench.send(
      RecordSurvey(community: community, survey: IntakeScene.survey()), on: "2024-02-06")
    #expect(first.number == 1 && first.households == 36 && first.communityYear == 1996)
    let garage = GroundGarage(area: "700.00", isAboveGround: true, isCountedOriginally: false, isCountedInDesign: true)
    let second = try scene.bench.send(
      RecordSurvey(
        community: community,
        survey: IntakeScene.survey([
          IntakeScene.building(permit: nil, registered: "9500.00", garage: garage),
          IntakeScene.building("b-2", year: 2003, permit: "100.00"),
        ])), on: "2024-02-20")
    #expect(second.number == 2 && second.buildings == 2 && second.stairwells == 6)
    #expect(second.subsidyArea == "10300.00")
    let report = try scene.bench.ask(CommunityQuery(community: community))
    #expect(report.survey?.number == 2)
    #expect(report.survey?.communityYear == 1996)
  }

  @Test("a survey that contradicts itself is refused with every field that is wrong")
  func contradictions() throws {
    let community = try scene.community()
    let flags = ExclusionFlags(
      onShantytownPlan: false, onExpropriationPlan: false, expropriationPlannedOn: "2026-01-01",
      demolishAndRebuild: false, mostlySelfBuilt: false, urbanVillage: false)
    let problem = try scene.bench.refusal(
      RecordSurvey(
        community: community,
        survey: IntakeScene.survey(
          [
            IntakeScene.building(permit: nil),
            IntakeScene.building("b-1", year: 2030, basis: .registeredTitle, evidence: nil),
          ], exclusions: flags, total: "0.00", on: "2024-02-07")), on: "2024-02-06")
    #expect(problem?.code == "survey-incomplete")
    #expect(
      Set(problem?.pointers ?? []) == [
        "/survey/surveyedOn", "/survey/totalFloorArea", "/survey/exclusions/onExpropriationPlan",
        "/survey/buildings/0/permitFloorArea", "/survey/buildings/1/building", "/survey/buildings/1/completionYear",
        "/survey/buildings/1/areaBasisEvidence", "/survey/buildings/1/areaBasis",
      ])
  }

  @Test("nothing is known of a community that was not entered")
  func unknown() throws {
    let problem = try scene.bench.refusal(
      RecordSurvey(community: "330382-C00099", survey: IntakeScene.survey()), on: "2024-02-06")
    #expect(problem?.code == "community-unknown")
  }

  @Test("members of a body stand in events by their ids only")
  func body() throws {
    let community = try scene.community()
    try scene.formBody(community)
    #expect(try !scene.bench.recordedText().contains("陈立"))
    #expect(try !scene.bench.recordedText().contains("13812345678"))
    #expect(try scene.bench.ask(CommunityQuery(community: community)).body?.members.items == ["p-1"])
  }

  @Test("a body has members, each once, and is not formed in the future")
  func bodyBounds() throws {
    let community = try scene.community()
    func register(_ members: Listing<BodyMember, 50>, formedOn: BusinessDate) -> RegisterSelfGovernance {
      RegisterSelfGovernance(
        community: community, form: .selfGovernanceGroup, formedOn: formedOn, members: members, hasPartyBranch: false,
        stampsByResidentsCommittee: true, evidence: [])
    }
    let one = BodyMember(person: "p-1", name: "甲")
    #expect(try scene.bench.refusal(register([], formedOn: "2024-02-01"), on: "2024-02-08")?.code == "body-empty")
    #expect(
      try scene.bench.refusal(register([one, one], formedOn: "2024-02-01"), on: "2024-02-08")?.code == "body-empty")
    #expect(
      try scene.bench.refusal(register([one], formedOn: "2024-02-09"), on: "2024-02-08")?.code == "dated-before")
    #expect(try scene.bench.refusal(register([one], formedOn: "2024-02-08"), on: "2024-02-08") == nil)
  }
}
