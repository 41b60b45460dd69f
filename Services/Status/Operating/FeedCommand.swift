import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation

/// Which feeds are read, and how a restored one is read on.
struct FeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "数据流：查看，恢复之后接受。 Feeds: look, and accept one whose service was restored.",
    discussion: """
        jiugai-status feed list
        jiugai-status feed accept --feed voting --reason 从三月一日的备份恢复

      A service that was restored from a copy begins a new epoch; its readers stop there. Accepting lets a reader go on:
      what it had heard beyond the copy is taken back in its journal, with the reason, and what rests on it is put in
      question. Without --service all readers that stopped accept.

      Exit codes: 0 done, nothing has stopped · 1 something has stopped, or a service says no · 2 a service does not
      answer · 64 wrong use of this command line.
      """,
    subcommands: [List.self, Accept.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "各服务读到哪里、是否停读。 How far each reads, and what stopped.")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      let desk = try ServicesDesk(options)
      var answers: [FeedAnswer] = []
      for service in ServiceName.allCases {
        answers.append(await FeedAnswer(service) { .positions(try await desk.health(of: service).feeds) })
      }
      desk.close()
      try FeedText(options.language).tell(answers, isJSON: options.json)
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "接受一个已恢复的数据流，须写明理由。 Read a restored feed on, with a reason.")

    @Option(help: "哪个数据流。 Which feed.")
    var feed: ServiceName

    @Option(help: "由哪个服务接受；不写则所有停读的。 The reader; all that stopped when left out.")
    var service: ServiceName?

    @Option(help: "理由，记入读者的日志。 Why; it stands in the reader's journal.")
    var reason: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
      guard let reason = try? Text<500>(reason) else {
        throw ValidationError(options.say("--reason：1 到 500 个字。", "--reason: 1 to 500 characters"))
      }
      let desk = try ServicesDesk(options)
      let readers = service.map { [$0] } ?? ServiceName.allCases.filter { $0 != feed }
      var answers: [FeedAnswer] = []
      do {
        let past = try FeedPast(try await desk.health(of: feed))
        for reader in readers {
          let isNamed = service != nil
          answers.append(
            await FeedAnswer(reader) {
              let position = try await desk.health(of: reader).feeds.first { $0.feed == feed }
              guard let position, let epoch = position.epoch, isNamed || position.stopped != nil else {
                if isNamed { throw OperatorFault.notChanged }
                return .positions([])
              }
              let point = try past.point(for: epoch, stopped: position.stopped != nil)
              try await desk.accept(feed, point, in: reader, because: reason)
              return .accepted(feed, point)
            })
        }
      } catch {
        answers.append(FeedAnswer(feed, .failure(error)))
      }
      desk.close()
      try FeedText(options.language).tell(answers, isJSON: options.json)
    }
  }
}

/// What a feed's service tells of its epochs.
struct FeedPast {
  /// Where a reader of an earlier epoch goes on.
  struct Point: Hashable, Sendable {
    let epoch: Identifier<SlugKind>
    /// The last event that the reader's past and the feed's have in common.
    let after: Int64
    let hash: ChainDigest
  }

  private let epochs: [Health.Epoch]

  init(_ health: Health) throws {
    guard let epochs = health.epochs, !epochs.isEmpty else { throw OperatorFault.epochsUnknown }
    self.epochs = epochs
  }

  init(epochs: [Health.Epoch]) { self.epochs = epochs }

  /// Of every restore since the reader's epoch, the one that reached back farthest says what is left. A feed that does
  /// not know the reader's epoch was made anew: nothing is.
  ///
  /// - Throws: `OperatorFault` when the reader is in the feed's present epoch already.
  func point(for reader: String, stopped: Bool) throws -> Point {
    guard let present = epochs.last else { throw OperatorFault.epochsUnknown }
    guard present.epoch != reader else { throw stopped ? OperatorFault.noNewEpoch : OperatorFault.notChanged }
    let later = epochs.firstIndex { $0.epoch == reader }.map { epochs[($0 + 1)...] } ?? epochs[..<1]
    guard let farthest = later.min(by: { $0.after < $1.after }) else { throw OperatorFault.notChanged }
    return Point(
      epoch: try Identifier(present.epoch), after: farthest.after, hash: try ChainDigest(farthest.hash))
  }
}
