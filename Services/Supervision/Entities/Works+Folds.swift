import Contracts
import DomainModel
import ServiceKit

extension Works {
  static let folds: [Fold] = startFolds + completionFolds

  private static let startFolds: [Fold] = [
    .on(PilotDesignated.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.isPilot = event.isPilot
        $0.pilotOn = stamp.effectiveOn
      }
    },
    .on(TenderRecorded.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.tenderOn = stamp.effectiveOn
        $0.contractSum = event.contractSum
      }
    },
    .on(ContractorAppointed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.contractor = event.organisation
        $0.contractorOn = stamp.effectiveOn
      }
    },
    .on(SupervisorAppointed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.supervisor = event.organisation
        $0.supervisorOn = stamp.effectiveOn
      }
    },
    .on(SitePlatformSetUp.self) { event, stamp, entities in
      try change(event.project, entities) { $0.platformOn = stamp.effectiveOn }
    },
    .on(ConstructionStarted.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.startedOn = stamp.effectiveOn
        $0.plannedFinish = event.plannedFinish
      }
    },
    .on(ProgressReported.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.progress = event.hundredths.value
        $0.progressOn = stamp.effectiveOn
      }
    },
  ]

  private static let completionFolds: [Fold] = [
    .on(FireInspectionRecorded.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.firePassed = event.passed
        $0.fireOn = stamp.effectiveOn
      }
    },
    .on(PlanningVerificationRecorded.self) { event, _, entities in
      try change(event.project, entities) { $0.planning = event.outcome }
    },
    .on(CompletionFiled.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.filedOn = stamp.effectiveOn
        $0.warranty = event.warranty.items
      }
    },
    .on(ProjectArchived.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.archive = event.status
        $0.archiveSuffices = event.suffices
        if event.handoverComplete { $0.handedOverOn = stamp.effectiveOn }
      }
    },
    .on(ManagementModeFixed.self) { event, _, entities in
      try change(event.project, entities) { $0.mode = event.mode }
    },
  ]
}
