import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy
import Scenario
import TestKit

/// The first steps of a small project, sent by one office after another: short enough for tests of how services start,
/// stop and catch up. The whole course of a project is `YueqingStory`'s.
struct Course {
  let community: CommunityID
  let project: ProjectID
  private static let units = 1...12

  /// A surveyed community with an owners' body and an open project. Needs intake alone.
  static func opened(_ office: Office) async throws -> Course {
    let evidence = try await Registrations(office).evidence
    let edition = try law().reference
    let community = try await office.send(
      RegisterCommunity(
        division: "330382", name: "小样里", address: "乐成街道小样路1号", subdistrict: "乐成街道", residentsCommittee: "小样社区",
        geography: .urbanCore, geographyEvidence: evidence), as: .subdistrict, on: "2024-01-08"
    ).reply.community
    let survey = Survey(
      surveyedOn: "2024-01-10",
      buildings: [
        SurveyedBuilding(
          building: "b-1", completionYear: 1996, permitFloorArea: "1200.00", registeredFloorArea: nil, areaBasis: nil,
          areaBasisEvidence: nil, groundGarage: nil, stairwells: 1, households: 12)
      ], totalFloorArea: "1200.00",
      exclusions: ExclusionFlags(
        onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
        urbanVillage: false), propertyRightType: .commodity, structuralSafety: .safe, population: PopulationProfile(),
      management: PropertyManagement(isProfessional: false))
    try await office.send(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2024-01-10")
    try await office.send(
      AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), as: .subdistrict,
      on: "2024-01-11")
    try await office.send(
      RegisterSelfGovernance(
        community: community, form: .ownersCommittee, formedOn: "2024-01-12",
        members: [BodyMember(person: "p-1", name: "样例甲", phone: nil, post: "主任")], hasPartyBranch: true,
        stampsByResidentsCommittee: false, evidence: [evidence]), as: .subdistrict, on: "2024-01-12")
    let project = try await office.send(
      OpenProject(community: community, title: "小样里改造", edition: edition), as: .subdistrict, on: "2024-01-15"
    ).reply.project
    return Course(community: community, project: project)
  }

  /// A roll, a round on it, and every owner in favour. Needs voting, which must have heard of the project.
  func vote(_ office: Office) async throws {
    let units = try Course.units.map { number in
      RollUnit(
        unit: try UnitID("u-\(number)"), building: "b-1", roomNo: try Text("1幢\(number)室"), exclusiveArea: "90.00",
        owners: [RollOwner(person: try PersonID("p-\(number)"))])
    }
    let roll = try await office.send(BeginRoll(project: project), as: .residentsCommittee, on: "2024-02-05").reply.roll
    try await office.send(
      AddRollUnits(project: project, roll: roll, units: try Listing(units)), as: .residentsCommittee, on: "2024-02-05")
    try await office.send(
      SealRoll(
        project: project, roll: roll, units: try Whole(units.count), totalArea: try Area.sum(units.compactMap(\.exclusiveArea)),
        contentHash: Office.hash(Data(RollContent(units.map(RollEntry.init)).text.utf8))), as: .residentsCommittee,
      on: "2024-02-05")
    let round = try await office.send(
      OpenRound(project: project, kind: .willingness, roll: roll, formsIssued: 12), as: .ownersBody, on: "2024-02-19"
    ).reply.round
    let ballots = try Course.units.map { number in
      Ballot(
        ballotNo: try Identifier("f-\(number)"), unit: try UnitID("u-\(number)"), signer: try PersonID("p-\(number)"),
        opinion: .agree, signedOn: "2024-02-20")
    }
    try await office.send(
      CastBallots(project: project, round: round, ballots: try Listing(ballots)), as: .ownersBody, on: "2024-02-21")
    let scan = try await office.attach(Data("扫描件\n".utf8), to: .voting, as: .ownersBody, mediaType: "text/plain")
    try await office.send(
      CloseRound(project: project, round: round, counters: ["p-1"], scans: [scan]), as: .ownersBody, on: "2024-02-21")
  }

  /// The application and the subdistrict's consent. Needs intake, which must have heard how the round went.
  func apply(_ office: Office) async throws {
    var papers: [FiledPaper] = []
    for form in ["application-short", "opinion-form", "opinion-summary"] {
      let document = try await office.attach(Data("\(form)\n".utf8), to: .intake, as: .ownersBody, mediaType: "text/plain")
      papers.append(FiledPaper(form: try Identifier(form), document: document))
    }
    try await office.send(
      SubmitApplication(
        project: project, applicant: .ownersBody, papers: try Listing(papers), contact: "p-1", contactName: "样例甲",
        contactPhone: "13800000000", advisedByDesigner: true), as: .ownersBody, on: "2024-03-08")
    try await office.send(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), as: .subdistrict, on: "2024-03-12")
  }

  private static func law() throws -> Law {
    guard let law = try Law.ours.get().law(of: "yueqing", on: "2024-01-08") else { throw NoLaw() }
    return law
  }

  private struct NoLaw: Error {}
}
