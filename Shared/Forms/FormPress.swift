import Contracts
import DomainModel
import Foundation
import Mustache
import Policy

/// A printed form: one HTML page made for A4 paper, with everything it needs inside.
public struct PrintedForm: Sendable {
  public let title: String
  public let html: String
  /// Whether it holds personal data and is for offices only.
  public let isInternal: Bool
  /// How many separate sheets it holds; more than one for ballots.
  public let sheets: Int
}

/// Prints forms from templates and what the services say.
public struct FormPress: Sendable {
  private let folder: FormFolder

  public init(_ folder: FormFolder) {
    self.folder = folder
  }

  /// - Throws: `FormFault` when what the form is made of does not exist yet, or does not allow it.
  public func print(_ entry: FormEntry, _ facts: FormFacts, _ fields: FormFields) throws -> PrintedForm {
    guard let kind = entry.kind else {
      throw FormFault(
        "not-a-form", zh: "“\(entry.title)”由编制单位编写，不由本系统打印。", en: "\(entry.en) is written by its author and not printed here.")
    }
    let isInternal = facts.disclosureReason != nil
    guard !isInternal || kind.hasInternalForm else {
      throw FormFault("no-internal-form", zh: "此表没有内部版。", en: "This form has no internal version.")
    }
    let content = try page(kind).content(facts, fields)
    let title = FormPress.title(entry, kind, facts)
    let library = folder.library(of: facts.edition.identity.pack.rawValue)
    var context = FormPress.common(entry, kind, facts, fields, title: title)
    context.merge(content) { _, own in own }
    guard let body = library.render(FormValue.map(context).plain, withTemplate: kind.rawValue) else {
      throw FormFault("no-template", zh: "缺少模板 \(kind.rawValue)。", en: "The template \(kind.rawValue) is missing.")
    }
    context["body"] = .text(body)
    guard let html = library.render(FormValue.map(context).plain, withTemplate: "page") else {
      throw FormFault("no-template", zh: "缺少模板 page。", en: "The template page is missing.")
    }
    var sheets = 1
    if case .list(let all) = content["sheets"] ?? false { sheets = all.count }
    return PrintedForm(title: title, html: html, isInternal: isInternal, sheets: sheets)
  }

  private func page(_ kind: FormKind) -> any FormPage.Type {
    switch kind {
    case .applicationShort: ShortApplicationPage.self
    case .opinionForm: OpinionFormPage.self
    case .planBallot: PlanBallotPage.self
    case .opinionSummary: OpinionSummaryPage.self
    case .planSummary, .roomList: PlanSummaryPage.self
    case .noticeForm: NoticeFormPage.self
    case .projectApplication: ProjectApplicationPage.self
    case .pledge: PledgePage.self
    case .managementPlan: ManagementPlanPage.self
    case .satisfactionForm: SatisfactionFormPage.self
    case .roundReport: RoundReportPage.self
    case .consultationOpinion: ConsultationOpinionPage.self
    case .acceptanceRecord: AcceptanceRecordPage.self
    case .finalAccounts: FinalAccountsPage.self
    }
  }

  /// The printed title, the community's name in front where the form leaves a blank for it.
  static func title(_ entry: FormEntry, _ kind: FormKind, _ facts: FormFacts) -> String {
    guard kind.carriesCommunity else { return entry.title }
    let name = facts.community.name.value
    var rest = entry.title[...].drop { "×Xx_＿ ".contains($0) }
    if rest.hasPrefix("小区") { rest = rest.dropFirst(2) }
    return name + rest
  }

  /// What every form shows.
  private static func common(
    _ entry: FormEntry, _ kind: FormKind, _ facts: FormFacts, _ fields: FormFields, title: String
  ) -> [String: FormValue] {
    let edition = facts.edition
    let articles = entry.citations.compactMap { citation in
      edition.instrument(of: citation).map { "\($0.name(.zh))\($0.number ?? "") \(citation.article)" }
    }
    let note: String
    switch entry.origin {
    case .official: note = ""
    case .named: note = "文件规定了本表名称，未附格式；版式由本系统参照同类表格编制。依据：\(articles.joined(separator: "；"))"
    case .ours: note = "本表为本系统自制表格，文件未规定。"
    }
    return [
      "title": .text(title), "titleLead": .text(kind.carriesCommunity ? facts.community.name.value : ""),
      "titleRest": .text(kind.carriesCommunity ? String(title.dropFirst(facts.community.name.value.count)) : title),
      "english": .text(fields.showsEnglish ? entry.en : nil),
      "community": .text(facts.community.name.value), "address": .text(facts.community.address.value),
      "subdistrict": .text(facts.community.subdistrict.value), "committee": .text(facts.community.residentsCommittee.value),
      "stampBody": .text(stampBody(facts)),
      "mayStampInPlace": .flag(!edition.terms.selfGovernance.proxyStamp.isSilent),
      "stampsInPlace": .flag(facts.community.body?.stampsByResidentsCommittee ?? false),
      "project": .text(facts.project.project.rawValue),
      "edition": .text("\(edition.identity.pack)/\(edition.identity.edition)"),
      "dateLine": FormText.dateLine(fields.date), "note": .text(note.isEmpty ? nil : note),
      "isInternal": .flag(facts.disclosureReason != nil), "reason": .text(facts.disclosureReason),
    ]
  }

  /// Who stamps: the community's own body, by the name it has; the residents' committee where there is none.
  private static func stampBody(_ facts: FormFacts) -> String {
    switch facts.community.body?.form {
    case .ownersCommittee: "\(facts.community.name)业主委员会"
    case .selfGovernanceGroup: "\(facts.community.name)居民自治小组"
    case .coCreationGroup: "\(facts.community.name)共同缔造小组"
    case .other, nil: "\(facts.community.name)业主委员会（自治组织）"
    }
  }
}

/// How one form is filled.
protocol FormPage {
  /// - Throws: `FormFault` when something is missing that the form states.
  static func content(_ facts: FormFacts, _ fields: FormFields) throws -> [String: FormValue]
}
