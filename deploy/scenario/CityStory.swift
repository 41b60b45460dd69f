import DomainModel
import Foundation
import Policy

/// A project carried under one city's document, from its survey to the last stage that the document knows, with the steps
/// that the rules refuse on the way.
public protocol CityStory: SendableMetatype {
  /// The city's pack, which also names its folder of samples.
  static var city: Identifier<SlugKind> { get }
  static var name: Bilingual { get }

  init(_ story: Story) throws

  /// Tells it to the end.
  mutating func tell() async throws -> ProjectID
}

/// A city whose story can be told.
public struct City: Sendable {
  public let id: Identifier<SlugKind>
  public let name: Bilingual
  /// Tells it to the end.
  public let tell: @Sendable (Story) async throws -> ProjectID

  init<S: CityStory>(_: S.Type) {
    id = S.city
    name = S.name
    tell = { story in
      var telling = try S(story)
      return try await telling.tell()
    }
  }

  public static let all = [
    City(YueqingStory.self),
    City(WenzhouStory.self),
    City(SichuanStory.self),
    City(TiexiStory.self),
    City(ZiyangStory.self),
  ]

  public static func named(_ name: String) -> City? { all.first { $0.id.rawValue == name } }
}
