import DomainModel

/// In which capacity someone signs a plan for the residents (Tiexi 6.4).
public enum SigningCapacity: String, WireEnum {
  /// 业主委员会成员
  case committeeMember = "committee-member"
  /// 居民代表
  case residentRepresentative = "resident-representative"
}

/// How a residents' representative came to be one. The documents prefer no way and name no number: it is recorded
/// (AMB-42).
public enum RepresentativeChoice: String, WireEnum {
  /// 居民会议推选
  case electedByResidents = "elected-by-residents"
  /// 楼栋推选
  case chosenByBuilding = "chosen-by-building"
  /// 社区推荐
  case namedByResidentsCommittee = "named-by-residents-committee"
  /// 其他方式
  case other
}

/// Someone who signed the plan.
public struct PlanSignatory: Codable, Hashable, Sendable {
  public let person: PersonID
  /// Goes to the vault; events hold the id alone.
  public let name: Text<60>?
  public let capacity: SigningCapacity
  /// For a residents' representative: how they were chosen.
  public let choice: RepresentativeChoice?
  /// The day under the signature.
  public let signedOn: BusinessDate

  public init(
    person: PersonID, name: Text<60>? = nil, capacity: SigningCapacity, choice: RepresentativeChoice? = nil,
    signedOn: BusinessDate
  ) {
    self.person = person
    self.name = name
    self.capacity = capacity
    self.choice = choice
    self.signedOn = signedOn
  }
}

/// A signature without the name of who gave it.
public struct PlanSignature: Codable, Hashable, Sendable {
  public let person: PersonID
  public let capacity: SigningCapacity
  public let choice: RepresentativeChoice?
  public let signedOn: BusinessDate

  public init(
    person: PersonID, capacity: SigningCapacity, choice: RepresentativeChoice? = nil, signedOn: BusinessDate
  ) {
    self.person = person
    self.capacity = capacity
    self.choice = choice
    self.signedOn = signedOn
  }
}

/// Record that the owners' committee or residents' representatives signed a version of the plan (签字确认), where a
/// signature takes the vote's place (Tiexi 6.4). It counts for that version and no other.
public struct ConfirmSignatures: ProjectCommand {
  public static var name: WireName { "voting.confirm-signatures" }
  public static var senders: Set<Role> { [.renovationOffice, .subdistrict, .residentsCommittee, .ownersBody] }
  public static var example: ConfirmSignatures {
    ConfirmSignatures(
      project: "330382-2024-0007", planVersion: "330382-2024-0007/P2",
      signatories: [
        PlanSignatory(person: "p-0a11", name: "陈立", capacity: .committeeMember, signedOn: .sample),
        PlanSignatory(
          person: "p-0a12", name: "王岚", capacity: .residentRepresentative, choice: .chosenByBuilding,
          signedOn: .sample),
      ], pages: [.sample])
  }
  public typealias Reply = SignatureReport

  public let project: ProjectID
  /// The version signed; it must be the valid one.
  public let planVersion: PlanID
  /// Everyone who signed, each once.
  public let signatories: Listing<PlanSignatory, 60>
  /// The signed pages.
  public let pages: Listing<DocumentHash, 20>

  public var documents: [DocumentHash] { pages.items }

  public init(
    project: ProjectID, planVersion: PlanID, signatories: Listing<PlanSignatory, 60>, pages: Listing<DocumentHash, 20>
  ) {
    self.project = project
    self.planVersion = planVersion
    self.signatories = signatories
    self.pages = pages
  }
}

/// How many signed what.
public struct SignatureReport: Codable, Hashable, Sendable {
  public let planVersion: PlanID
  public let committeeMembers: Int
  public let representatives: Int

  public init(planVersion: PlanID, committeeMembers: Int, representatives: Int) {
    self.planVersion = planVersion
    self.committeeMembers = committeeMembers
    self.representatives = representatives
  }
}

/// Who signed the plan, in which capacity. Stays with voting.
public struct SignaturesRecorded: ProjectEvent {
  public static var name: WireName { "voting.signatures-recorded" }
  public static var readers: Readers { .own }
  public static var example: SignaturesRecorded {
    SignaturesRecorded(
      project: "330382-2024-0007", planVersion: "330382-2024-0007/P2",
      signatures: [PlanSignature(person: "p-0a11", capacity: .committeeMember, signedOn: .sample)], pages: [.sample])
  }

  public let project: ProjectID
  public let planVersion: PlanID
  public let signatures: Listing<PlanSignature, 60>
  public let pages: Listing<DocumentHash, 20>

  public init(
    project: ProjectID, planVersion: PlanID, signatures: Listing<PlanSignature, 60>, pages: Listing<DocumentHash, 20>
  ) {
    self.project = project
    self.planVersion = planVersion
    self.signatures = signatures
    self.pages = pages
  }
}

/// The residents' committee or representatives signed a version of the plan.
public struct PlanSigned: ProjectEvent {
  public static var name: WireName { "voting.plan-signed" }
  public static var example: PlanSigned {
    PlanSigned(
      project: "330382-2024-0007", planVersion: "330382-2024-0007/P2", committeeMembers: 5, representatives: 0)
  }

  public let project: ProjectID
  public let planVersion: PlanID
  public let committeeMembers: Whole<0, 60>
  public let representatives: Whole<0, 60>

  public var facts: [FactStatement] {
    [
      FactStatement(.planSigned, .flag(true)), FactStatement(.planSignedVersion, .code(planVersion.rawValue)),
    ]
  }

  public init(
    project: ProjectID, planVersion: PlanID, committeeMembers: Whole<0, 60>, representatives: Whole<0, 60>
  ) {
    self.project = project
    self.planVersion = planVersion
    self.committeeMembers = committeeMembers
    self.representatives = representatives
  }
}

/// Who signed the plan last, by id.
public struct SignaturesQuery: ProjectQuery {
  public static var name: WireName { "voting.signatures" }
  public static var askers: Set<Role> { [.renovationOffice, .subdistrict, .residentsCommittee, .ownersBody, .housing] }
  public static var example: SignaturesQuery { SignaturesQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = SignaturesAnswer
}

/// The signatures under a plan.
public struct SignaturesAnswer: Codable, Hashable, Sendable {
  /// Nil when nothing was signed yet.
  public let planVersion: PlanID?
  public let confirmedOn: BusinessDate?
  /// Whether the version signed is the one now valid.
  public let counts: Bool
  public let signatures: [PlanSignature]

  public init(planVersion: PlanID?, confirmedOn: BusinessDate?, counts: Bool, signatures: [PlanSignature]) {
    self.planVersion = planVersion
    self.confirmedOn = confirmedOn
    self.counts = counts
    self.signatures = signatures
  }
}
