import Contracts
import DomainModel
import ServiceKit

/// Enters a community under the next number of its division.
enum RegisterCommunityDecision: Decision {
  struct Sight {
    let number: Int
    let namesake: Community?
  }

  static func look(_ command: RegisterCommunity, at view: any EntityView) throws -> Sight {
    let place = Community.place(command.division, command.subdistrict, command.name)
    return Sight(
      number: (try view.get(NumberSeries.self, Community.series(command.division))?.last ?? 0) + 1,
      namesake: try view.find(Community.self, index: "place", value: place).first)
  }

  static func decide(
    _ command: RegisterCommunity, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<CommunityRegistration> {
    if let known = sight.namesake {
      throw Refusal(
        .communityKnown, values: [NamedValue("community", .code(known.community.rawValue))], pointers: ["/name"])
    }
    let digits = String(sight.number)
    let community = try CommunityID(
      "\(command.division)-C" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits)
    let event = CommunityRegistered(
      community: community, division: command.division, name: command.name, address: command.address,
      subdistrict: command.subdistrict, residentsCommittee: command.residentsCommittee, geography: command.geography,
      geographyEvidence: command.geographyEvidence)
    return Outcome([event], reply: CommunityRegistration(community: community))
  }
}
