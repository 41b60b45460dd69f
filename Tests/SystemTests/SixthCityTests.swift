import ClientKit
import Contracts
import DomainModel
import Foundation
import Policy
import Scenario
import Testing

extension SystemTests {
  /// A city that no code knows: its rules come from a folder outside the build, as Shared/Documentation/SixthCity.md says.
  @Suite("A sixth city", .timeLimit(.minutes(5)))
  struct SixthCityTests {
    private static let packs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("FurtherPacks")

    private static func edition() throws -> PackEdition {
      let laws = try InstalledLaws(
        packs: Installation.root.appendingPathComponent("Shared/Policy/Packs").path, further: packs.path,
        calendars: Installation.root.appendingPathComponent("Shared/Policy/Calendars").path)
      return try #require(laws.law(of: "bailuzhou", on: "2025-03-03")).reference
    }

    /// Names the folder in the settings of every service, as an operator would.
    private static func configure(_ installation: Installation) throws {
      for service in ServiceName.allCases {
        let file = installation.folder.appendingPathComponent("config/\(service.rawValue).yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data("further-packs: \"\(packs.path)\"\n\(text)".utf8).write(to: file)
      }
    }

    @Test("is judged by its own articles in services that were never told of it")
    func course() async throws {
      let services: [ServiceName] = [.intake, .voting]
      try await Stage.with([]) { stage in
        try SixthCityTests.configure(stage.installation)
        try stage.installation.start(services)
        try await stage.installation.waitUntilReady(stage.office, services)
        let city = try await City.opened(stage.office, edition: try SixthCityTests.edition())
        try await stage.settle(services)

        // Article 6: owners form their committee before they vote. Yueqing only advises that.
        let early = try await refusal {
          _ = try await city.openRound(stage.office, on: "2025-03-05")
        }
        #expect(early.code == "gate-closed")
        #expect(early.edition?.pack == "bailuzhou")
        let missing = try #require(early.findings.first { $0.rule == "self-governance.formed" })
        #expect(missing.result != .satisfied)
        #expect(missing.cites == [Citation(instrument: "measures", article: "6")])

        try await city.formBody(stage.office)
        try await stage.settle(services)
        // Seven of twelve households take part and five agree: enough under articles 7 and 8, not in Yueqing.
        let report = try await city.vote(stage.office, agree: 5, disagree: 2)
        #expect(report.isCarried)
        try await stage.settle(services)
        try await city.apply(stage.office)

        let (status, told) = try await Installation.run(
          stage.installation.programs.appendingPathComponent("jiugai"),
          ["explain", city.project.rawValue, "--refusals", "--as", "subdistrict"],
          environment: [
            "JIUGAI_CONNECTION": stage.installation.connectionFile.path, "JIUGAI_FURTHER_PACKS": SixthCityTests.packs.path,
          ])
        // Three services are not running, which the answer says and its code too.
        #expect(status == 3, "\(told)")
        #expect(told.contains("《白鹭洲市老旧小区更新办法》6"), "\(told)")
        #expect(told.contains("《白鹭洲市老旧小区更新办法》7"), "\(told)")
        try await SixthCityTests.changes(stage, city.project)
      }
    }

