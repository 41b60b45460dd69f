/// Arithmetic that would leave the range of a value. It is thrown, never trapped: a figure from outside must not end a
/// service.
public enum ArithmeticFault: Error, Equatable, Sendable {
  /// The result does not fit the type's range.
  case overflow
  /// The result would be below zero, which the type cannot hold.
  case negative
  /// A denominator or the sum of all weights is zero.
  case divisionByZero
}
