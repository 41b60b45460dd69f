/// A request between its submission and its outcome; it belongs to the loop's thread.
final class PendingRequest {
  let request: OutboundRequest
  let batch: PendingBatch
  /// Its place in the batch.
  let index: Int
  /// When to give up, in monotonic nanoseconds; `.max` for never.
  let deadline: UInt64
  let schedule: AttemptSchedule
  /// Attempts begun.
  var attempts = 0
  /// The `rid` of the latest attempt.
  var rid = ""
  /// When the latest attempt began, and when the next is due.
  var begunAt: UInt64 = 0
  var dueAt: UInt64 = 0
  /// Whether the latest attempt still has to be handed to the socket.
  var isUnsent = false
  /// Whether it has ever been handed to the socket.
  var wasSent = false
  /// Whether it waits for `dueAt` because the server asked for that, not because it is silent.
  var isPaused = false

  init(_ request: OutboundRequest, in batch: PendingBatch, index: Int, now: UInt64, settings: RequestSettings) {
    self.request = request
    self.batch = batch
    self.index = index
    // Neither term is larger than half of what fits.
    deadline = request.deadline.map { now + $0.nanoseconds } ?? .max
    schedule = AttemptSchedule(
      first: (request.attempt ?? settings.attempt).nanoseconds, longest: settings.longestAttempt.nanoseconds)
  }
}

/// The outcomes of a batch as they come in.
final class PendingBatch {
  let token: Int
  private var outcomes: [Result<ReplyFrames, RequestFailure>?]
  private var open: Int
  private let finish: @Sendable ([Result<ReplyFrames, RequestFailure>]) -> Void

  init(_ submission: Submission) {
    token = submission.token
    open = submission.requests.count
    outcomes = Array(repeating: nil, count: open)
    finish = submission.finish
  }

  /// Notes an outcome, the first one only; with the last the batch is handed back.
  func settle(_ index: Int, _ outcome: Result<ReplyFrames, RequestFailure>) {
    guard outcomes[index] == nil else { return }
    outcomes[index] = outcome
    open -= 1
    if open == 0 { finish(outcomes.map { $0 ?? .failure(.closed) }) }
  }

  func isSettled(_ index: Int) -> Bool { outcomes[index] != nil }
}
