import ClientKit
import Contracts
import Crypto
import DomainModel
import Foundation
import Terminal

/// Sends the parts of one file, each under an id that follows from the file and the part's number: an import that was
/// cut off is simply run again, and what was done before is answered as it was then.
struct ImportRun {
  let office: Office
  let role: Role
  let day: BusinessDate
  /// SHA-256 of what makes this import the one it is: the file's bytes and its target.
  private let root: Data

  init(office: Office, role: Role, day: BusinessDate, file: Data, target: String) {
    self.office = office
    self.role = role
    self.day = day
    root = Data(SHA256.hash(data: Data(SHA256.hash(data: file)) + Data("\(target) \(role.rawValue) \(day)".utf8)))
  }

  func send<C: Command>(_ command: C, part: Int) async throws -> Office.Accepted<C.Reply> {
    try await office.send(command, as: role, on: day, id: ImportRun.id(root, "\(C.name) \(part)"))
  }

  /// A UUID of version 8: its bits are ours to choose (RFC 9562).
  static func id(_ root: Data, _ part: String) -> String {
    var bytes = Array(SHA256.hash(data: root + Data(part.utf8)).prefix(16))
    bytes[6] = 0x80 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let digits = bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
      String(Array(digits)[range])
    }
    return parts.joined(separator: "-")
  }

  /// Parts of at most `most` elements that fit into the body of one command.
  static func parts<Element: Encodable>(_ elements: [Element], most: Int = 500, bytes: Int = 80 * 1024) throws
    -> [[Element]]
  {
    let encoder = JSONEncoder()
    var parts: [[Element]] = []
    var current: [Element] = []
    var size = 0
    for element in elements {
      let length = try encoder.encode(element).count + 1
      if !current.isEmpty, current.count == most || size + length > bytes {
        parts.append(current)
        current = []
        size = 0
      }
      current.append(element)
      size += length
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
