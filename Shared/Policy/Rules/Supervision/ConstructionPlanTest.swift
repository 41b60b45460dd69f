import DomainModel

/// The construction plan is made with the contractor who was appointed. It binds where the rules ask for such a plan.
public enum ConstructionPlanTest {
  /// - Parameters:
  ///   - named: the contractor with whom the plan was made.
  ///   - appointed: the one who was appointed, if there is one.
  public static func finding(named: OrganisationID, appointed: OrganisationID?, under edition: Edition) -> Finding {
    let plan = edition.stated(\.construction.constructionPlan)
    return Finding(
      "construction-plan.with-contractor", appointed == named ? .satisfied : .violated,
      force: plan.value == .required ? .blocks : .advises, cites: plan.citations,
      values: [NamedValue("named", .code(named.rawValue))]
        + (appointed.map { [NamedValue("appointed", .code($0.rawValue))] } ?? []))
  }
}
