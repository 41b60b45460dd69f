/// How far data must be protected (domain §15.1). P2 and P3 never stand in the clear on disk.
public enum DataClassification: String, WireEnum {
  /// Public.
  case p0 = "P0"
  /// For offices.
  case p1 = "P1"
  /// Personal.
  case p2 = "P2"
  /// Sensitive personal.
  case p3 = "P3"

  /// Whether it is sealed wherever it is stored.
  public var isSealed: Bool { self == .p2 || self == .p3 }
}
