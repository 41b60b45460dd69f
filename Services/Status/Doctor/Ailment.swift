import Contracts
import DomainModel

/// One thing that the doctor found, with what to do about it.
struct Ailment: Hashable, Sendable {
  /// A `Trouble.Code`, or one of a host's check.
  let code: String
  let service: ServiceName?
  /// Whether a service cannot serve because of it.
  let isFatal: Bool
  let what: StoreReport.Said
  let cure: StoreReport.Said
  /// The page that tells what to do.
  let runbook: String
  /// What is seen to first has the lowest.
  let rank: Int

  init(
    _ code: String, _ service: ServiceName?, fatal: Bool, _ what: StoreReport.Said, cure: StoreReport.Said,
    page: Trouble.Code, rank: Int
  ) {
    self.code = code
    self.service = service
    isFatal = fatal
    self.what = what
    self.cure = cure
    runbook = page.runbook
    self.rank = rank
  }

  /// A trouble as the status page tells it.
  init(_ trouble: Trouble) {
    var isDown = false
    if case .down = trouble { isDown = true }
    self.init(
      trouble.code, trouble.service, fatal: isDown,
      .init(zh: trouble.sentence(.zh), en: trouble.sentence(.en)), cure: .init(zh: trouble.cure(.zh), en: trouble.cure(.en)),
      page: trouble.kind, rank: 100 + trouble.rank)
  }

  /// What a service found on its machine. Causes stand before what they lead to.
  init(_ finding: HostCheck.Finding, of service: ServiceName) {
    let page = Ailment.pages[finding.code] ?? Trouble.Code(rawValue: finding.code) ?? .down
    self.init(
      finding.code, service, fatal: finding.isFatal, finding.what, cure: finding.cure, page: page,
      // Without an operator's key all services look down.
      rank: finding.isFatal ? 10 : finding.code == "operator-missing" ? 15 : 100 + (Trouble.Code.allCases.firstIndex(of: page) ?? 0))
  }

  /// Where what a host's check found is treated.
  private static let pages: [String: Trouble.Code] = [
    "settings-faulty": .down, "key-unusable": .down, "vault-key-unusable": .down, "packs-faulty": .packsDiffer,
    "store-folder": .down, "peer-key-missing": .peerKey, "peer-unregistered": .peerKey, "operator-missing": .down,
    "erasures-unwritable": .down,
  ]
}
