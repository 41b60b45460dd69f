import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy

extension Engine {
  /// Decides one command into the batch in hand. The answer may be told once the batch is committed.
  public func decide(_ request: CommandRequest) throws -> CommandAnswer {
    guard let known = registry.commands[request.type] else {
      return .rejected(.unknownType, detail: "the service knows no command \(request.type.prefix(100))", pointers: [])
    }
    guard !known.senders.isDisjoint(with: request.principal.roles) else {
      let roles = known.senders.map(\.rawValue).sorted().joined(separator: ", ")
      return .rejected(.notAuthorised, detail: "this command is for \(roles)", pointers: [])
    }
    let reach = try request.principal.reach(to: request.subject) { try community(of: $0) }
    guard reach != .elsewhere else {
      return .rejected(
        .notAuthorised, detail: "the key may not act in this division or for this community", pointers: ["/subject"])
    }
    let mac = request.reading?.contentMAC ?? journal.contentMAC(for: request.content)
    if let earlier = try repeated(request, mac) { return earlier }

    let command: any Command
    switch request.reading?.command ?? known.read(request.body, decoder) {
    case .success(let known): command = known
    case .failure(let fault):
      return .rejected(.schemaInvalid, detail: fault.detail, pointers: [fault.pointer])
    }
    guard command.subject == request.subject else {
      return .rejected(.schemaInvalid, detail: "the header's subject is not the body's", pointers: ["/subject"])
    }
    if let expected = request.expectedVersion, try hasEvents(of: request.subject, after: expected) {
      return .rejected(.conflict, detail: "the matter has changed since event \(expected)", pointers: [])
    }

    let mark = (space: space.mark, events: batch.events.count, pending: pending.count, vault: batch.vault.count, head: head)
    let findings = FindingBox()
    do {
      guard reach == .within else { throw Refusal(.projectUnknown, pointers: ["/subject"]) }
      let answer = try judge(command, request, known, findings)
      remember(request, mac, answer)
      return answer
    } catch {
      space.rollBack(to: mark.space)
      batch.events.removeSubrange(mark.events...)
      batch.vault.removeSubrange(mark.vault...)
      pending.removeSubrange(mark.pending...)
      head = mark.head
      let refusal: Refusal
      switch error {
      case let told as Refusal: refusal = told
      case is ArithmeticFault: refusal = Refusal(.amountOutOfRange, findings: findings.findings)
      default: throw error
      }
      let problem = Problem(
        refusal, step: type(of: command).name, on: request.effectiveOn,
        edition: try command.concerns.flatMap { try space.get(ProjectRecord.self, $0.rawValue)?.edition },
        language: request.language)
      let answer = CommandAnswer.refused(problem: try encoder.encode(problem), isRepeat: false)
      remember(request, mac, answer, code: refusal.code.code.rawValue)
      return answer
    }
  }

  /// The answer of a command that was decided before: in this batch, in the one that is being written, or in the store.
  private func repeated(_ request: CommandRequest, _ mac: Data) throws -> CommandAnswer? {
    if let earlier = answered[request.name] ?? beingWritten?[request.name] {
      guard earlier.mac == mac else { return Engine.reused }
      switch earlier.answer {
      case .accepted(let reply, let first, let last, _):
        return .accepted(reply: reply, first: first, last: last, isRepeat: true)
      case .refused(let problem, _): return .refused(problem: problem, isRepeat: true)
      case .rejected: return earlier.answer
      }
    }
    guard let stored = try journal.repeatRecord(source: request.source, id: request.id) else { return nil }
    guard stored.contentMAC == mac else { return Engine.reused }
    if stored.status == RepeatRecord.refused { return .refused(problem: stored.reply, isRepeat: true) }
    return .accepted(
      reply: stored.reply, first: stored.firstSequence ?? 0, last: stored.lastSequence ?? 0, isRepeat: true)
  }

  private static let reused = CommandAnswer.rejected(
    .idReused, detail: "this id was used for another content; a new command needs a new id", pointers: ["/id"])

  private func hasEvents(of stream: String, after sequence: Int64) throws -> Bool {
    if pending.contains(where: { $0.stamp.stream == stream && $0.stamp.sequence > sequence }) { return true }
    return try !journal.events(stream: stream, after: sequence, limit: 1).isEmpty
  }

