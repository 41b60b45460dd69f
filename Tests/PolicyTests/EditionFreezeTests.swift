import DomainModel
import Testing

@testable import Policy

@Suite("Editions are never edited")
struct EditionFreezeTests {
  /// Pack and edition → the SHA-256 of its file. Projects are pinned to these bytes.
  private static let frozen: [String: String] = [
    "ziyang/2020-1": "5f329b58fcaeb17cb29942c81593d641cc2d135f83bf5f199030f1f18aa39216",
    "yueqing/2024-1": "70ac959c0652d2d57d5c8c34a359b6bb906f754ad75c5bf0962dc135dc4efe7c",
    "tiexi/2020-draft": "74dd761e51747a01297b67b24f28a51f1a5e7cabbf19e59274bccf9254162cb4",
    "wenzhou/2020-1": "139129cd4f2ecffd8fff12ad941cfeb288533b36e9b078f38d1cf16c7f6e11d8",
    "sichuan/undated-1": "8ce6514990589aa0504351dba76ce3f5ad35c4349f303130fc77af962f2f1104",
  ]

  /// Editions of our own defaults → the SHA-256 of the file. Projects are pinned to these bytes too.
  private static let frozenDefaults: [String: String] = [
    "2024-1": "f78489fb2561f91c0f2d9e2b77a6bafe7e32fa477025ccbad48922c503691118"
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
