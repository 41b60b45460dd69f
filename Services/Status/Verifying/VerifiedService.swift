import Contracts
import DomainModel

/// What the verification of one service came to, over the wire or beside its store.
struct VerifiedService: Sendable {
  let service: ServiceName
  /// Why it could not be looked at; nil when it was.
  var silence: StoreReport.Said?
  var head: Int64 = 0
  var headHash: String?
  var parts: [StoreReport.Part] = []
  var findings: [StoreReport.Finding] = []

  /// All of a part are told up to so many.
  private static let mostFindings = 1_000

  init(_ service: ServiceName) { self.service = service }

  init(_ report: StoreReport) {
    service = report.service
    head = report.head
    headHash = report.headHash
    parts = report.parts
    findings = report.findings
  }

  mutating func find(_ part: String, _ code: String, _ place: String, _ zh: String, _ en: String) {
    guard findings.count < VerifiedService.mostFindings else { return }
    findings.append(.init(part: part, code: code, place: place, said: .init(zh: zh, en: en)))
  }

  mutating func end(_ part: String, _ checked: Int64, omitted: StoreReport.Said? = nil) {
    parts.append(.init(id: part, checked: checked, omitted: omitted))
  }

  /// What the operator's page calls it.
  var trouble: Trouble? { findings.isEmpty ? nil : .storeFaulty(service, findings: findings.count) }

  /// 0 when all is sound, 1 when something is wrong, 2 when nothing is known to be wrong but not all could be looked at.
  static func exitCode(_ verified: [VerifiedService]) -> Int32 {
    if verified.contains(where: { !$0.findings.isEmpty }) { return 1 }
    return verified.contains { $0.silence != nil } ? 2 : 0
  }
}
