import Contracts
import DomainModel
import FileStore
import Foundation

/// An event after which a person's data is destroyed.
protocol ErasingEvent { var erasedPerson: PersonID { get } }
/// An event after whose commit personal data may be shown.
protocol DisclosingEvent {}
extension PersonErased: ErasingEvent { var erasedPerson: PersonID { person } }
extension Disclosed: DisclosingEvent {}
extension PersonsSought: DisclosingEvent {}

/// A command whose answer is read from the vault once its event is committed, and is stored nowhere.
protocol VaultInquiry {
  func answer(from vault: any JournalReading, _ scopes: Set<String>, _ encoder: CompactEncoder) throws -> Data
}

extension Engine {
  /// Personal data goes into the vault with the batch, never into an event; with it goes why it is there.
  func keep(_ persons: [PersonRecord], of request: CommandRequest, scope: String) throws {
    for person in persons {
      for (fields, classification) in [(person.personal, DataClassification.p2), (person.protected, .p3)]
      where !fields.isEmpty {
        batch.vault.append(
          .put(VaultRecord(subject: person.person.rawValue, classification: classification, fields: fields)))
      }
      batch.vault.append(
        .hold(
          VaultHolding(
            subject: person.person.rawValue, scope: scope, purpose: person.purpose.rawValue,
            since: request.effectiveOn.description, sequence: head, belongsTo: person.belongsTo?.rawValue)))
      for document in person.documents {
        batch.vault.append(.own(document: document.bytes, subject: person.person.rawValue))
      }
    }
  }

  /// The vault destroys the person's keys in the transaction of the event that was just recorded.
  func erase(_ person: PersonID, by event: any Event) {
    batch.vault.append(
      .erase(VaultErasure(epoch: journal.epoch, sequence: head, subject: person.rawValue, scope: event.stream)))
  }

  /// Records what a restored store erased again before it began its epoch. Afterwards it is as any other erasure.
  public func recordOwedErasures() throws {
    for owed in try journal.owedErasures() { try recordOwed(definition.contract, owed) }
  }

  private func recordOwed<C: ServiceContract>(_ contract: C.Type, _ owed: VaultErasure) throws {
    let recordedAt = clock()
    let event = PersonErased<C>(
      project: try ProjectID(owed.scope), person: try PersonID(owed.subject), reason: "恢复备份后重新销毁")
    try record(
      event, receipt: nil,
      Origin(
        effectiveOn: recordedAt.businessDate, recordedAt: recordedAt,
        organisation: try OrganisationID(definition.service.rawValue), clerk: nil, key: nil,
        cause: "erasure-\(owed.epoch)-\(owed.sequence)"))
    erase(event.person, by: event)
  }

  /// What a committed disclosure or search shows; nil for every other command. It is told once and stored nowhere.
  public func disclosed(_ request: CommandRequest) throws -> Data? {
    guard !inquiries.isEmpty, let inquiry = inquiries.removeValue(forKey: request.name) else { return nil }
    var scopes: Set<String> = [request.subject, ""]
    if let project = try? ProjectID(request.subject), let home = try space.get(ProjectRecord.self, project.rawValue)?.community {
      scopes.insert(home.rawValue)
    }
    return try inquiry.answer(from: journal, scopes, encoder)
  }

  /// Why a person's data is here, as the batch in hand has it.
  func holdings(of person: PersonID) throws -> [VaultHolding] {
    var holdings = try journal.holdings(of: person.rawValue)
    for change in batch.vault {
      switch change {
      case .hold(let holding) where holding.subject == person.rawValue: holdings.append(holding)
      case .erase(let erasure) where erasure.subject == person.rawValue: holdings.removeAll()
      default: continue
      }
    }
    return holdings
  }
}
