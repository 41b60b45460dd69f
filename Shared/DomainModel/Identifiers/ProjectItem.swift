/// A thing that a project numbers for itself: a letter and a running number behind the project's id.
public protocol ProjectItem: Sendable {
  static var letter: String { get }
}

public enum ProjectItemKind<Item: ProjectItem>: IdentifierKind {
  public static var pattern: String { "^[0-9]{6}-[0-9]{4}-[0-9]{4,6}/\(Item.letter)[1-9][0-9]{0,8}$" }
  public static var longest: Int { 32 }
  public static var example: String { "330382-2024-0007/\(Item.letter)1" }
  public static func accepts(_ text: String) -> Bool {
    IdentifierText.holds(text) { bytes in
      guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), IdentifierText.isProject(bytes, count: slash) else {
        return false
      }
      let letter = Item.letter.utf8
      let number = slash + 1 + letter.count
      guard (number + 1...number + 9).contains(bytes.count), bytes[(slash + 1)..<number].elementsEqual(letter) else {
        return false
      }
      return bytes[number] != UInt8(ascii: "0") && IdentifierText.isDigits(bytes, number..<bytes.count)
    }
  }
}

/// `330382-2024-0007/R1`: the first of that project's rounds.
public typealias ProjectItemID<Item: ProjectItem> = Identifier<ProjectItemKind<Item>>

extension Identifier {
  /// The `number`th item of a project.
  public init<Item: ProjectItem>(_ project: ProjectID, _ number: Int) where Kind == ProjectItemKind<Item> {
    precondition(number > 0, "items are numbered from 1")
    self.init(unchecked: "\(project.rawValue)/\(Item.letter)\(number)")
  }

  /// The project that numbers this item.
  public func project<Item: ProjectItem>() -> ProjectID where Kind == ProjectItemKind<Item> {
    ProjectID(unchecked: String(rawValue.prefix { $0 != "/" }))
  }
}
