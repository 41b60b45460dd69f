import Foundation

/// Key files in the ZPL format that CZMQ and pyzmq read: `name.key` holds the public key, `name.key_secret` both.
public enum CertificateFile {
  /// Writes both files, with a new line at the end and nothing else than the metadata and the keys.
  ///
  /// The secret file is created with mode 0600, never wider for a moment. A file that is there already is refused: keys
  /// are not overwritten.
  /// - Parameter metadata: for people, for instance `organisation`; names of `[A-Za-z0-9_-]`, values without `"` and line ends.
  /// - Throws: `MessagingError.badCertificate`.
  public static func write(
    _ pair: CurveKeyPair, name: String, in folder: URL, metadata: [String: String] = [:]
  ) throws -> (public: URL, secret: URL) {
    let publicFile = folder.appendingPathComponent("\(name).key")
    let secretFile = folder.appendingPathComponent("\(name).key_secret")
    for (key, value) in metadata where !isName(key) || value.contains(where: { $0 == "\"" || $0.isNewline }) {
      throw MessagingError.badCertificate(
        file: publicFile.lastPathComponent, reason: "a line of metadata has a name or a value that the format cannot hold")
    }
    var head = "# CURVE certificate of \(name). Format: ZeroMQ Property Language.\n\nmetadata\n"
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) { head += "    \(key) = \"\(value)\"\n" }
    head += "curve\n    public-key = \"\(pair.publicKey)\"\n"
    // The secret first: a public file without its secret would be worse than none.
    try create(secretFile, head + "    secret-key = \"\(pair.secretKey)\"\n", mode: 0o600)
    try create(publicFile, head, mode: 0o644)
    return (publicFile, secretFile)
  }

  /// The public key in a file of either sort.
  public static func readPublicKey(at file: URL) throws -> String {
    let values = try read(file)
    guard let key = values["public-key"], CurveKeyPair.isKey(key) else {
      throw MessagingError.badCertificate(file: file.lastPathComponent, reason: "it holds no public-key of 40 characters")
    }
    return key
  }

  /// Both keys from a `.key_secret` file.
  ///
  /// - Throws: also when others than its owner may read the file: such a key is no longer a secret.
  public static func readPair(at file: URL) throws -> CurveKeyPair {
    var status = stat()
    if stat(file.path, &status) == 0, status.st_mode & 0o077 != 0 {
      throw MessagingError.badCertificate(
        file: file.lastPathComponent, reason: "others can read it; run chmod 600, or better make new keys")
    }
    let values = try read(file)
    guard let publicKey = values["public-key"], let secretKey = values["secret-key"],
      let pair = try? CurveKeyPair(publicKey: publicKey, secretKey: secretKey)
    else {
      throw MessagingError.badCertificate(
        file: file.lastPathComponent, reason: "it does not hold a public-key and the secret-key that belongs to it")
    }
    return pair
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || isLetterOrDigit($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func create(_ file: URL, _ text: String, mode: mode_t) throws {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(file) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failure(file)
    }
  }

  private static func failure(_ file: URL) -> MessagingError {
    .badCertificate(file: file.lastPathComponent, reason: String(cString: strerror(errno)))
  }

  /// The keys of the `curve` section. Lines look like `name = value` or `name = "value"`; `#` begins a comment, but
  /// not inside quotes: it is a letter of Z85.
  private static func read(_ file: URL) throws -> [String: String] {
    guard let data = try? Data(contentsOf: file), data.count <= 64 * 1024, let text = String(data: data, encoding: .utf8)
    else {
      throw MessagingError.badCertificate(file: file.lastPathComponent, reason: "it cannot be read as text")
    }
    var values: [String: String] = [:]
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if line.first?.isWhitespace != true {
        section = trimmed
        continue
      }
      guard section == "curve", let equals = trimmed.firstIndex(of: "=") else { continue }
      let name = trimmed[..<equals].trimmingCharacters(in: .whitespaces)
      var value = trimmed[trimmed.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      if let quote = value.first, quote == "\"" || quote == "'" {
        value = String(value.dropFirst().prefix { $0 != quote })
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw MessagingError.badCertificate(file: file.lastPathComponent, reason: "\(name) is given twice")
      }
    }
    return values
  }
}
