import DomainModel
import Policy
import Testing

@Suite("The order in which the waiting list is shown (domain §7.4)")
struct WaitingListOrderTests {
  private func candidate(
    _ number: Int, subsidy: Bool? = false, since: BusinessDate? = nil, ratio: Share? = nil, managed: Bool? = false
  ) throws -> WaitingListOrder.Candidate {
    WaitingListOrder.Candidate(
      project: try ProjectID("330382-2024-000\(number)"), qualifiesForUpperSubsidy: subsidy, fundsCompleteSince: since,
      inPlace: ratio, hasProfessionalManagement: managed)
  }

  private func order(_ candidates: [WaitingListOrder.Candidate]) -> [String] {
    WaitingListOrder.sorted(candidates).map { String($0.project.rawValue.suffix(1)) }
  }

  @Test("is: upper subsidy, then first to be complete, then the higher ratio, then managed, then the number")
  func order() throws {
    let candidates = [
      try candidate(1), try candidate(2, managed: true), try candidate(3, ratio: "1/2"), try candidate(4, ratio: "2/3"),
      try candidate(5, since: "2024-04-02", ratio: "1/1"), try candidate(6, since: "2024-04-01", ratio: "1/1"),
      try candidate(7, subsidy: true), try candidate(8, subsidy: nil),
    ]
    #expect(order(candidates) == ["7", "6", "5", "4", "3", "2", "1", "8"])
    #expect(order(candidates.reversed()) == ["7", "6", "5", "4", "3", "2", "1", "8"])
  }

  @Test("compares ratios exactly")
  func exactRatio() throws {
    let close = [
      try candidate(1, ratio: "107999999/120000000"), try candidate(2, ratio: "9/10"),
      try candidate(3, ratio: "108000000/120000000"),
    ]
    #expect(order(close) == ["2", "3", "1"])
  }
}
