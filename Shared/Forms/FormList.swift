import DomainModel
import Policy

/// A form as a city has it.
public struct FormEntry: Sendable {
  /// Whose form it is.
  public enum Origin: String, Sendable {
    /// The document prints its layout.
    case official
    /// The document names it and prints no layout: the layout is ours.
    case named
    /// The document has no such form: title and layout are ours.
    case ours
  }

  public let code: Identifier<SlugKind>
  public let title: String
  public let en: String
  public let origin: Origin
  /// The articles that name it; none for ours.
  public let citations: [Citation]
  /// Nil for a paper that its author writes, such as the design plan.
  public let kind: FormKind?
}

/// The forms that a city has: those that its document names, and ours beside them.
public struct FormList: Sendable {
  public let entries: [FormEntry]

  public init(of edition: Edition) {
    let papers = edition.file.forms.value ?? []
    let named = papers.map { paper in
      FormEntry(
        code: paper.item.code, title: paper.item.title, en: paper.item.en,
        origin: paper.item.layout.isSilent ? .named : .official, citations: paper.citations,
        kind: FormKind(rawValue: paper.item.code.rawValue))
    }
    let known = Set(named.compactMap(\.kind))
    let ours = FormKind.allCases.filter { !known.contains($0) && FormList.offers($0, edition) }
    entries = named + ours.compactMap { kind in
      guard let title = FormList.title(kind, edition), let code = try? Identifier<SlugKind>(kind.rawValue) else { return nil }
      return FormEntry(code: code, title: title.zh, en: title.en, origin: .ours, citations: [], kind: kind)
    }
  }

  /// A form by its code or its title.
  public func entry(_ name: String) -> FormEntry? {
    entries.first { $0.code.rawValue == name } ?? entries.first { $0.title == name }
  }

  /// A joint review by another name is the same form (Sichuan workflow 4.4).
  private static func title(_ kind: FormKind, _ edition: Edition) -> (zh: String, en: String)? {
    guard kind == .consultationOpinion, edition.terms.approvals.joint.value?.kind == .jointReview else { return kind.ownTitle }
    return ("改造方案联合审查意见", "Opinion of the joint review")
  }

  /// Whether one of our forms makes sense under the city's rules.
  private static func offers(_ kind: FormKind, _ edition: Edition) -> Bool {
    let rounds = edition.terms.rounds
    switch kind {
    case .roundReport: return rounds.willingness.mode.value == .vote || rounds.plan.mode.value == .vote
    case .roomList: return rounds.plan.mode.value == .vote
    case .consultationOpinion: return !edition.terms.approvals.joint.isSilent
    case .acceptanceRecord: return true
    case .finalAccounts: return !edition.terms.funding.residentShares.isSilent
    default: return false
    }
  }
}
