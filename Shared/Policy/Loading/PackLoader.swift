import DomainModel
import Foundation

/// Reads policy files strictly: either the whole file is sound, or every fault of it is told.
public enum PackLoader {
  /// One edition of a city's rules.
  ///
  /// - Parameters:
  ///   - file: how the file is named in faults.
  ///   - knownRules: the ids of the rules that exist; nil accepts all.
  ///   - defaults: our own file, for the paths that gates rest on; nil leaves them unchecked.
  /// - Throws: `PackFaults` with every fault.
  public static func pack(
    from data: Data, file: String, knownRules: Set<String>?, defaults: RecommendedDefaults?
  ) throws(PackFaults) -> PackFile {
    try read(PackFile.self, from: data, file: file, standing: .document, knownRules: knownRules) { pack, session in
      PackChecks(session: session, pack: pack).run(defaults: defaults)
    }
  }

  /// The same with its hash and our defaults, as a library holds it.
  ///
  /// - Throws: `PackFaults` with every fault.
  public static func edition(
    from data: Data, file: String, knownRules: Set<String>?, defaults: RecommendedDefaults
  ) throws(PackFaults) -> Edition {
    let pack = try pack(from: data, file: file, knownRules: knownRules, defaults: defaults)
    let identity = PackEdition(pack: pack.pack.id, edition: pack.pack.edition, sha256: PackLibrary.hash(of: data))
    return Edition(identity: identity, file: pack, defaults: defaults)
  }

  /// Our own defaults.
  ///
  /// - Throws: `PackFaults` with every fault.
  public static func recommended(from data: Data, file: String) throws(PackFaults) -> RecommendedDefaults {
    var reasons: [String: Recommendation] = [:]
    let read = try read(RecommendedFile.self, from: data, file: file, standing: .recommended, knownRules: nil) {
      recommended, session in
      if recommended.pack.id.rawValue != Recommendation.instrument {
        session.fault(
          .wrongName, path: "pack", zh: "默认值文件的 id 应为 recommended。", en: "the file of defaults has the id recommended")
      }
      reasons = session.recommendations
      var seen: Set<Identifier<SlugKind>> = []
      for (index, choice) in recommended.choices.enumerated() {
        if !seen.insert(choice.code).inserted {
          session.fault(
            .repeated, path: "choices[\(index)]", zh: "选择“\(choice.code)”重复。", en: "the choice \(choice.code) is given twice")
        }
        let path = "choices.\(choice.code)"
        reasons[path] = Recommendation(path: path, amb: choice.amb, reason: choice.reason)
      }
    }
    return RecommendedDefaults(file: read, recommendations: reasons)
  }

  static func read<File: Decodable>(
    _ type: File.Type, from data: Data, file: String, standing: LoadSession.Standing, knownRules: Set<String>?,
    check: (File, LoadSession) -> Void
  ) throws(PackFaults) -> File {
    let source = try YAMLSource(data, file: file)
    let session = LoadSession(source, standing: standing, knownRules: knownRules)
    let decoder = NodeDecoder(session: session, spot: Spot(root: source.root))
    do {
      let read = try decoder.value(type)
      check(read, session)
      let faults = session.finish()
      guard faults.isEmpty else { throw PackFaults(faults) }
      return read
    } catch let faults as PackFaults {
      throw faults
    } catch {
      preconditionFailure("a reader of policy files notes faults and never throws: \(error)")
    }
  }
}
