import Contracts
import DomainModel
import ServiceKit

/// Records the community's own body. Members' names and phones go into the vault; the event holds their opaque ids.
enum RegisterSelfGovernanceDecision: Decision {
  static func look(_ command: RegisterSelfGovernance, at view: any EntityView) throws -> CommunityStanding {
    try CommunityStanding(of: command.community, at: view)
  }

  static func decide(
    _ command: RegisterSelfGovernance, seeing standing: CommunityStanding, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotBefore(command.formedOn)
    try ruling.requireNotBefore(standing.body?.registeredOn)
    let members = command.members.map(\.person)
    guard !members.isEmpty, Set(members).count == members.count else {
      throw Refusal(.bodyEmpty, pointers: ["/members"])
    }
    let event = SelfGovernanceRegistered(
      community: command.community, form: command.form, formedOn: command.formedOn, members: try Listing(members),
      hasPartyBranch: command.hasPartyBranch, stampsByResidentsCommittee: command.stampsByResidentsCommittee,
      evidence: command.evidence)
    let persons = command.members.map { member in
      var fields = ["name": member.name.value]
      fields["phone"] = member.phone?.value
      fields["post"] = member.post?.value
      return PersonRecord(person: member.person, for: .office, personal: fields)
    }
    return Outcome([event] + standing.told(CommunityStanding.formed(on: command.formedOn)), persons: persons)
  }
}
