import Crypto
import DomainModel
import Foundation

/// Every edition that is installed on this machine, each read strictly and named by its hash.
public struct PackLibrary: Sendable {
  /// What the library holds for an edition that an event names.
  public enum Lookup: Hashable, Sendable {
    case found(Edition)
    /// The edition is installed, but its file has another hash than the one named.
    case otherFile(installed: DocumentHash)
    /// The pack is installed, but not the edition of our defaults that is named with it.
    case otherDefaults
    case notInstalled
  }

  /// Every edition of every pack, with the defaults now in force.
  public let editions: [Edition]
  /// Our defaults now in force.
  public let defaults: RecommendedDefaults
  /// Every edition of our defaults, by name: the first is what projects of before they were pinned go by.
  public let allDefaults: [RecommendedDefaults]

  /// Reads all packs below `folder`: `recommended.yaml`, its earlier editions `recommended/<edition>.yaml`, and
  /// `<pack>/<edition>.yaml`.
  ///
  /// - Throws: `PackFaults` with the faults of all files.
  public init(folder: URL, knownRules: Set<String>?) throws(PackFaults) {
    try self.init(folders: [folder], knownRules: knownRules)
  }

  /// Reads the packs of several folders as one library: the first holds `recommended.yaml`, the others add cities.
  ///
  /// - Parameter folders: at least one; files of the later ones are named in faults with their folder.
  /// - Throws: `PackFaults` with the faults of all files, an edition that two folders hold among them.
  public init(folders: [URL], knownRules: Set<String>?) throws(PackFaults) {
    precondition(!folders.isEmpty, "a library has a folder")
    let ours = "\(Recommendation.instrument).yaml"
    var files: [(place: String, found: PolicyFiles.Found)] = []
    for (index, folder) in folders.enumerated() {
      let prefix = index == 0 ? "" : "\(folder.path)/"
      files += try PolicyFiles.all(in: folder).map { (prefix + $0.name, $0) }
    }
    guard let own = files.first(where: { $0.place == ours })?.found else {
      throw PackFaults([
        PackFault(.unreadable, file: ours, zh: "缺少默认值文件 recommended.yaml。", en: "the file of our defaults, recommended.yaml, is missing")
      ])
    }
    let defaults = try PackLoader.recommended(from: own.data, file: ours)
    var faults: [PackFault] = []
    let earlier = files.filter { $0.place.hasPrefix("\(Recommendation.instrument)/") }.map(\.found)
    let former = try PackLibrary.former(earlier, than: defaults, &faults)
    var editions: [Edition] = []
    for (place, file) in files where place != ours && !place.hasPrefix("\(Recommendation.instrument)/") {
      if file.name == ours {
        faults.append(
          PackFault(
            .wrongName, file: place, zh: "默认值文件只取自第一个文件夹，请移除此文件。",
            en: "our defaults come from the first folder alone; remove this file"))
        continue
      }
      do throws(PackFaults) {
        let pack = try PackLoader.pack(from: file.data, file: place, knownRules: knownRules, defaults: defaults)
        let expected = "\(pack.pack.id)/\(pack.pack.edition).yaml"
        if file.name != expected {
          faults.append(
            PackFault(
              .wrongName, file: place, path: "pack", zh: "按其 id 与 edition，文件应为 \(expected)。",
              en: "by its id and edition the file belongs at \(expected)"))
        }
        let identity = PackEdition(
          pack: pack.pack.id, edition: pack.pack.edition, sha256: PackLibrary.hash(of: file.data))
        if editions.contains(where: { $0.identity.pack == identity.pack && $0.identity.edition == identity.edition }) {
          faults.append(
            PackFault(
              .repeated, file: place, path: "pack", zh: "这一版在另一个文件夹中已有，请只保留一份。",
              en: "another folder holds this edition; keep one"))
          continue
        }
        editions.append(Edition(identity: identity, file: pack, defaults: defaults))
      } catch {
        faults += error.faults
      }
    }
    faults += PackLibrary.overlaps(editions)
    guard faults.isEmpty else { throw PackFaults(faults) }
    self.editions = editions
    self.defaults = defaults
    allDefaults = (former + [defaults]).sorted { $0.identity.edition.rawValue < $1.identity.edition.rawValue }
  }

