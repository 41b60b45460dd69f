/// The five services, also the names of their feeds.
public enum ServiceName: String, WireEnum {
  case intake, voting, funding, approvals, supervision

  /// What the office calls it.
  public var zh: String {
    switch self {
    case .intake: "受理与计划"
    case .voting: "居民表决"
    case .funding: "资金"
    case .approvals: "审批"
    case .supervision: "施工与验收"
    }
  }
}
