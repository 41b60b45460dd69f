import Contracts
import DomainModel
import Terminal
import Testing

@testable import Status

@Suite("Accepting a restored feed")
struct FeedTextTests {
  private static func epoch(_ name: String, after: Int64) -> Health.Epoch {
    Health.Epoch(
      epoch: name, after: after, hash: String(repeating: "\(after % 10)", count: 64), startedAt: "2024-03-01T00:00:00.000Z")
  }

  private let past = FeedPast(epochs: [epoch("e1", after: 0), epoch("e2", after: 9), epoch("e3", after: 7)])

  @Test("of several restores the one that reached back farthest says what is left")
  func farthest() throws {
    let point = try past.point(for: "e1", stopped: true)
    #expect(point.epoch == "e3" && point.after == 7 && point.hash.rawValue.hasPrefix("777"))
    #expect(try past.point(for: "e2", stopped: true).after == 7)
  }

  @Test("a feed that does not know the reader's epoch was made anew: nothing is left")
  func anew() throws {
    let point = try past.point(for: "e0", stopped: true)
    #expect(point.epoch == "e3" && point.after == 0)
  }

  @Test("a feed in the reader's own epoch has nothing to be accepted")
  func same() {
    #expect(throws: OperatorFault.self) { try past.point(for: "e3", stopped: true) }
    #expect(throws: OperatorFault.self) { try past.point(for: "e3", stopped: false) }
  }

  @Test("positions are told, and a stopped one decides the exit code", arguments: [Language.zh, .en])
  func told(_ language: Language) {
    let text = FeedText(language, width: 120)
    func answer(_ stopped: String?) -> [FeedAnswer] {
      [
        FeedAnswer(
          .funding,
          .success(
            .positions([
              Health.FeedPosition(feed: .voting, epoch: "e1", sequence: 9, head: 7, heardAt: nil, stopped: stopped)
            ])))
      ]
    }
    #expect(text.exitCode(answer(nil)) == 0)
    #expect(text.exitCode(answer("EPOCH_CHANGED")) == 1)
    #expect(text.page(answer("EPOCH_CHANGED")).contains("EPOCH_CHANGED"))
    #expect(text.value(answer(nil)).line.contains(#""stopped":null"#))
    let fault = [FeedAnswer(.funding, .failure(OperatorFault.noNewEpoch))]
    #expect(text.page(fault).contains("--begin-epoch"))
    #expect(text.exitCode(fault) == 1)
    let done = [FeedAnswer(.funding, .success(.accepted(.voting, FeedPast.Point(epoch: "e3", after: 7, hash: ChainDigest.sample))))]
    #expect(text.exitCode(done) == 0 && text.page(done).contains("e3"))
    #expect(text.page([FeedAnswer(.funding, .success(.positions([])))]) == (language == .zh ? "没有停读的数据流。" : "No reader has stopped."))
  }
}
