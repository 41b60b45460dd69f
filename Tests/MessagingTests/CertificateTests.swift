import Foundation
import Messaging
import Testing

@Suite("Keys and their files")
struct CertificateTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("come back as they were written; the secret is for its owner only")
  func roundTrip() throws {
    try withFolder { folder in
      for round in 0..<20 {
        let pair = try CurveKeyPair.generate()
        let files = try CertificateFile.write(pair, name: "voting-\(round)", in: folder, metadata: ["organisation": "东源社区 = #1"])
        #expect(try CertificateFile.readPublicKey(at: files.public) == pair.publicKey)
        #expect(try CertificateFile.readPublicKey(at: files.secret) == pair.publicKey)
        #expect(try CertificateFile.readPair(at: files.secret).secretKey == pair.secretKey)
        #expect(try FileManager.default.attributesOfItem(atPath: files.secret.path)[.posixPermissions] as? Int == 0o600)
        #expect(try !String(contentsOf: files.public, encoding: .utf8).contains(pair.secretKey))
        #expect(throws: MessagingError.self) { try CertificateFile.readPair(at: files.public) }
      }
    }
  }

  @Test("are not overwritten, and not read when others can read the secret")
  func guarded() throws {
    try withFolder { folder in
      let files = try CertificateFile.write(.generate(), name: "a", in: folder, metadata: [:])
      #expect(throws: MessagingError.self) { try CertificateFile.write(.generate(), name: "a", in: folder, metadata: [:]) }
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: files.secret.path)
      #expect(throws: MessagingError.self) { try CertificateFile.readPair(at: files.secret) }
      #expect(throws: MessagingError.self) {
        try CertificateFile.write(.generate(), name: "b", in: folder, metadata: ["x": "a\"\ncurve"])
      }
    }
  }

  @Test("a file as pyzmq writes it is read")
  func pyzmq() throws {
    try withFolder { folder in
      let pair = try CurveKeyPair.generate()
      let text = """
        #   ****  Generated on 2024-03-01 by pyzmq  ****
        #   ZeroMQ CURVE **Secret** Certificate

        metadata
        curve
            public-key = "\(pair.publicKey)"
            secret-key = "\(pair.secretKey)"

        """
      let file = folder.appendingPathComponent("p.key_secret")
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      #expect(try CertificateFile.readPair(at: file).publicKey == pair.publicKey)
    }
  }

  @Test("only a public key with its own secret makes a pair; nothing prints the secret")
  func pairs() throws {
    let (one, other) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    #expect(throws: MessagingError.badKey) { try CurveKeyPair(publicKey: one.publicKey, secretKey: other.secretKey) }
    #expect(throws: MessagingError.badKey) { try CurveKeyPair(publicKey: "short", secretKey: other.secretKey) }
    #expect(!CurveKeyPair.isKey(String(repeating: "#", count: 40)))
    #expect(!CurveKeyPair.isKey(String(repeating: "\"", count: 40)))
    #expect(!"\(one)".contains(one.secretKey))
    var dumped = ""
    dump(one, to: &dumped)
    #expect(!dumped.contains(one.secretKey))
  }
}
