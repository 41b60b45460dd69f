import Foundation
import Synchronization
import Terminal

/// How far a programme is: a bar in a terminal, a plain line for every tenth otherwise.
final class ProgrammeProgress: Sendable {
  private let bar: ProgressBar
  private let total: Int
  private let isPlain: Bool
  private let done = Mutex(0)

  init(of chapters: Int) {
    bar = ProgressBar("年度计划", of: chapters)
    total = max(chapters, 1)
    isPlain = isatty(2) != 1
  }

  /// A community came to its next chapter.
  func advance() {
    let now = done.withLock { done in
      done += 1
      return done
    }
    bar.advance(to: now)
    guard isPlain, now * 10 / total > (now - 1) * 10 / total else { return }
    FileHandle.standardOutput.write(Data("已办 \(now)/\(total) 个环节（\(now * 100 / total)%）\n".utf8))
  }

  func finish() { bar.finish() }
}
