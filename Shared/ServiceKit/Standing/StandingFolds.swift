import Contracts
import DomainModel

/// How the events that all services share change the entities that all services keep.
enum StandingFolds {
  static func all(of contract: any ServiceContract.Type) -> [Fold] { folds(contract) }

  private static func folds<C: ServiceContract>(_ contract: C.Type) -> [Fold] {
    [
      .on(FactsHeard<C>.self) { event, _, entities in
        var record = try entities.get(ProjectRecord.self, event.project.rawValue) ?? ProjectRecord(project: event.project)
        for statement in event.statements {
          record.facts.state(
            statement.key, Fact(value: statement.value, on: statement.on ?? event.heardOn, source: event.source))
        }
        if let edition = event.edition { record.edition = edition }
        if let community = event.community { record.community = community }
        try entities.put(record)
      },
      .on(DoubtHeard<C>.self) { event, _, entities in
        guard var record = try entities.get(ProjectRecord.self, event.project.rawValue) else { return }
        switch event.kind {
        case .withdrawn: record.facts.withdraw(event.subjectOfDoubt)
        case .questioned: record.facts.question(event.subjectOfDoubt, true)
        case .confirmed: record.facts.question(event.subjectOfDoubt, false)
        }
        try entities.put(record)
      },
      .on(StepQuestioned<C>.self) { event, stamp, entities in
        try entities.update(StepRecord.self, StepRecord.key(event.project, event.sequence)) {
          $0.inQuestion = event.because
        }
        try question(event.project, event.sequence, stamp, true, entities)
      },
      .on(FeedAccepted<C>.self) { event, _, entities in
        try entities.put(
          FeedEpoch(feed: event.feed, epoch: event.epoch, former: event.formerEpoch, after: event.after))
      },
      .on(PersonHeld<C>.self) { event, _, entities in
        try entities.put(PersonHold(person: event.person, project: event.project, reason: event.reason))
      },
      .on(PersonReleased<C>.self) { event, _, entities in
        try entities.remove(PersonHold.self, PersonHold.key(event.person, event.project))
      },
      .on(StepConfirmed<C>.self) { event, stamp, entities in
        try entities.update(StepRecord.self, StepRecord.key(event.project, event.sequence)) { $0.inQuestion = nil }
        try question(event.project, event.sequence, stamp, false, entities)
      },
    ]
  }

  /// Marks the facts that the step's own event stated. Own numbers go on across epochs: the number alone tells it.
  private static func question(
    _ project: ProjectID, _ sequence: Int64, _ stamp: EventStamp, _ isInQuestion: Bool, _ entities: any EntityEditor
  ) throws {
    try entities.update(ProjectRecord.self, project.rawValue) {
      $0.facts.question(isInQuestion) { $0.feed == stamp.source.feed && $0.sequence == sequence }
    }
  }

  /// What every own event does beside its service's folds: state its facts, pin its edition, keep its receipt.
  static func keep(_ event: any Event, _ stamp: EventStamp, receipt: Receipt?, in entities: any EntityEditor) throws {
    guard let project = event.concerns else { return }
    let facts = event.facts
    let community = event.homeOfProject
    if !facts.isEmpty || event.pins != nil || community != nil {
      var record = try entities.get(ProjectRecord.self, project.rawValue) ?? ProjectRecord(project: project)
      for statement in facts {
        record.facts.state(
          statement.key, Fact(value: statement.value, on: statement.on ?? stamp.effectiveOn, source: stamp.source))
      }
      if let edition = event.pins { record.edition = edition }
      if let community { record.community = community }
      try entities.put(record)
    }
    if let receipt, !receipt.findings.isEmpty {
      try entities.put(StepRecord(project: project, sequence: stamp.sequence, receipt: receipt))
    }
  }
}
