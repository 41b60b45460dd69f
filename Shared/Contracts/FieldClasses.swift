import DomainModel

/// Which fields of commands hold personal data, and which text fields are an office's own words.
///
/// A text field stands in one of the two lists, or a test says that nobody has thought about it. What is personal goes from
/// the command into the vault and nowhere else; an office's words go into events that everybody reads, so that whoever writes
/// them is told to name nobody.
public enum FieldClasses {
  /// The personal fields of a command by their path, `/units[]/owners[]/name`; empty for most.
  public static func personal(of name: WireName) -> [String: DataClassification] {
    own[name.rawValue] ?? common[message(name)] ?? [:]
  }

  /// The fields that hold an office's words, nothing personal.
  public static func officeWords(of name: WireName) -> Set<String> {
    ownOfficeWords(of: name).union(["/replaces/reason", "/overrides[]/reason", "/ruleOverrides[]/reason"])
  }

  /// The same without the reasons that every replacement and override has.
  public static func ownOfficeWords(of name: WireName) -> Set<String> {
    Set(words[name.rawValue] ?? commonWords[message(name)] ?? [])
  }

  /// What the lists name that is no command: a command was renamed, and its fields are unclassified.
  public static var unknownNames: Set<String> {
    let names = Set(Catalogue.commands.map { $0.name.rawValue })
    let messages = Set(Catalogue.commands.map { message($0.name) })
    return Set(own.keys).union(words.keys).subtracting(names)
      .union(Set(common.keys).union(commonWords.keys).subtracting(messages))
  }

  /// Every command that has a personal field, by its name.
  public static var commandsWithPersonalFields: [any Command.Type] {
    Catalogue.commands.filter { !personal(of: $0.name).isEmpty }
  }

  private static func message(_ name: WireName) -> String {
    String(name.rawValue.split(separator: ".", maxSplits: 1).last ?? "")
  }

  private static let common: [String: [String: DataClassification]] = [
    "find-person": ["/personName": .p2, "/phone": .p2, "/idNumber": .p3]
  ]

  private static let commonWords: [String: [String]] = [
    "withdraw-record": ["/reason"], "confirm-step": ["/reason"], "disclose": ["/reason"], "erase-person": ["/reason"],
    "find-person": ["/reason"], "hold-person": ["/reason"], "release-person": ["/reason"], "skip-parked": ["/reason"],
    "accept-feed": ["/reason"], "disclose-document": ["/reason"],
  ]

  private static let own: [String: [String: DataClassification]] = [
    "approvals.record-expert-argument": ["/experts[]/name": .p2],
    "funding.flag-hardship": ["/unit": .p2, "/kind": .p3],
    "funding.register-account": ["/number": .p2],
    "intake.decide-eligibility-review": ["/deciderName": .p2],
    "intake.form-task-force": ["/members[]/name": .p2, "/members[]/phone": .p2],
    "intake.record-competitive-review": ["/panel[]/name": .p2],
    "intake.register-self-governance": ["/members[]/name": .p2, "/members[]/phone": .p2, "/members[]/post": .p2],
    "intake.submit-application": ["/contactName": .p2, "/contactPhone": .p2],
    "supervision.appoint-contractor": ["/managerName": .p2, "/managerPhone": .p2],
    "supervision.appoint-supervisor": ["/managerName": .p2, "/managerPhone": .p2],
    "supervision.open-ticket": ["/reporterName": .p2, "/reporterPhone": .p2, "/text": .p2],
    "supervision.record-observation": ["/text": .p2],
    "supervision.record-questionnaires": [
      "/rows[]/name": .p2, "/rows[]/contact": .p2, "/rows[]/otherAspect": .p2, "/rows[]/comments": .p2,
    ],
    "supervision.register-resident-supervisor": ["/name": .p2, "/phone": .p2],
    "supervision.report-warranty-defect": ["/reporterName": .p2, "/reporterPhone": .p2],
    "voting.add-roll-units": [
      "/units[]/owners[]/name": .p2, "/units[]/owners[]/phone": .p2, "/units[]/owners[]/idNumber": .p3,
    ],
    "voting.confirm-signatures": ["/signatories[]/name": .p2],
    "voting.record-comment": ["/speaker/name": .p2, "/speaker/phone": .p2, "/speaker/idNumber": .p3, "/text": .p2],
    "voting.record-objection": ["/objector/name": .p2, "/objector/phone": .p2, "/objector/idNumber": .p3, "/text": .p2],
  ]