  /// The earlier editions of our defaults, each under its own name.
  private static func former(
    _ files: [PolicyFiles.Found], than present: RecommendedDefaults, _ faults: inout [PackFault]
  ) throws(PackFaults) -> [RecommendedDefaults] {
    var former: [RecommendedDefaults] = []
    for file in files {
      let known = try PackLoader.recommended(from: file.data, file: file.name)
      let edition = known.identity.edition
      if file.name != "\(Recommendation.instrument)/\(edition).yaml" || edition == present.identity.edition {
        faults.append(
          PackFault(
            .wrongName, file: file.name, path: "pack",
            zh: "以前的默认值应放在 recommended/\(edition).yaml，且版本不同于现行的 \(present.identity.edition)。",
            en: "earlier defaults belong at recommended/\(edition).yaml, of another edition than the present "
              + "\(present.identity.edition)"))
      }
      former.append(known)
    }
    return former
  }

  /// The edition that an event or a project names, only if it is the very same file.
  public func lookup(_ identity: PackEdition) -> Lookup {
    guard let edition = edition(identity.pack, identity.edition) else { return .notInstalled }
    guard edition.identity.sha256 == identity.sha256 else { return .otherFile(installed: edition.identity.sha256) }
    if edition.identity == identity { return .found(edition) }
    let pinned = identity.defaults.map { named in allDefaults.first { $0.identity == named } } ?? allDefaults.first
    guard let pinned else { return .otherDefaults }
    return .found(Edition(identity: identity, file: edition.file, defaults: pinned))
  }

  /// A citation of ours in a receipt, explained by the defaults that were pinned with the edition, where they are known.
  public func recommendation(for citation: Citation, in edition: PackEdition?) -> Recommendation? {
    guard let edition, case .found(let known) = lookup(edition) else { return defaults.recommendation(for: citation) }
    return known.defaults.recommendation(for: citation)
  }

  /// An installed edition by pack and name; nil when it is not installed.
  public func edition(_ pack: Identifier<SlugKind>, _ edition: Identifier<SlugKind>) -> Edition? {
    editions.first { $0.identity.pack == pack && $0.identity.edition == edition }
  }

  /// The edition of a pack that is in force on a day. A document that names no days, such as a draft, is there on every
  /// day for which no other edition is in force.
  public func edition(of pack: Identifier<SlugKind>, on day: BusinessDate) -> Edition? {
    let own = editions.filter { $0.identity.pack == pack }
    return own.first { $0.file.pack.validity.value?.contains(day) ?? false } ?? own.last { $0.file.pack.validity.isSilent }
  }

  /// What the pack above says of a parameter, for showing beside a silent one; never applied (domain §0.3). The latest
  /// edition of the parent speaks.
  public func parentReference<Value>(
    _ parameter: KeyPath<Terms, Provision<Value>>, of edition: Edition
  ) -> Provision<Value> {
    guard let parent = edition.file.pack.parent else { return .silent }
    return editions.last { $0.identity.pack == parent }?.stated(parameter) ?? .silent
  }

  /// SHA-256 of a policy file's bytes, as editions are named by.
  public static func hash(of data: Data) -> DocumentHash {
    let digits = Array("0123456789abcdef")
    let text = String(SHA256.hash(data: data).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    do { return try DocumentHash(text) } catch { preconditionFailure("a SHA-256 has 64 hexadecimal digits") }
  }

  /// Two editions of one pack in force on one day would leave open which of them a project is under.
  private static func overlaps(_ editions: [Edition]) -> [PackFault] {
    var faults: [PackFault] = []
    for (index, later) in editions.enumerated() {
      for earlier in editions[..<index] where earlier.identity.pack == later.identity.pack {
        guard let one = earlier.file.pack.validity.value, let other = later.file.pack.validity.value,
          one.overlaps(other)
        else { continue }
        faults.append(
          PackFault(
            .overlappingValidity, file: "\(later.identity.pack)/\(later.identity.edition).yaml", path: "pack.validity",
            zh: "有效期与 \(earlier.identity.edition) 版重叠，请先确定前一版的终止日。",
            en: "the validity overlaps that of edition \(earlier.identity.edition); one day has one edition"))
      }
    }
    return faults
  }
}
