import DomainModel

/// What the QR code on a ballot says: which round, which unit, under which edition, and which printing. Nothing of a
/// person.
///
///     jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:1
public struct BallotCode: Hashable, Sendable {
  public let round: RoundID
  public let unit: UnitID
  public let pack: Identifier<SlugKind>
  public let edition: Identifier<SlugKind>
  /// 1 for the first printing of the unit's form, 2 for one printed in place of a lost one.
  public let copy: Int

  public init(
    round: RoundID, unit: UnitID, pack: Identifier<SlugKind>, edition: Identifier<SlugKind>, copy: Int = 1
  ) {
    self.round = round
    self.unit = unit
    self.pack = pack
    self.edition = edition
    self.copy = copy
  }

  /// Reads a scanned text; nil when it is no code of ours. A scanner that types through a Chinese keyboard writes
  /// full-width signs, which are taken as the usual ones.
  public init?(_ text: String) {
    let plain = text.filter { !$0.isWhitespace }.map { letter -> Character in
      switch letter {
      case "：": ":"
      case "／": "/"
      case "－", "—", "–": "-"
      default: letter
      }
    }
    let parts = String(plain).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 7, parts[0].lowercased() == "jiugai", parts[1] == "1", let copy = Int(parts[6]),
      (1...99).contains(copy), String(copy) == parts[6], let round = try? RoundID(parts[2]),
      let unit = try? UnitID(parts[3]), let pack = try? Identifier<SlugKind>(parts[4]),
      let edition = try? Identifier<SlugKind>(parts[5])
    else { return nil }
    self.init(round: round, unit: unit, pack: pack, edition: edition, copy: copy)
  }

  /// What the QR code holds.
  public var text: String { "jiugai:1:\(round):\(unit):\(pack):\(edition):\(copy)" }

  /// The form's number, unique in its round: the unit's id, and for a later printing its number behind it.
  ///
  /// Nil where a later printing's number would be longer than a number may be.
  public var number: Identifier<SlugKind>? {
    copy == 1 ? unit : try? Identifier("\(unit)-c\(copy)")
  }
}
