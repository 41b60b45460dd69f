/// The version that all programs of one build share.
public enum Version {
  public static let current = "0.1.0"
}
