/// A value that reads itself from JSON, for the same reason as `CompactWriting`.
///
/// Whatever it throws, the text is given to `JSONDecoder` and the type's `Codable` form then: so it need not tell what is
/// wrong, but it must take nothing that the other would not, and nothing otherwise.
public protocol CompactReading: Decodable {
  /// Takes the value from the members of an object.
  init(reading members: CompactFields) throws
}
