import DomainModel
import Testing

@testable import Policy

@Suite("Editions are never edited")
struct EditionFreezeTests {
  /// Pack and edition → the SHA-256 of its file. Projects are pinned to these bytes.
  private static let frozen: [String: String] = [
    "ziyang/2020-1": "2ed787709e47dec610f19cd66d697668bd1a30534bf16114c264480de23d6b08",
    "yueqing/2024-1": "2fd56dae1f26864d72013c16a5ea2652e2fe371ea1506dea7ee0da5c7eda4f61",
    "tiexi/2020-draft": "2b61dc3614d0899f3becfd66d13e78217a67f954c8c9d992fde0c4c801f60572",
    "wenzhou/2020-1": "5fdc8f11e398b021af3c2d9b9862e6a626a5210be571a93f4c5a48ae15d437c0",
    "sichuan/undated-1": "8ce6514990589aa0504351dba76ce3f5ad35c4349f303130fc77af962f2f1104",
  ]

  /// Editions of our own defaults → the SHA-256 of the file. Projects are pinned to these bytes too.
  private static let frozenDefaults: [String: String] = [
    "2024-1": "1570d932a96c38ab5cc3513e561b7ea319140b766e781e760c760b76dbe9dae4"
  ]

  @Test("keeps the bytes of every edition of our defaults, and freezes every one there is")
  func defaults() throws {
    let all = try PackFolder.library().allDefaults.map(\.identity)
    for edition in all {
      #expect(
        edition.sha256.rawValue == Self.frozenDefaults[edition.edition.rawValue],
        """
        Our defaults \(edition.edition) are new or were changed. Projects are pinned to their bytes: keep the former file \
        as recommended/\(edition.edition).yaml and give the changed one another edition. Only an edition that no project \
        has used yet is frozen anew, with the hash from `sha256sum Shared/Policy/Packs/recommended.yaml`.
        """)
    }
    #expect(Set(all.map(\.edition.rawValue)) == Set(Self.frozenDefaults.keys), "a frozen edition is missing")
  }

  @Test("keeps the bytes of every edition, and freezes every edition there is")
  func bytes() throws {
    for edition in try PackFolder.library().editions {
      let name = "\(edition.identity.pack)/\(edition.identity.edition)"
      #expect(
        edition.identity.sha256.rawValue == Self.frozen[name],
        """
        \(name).yaml is new or was changed. Projects are pinned to its bytes: put new law into a further edition beside \
        it. Only an edition that no project has used yet is frozen anew, with the hash from \
        `sha256sum Shared/Policy/Packs/\(name).yaml`.
        """)
    }
    let installed = try PackFolder.library().editions.map { "\($0.identity.pack)/\($0.identity.edition)" }
    #expect(Set(installed) == Set(Self.frozen.keys), "a frozen edition is missing: projects pinned to it could not go on")
  }
}
