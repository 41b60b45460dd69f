import Contracts
import DomainModel
import Terminal
import Testing

@testable import Status

@Suite("The live view")
struct WatchTests {
  private static func at(_ seconds: Int64) -> Instant {
    Instant(milliseconds: Sample.now.milliseconds + seconds * 1000)
  }

  @Test("knows a rate from two looks on, over the last seconds")
  func rate() {
    var book = RateBook()
    #expect(book.tenths(of: .voting) == nil)
    book.note(.voting, head: 100, epoch: "e", at: Self.at(0))
    #expect(book.tenths(of: .voting) == nil)
    book.note(.voting, head: 150, epoch: "e", at: Self.at(2))
    #expect(book.tenths(of: .voting) == 250)
    book.note(.voting, head: 150, epoch: "e", at: Self.at(42))
    book.note(.voting, head: 155, epoch: "e", at: Self.at(44))
    #expect(book.tenths(of: .voting) == 25, "what lies further back does not count")
    #expect(book.history(of: .voting, 9) == [50, 0, 5])
  }

  @Test("does not compare numbers of two epochs, or of a journal put back")
  func epochs() {
    var book = RateBook()
    book.note(.voting, head: 100, epoch: "a", at: Self.at(0))
    book.note(.voting, head: 900, epoch: "b", at: Self.at(2))
    #expect(book.tenths(of: .voting) == nil)
    book.note(.voting, head: 50, epoch: "b", at: Self.at(4))
    #expect(book.tenths(of: .voting) == nil)
  }

  @Test("draws the last looks as bars of one width, the highest full")
  func bars() {
    var book = RateBook()
    for (second, head) in [(0, 0), (1, 8), (2, 8), (3, 9)] {
      book.note(.voting, head: Int64(head), epoch: "e", at: Self.at(Int64(second)))
    }
    #expect(book.bars(of: .voting, 5) == "  █ ▁")
    #expect(book.bars(of: .intake, 5) == "     ")
  }

  @Test("shows how much of the residents' money a gate still lacks")
  func gate() throws {
    let finding = Finding(
      "funds.in-place", .violated, cites: [],
      values: [
        NamedValue("planned", .money("1000000.00")), NamedValue("cleared", .money("655000.00")),
        NamedValue("missing", .money("145000.00")), NamedValue("required", .share("8/10")),
      ])
    let standing = ProjectStanding(.init(line: Sample.line(), outlook: Sample.outlook([finding])))
    let gate = try #require(MoneyGate(standing))
    #expect(gate.missing == "145000.00" && gate.inPlace?.percentage == "65.50%" && gate.bar == "██████░░░░")
    #expect(MoneyGate(ProjectStanding(.init(line: Sample.line(), outlook: Sample.outlook([])))) == nil)
  }

  @Test("says all that is urgent, in both languages, without losing a column", arguments: [Language.zh, .en])
  func page(_ language: Language) {
    var scene = WatchScene()
    scene.assessment = Assessment(Sample.mixed)
    scene.deadlines = DeadlineSample.answers
    let page = WatchPage(language, width: 140)
    let text = ([page.head(scene)] + page.body(scene)).joined(separator: "\n").replacing(/\u{1B}\[[0-9;]*m/, with: "")
    for part in ["12,345", "330382-2024-0007", "yueqing-fire", "S05 1"] { #expect(text.contains(part)) }
    #expect(text.contains(language == .zh ? "期限：逾期 1 项，7 天内 1 项" : "Deadlines: 1 overdue, 1 within 7 days"))
    #expect(text.contains(language == .zh ? "滞留的项目（1）" : "Projects that wait (1)"))
    #expect(page.head(WatchScene()).contains(language == .zh ? "正在询问" : "asking"))
  }

  @Test("says in one line that everybody has read everything")
  func calm() {
    var scene = WatchScene()
    scene.assessment = Assessment(Sample.healthy)
    #expect(WatchPage(.zh, width: 140).body(scene).contains { $0.contains("各服务互相都已读到最新。") })
  }
}
