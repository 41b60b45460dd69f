/// The five services, also the names of their feeds.
public enum ServiceName: String, WireEnum {
  case intake, voting, funding, approvals, supervision
}
