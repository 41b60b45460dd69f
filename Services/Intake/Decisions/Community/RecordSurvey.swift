import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Records a survey as the community's current one. What it says is not judged, only whether it holds together.
enum RecordSurveyDecision: Decision {
  static func look(_ command: RecordSurvey, at view: any EntityView) throws -> CommunityStanding {
    try CommunityStanding(of: command.community, at: view)
  }

  static func decide(
    _ command: RecordSurvey, seeing standing: CommunityStanding, under ruling: Ruling
  ) throws -> Outcome<SurveyReceived> {
    try ruling.requireNotBefore(standing.survey?.recordedOn)
    let survey = command.survey
    let faults = survey.faults(on: ruling.effectiveOn)
    guard faults.isEmpty else { throw Refusal(.surveyIncomplete, pointers: faults) }

    let number = try Whole<1, 10_000>((standing.survey?.number.value ?? 0) + 1)
    let base = try Area.sum(survey.buildings.map(\.countedArea))
    let garages = try Area.sum(survey.buildings.compactMap(\.groundGarage).filter(\.counts).map(\.area))
    let reply = SurveyReceived(
      number: number.value, buildings: survey.buildings.count,
      stairwells: survey.buildings.map(\.stairwells.value).reduce(0, +), households: survey.households,
      communityYear: survey.communityYear, subsidyArea: try base.adding(garages))
    var events: [any Event] = [SurveyRecorded(community: command.community, number: number, survey: survey)]
    events += standing.told(CommunityStanding.surveyed(survey, on: ruling.effectiveOn))
    return Outcome(events, reply: reply, findings: survey.remarks(base))
  }
}

extension Survey {
  var households: Int { buildings.map(\.households.value).reduce(0, +) }

  var communityYear: Int? {
    CommunityCircumstances.majorityYear(
      buildings.map {
        CommunityCircumstances.Building(
          building: $0.building, completionYear: $0.completionYear.value, area: $0.countedArea)
      })
  }

  /// JSON pointers to what is missing or contradicts itself; never to what is merely unwelcome.
  fileprivate func faults(on day: BusinessDate) -> [String] {
    var faults: [String] = []
    if surveyedOn > day { faults.append("/survey/surveyedOn") }
    if buildings.isEmpty { faults.append("/survey/buildings") }
    if totalFloorArea == .zero { faults.append("/survey/totalFloorArea") }
    if households == 0 { faults.append("/survey/buildings") }
    if exclusions.expropriationPlannedOn != nil, exclusions.onExpropriationPlan != true {
      faults.append("/survey/exclusions/onExpropriationPlan")
    }
    var seen: Set<BuildingID> = []
    for (place, building) in buildings.enumerated() {
      let pointer = "/survey/buildings/\(place)"
      if !seen.insert(building.building).inserted { faults.append(pointer + "/building") }
      if let date = building.completionDate, date.year != building.completionYear.value {
        faults.append(pointer + "/completionDate")
      }
      if building.completionYear.value > day.year { faults.append(pointer + "/completionYear") }
      if building.permitFloorArea == nil, building.registeredFloorArea == nil {
        faults.append(pointer + "/permitFloorArea")
      }
      // The basis is chosen with evidence, and of a paper that there is (AMB-18).
      if let basis = building.areaBasis {
        if building.areaBasisEvidence == nil { faults.append(pointer + "/areaBasisEvidence") }
        if building.area(by: basis) == nil { faults.append(pointer + "/areaBasis") }
      }
    }
    for (place, structure) in illegalStructures.enumerated() {
      if let building = structure.building, !seen.contains(building) {
        faults.append("/survey/illegalStructures/\(place)/building")
      }
    }
    for (place, image) in images.enumerated() where image.takenOn > day {
      faults.append("/survey/images/\(place)/takenOn")
    }
    return faults
  }

  /// What a person should look at; none of it stops the record.
  fileprivate func remarks(_ base: Area) -> [Finding] {
    var remarks: [Finding] = []
    for building in buildings where building.papersDiffer {
      remarks.append(
        Finding(
          "survey.areas-agree", .violated, force: .advises, cites: [Citation(instrument: "plan", article: "5.2.1")],
          values: [
            NamedValue("building", .code(building.building.rawValue)),
            NamedValue("permit", .area(building.permitFloorArea ?? .zero)),
            NamedValue("registered", .area(building.registeredFloorArea ?? .zero)),
          ]))
    }
    if base != totalFloorArea {
      remarks.append(
        Finding(
          "survey.total-agrees", .violated, force: .advises, origin: .recommended, cites: [],
          values: [NamedValue("declared", .area(totalFloorArea)), NamedValue("buildings", .area(base))]))
    }
    return remarks
  }
}

extension SurveyedBuilding {
  var papersDiffer: Bool {
    permitFloorArea != nil && registeredFloorArea != nil && permitFloorArea != registeredFloorArea
  }
}

extension GroundGarage {
  fileprivate var counts: Bool { isAboveGround && !isCountedOriginally && isCountedInDesign }
}