  private static let words: [String: [String]] = [
    "approvals.approve-design-change": ["/reason"],
    "approvals.approve-document": ["/number"],
    "approvals.approve-land": ["/number"],
    "approvals.assign-project-code": ["/system"],
    "approvals.decide-case": ["/facility", "/reasons"],
    "approvals.form-opinion": ["/simplifications[]"],
    "approvals.give-opinion": ["/text"],
    "approvals.give-site-feedback": ["/text"],
    "approvals.issue-construction-permit": ["/number"],
    "approvals.issue-planning-permit": ["/number"],
    "approvals.issue-works-permit": ["/number"],
    "approvals.recheck-band": ["/reason"],
    "approvals.record-expert-argument": ["/clause", "/reason", "/baseline"],
    "approvals.record-plan-review": ["/reasons"],
    "approvals.redeclare-investment": ["/reason"],
    "approvals.revoke-opinion": ["/reason"],
    "approvals.submit-permit-evidence": ["/number"],
    "funding.approve-settlement-item": ["/reason"],
    "funding.decide-surplus": ["/reason"],
    "funding.dismiss-settlement-item": ["/reason"],
    "funding.record-contribution": ["/what"],
    "funding.record-evaluation-link": ["/reason"],
    "funding.record-final-accounts": ["/reason"],
    "funding.record-subsidy-receipt": ["/upperRule/reason"],
    "funding.register-account": ["/bank", "/reason"],
    "funding.reject-disbursement": ["/reason"],
    "funding.reject-transfer": ["/reason"],
    "funding.review-final-accounts": ["/reason"],
    "funding.verify-final-accounts": ["/reason"],
    "intake.adopt-annual-plan": ["/overridden[]/reason"],
    "intake.adopt-edition": ["/reason"],
    "intake.assess-eligibility": ["/buildYear/reason"],
    "intake.commission-scheme": ["/name"],
    "intake.decide-eligibility-review": ["/reason"],
    "intake.file-declaration": ["/number"],
    "intake.fix-construction-unit": ["/name"],
    "intake.open-project": ["/title"],
    "intake.record-city-consent": ["/lateReason"],
    "intake.record-competitive-review": ["/reasons"],
    "intake.record-plan": ["/lines[]/code"],
    "intake.record-push-answer": ["/number", "/reasons"],
    "intake.record-survey": [
      "/survey/population/profile", "/survey/municipalFacilities[]/note", "/survey/publicServices[]/note",
      "/survey/surroundings/environment", "/survey/surroundings/land", "/survey/surroundings/resources",
      "/survey/management/managementRooms", "/survey/management/businessRooms", "/survey/illegalStructures[]/what",
      "/survey/images[]/place", "/survey/keyProblems",
    ],
    "intake.record-system-answer": ["/number", "/reasons"],
    "intake.register-community": ["/name", "/address", "/subdistrict", "/residentsCommittee"],
    "intake.resume-project": ["/reason"],
    "intake.review-application": ["/reasons"],
    "intake.review-declaration": ["/reasons"],
    "intake.suspend-project": ["/reason"],
    "intake.withdraw-project": ["/reason"],
    "supervision.hand-over": ["/part"],
    "supervision.post-hotline": ["/number"],
    "supervision.propose-change": ["/title"],
    "supervision.record-acceptance": ["/faults[]/what"],
    "supervision.record-accident": ["/place"],
    "supervision.record-concealed-works": ["/part"],
    "supervision.record-demolition": ["/structures[]/place"],
    "supervision.record-inspection": ["/items[]/what"],
    "supervision.record-tender": ["/provisional/reason"],
    "supervision.record-unpermitted-start": ["/place"],
    "supervision.report-evaluation": ["/proposals"],
    "supervision.report-progress": ["/milestones[]/name", "/correction"],
    "supervision.report-warranty-defect": ["/what"],
    "voting.add-roll-units": ["/units[]/roomNo"],
    "voting.answer-comments": ["/answers[]/reason"],
    "voting.override-round": ["/reason"],
    "voting.reopen-round": ["/reason"],
    "voting.void-ballot": ["/reason"],
  ]
}
