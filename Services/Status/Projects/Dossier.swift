import Contracts
import DomainModel

/// Everything that the services tell of one project, for an operator who is asked why it does not go on.
struct Dossier: Sendable {
  struct Step: Sendable {
    let service: ServiceName
    let taken: TakenStep
  }

  struct Refused: Sendable {
    let service: ServiceName
    let given: Refusals.Given
  }

  struct Waiting: Sendable {
    let service: ServiceName
    let waiting: Parked.Waiting
  }

  struct Gap: Sendable {
    let service: ServiceName
    let silence: Silence
  }

  let asOf: BusinessDate
  var report: ProjectReport?
  var subdistrict: String?
  var course: [Course.Reached] = []
  var outlook: Outlook?
  var timeline: [Timeline.Entry] = []
  var steps: [Step] = []
  var refusals: [Refused] = []
  var parked: [Waiting] = []
  var account: AccountAnswer?
  var deadlines: DeadlineAnswers
  /// Services that did not tell all of it.
  var gaps: [Gap] = []

  /// The steps that may come next: those of the first stage ahead, and whatever runs beside it.
  var next: [Outlook.Ahead] {
    let coming = (outlook?.stages ?? []).filter { $0.step != nil }
    guard let first = coming.map(\.order).min() else { return [] }
    return coming.filter { $0.order == first }
  }

  /// Steps that rest on something that was taken back.
  var inQuestion: [Step] { steps.filter { $0.taken.inQuestion != nil } }

  var hasTrouble: Bool { !inQuestion.isEmpty || !parked.isEmpty || !deadlines.overdue.isEmpty }
}
