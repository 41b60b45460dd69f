import DomainModel
import Foundation
import Policy

/// The laws of the five cities as the repository has them, read once.
extension Law {
  /// Sichuan's workflow.
  public static func sichuan() throws -> Law { try repository("sichuan", on: "2021-03-01") }
  /// Wenzhou's guide.
  public static func wenzhou() throws -> Law { try repository("wenzhou", on: "2024-03-01") }
  /// Ziyang's plan.
  public static func ziyang() throws -> Law { try repository("ziyang", on: "2021-03-01") }
  /// Tiexi's draft.
  public static func tiexi() throws -> Law { try repository("tiexi", on: "2021-03-01") }
  /// Yueqing's plan.
  public static func yueqing() throws -> Law { try repository("yueqing", on: "2024-03-01") }

  /// Wenzhou's law with passages of its pack replaced, to try a pack's switches.
  public static func wenzhou(replacing passages: [String: String]) throws -> Law {
    try altered("wenzhou", "wenzhou/2020-1.yaml", passages)
  }

  /// Yueqing's law with passages of its pack replaced.
  public static func yueqing(replacing passages: [String: String]) throws -> Law {
    try altered("yueqing", "yueqing/2024-1.yaml", passages)
  }

  private static func altered(
    _ pack: Identifier<SlugKind>, _ path: String, _ passages: [String: String]
  ) throws -> Law {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("packs-\(UUID().uuidString)")
    try files.copyItem(at: policy.appendingPathComponent("Packs"), to: folder)
    defer { try? files.removeItem(at: folder) }
    let file = folder.appendingPathComponent(path)
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in passages {
      guard text.contains(old) else { throw MissingLaw() }
      text = text.replacingOccurrences(of: old, with: new)
    }
    try Data(text.utf8).write(to: file)
    return try law(of: pack, on: "2024-03-01", in: try installed(packs: folder))
  }

  private static let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Policy")

  /// The laws of the repository.
  public static let ours = Result { try installed(packs: policy.appendingPathComponent("Packs")) }

  private static func installed(packs: URL) throws -> InstalledLaws {
    try InstalledLaws(packs: packs.path, calendars: policy.appendingPathComponent("Calendars").path)
  }

  private static func repository(_ city: Identifier<SlugKind>, on day: BusinessDate) throws -> Law {
    try law(of: city, on: day, in: try ours.get())
  }

  private static func law(
    of city: Identifier<SlugKind>, on day: BusinessDate, in laws: InstalledLaws
  ) throws -> Law {
    guard let law = laws.law(of: city, on: day) else { throw MissingLaw() }
    return law
  }

  struct MissingLaw: Error {}
}
