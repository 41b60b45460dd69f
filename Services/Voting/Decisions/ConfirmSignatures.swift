import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Records the signatures under a version of the plan, where they take the vote's place (Tiexi 6.4). Nobody counts them:
/// the document names no number (AMB-42).
enum ConfirmSignaturesDecision: Decision {
  /// What was signed before.
  static func look(_ command: ConfirmSignatures, at view: any EntityView) throws -> SignedPlan? {
    try view.get(SignedPlan.self, command.project.rawValue)
  }

  static func decide(
    _ command: ConfirmSignatures, seeing earlier: SignedPlan?, under ruling: Ruling
  ) throws -> Outcome<SignatureReport> {
    try ruling.requireNotHalted()
    let edition = try ruling.law().edition
    guard edition.settled(\.rounds.plan.mode).value == .signature else { throw Refusal(.signatureNotForeseen) }
    try ruling.requireCurrentPlan(command.planVersion)
    try ruling.requireNotBefore(earlier?.confirmedOn)
    if earlier?.planVersion == command.planVersion {
      throw Refusal(
        .planSignedAlready, values: [NamedValue("plan", .code(command.planVersion.rawValue))],
        pointers: ["/planVersion"])
    }
    try check(command, on: ruling.effectiveOn)
    try ruling.passGate(
      adding: [
        SigningCapacity.finding(Set(command.signatories.map(\.capacity)), under: edition), choices(command),
        reviewed(command, ruling),
      ].compactMap { $0 })

    let signatures = command.signatories.map {
      PlanSignature(person: $0.person, capacity: $0.capacity, choice: $0.choice, signedOn: $0.signedOn)
    }
    let members = signatures.count { $0.capacity == .committeeMember }
    let others = signatures.count - members
    return Outcome(
      [
        SignaturesRecorded(
          project: command.project, planVersion: command.planVersion, signatures: try Listing(signatures),
          pages: command.pages),
        PlanSigned(
          project: command.project, planVersion: command.planVersion, committeeMembers: try Whole(members),
          representatives: try Whole(others)),
      ],
      reply: SignatureReport(planVersion: command.planVersion, committeeMembers: members, representatives: others),
      persons: command.signatories.compactMap { signatory in
        signatory.name.map { PersonRecord(person: signatory.person, for: .ownership, personal: ["name": $0.value]) }
      })
  }

  /// What makes the record no record: nobody, somebody twice, a signature from later, no page.
  private static func check(_ command: ConfirmSignatures, on day: BusinessDate) throws {
    guard !command.signatories.isEmpty else { throw Refusal(.signatoriesMissing, pointers: ["/signatories"]) }
    guard !command.pages.isEmpty else { throw Refusal(.signedPageMissing, pointers: ["/pages"]) }
    var seen: Set<PersonID> = []
    let repeated = command.signatories.enumerated().filter { !seen.insert($1.person).inserted }
    guard repeated.isEmpty else {
      throw Refusal(.signatoryRepeated, pointers: repeated.map { "/signatories/\($0.offset)/person" })
    }
    let later = command.signatories.enumerated().filter { $1.signedOn > day }
    guard later.isEmpty else {
      throw Refusal(.signedAfterRecorded, pointers: later.map { "/signatories/\($0.offset)/signedOn" })
    }
  }

  /// Of each representative it is on record how they were chosen.
  private static func choices(_ command: ConfirmSignatures) -> Finding {
    let open = command.signatories.filter { $0.capacity == .residentRepresentative && $0.choice == nil }
    return Finding(
      "signature.choice-recorded", open.isEmpty ? .satisfied : .violated, origin: .recommended,
      cites: [.choice("representatives-recorded")], values: [NamedValue("without-choice", .count(Int64(open.count)))])
  }

  /// The draft has the plan deepened by the review's opinions before it is signed, so another version than the one
  /// reviewed is told and hinders nothing.
  private static func reviewed(_ command: ConfirmSignatures, _ ruling: Ruling) -> Finding? {
    guard let reviewed = ruling.facts?[.planReviewVersion] else { return nil }
    return Finding(
      "signature.reviewed-version",
      reviewed.value == .code(command.planVersion.rawValue) ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [],
      values: [
        NamedValue("reviewed-plan", reviewed.value), NamedValue("signed-plan", .code(command.planVersion.rawValue)),
      ], sources: [reviewed.source])
  }
}
