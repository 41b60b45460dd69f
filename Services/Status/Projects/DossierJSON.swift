import Contracts
import DomainModel
import Policy

/// One project for programs: the services' answers in their own words, under one roof.
struct DossierJSON {
  private let deadlines: DeadlinesText

  init(_ language: Language) {
    deadlines = DeadlinesText(language)
  }

  func value(_ dossier: Dossier, of project: ProjectID) throws -> JSONValue {
    [
      "format": "jiugai-status-project/1", "project": .string(project.rawValue),
      "asOf": .string(dossier.asOf.description),
      "report": try dossier.report.map { try JSONValue(encoding: $0) } ?? .null,
      "subdistrict": dossier.subdistrict.map { .string($0) } ?? .null,
      "reached": try JSONValue(encoding: dossier.course),
      "outlook": try dossier.outlook.map { try JSONValue(encoding: $0) } ?? .null,
      "account": try dossier.account.map { try JSONValue(encoding: $0) } ?? .null,
      "steps": .array(
        try dossier.steps.map { step -> JSONValue in
          ["service": .string(step.service.rawValue), "taken": try JSONValue(encoding: step.taken)]
        }),
      "refusals": .array(
        try dossier.refusals.map { refusal -> JSONValue in
          ["service": .string(refusal.service.rawValue), "given": try JSONValue(encoding: refusal.given)]
        }),
      "parked": .array(
        try dossier.parked.map { parked -> JSONValue in
          ["service": .string(parked.service.rawValue), "waiting": try JSONValue(encoding: parked.waiting)]
        }),
      "deadlines": .array(dossier.deadlines.lines.map(deadlines.value)),
      "timeline": try JSONValue(encoding: dossier.timeline),
      "gaps": .array(
        dossier.gaps.map { gap -> JSONValue in
          ["service": .string(gap.service.rawValue), "code": .string(gap.silence.code)]
        }),
    ]
  }
}
