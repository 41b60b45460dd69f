import DomainModel
import Testing

@testable import Policy

@Suite("Editions are never edited")
struct EditionFreezeTests {
  /// Pack and edition → the SHA-256 of its file. Projects are pinned to these bytes.
  private static let frozen: [String: String] = [
    "ziyang/2020-1": "18398f7c5b22ad51d6d6100caf1203a1d2190a40964154d98987a8c94726e8ce",
    "yueqing/2024-1": "6e1c50d5b624844a6422d23d5b8ba3b3e42e99f78e3fdc893ee5f1e0e2e63963",
    "tiexi/2020-draft": "1c676f74865ad75509c6abb0f46906383d7693c308562e7f6400746eb073afd5",
    "wenzhou/2020-1": "b8af99fbc845db751d536ad64c48b968b28f70e7becea0502e9f1361e2c4d837",
    "sichuan/undated-1": "17d19cf385eb25298ae1976134b58ef3d423b443a2b838b4f218f6f516c62e74",
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
