import DomainModel
import Policy

/// What one city's rules would make of a community: its votes, money, notices and deadlines, each with the articles.
struct CityForecast {
  /// The same community for all cities.
  struct Community {
    let willingness: VoteFigures
    let plan: VoteFigures
    let costs: [(key: CatalogueKey, cost: Money)]
    let shared: Money
    let buildings: [SubsidyArea.Building]
    let socialCapital: Money
    let postedOn: BusinessDate
  }

  /// How a round would end.
  enum Vote {
    case silent
    /// The city decides otherwise than by a vote: consultation, signatures.
    case otherwise(RoundMode, [Citation])
    case held(VoteResult)
  }

  enum Bill {
    /// The document names no shares or no cap.
    case silent
    case computed(SubsidyComputation)
    /// None of the works stands in the city's catalogue, or there is no floor area.
    case noBase
  }

  struct Notice {
    let minimum: Int
    let period: NoticePeriod
    let cites: [Citation]
  }

  /// A deadline in working days that the document states.
  struct Deadline {
    let what: (zh: String, en: String)
    let workingDays: Int
    let cites: [Citation]
  }

  struct MoneyGate {
    let step: WireName
    let ratio: Share
    let cites: [Citation]
  }

  let edition: Edition
  let willingness: Vote
  let plan: Vote
  let bill: Bill
  /// Works that the city's catalogue does not hold.
  let outsideCatalogue: [CatalogueKey]
  /// Nil where the rules set no minimum.
  let notice: Notice?
  let deadlines: [Deadline]
  let moneyGates: [MoneyGate]

  var isDraft: Bool { edition.file.pack.status == .draft }

  /// Nil where no stated deadline is counted in working days.
  var workingDays: Int? { deadlines.isEmpty ? nil : deadlines.reduce(0) { $0 + $1.workingDays } }

  /// - Throws: `ArithmeticFault` when amounts leave the range of money.
  init(_ community: Community, under law: Law) throws {
    edition = law.edition
    willingness = CityForecast.vote(\.willingness, community.willingness, law.edition)
    plan = CityForecast.vote(\.plan, community.plan, law.edition)
    outsideCatalogue = community.costs.map(\.key).filter { law.edition.file.catalogue.item($0) == nil }
    bill = try CityForecast.bill(community, law.edition)
    notice =
      if case .stated(let minimum, let cites) = law.edition.stated(\.notices.plan.minimum) {
        Notice(
          minimum: minimum.workingDays,
          period: NoticePeriod(postedOn: community.postedOn, minimum: minimum.workingDays, calendar: law.calendar), cites: cites)
      } else {
        nil
      }
    deadlines = CityForecast.deadlines(law.edition)
    moneyGates = law.edition.file.gates.flatMap { step in
      step.gate.compactMap { rule in
        guard rule.rule == "funds.in-place", rule.force != .advises, let ratio = rule.parameters.ratio else { return nil }
        return MoneyGate(step: step.step, ratio: ratio, cites: rule.citations)
      }
    }
  }

  private static func vote(
    _ round: KeyPath<RoundsTerms, RoundTerms>, _ figures: VoteFigures, _ edition: Edition
  ) -> Vote {
    let terms = (\Terms.rounds).appending(path: round)
    guard let thresholds = VoteThresholds(edition, round) else {
      guard case .stated(let mode, let cites) = edition.stated(terms.appending(path: \.mode)), mode != .vote else {
        return .silent
      }
      return .otherwise(mode, cites)
    }
    // The samples' form prints the sentence on blanks; whether it decides is the city's.
    return .held(thresholds.result(of: figures, blankRulePrinted: true))
  }

  /// The city's own tiers decide what an item costs its residents: the same works are basic here and improvement there.
  private static func bill(_ community: Community, _ edition: Edition) throws -> Bill {
    guard let terms = SubsidyTerms(edition) else { return .silent }
    var tiers: [Tier: Money] = [:]
    var excluded = Money.zero
    for line in community.costs {
      guard let item = edition.file.catalogue.item(line.key) else { continue }
      if terms.excluded.contains(line.key) {
        excluded = try excluded.adding(line.cost)
      } else if let tier = item.tier {
        tiers[tier] = try (tiers[tier] ?? .zero).adding(line.cost)
      }
    }
    let costs = SubsidyFormula.Costs(
      basic: tiers[.basic] ?? .zero, improvement: tiers[.improvement] ?? .zero,
      enhancement: tiers[.enhancement] ?? .zero, excluded: excluded, shared: community.shared)
    do {
      return .computed(
        try SubsidyFormula(terms).computed(
          costs, area: SubsidyArea.of(community.buildings, under: edition).total, socialCapital: community.socialCapital))
    } catch is SubsidyFormula.Fault {
      return .noBase
    }
  }

  private static func deadlines(_ edition: Edition) -> [Deadline] {
    var found: [Deadline] = []
    if case .stated(let minimum, let cites) = edition.stated(\.notices.willingness.minimum) {
      found.append(Deadline(what: ("意愿公示", "willingness notice"), workingDays: minimum.workingDays, cites: cites))
    }
    if case .stated(let survey, let cites) = edition.stated(\.planning.siteSurvey) {
      found.append(Deadline(what: ("踏勘反馈", "site survey answers"), workingDays: survey.feedbackWorkingDays, cites: cites))
    }
    if case .stated(let minimum, let cites) = edition.stated(\.notices.plan.minimum) {
      found.append(Deadline(what: ("方案公示", "plan notice"), workingDays: minimum.workingDays, cites: cites))
    }
    return found
  }
}
