import Crypto
import DomainModel
import Foundation

/// Ids of buildings and units from what stands on the door, so that a roll, ballots and bank statements made by
/// different hands mean the same unit by `3幢1单元502室`.
enum UnitName {
  /// `3幢`, `3号楼`, `3` → `b-3`, which stays what it is.
  static func building(_ text: String) -> BuildingID? { id("b", plain(text)) }

  /// `3幢1单元502室`, or `1-502` in building `3` → `u-3-1-502`.
  static func unit(room: String, building: String?) -> UnitID? {
    // The building is often repeated in the room's name.
    guard let building, !room.contains(where: { "幢栋座楼".contains($0) }) else { return id("u", room) }
    return id("u", "\(plain(building)) \(room)")
  }

  /// A building's id without its letter.
  private static func plain(_ building: String) -> String {
    building.hasPrefix("b-") ? String(building.dropFirst(2)) : building
  }

  private static let ordinary: Set<Character> = [
    "第", "幢", "栋", "座", "号", "楼", "单", "元", "室", "层", "户", "梯", "－", "—", "–", "#", "，", ",", "、", ".", "_", "/",
  ]

  /// Letters and digits in their order. Words that tell units apart (车库, 商铺) become a short hash behind them: an id
  /// is Latin letters only.
  private static func id(_ letter: String, _ text: String) -> Identifier<SlugKind>? {
    var groups: [String] = []
    var current = ""
    var words = ""
    for character in text.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        current.append(character)
        continue
      }
      if !current.isEmpty { groups.append(current) }
      current = ""
      if character != "-", !character.isWhitespace, !ordinary.contains(character) { words.append(character) }
    }
    if !current.isEmpty { groups.append(current) }
    if !words.isEmpty { groups.append(String(hash(words).prefix(6))) }
    guard !groups.isEmpty else { return nil }
    return try? Identifier(([letter] + groups).joined(separator: "-"))
  }

  private static func hash(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }
}
