/// What a violated rule does to the step it guards.
public enum Force: String, WireEnum {
  /// The step is refused.
  case blocks
  /// The step is refused unless an office that may do so overrides it with a reason.
  case overridable
  /// The step goes on; the finding is shown.
  case advises
}
