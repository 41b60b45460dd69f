/// How a `RequestClient` behaves.
public struct RequestSettings: Sendable {
  /// How many requests may be unanswered at once; further ones wait. 32 is what every service grants a connection.
  public var inFlight: Int
  /// How long the first attempt waits for its answer.
  public var attempt: Duration
  /// The longest wait of a later attempt.
  public var longestAttempt: Duration
  /// Rounds of silence after which the socket is closed and opened anew.
  public var silentRounds: Int
  /// Answers with these codes are not handed on: the request is sent again after `retryafterms`, or an attempt's time.
  /// Meant for bulk tools, with `.busy` and `.rateLimited`.
  public var sendAgainOn: Set<WireCode>
  /// Submissions (a batch is one) that may wait to be taken up by the client's thread.
  public var waiting: Int
  public var socket: SocketSettings

  public init(
    inFlight: Int = 32, attempt: Duration = .seconds(2), longestAttempt: Duration = .seconds(60), silentRounds: Int = 3,
    sendAgainOn: Set<WireCode> = [], waiting: Int = 65_536, socket: SocketSettings = SocketSettings()
  ) {
    self.inFlight = inFlight
    self.attempt = attempt
    self.longestAttempt = longestAttempt
    self.silentRounds = silentRounds
    self.sendAgainOn = sendAgainOn
    self.waiting = waiting
    self.socket = socket
  }
}
