/// The benchmark could not go on, and why.
struct BenchFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
