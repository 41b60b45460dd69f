import Crypto
import Foundation

extension CurveKeyPair {
  /// By what a public key is told in logs, records and health: the first 16 hexadecimal digits of the SHA-256 of its text.
  /// The key itself would be as good, but two keys are then compared by forty characters of punctuation.
  public static func fingerprint(of publicKey: String) -> String {
    let digits = Array("0123456789abcdef")
    return String(SHA256.hash(data: Data(publicKey.utf8)).prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
