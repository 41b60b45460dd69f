import DomainModel
import Testing

@testable import Policy

@Suite("Editions are never edited")
struct EditionFreezeTests {
  /// Pack and edition → the SHA-256 of its file. Projects are pinned to these bytes.
  private static let frozen: [String: String] = [
    "ziyang/2020-1": "79e17be96ca8014b19ce20353b1ced7f24da9d3e60ed203062d1a60ebd227815",
    "yueqing/2024-1": "d20775c77d17a9ff3c9cab9740ac01645b4cb8faf67d82e05cba56b62d08e978",
    "tiexi/2020-draft": "93795d32ffd816d6c231d6b4563bd446e100c9b845b1d7bf39ba37724b02f5bb",
    "wenzhou/2020-1": "143e09e50a2978b307ee4b2d34df55007365f83ad0c6b3fd6a154d3db6318a52",
    "sichuan/undated-1": "17d19cf385eb25298ae1976134b58ef3d423b443a2b838b4f218f6f516c62e74",
  ]

  /// Editions of our own defaults → the SHA-256 of the file. Projects are pinned to these bytes too.
  private static let frozenDefaults: [String: String] = [
    "2024-1": "4fe4223bd196c3a86cba10678d199a639d93238614ef3798d0d3a9f3a8490502"
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
