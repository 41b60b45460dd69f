/// The question of ZAP 1.0, as far as CURVE needs it.
struct ZAPRequest {
  /// Echoed in the answer.
  let id: [UInt8]
  let domain: String
  /// The client's public key in Z85.
  let clientKey: String

  /// `nil` when the frames are not a question about a CURVE key: version, id, domain, address, identity, mechanism, key.
  init?(_ frames: [[UInt8]]) {
    guard frames.count == 7, frames[0] == Array("1.0".utf8), frames[5] == Array("CURVE".utf8), frames[6].count == 32 else {
      return nil
    }
    id = frames[1]
    domain = String(decoding: frames[2], as: UTF8.self)
    clientKey = CurveKeyPair.encode(frames[6])
  }
}
