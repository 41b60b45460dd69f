import ArgumentParser

/// Where the endpoint listens: `127.0.0.1:9464`, `[::1]:9464`, or a port alone for loopback.
struct MetricsAddress: Hashable, Sendable, ExpressibleByArgument {
  let host: String
  let port: Int

  init?(argument: String) {
    let colon = argument.lastIndex(of: ":")
    let name = colon.map { String(argument[..<$0]) } ?? "127.0.0.1"
    let digits = colon.map { argument[argument.index(after: $0)...] } ?? argument[...]
    guard let port = Int(digits), (1...65_535).contains(port), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    var host = name
    if name.hasPrefix("["), name.hasSuffix("]") {
      host = String(name.dropFirst().dropLast())
    } else if name.contains(":") {
      return nil
    }
    let isPlain = host.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || ".-:".unicodeScalars.contains(scalar))
    }
    guard (1...253).contains(host.count), isPlain else { return nil }
    self.host = host
    self.port = port
  }

  /// Whether only this machine reaches it.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
