import ClientKit
import Contracts
import DomainModel

/// What the cities of Zhejiang share after the works: four classes of assets, each with its receiver.
extension Story {
  /// Hands over every class and has each taken over.
  ///
  /// - Parameters:
  ///   - accepted: the day on which operator and construction unit accepted the shared equipment together.
  func handOverEverything(
    of project: ProjectID, accepted: BusinessDate, on day: BusinessDate, taken: BusinessDate
  ) async throws {
    let builder = try organisation(of: .subdistrict)
    let owners = try organisation(of: .ownersBody)
    let utility = try organisation(of: .utility)
    let joint = JointUtilityAcceptance(
      utility: utility, constructionUnit: builder, passed: true, heldOn: accepted,
      document: try await paper("共同验收记录", .supervision, as: .subdistrict))
    let classes: [(AssetKind, Text<60>, OrganisationID, Role, JointUtilityAcceptance?)] = [
      (.completionDocuments, "竣工验收资料", owners, .ownersBody, nil),
      (.sharedUtilities, "供水、供电、供气、通信、有线电视共有设施", utility, .utility, joint),
      (.specialWorks, "雨污分流专项", try organisation(of: .enforcement), .enforcement, nil),
      (.everythingElse, "其余改造工程", owners, .ownersBody, nil),
    ]
    for (asset, part, receiver, role, acceptance) in classes {
      let list = try await paper("移交清单 \(asset.rawValue)", .supervision, as: .subdistrict)
      let arranged = try await take(
        HandOver(
          project: project, asset: asset, part: part, giver: builder, receiver: receiver, receiverRole: role,
          lastOfClass: true, jointAcceptance: acceptance, papers: [list]), as: .subdistrict, on: day)
      try await take(TakeOver(project: project, handover: arranged.handover, receipt: nil), as: role, on: taken)
    }
  }
}
