import Contracts
import DomainModel
import Policy

/// Whether a filing's papers carry the signatures and the seal that the pack asks for (SLF-04, SLF-06).
struct PaperSignatures {
  /// How they are signed; nil where something is missing, or where the pack asks for nothing and nothing was told.
  let signing: PaperSigning?
  let findings: [Finding]

  init(_ given: BodySignatures?, of body: OwnersBody?, under edition: Edition) {
    guard case .stated(.allMembers, let cites) = edition.stated(\.selfGovernance.signingRule) else {
      signing = nil
      findings = []
      return
    }
    let signed = Set(given?.signers.items ?? [])
    let missing = (body?.members.items ?? []).filter { !signed.contains($0) }
    let isStampedByProxy = given?.isStampedByResidentsCommittee ?? false
    let hasCommittee = body?.form == .ownersCommittee
    let isSigned = missing.isEmpty && given != nil
    let stamp = edition.settled(\.selfGovernance.proxyStamp)
    // The seal of the residents' committee stands in for a committee that is not there, and for no other.
    let isStamped = hasCommittee != isStampedByProxy && given != nil
    signing =
      isSigned && isStamped
      ? body == nil ? .proxyStamp : hasCommittee ? .allMembers : .allMembersProxyStamp : nil
    findings = [
      Finding(
        "filing.signed-by-all-members", isSigned ? .satisfied : .violated, cites: cites,
        values: [
          NamedValue("members", .count(Int64(body?.members.count ?? 0))),
          NamedValue("missing", .count(Int64(missing.count))),
        ] + missing.prefix(20).map { NamedValue("unsigned", .code($0.rawValue)) }),
      Finding(
        "filing.stamp-valid", isStamped ? .satisfied : .violated, origin: stamp.origin, cites: stamp.citations,
        values: [
          NamedValue("has-committee", .flag(hasCommittee)), NamedValue("stamped-by-proxy", .flag(isStampedByProxy)),
        ]),
    ]
  }
}