    /// What a changed edition would have made of the project, read out of the stores of running services.
    private static func changes(_ stage: Stage, _ project: ProjectID) async throws {
      let original = packs.appendingPathComponent("bailuzhou/2025-1.yaml")
      func impact(_ changes: [(String, String)]) async throws -> (status: Int32, output: String) {
        var text = try String(contentsOf: original, encoding: .utf8)
        for (old, new) in changes {
          try #require(text.components(separatedBy: old).count == 2, "\(old)")
          text = text.replacing(old, with: new)
        }
        let file = stage.folder.appendingPathComponent("changed.yaml")
        try Data(text.utf8).write(to: file)
        return try await Installation.run(
          stage.installation.programs.appendingPathComponent("jiugai"),
          ["policy", "impact", file.path, "--lang", "en"]
            + [ServiceName.intake, .voting].flatMap { ["--store", stage.installation.store(of: $0).path] },
          environment: ["JIUGAI_FURTHER_PACKS": packs.path])
      }
      let edition = ("  edition: 2025-1", "  edition: 2026-1")
      let same = try await impact([edition])
      #expect(same.status == 0, "\(same.output)")
      // Five of seven households are not three quarters: the vote fails, and with it the application behind it.
      let stricter = try await impact([edition, ("approval: {heads: 3/5, of: participating", "approval: {heads: 3/4, of: participating")])
      #expect(stricter.status == 1)
      for part in ["not-carried", "approve-heads 5/7 < 3/4", "measures 8", "voting.willingness-carried", "intake.submit-application"] {
        #expect(stricter.output.contains(part), "\(part) in \(stricter.output)")
      }
      // Built in 2003: a cut-off of 2000 takes the community out of the focus.
      let older = try await impact([edition, ("{rule: by-end-of-year, year: 2005", "{rule: by-end-of-year, year: 2000")])
      #expect(older.status == 1)
      #expect(older.output.contains("measures 3"), "\(older.output)")
    }

    @Test("does not carry with one household fewer", arguments: [(5, 2, true), (4, 3, false), (5, 0, false), (4, 2, true)])
    func bounds(_ agree: Int, _ disagree: Int, _ carries: Bool) throws {
      let library = try PackLibrary(
        folders: [Installation.root.appendingPathComponent("Shared/Policy/Packs"), SixthCityTests.packs],
        knownRules: RuleRegistry.knownRules)
      let edition = try #require(library.edition("bailuzhou", "2025-1"))
      let thresholds = try #require(VoteThresholds(edition, \.willingness))
      let counted = OpinionCount(agreeing: Int64(agree), disagreeing: Int64(disagree))
      let figures = VoteFigures(
        roll: .init(area: 1080_00, heads: 12, households: 12),
        area: OpinionCount(agreeing: Int64(agree) * 90_00, disagreeing: Int64(disagree) * 90_00), heads: counted,
        households: counted)
      #expect(thresholds.result(of: figures, blankRulePrinted: false).isCarried == carries)
    }

    private func refusal(_ step: () async throws -> Void) async throws -> Problem {
      do {
        try await step()
      } catch ClientFault.refused(let problem) {
        return problem
      }
      Issue.record("the step was not refused")
      throw NotRefused()
    }

    private struct NotRefused: Error {}
  }

  /// A small project of the invented city.
  private struct City {
    let community: CommunityID
    let project: ProjectID
    let roll: RollID
    let evidence: DocumentHash

