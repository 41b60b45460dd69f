/// A value that writes its JSON itself: for the few types of which thousands pass in a second, since `Codable` takes every
/// member through several containers.
///
/// The bytes are those of its `Codable` form as `CompactEncoder` writes it, members sorted by name: what is stored must not
/// depend on who wrote it. Tests hold the two forms of every such type against each other.
public protocol CompactWriting: Encodable {
  /// Appends the value.
  func write(to text: ByteBuffer)
}

extension ByteBuffer {
  /// Appends an array. Inlined, so that it is compiled for the very elements.
  @inlinable
  public func append<Element: CompactWriting>(list: [Element]) {
    append(0x5B)
    var isFirst = true
    for element in list {
      if !isFirst { append(0x2C) }
      isFirst = false
      element.write(to: self)
    }
    append(0x5D)
  }
}
