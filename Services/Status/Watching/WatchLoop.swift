import Contracts
import DomainModel
import Foundation
import Terminal
import UnixSignals

/// Asks, keys and signals side by side, and one place that draws.
struct WatchLoop: Sendable {
  let inquirer: Inquirer
  let language: Language
  /// Between looks at the services.
  let every: Duration
  /// Between looks at projects and deadlines, which cost more to answer.
  let survey: Duration
  let times: Int?

  private enum Happening: Sendable {
    case standing(Answers)
    case surveyed(ProjectAnswers, DeadlineAnswers)
    case pressed(Keyboard.Key)
    case resized
    case ended
  }

  // MARK: On a terminal

  /// Until a key or a signal ends it.
  ///
  /// - Returns: the verdict last seen.
  func onScreen() async -> Assessment.Verdict? {
    defer { TerminalMode.giveBack() }
    // Stopping would leave the screen as it is; the shell gets it back by leaving.
    signal(SIGTSTP, SIG_IGN)
    return await withTaskGroup(of: Void.self) { group in
      let (happenings, continuation) = AsyncStream.makeStream(
        of: Happening.self, bufferingPolicy: .bufferingNewest(256))
      let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      group.addTask { await askServices(continuation) }
      group.addTask { await askProjects(continuation, wakes) }
      group.addTask { for await key in Keyboard.presses() { continuation.yield(.pressed(key)) } }
      group.addTask {
        for await signal in await UnixSignalsSequence(trapping: [.sigint, .sigterm, .sighup, .sigwinch]) {
          continuation.yield(signal == .sigwinch ? .resized : .ended)
        }
      }
      let verdict = await draw(happenings) { wake.yield() }
      // At once: a question that is still under way may take its time.
      TerminalMode.giveBack()
      group.cancelAll()
      wake.finish()
      continuation.finish()
      return verdict
    }
  }

  private func draw(_ happenings: AsyncStream<Happening>, _ lookAgain: () -> Void) async -> Assessment.Verdict? {
    var scene = WatchScene()
    var projects: ProjectAnswers?
    var offset = 0
    var looks = 0
    paint(scene, &offset)
    for await happening in happenings {
      switch happening {
      case .standing(var answers):
        answers.projects = projects ?? ProjectAnswers()
        take(answers, into: &scene)
        looks += 1
      case .surveyed(let known, let deadlines):
        projects = known
        scene.deadlines = deadlines
        scene.surveyedAt = Instant.now()
      case .pressed(.quit), .ended: return scene.assessment?.verdict
      case .pressed(.refresh): lookAgain()
      case .pressed(let key): offset = moved(offset, by: key)
      case .resized: break
      }
      paint(scene, &offset)
      if let times, looks >= times, scene.surveyedAt != nil { return scene.assessment?.verdict }
    }
    return scene.assessment?.verdict
  }

  private func take(_ answers: Answers, into scene: inout WatchScene) {
    let assessment = Assessment(answers)
    scene.rates.note(assessment)
    scene.assessment = assessment
  }

  private func moved(_ offset: Int, by key: Keyboard.Key) -> Int {
    let page = max(1, TerminalSize.rows - 3)
    return switch key {
    case .up: offset - 1
    case .down: offset + 1
    case .pageUp: offset - page
    case .pageDown: offset + page
    case .home: 0
    case .end: Int.max / 2
    case .quit, .refresh: offset
    }
  }

  /// - Parameter offset: brought back to what the page has.
  private func paint(_ scene: WatchScene, _ offset: inout Int) {
    let columns = TerminalSize.columns
    let page = WatchPage(language, width: columns)
    let foot = Style.quiet.paint(
      language == .zh
        ? "q 退出　↑↓ 滚动　空格 翻页　r 立即刷新　每 \(every.components.seconds) 秒"
        : "q quit  ↑↓ scroll  space page  r refresh  every \(every.components.seconds) s")
    let (text, used) = ScreenPainter().page(
      head: page.head(scene), body: page.body(scene), foot: foot, offset: offset, rows: TerminalSize.rows,
      columns: columns)
    offset = used
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  // MARK: Elsewhere

  /// One page after the other, until the reader goes away or the looks are done.
  func onPages() async -> Assessment.Verdict? {
    var scene = WatchScene()
    var looks = 0
    var known: ProjectAnswers?
    var surveyed: ContinuousClock.Instant?
    let page = WatchPage(language)
    while !Task.isCancelled {
      if surveyed.map({ ContinuousClock.now - $0 >= survey }) ?? true {
        let (projects, deadlines) = await lookAtProjects()
        known = projects
        scene.deadlines = deadlines
        surveyed = .now
      }
      take(await inquirer.answers(knowing: known), into: &scene)
      looks += 1
      let text = ([page.head(scene)] + page.body(scene) + ["", ""]).joined(separator: "\n")
      guard (try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))) != nil else { break }
      if let times, looks >= times { break }
      guard (try? await Task.sleep(for: every)) != nil else { break }
    }
    return scene.assessment?.verdict
  }

  // MARK: Asking

  private func askServices(_ continuation: AsyncStream<Happening>.Continuation) async {
    while !Task.isCancelled {
      let answers = await inquirer.answers(knowing: ProjectAnswers())
      continuation.yield(.standing(answers))
      guard (try? await Task.sleep(for: every)) != nil else { return }
    }
  }

  private func askProjects(_ continuation: AsyncStream<Happening>.Continuation, _ wakes: AsyncStream<Void>) async {
    let (ticks, tick) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    await withTaskGroup(of: Void.self) { group in
      group.addTask { while (try? await Task.sleep(for: survey)) != nil { tick.yield() } }
      group.addTask { for await _ in wakes { tick.yield() } }
      tick.yield()
      for await _ in ticks {
        guard !Task.isCancelled else { break }
        let (projects, deadlines) = await lookAtProjects()
        continuation.yield(.surveyed(projects, deadlines))
      }
      tick.finish()
      group.cancelAll()
    }
  }

  private func lookAtProjects() async -> (ProjectAnswers, DeadlineAnswers) {
    let today = Instant.now().businessDate
    async let projects = inquirer.projects()
    async let deadlines = inquirer.deadlines(asOf: today, until: today.adding(days: WatchScene.soon))
    return (await projects, await deadlines)
  }
}