  private func judge(
    _ command: any Command, _ request: CommandRequest, _ known: MessageRegistry.KnownCommand, _ findings: FindingBox
  ) throws -> CommandAnswer {
    let recordedAt = clock()
    guard request.effectiveOn <= recordedAt.businessDate else {
      throw Refusal(.datedInFuture, pointers: ["/effectiveon"])
    }
    let documents = command.documents
    try requirePresent(documents)
    let laws = self.laws
    var record: ProjectRecord?
    if let project = command.concerns { record = try space.get(ProjectRecord.self, project.rawValue) }
    var law: Law?
    if let edition = record?.edition {
      law = laws.law(edition)
      if law == nil { throw Refusal(.editionMissing) }
    }
    if let allowed = law?.edition.senders(of: known.name), allowed.isDisjoint(with: request.principal.roles) {
      let roles = allowed.map(\.rawValue).sorted().joined(separator: ", ")
      return .rejected(.notAuthorised, detail: "in this city the command is for \(roles)", pointers: [])
    }
    let facts = record?.facts ?? command.concerns.map(ProjectFacts.init)
    let ruling = Ruling(
      effectiveOn: request.effectiveOn, principal: request.principal, commandID: request.id, step: known.name,
      knownLaw: law, facts: facts, overrides: command.overrides, gathered: findings, installed: laws.law,
      latest: laws.latest)
    let origin = Origin(
      effectiveOn: request.effectiveOn, recordedAt: recordedAt, organisation: request.principal.organisation,
      clerk: request.principal.clerk, key: request.principal.key, cause: request.id)
    let first = head + 1
    if let replacement = command.replaces { try withdraw(replacement, of: command, request, origin) }
    var outcome = try known.decision.decide(command, self, ruling)
    let receipt = Receipt(
      step: ruling.step, project: command.concerns, on: request.effectiveOn, edition: record?.edition,
      findings: findings.findings + outcome.findings)
    for (place, event) in outcome.events.enumerated() {
      var own = place == 0 && !receipt.findings.isEmpty ? receipt : nil
      if let project = event.concerns, let findings = outcome.receipts.removeValue(forKey: project) {
        let edition = try space.get(ProjectRecord.self, project.rawValue)?.edition
        own = Receipt(
          step: ruling.step, project: project, on: request.effectiveOn, edition: edition, findings: findings)
      }
      try self.record(event, receipt: own, origin)
    }
    try keep(outcome.persons, of: request, scope: command.concerns?.rawValue ?? request.subject)
    batch.namedDocuments += documents.map(\.bytes)
    if request.principal.roles.contains(.systemOperator), let order = command as? any ParkedOrder { try carryOut(order) }
    if let event = outcome.events.first, traits(of: event).isSpecial {
      if let erased = event as? any ErasingEvent { erase(erased.erasedPerson, by: event) }
      if event is any DisclosingEvent, let looking = command as? any VaultInquiry { inquiries[request.name] = looking }
      if let accepted = event as? any FeedAcceptingEvent { try readOn(accepted) }
    }
    return .accepted(reply: try encoder.encode(outcome.reply), first: first, last: head, isRepeat: false)
  }

  private func community(of project: ProjectID) throws -> CommunityID? {
    try space.get(ProjectRecord.self, project.rawValue)?.community
  }

  /// A command may name only documents that are here, whole.
  private func requirePresent(_ documents: [DocumentHash]) throws {
    var missing: [NamedValue] = []
    for document in documents where try journal.documentCatalogue.find(document.bytes)?.isComplete != true {
      missing.append(NamedValue("document", .code(document.rawValue)))
    }
    if !missing.isEmpty { throw Refusal(.documentMissing, values: Array(missing.prefix(8))) }
  }

  /// The record that a corrected one replaces is withdrawn first, by the same rules as a withdrawal of its own.
  private func withdraw(
    _ replacement: Replacement, of command: any Command, _ request: CommandRequest, _ origin: Origin
  ) throws {
    guard let project = command.concerns else { throw Refusal(.recordUnknown, pointers: ["/replaces"]) }
    for event in try withdrawal(definition.contract, project, replacement) { try record(event, receipt: nil, origin) }
  }

  private func withdrawal<C: ServiceContract>(
    _ contract: C.Type, _ project: ProjectID, _ replacement: Replacement
  ) throws -> [any Event] {
    let command = WithdrawRecord<C>(project: project, sequence: replacement.sequence, reason: replacement.reason)
    let sight = try WithdrawRecordDecision<C>.look(command, at: self)
    guard Swift.type(of: sight.recorded.event).isWithdrawable, !sight.isWithdrawn else {
      throw Refusal(.recordFinal, pointers: ["/replaces"])
    }
    return try WithdrawRecordDecision<C>.events(command, sight)
  }

  private func remember(_ request: CommandRequest, _ mac: Data, _ answer: CommandAnswer, code: String? = nil) {
    answered[request.name] = (mac, answer)
    let stored: (status: String, first: Int64?, last: Int64?, reply: Data)
    switch answer {
    case .accepted(let reply, let first, let last, _): stored = ("ok", first, last, reply)
    case .refused(let problem, _): stored = (RepeatRecord.refused, nil, nil, problem)
    case .rejected: return
    }
    batch.repeats.append(
      RepeatRecord(
        source: request.source, id: request.id, contentMAC: mac, status: stored.status, code: code,
        firstSequence: stored.first, lastSequence: stored.last, reply: stored.reply, subject: request.subject,
        recordedAt: clock().description, principal: request.principal.organisation.rawValue,
        key: request.principal.key?.rawValue))
  }
}

extension Engine: JournalView {
  /// An entity as the batch in hand has it.
  public func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? { try space.get(type, key) }

  /// Entities as the batch in hand has them.
  public func all<E: Entity>(_ type: E.Type, prefix: String, after: String?, limit: Int) throws -> [E] {
    try space.all(type, prefix: prefix, after: after, limit: limit)
  }

  /// Entities as the batch in hand has them, by index.
  public func find<E: Entity>(_ type: E.Type, index: String, value: String, limit: Int) throws -> [E] {
    try space.find(type, index: index, value: value, limit: limit)
  }

  func recorded(_ sequence: Int64) throws -> RecordedEvent? {
    if let waiting = pending.first(where: { $0.stamp.sequence == sequence }) { return waiting }
    return try journal.event(sequence).map(decode)
  }

  func facts(of project: ProjectID, without sequence: Int64) throws -> ProjectFacts {
    let mark = space.mark
    defer { space.rollBack(to: mark) }
    try space.put(Withdrawal(sequence: sequence))
    try foldAgain(project.rawValue, before: .max)
    return try space.get(ProjectRecord.self, project.rawValue)?.facts ?? ProjectFacts(project: project)
  }
}