    static func opened(_ office: Office, edition: PackEdition) async throws -> City {
      let evidence = try await office.attach(Data("证明\n".utf8), to: .intake, as: .subdistrict, mediaType: "text/plain")
      let community = try await office.send(
        RegisterCommunity(
          division: "990100", name: "鹭岛新村", address: "鹭岛街道一号", subdistrict: "鹭岛街道", residentsCommittee: "鹭岛社区",
          geography: .other, geographyEvidence: evidence), as: .subdistrict, on: "2025-02-24"
      ).reply.community
      // Built in 2003: outside Yueqing's focus, inside article 3.
      let survey = Survey(
        surveyedOn: "2025-02-25",
        buildings: [
          SurveyedBuilding(
            building: "b-1", completionYear: 2003, permitFloorArea: "1200.00", registeredFloorArea: nil, areaBasis: nil,
            areaBasisEvidence: nil, groundGarage: nil, stairwells: 1, households: 12)
        ], totalFloorArea: "1200.00",
        exclusions: ExclusionFlags(
          onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
          urbanVillage: false), propertyRightType: .commodity, structuralSafety: .safe, population: PopulationProfile(),
        management: PropertyManagement(isProfessional: false))
      try await office.send(RecordSurvey(community: community, survey: survey), as: .subdistrict, on: "2025-02-25")
      let judged = try await office.send(
        AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), as: .subdistrict,
        on: "2025-02-26"
      ).reply
      #expect(judged.mayProceed)
      #expect(judged.findings.contains { $0.cites.contains(Citation(instrument: "measures", article: "3")) })
      let project = try await office.send(
        OpenProject(community: community, title: "鹭岛新村更新", edition: edition), as: .subdistrict, on: "2025-02-27"
      ).reply.project
      let units = try (1...12).map { number in
        RollUnit(
          unit: try UnitID("u-\(number)"), building: "b-1", roomNo: try Text("\(number)室"), exclusiveArea: "90.00",
          owners: [RollOwner(person: try PersonID("p-\(number)"))])
      }
      try await voting(office, knows: project)
      let roll = try await office.send(BeginRoll(project: project), as: .residentsCommittee, on: "2025-03-03").reply.roll
      try await office.send(
        AddRollUnits(project: project, roll: roll, units: try Listing(units)), as: .residentsCommittee, on: "2025-03-03")
      try await office.send(
        SealRoll(
          project: project, roll: roll, units: 12, totalArea: "1080.00",
          contentHash: Office.hash(Data(RollContent(units.map(RollEntry.init)).text.utf8))), as: .residentsCommittee,
        on: "2025-03-03")
      return City(community: community, project: project, roll: roll, evidence: evidence)
    }

    /// Waits until voting has heard that the project was opened.
    private static func voting(_ office: Office, knows project: ProjectID) async throws {
      for _ in 0..<500 {
        let known = try? await office.ask(FactsQuery<VotingContract>(project: project))
        if known?.facts.contains(where: { $0.key == .projectOpened }) == true { return }
        try await Task.sleep(for: .milliseconds(20))
      }
    }

    func openRound(_ office: Office, on day: BusinessDate) async throws -> RoundID {
      try await office.send(
        OpenRound(project: project, kind: .willingness, roll: roll, formsIssued: 12), as: .ownersBody, on: day
      ).reply.round
    }

    func formBody(_ office: Office) async throws {
      try await office.send(
        RegisterSelfGovernance(
          community: community, form: .ownersCommittee, formedOn: "2025-03-06",
          members: [BodyMember(person: "p-1", name: "样例甲", phone: nil, post: "主任")], hasPartyBranch: false,
          stampsByResidentsCommittee: false, evidence: [evidence]), as: .subdistrict, on: "2025-03-06")
    }

    func vote(_ office: Office, agree: Int, disagree: Int) async throws -> RoundReport {
      let round = try await openRound(office, on: "2025-03-07")
      let ballots = try (1...(agree + disagree)).map { number in
        Ballot(
          ballotNo: try Identifier("f-\(number)"), unit: try UnitID("u-\(number)"), signer: try PersonID("p-\(number)"),
          opinion: number <= agree ? .agree : .disagree, signedOn: "2025-03-07")
      }
      try await office.send(
        CastBallots(project: project, round: round, ballots: try Listing(ballots)), as: .ownersBody, on: "2025-03-07")
      let scan = try await office.attach(Data("扫描件\n".utf8), to: .voting, as: .ownersBody, mediaType: "text/plain")
      return try await office.send(
        CloseRound(project: project, round: round, counters: ["p-1"], scans: [scan]), as: .ownersBody, on: "2025-03-07"
      ).reply
    }

    func apply(_ office: Office) async throws {
      let document = try await office.attach(
        Data("更新意愿登记表\n".utf8), to: .intake, as: .ownersBody, mediaType: "text/plain")
      try await office.send(
        SubmitApplication(
          project: project, applicant: .ownersBody, papers: [FiledPaper(form: "renewal-request", document: document)],
          contact: "p-1", contactName: "样例甲", contactPhone: "13800000000", advisedByDesigner: false), as: .ownersBody,
        on: "2025-03-08")
      try await office.send(
        ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), as: .subdistrict, on: "2025-03-10")
    }
  }
}
