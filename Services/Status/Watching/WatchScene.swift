import Contracts
import DomainModel

/// What the live view shows: the newest answers of each kind. Services are asked often, projects and deadlines seldom.
struct WatchScene: Sendable {
  var assessment: Assessment?
  var rates = RateBook()
  var deadlines: DeadlineAnswers?
  /// When projects and deadlines were last told.
  var surveyedAt: Instant?

  /// Days ahead within which a deadline is about to pass.
  static let soon = 7

  var gates: [MoneyGate] { (assessment?.projects ?? []).compactMap(MoneyGate.init) }

  /// Duties that are overdue or about to be, and periods that end soon.
  var pressing: [DeadlineLine] { deadlines?.within(WatchScene.soon) ?? [] }

  /// How many projects stand at each stage, in the order of the stages' codes.
  var stages: [(code: String, count: Int)] {
    let open = (assessment?.projects ?? []).filter { !$0.isWithdrawn }
    return Dictionary(grouping: open) { $0.stage?.code ?? "—" }.map { ($0.key, $0.value.count) }.sorted {
      $0.code < $1.code
    }
  }
}
