import ClientKit
import Contracts
import DomainModel
import Foundation

/// Communities that can be registered by the hundred: the plainest command that records something.
struct Registrations {
  let evidence: DocumentHash
  static let day: BusinessDate = "2024-01-08"

  /// Uploads the one paper that they all name.
  init(_ office: Office) async throws {
    evidence = try await office.attach(Data("城关范围证明\n".utf8), to: .intake, as: .subdistrict, mediaType: "text/plain")
  }

  func command(_ number: Int) throws -> RegisterCommunity {
    RegisterCommunity(
      division: "330382", name: try Text("样例小区\(number)"), address: "乐成街道样例路1号", subdistrict: "乐成街道",
      residentsCommittee: "样例社区", geography: .urbanCore, geographyEvidence: evidence)
  }

  func body(_ number: Int) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(try command(number))
  }

  typealias Request = (type: String, subject: String, body: Data, id: String, effectiveOn: BusinessDate)

  /// Commands for `Office.deliverAll`, with the ids `load-N`.
  func requests(_ numbers: ClosedRange<Int>) throws -> [Request] {
    try numbers.map { ("jiugai.intake.register-community.v1", "330382", try body($0), "load-\($0)", Registrations.day) }
  }
}
