import Contracts
import DomainModel
import ServiceKit

/// Not refused for what it says; only somebody who was never registered cannot have said it in that part.
enum RecordObservationDecision: Decision {
  static func look(_ command: RecordObservation, at view: any EntityView) throws -> Watcher {
    guard let watcher = try view.get(Watcher.self, Watcher.key(command.project, command.person)) else {
      throw Refusal(.watcherUnknown, pointers: ["/person"])
    }
    return watcher
  }

  static func decide(_ command: RecordObservation, seeing: Watcher, under ruling: Ruling) throws -> Outcome<Accepted> {
    let words = try command.text.map { text in
      VaultWords.words(text.value, as: try VaultWords.id(ofCommand: ruling.commandID), of: command.person)
    }
    return Outcome(
      [
        ObservationRecorded(
          project: command.project, person: command.person, topic: command.topic, concern: command.concern,
          photos: command.photos, text: words?.person)
      ],
      persons: [words].compactMap { $0 })
  }
}
