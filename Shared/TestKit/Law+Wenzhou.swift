import DomainModel
import Foundation
import Policy

extension Law {
  /// Wenzhou's law as the repository has it, read once.
  public static func wenzhou() throws -> Law { try readWenzhou.get() }

  private static let readWenzhou = Result { try laws(in: policy.appendingPathComponent("Packs")) }

  private static let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Policy")

  private static func laws(in packs: URL, of pack: Identifier<SlugKind> = "wenzhou") throws -> Law {
    let laws = try InstalledLaws(packs: packs.path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: pack, on: "2024-03-01") else { throw MissingLaw() }
    return law
  }

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
    return try laws(in: folder, of: pack)
  }
}
