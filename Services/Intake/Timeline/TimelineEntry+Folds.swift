import Contracts
import DomainModel
import ServiceKit

extension TimelineEntry {
  /// Own events are told by their name, others' by the facts that they stated: that is all this service hears of them.
  static let folds: [Fold] =
    [
      own(ProjectOpened.self), own(EditionAdopted.self), own(CommunityStandingTold.self), own(SchemeCommissioned.self),
      own(PlanRecorded.self), own(ApplicationSubmitted.self), own(ApplicationReviewed.self),
      own(RankingFactsRecorded.self), own(DeclarationSubmitted.self), own(DeclarationReviewed.self),
      own(DeclarationFiled.self), own(ReportedToCity.self), own(FiscalCapacityConfirmed.self),
      own(CompetitiveReviewRecorded.self), own(CityConsented.self), own(AnnualPlanListed.self),
      own(ConstructionUnitFixed.self), own(AreaAssessed.self), own(SpecialPlanTold.self), own(BatchAssigned.self),
      own(CentralBudgetSought.self), own(ConstructionUnitRequested.self), own(TaskForceFormed.self),
      own(SystemEntryPrepared.self), own(SystemEntryAnswered.self), own(AnnualPlanPushed.self),
      own(ListingReported.self), own(ProjectWrittenOff.self), own(ProjectSuspended.self),
      own(ProjectResumed.self), own(ProjectWithdrawn.self), own(RecordWithdrawn<IntakeContract>.self),
      own(StepQuestioned<IntakeContract>.self), own(StepConfirmed<IntakeContract>.self),
    ] + heard

  private static func own<E: ProjectEvent>(_ type: E.Type) -> Fold {
    .on(type) { event, stamp, entities in
      let facts = event.facts
      guard !facts.isEmpty else {
        let entry = TimelineEntry(
          project: event.project, on: stamp.effectiveOn, what: E.name.rawValue, value: nil, source: stamp.source,
          place: 0)
        return try entities.put(entry)
      }
      for (place, fact) in facts.enumerated() {
        try entities.put(
          TimelineEntry(
            project: event.project, on: fact.on ?? stamp.effectiveOn, what: fact.key.rawValue, value: fact.value,
            source: stamp.source, place: place))
      }
    }
  }

  private static let heard: [Fold] = [
    .on(FactsHeard<IntakeContract>.self) { event, _, entities in
      for (place, fact) in event.statements.enumerated() {
        try entities.put(
          TimelineEntry(
            project: event.project, on: fact.on ?? event.heardOn, what: fact.key.rawValue, value: fact.value,
            source: event.source, place: place))
      }
    },
    .on(DoubtHeard<IntakeContract>.self) { event, _, entities in
      let index = index(event.project, event.subjectOfDoubt)
      for var entry in try entities.find(TimelineEntry.self, index: "source", value: index) {
        switch event.kind {
        case .withdrawn: entry.isWithdrawn = true
        case .questioned: entry.isInQuestion = true
        case .confirmed: entry.isInQuestion = false
        }
        try entities.put(entry)
      }
    },
  ]
}
