/// The environment variables that this system's programs read. A misspelt one would leave its setting as it is, unseen, so
/// every program refuses it. One environment may serve all of them: the variables of each are known to all.
public enum KnownVariables {
  private static let prefix = "JIUGAI_"

  /// The settings that all five services have (`Settings.table`), with those of the feeds that they read.
  private static let settings: [String] =
    [
      "listen", "store", "erasures", "keys", "principals", "packs", "further-packs", "calendars", "document-limit", "batch",
      "feed-wait", "alarm-attempts", "alarm-minutes", "log-level",
    ]
    + ServiceName.allCases.flatMap { ["feeds.\($0.rawValue).endpoint", "feeds.\($0.rawValue).key"] }

  /// Variables of services, each setting's.
  public static let ofServices = Set(settings.map(variable))

  /// Variables of the tools and of the tests.
  public static let ofTools: Set<String> = [
    "JIUGAI_CHROMIUM", "JIUGAI_CONNECTION", "JIUGAI_FREEZE", "JIUGAI_KEEP", "JIUGAI_KILL_RUNS", "JIUGAI_KILL_SEED", "JIUGAI_MEASURE",
    "JIUGAI_SIMULATION_RUNS", "JIUGAI_SIMULATION_SEED",
    "JIUGAI_PROGRAMS", "JIUGAI_PYTHON", "JIUGAI_STORE_CHILD", "JIUGAI_STORE_COMMITS",
  ]

  /// `JIUGAI_FEEDS_INTAKE_KEY` for `feeds.intake.key`.
  public static func variable(of setting: String) -> String {
    prefix + setting.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
  }

  /// A variable that no program of the system reads.
  public struct Misspelt: Hashable, Sendable {
    public let variable: String
    /// What was most likely meant; nil where nothing is near.
    public let nearest: String?

    public var sentence: String {
      "there is no variable '\(variable)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }

    /// For people who read Chinese.
    public var zh: String { "没有环境变量 \(variable)" + (nearest.map { "，是否指 \($0)？" } ?? "。") }
  }

  /// The first variable, in the order of the alphabet, that begins as the system's do and is none of them.
  public static func misspelt(in environment: [String: String]) -> Misspelt? {
    let known = ofServices.union(ofTools)
    guard let wrong = environment.keys.filter({ $0.hasPrefix(prefix) && !known.contains($0) }).min() else { return nil }
    return Misspelt(variable: wrong, nearest: NearestWord.to(wrong, among: known.sorted()))
  }
}
