import DomainModel
import FileStore
import Foundation
import Logging
import Messaging

/// Commands, a batch at a time; alone after an unclean end.
extension ServiceLoop {
  /// Decides commands as one batch.
  ///
  /// - Parameter isLast: whether no other commands wait. When some do, they are decided while this batch is being written, and
  ///   this one is answered after that.
  func decide(_ commands: [WaitingCommand], isLast: Bool) throws {
    let trusted = try commands.filter { command in
      guard crash.isPoison(command.request.name), try !isAnswered(command) else { return true }
      send(
        replies.error(
          .internal, "this command ended the service twice and is not tried again", id: command.header.id,
          rid: command.header.rid, to: command.routingID))
      return false
    }
    guard !crash.isCautious else {
      for command in trusted {
        try decideAlone(command)
        tell()
      }
      return
    }
    try decideBatch(trusted, isLast: isLast)
  }

  private func decideBatch(_ commands: [WaitingCommand], isLast: Bool) throws {
    let decided = Result { try journal.holdingReads { try commands.map(judged) } }
    // What rests on a batch that could not be written is dropped with it.
    if let fault = try finishWriting() { return try failed(commands, fault) }
    let answers: [CommandAnswer]
    do {
      answers = try decided.get()
      if !isLast, engine.mayBeginCommit {
        if try engine.beginCommit() { return writing = (commands, answers) }
      } else {
        try engine.commit()
      }
    } catch let fault as StoreError {
      return try failed(commands, fault)
    }
    for feed in engine.takeAcceptedFeeds() {
      let position = try journal.cursor(feed: feed.rawValue)
      followers.first { $0.feed == feed }?.resume(from: position, now: LoopShared.now())
    }
    for (command, answer) in zip(commands, answers) { reply(to: command, answer) }
  }

  /// Waits for the batch that is being written, and answers its commands.
  ///
  /// - Returns: why it could not be written, if so; what was decided since is dropped then.
  private func finishWriting() throws -> StoreError? {
    guard let writing else { return nil }
    self.writing = nil
    do { try engine.finishCommit() } catch let fault as StoreError {
      try failed(writing.commands, fault)
      return fault
    }
    for (command, answer) in zip(writing.commands, writing.answers) { reply(to: command, answer) }
    return nil
  }

  /// - Throws: `StoreError`, which is about the batch; any other fault is this command's alone.
  private func judged(_ command: WaitingCommand) throws -> CommandAnswer {
    do { return try engine.decide(command.request) } catch let fault as StoreError { throw fault } catch {
      logger.error("a command failed inside", metadata: ["type": "\(command.header.type)", "fault": "\(type(of: error))"])
      return .rejected(.internal, detail: "the command could not be decided", pointers: [])
    }
  }

  private func isAnswered(_ command: WaitingCommand) throws -> Bool {
    try journal.repeatRecord(source: command.request.source, id: command.request.id) != nil
  }

  /// After an unclean end: what is decided is noted first, so that a command that ends the process is known next time.
  private func decideAlone(_ command: WaitingCommand) throws {
    // What was decided before is only looked up; it may well have been noted when the service was killed from outside.
    guard try !isAnswered(command) else { return try decideBatch([command], isLast: true) }
    crash.note(command.request.name)
    try decideBatch([command], isLast: true)
    crash.survived(command.request.name)
  }

  private func reply(to command: WaitingCommand, _ answer: CommandAnswer) {
    switch answer {
    case .accepted(let reply, let first, let last, let isRepeat):
      let shown = (try? engine.disclosed(command.request)) ?? nil
      send(
        replies.ok(
          command.header, to: command.routingID, body: shown ?? reply, first: first, last: last,
          isRepeat: isRepeat ? true : nil))
    case .refused(let problem, let isRepeat):
      send(replies.refused(command.header, to: command.routingID, problem: problem, isRepeat: isRepeat))
    case .rejected(let code, let detail, let pointers):
      shared.count(code)
      shared.access.refused(code, command.request.principal)
      send(
        replies.error(
          code, detail, pointers: pointers, id: command.header.id, rid: command.header.rid, to: command.routingID,
          language: command.request.language))
    }
  }

  /// A full disk is answered and outlived; any other failure of the store ends the process without an answer.
  private func failed(_ commands: [WaitingCommand], _ fault: StoreError) throws {
    guard fault == .full || fault == .busy else { throw fault }
    logger.error("the store took nothing", metadata: ["code": "\(fault.code)"])
    engine.abandon()
    let code: WireCode = fault == .full ? .storeFull : .busy
    for command in commands {
      send(
        replies.error(
          code, fault.description, id: command.header.id, rid: command.header.rid, to: command.routingID,
          language: command.request.language, retryAfter: 1000))
    }
  }
}
