import Contracts
import DomainModel
import ServiceKit

extension ProjectCase {
  static let folds: [Fold] =
    [
      .on(ProjectOpened.self) { event, stamp, entities in
        try entities.put(
          ProjectCase(
            project: event.project, community: event.community, title: event.title, households: event.households,
            buildings: event.buildings, openedOn: stamp.effectiveOn, edition: event.edition,
            changedOn: stamp.effectiveOn))
        let parts = event.project.rawValue.split(separator: "-")
        let key = "projects/\(parts[0])/\(parts[1])"
        var series = try entities.get(NumberSeries.self, key) ?? NumberSeries(key)
        series.last += 1
        try entities.put(series)
      }
    ] + filings + selection + halts

  private static let filings: [Fold] = [
    change(EditionAdopted.self) { project, event, _ in project.edition = event.edition },
    change(SchemeCommissioned.self) { project, _, stamp in project.schemeOn = stamp.effectiveOn },
    change(PlanRecorded.self) { project, _, _ in project.plans += 1 },
    change(ApplicationSubmitted.self) { project, event, stamp in
      project.application = Filing(
        applicant: event.applicant, actsForBody: event.actsForBody, submittedOn: stamp.effectiveOn,
        missing: event.missing)
    },
    change(ApplicationReviewed.self) { project, event, stamp in
      project.application?.isAccepted = event.isAgreed
      project.application?.answeredOn = stamp.effectiveOn
    },
    change(RankingFactsRecorded.self) { project, event, stamp in
      project.ranking = Ranking(
        hasProfessionalManagement: event.hasProfessionalManagement,
        qualifiesForUpperSubsidy: event.qualifiesForUpperSubsidy, fiscalFundsAvailable: event.fiscalFundsAvailable,
        on: stamp.effectiveOn)
    },
    change(DeclarationSubmitted.self) { project, event, stamp in
      project.declaration = Filing(
        applicant: event.applicant, actsForBody: event.actsForBody, submittedOn: stamp.effectiveOn,
        missing: event.missing, plan: event.plan)
      if event.replacesPassed { project.filedOn = nil }
    },
    change(DeclarationReviewed.self) { project, event, stamp in
      project.declaration?.isAccepted = event.isPassed
      project.declaration?.answeredOn = stamp.effectiveOn
    },
    change(DeclarationFiled.self) { project, _, stamp in project.filedOn = stamp.effectiveOn },
    change(ReportedToCity.self) { project, _, stamp in project.reportedOn = stamp.effectiveOn },
  ]

  private static let selection: [Fold] = [
    change(FiscalCapacityConfirmed.self) { project, event, stamp in
      project.capacity = Capacity(
        planYear: event.planYear.year.value, amount: event.amount, isConfirmed: event.isConfirmed,
        on: stamp.effectiveOn)
    },
    change(CompetitiveReviewRecorded.self) { project, event, stamp in
      project.review = Review(isSelected: event.isSelected, rank: event.rank?.value, on: stamp.effectiveOn)
    },
    change(CityConsented.self) { project, event, stamp in
      project.consent = Consent(planYear: event.planYear.value, lateReason: event.lateReason, on: stamp.effectiveOn)
    },
    change(AnnualPlanListed.self) { project, event, stamp in
      project.listed = Listed(planYear: event.planYear.year.value, isLate: event.isLate, on: stamp.effectiveOn)
    },
    change(ConstructionUnitFixed.self) { project, event, _ in project.constructionUnit = event.unit },
    change(SystemEntryPrepared.self) { project, event, stamp in
      project.entries =
        (project.entries ?? []) + [
          OutboundAttempt(
            attempt: event.attempt, system: event.system, content: event.entry, preparedOn: stamp.effectiveOn)
        ]
    },
    change(SystemEntryAnswered.self) { project, event, stamp in
      guard let place = project.entries?.firstIndex(where: { $0.attempt == event.attempt }) else { return }
      project.entries?[place].answer = OutboundAttempt.Answer(
        isAccepted: event.isAccepted, number: event.number, reasons: event.reasons, on: stamp.effectiveOn)
    },
    change(ProjectWrittenOff.self) { project, _, stamp in project.writtenOffOn = stamp.effectiveOn },
    change(ListingReported.self) { project, _, _ in project.isListingReported = true },
  ]

  private static let halts: [Fold] = [
    change(ProjectSuspended.self) { project, _, stamp in
      project.suspendedOn = stamp.effectiveOn
      project.changedOn = stamp.effectiveOn
    },
    change(ProjectResumed.self) { project, _, stamp in
      project.suspendedOn = nil
      project.changedOn = stamp.effectiveOn
    },
    change(ProjectWithdrawn.self) { project, _, stamp in
      project.isWithdrawn = true
      project.changedOn = stamp.effectiveOn
    },
  ]

  private static func change<E: ProjectEvent>(
    _ type: E.Type, _ body: @escaping @Sendable (inout ProjectCase, E, EventStamp) -> Void
  ) -> Fold {
    .on(type) { event, stamp, entities in
      try entities.update(ProjectCase.self, event.project.rawValue) { body(&$0, event, stamp) }
    }
  }
}
