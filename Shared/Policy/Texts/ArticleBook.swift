import DomainModel
import Foundation
import Synchronization

/// Looks up what a citation means: the instrument's title and the article, in exactly the edition that judged. Where
/// the packs are not installed on this machine the short form is shown instead.
public final class ArticleBook: Sendable {
  /// The packs of this machine, read when the first article is looked up.
  public static let installed = ArticleBook {
    try? PackLibrary(
      folders: PolicyFolder.packFolders(environment: ProcessInfo.processInfo.environment), knownRules: nil)
  }

  private let load: @Sendable () -> PackLibrary?
  private let loaded = Mutex<PackLibrary??>(nil)

  /// - Parameter load: reads the packs, once; nil where they cannot be read.
  public init(_ load: @escaping @Sendable () -> PackLibrary?) {
    self.load = load
  }

  /// `《乐清市城镇老旧小区改造实施方案》 3.3`, or our own reason for what the documents leave open.
  public func text(of citation: Citation, in edition: PackEdition?, _ language: Language) -> String {
    guard let library else { return citation.description }
    if citation.instrument == Recommendation.instrument {
      let name = language == .zh ? "本系统默认" : "our default"
      guard let why = library.recommendation(for: citation, in: edition) else { return "\(name) \(citation.article)" }
      let amb = why.amb.map { " \($0)" } ?? ""
      return "\(name) \(citation.article)\(amb)（\(language == .zh ? why.reason.zh : why.reason.en)）"
    }
    guard let edition, case .found(let known) = library.lookup(edition), let instrument = known.instrument(of: citation)
    else { return citation.description }
    // A draft says so itself beside every article, whatever the instrument is called.
    let mark = known.file.pack.status == .draft ? known.file.pack.status.mark : nil
    return instrument.name(language) + citation.article + (mark.map { language == .zh ? "【\($0.zh)】" : " [\($0.en)]" } ?? "")
  }

  private var library: PackLibrary? {
    loaded.withLock { loaded in
      if let known = loaded { return known }
      let found = load()
      loaded = .some(found)
      return found
    }
  }
}
